"""The manager's room without its widgets: wishes in, states out.

Acts on a member are the counter's own sheets on a stage of their own, so that rights, approval in
place and what is booked are the same; the counter stands behind, as it was left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from loyalty.errors import LoyaltyError
from pos.blocking import whoever
from pos.counter import AtCounter, Badge, Identified, identify
from pos.shop import Shop
from ui.counter.approving import Approving
from ui.counter.deeds import ActDesk, Acting
from ui.counter.notice import Mood
from ui.counter.session import Session
from ui.counter.sheets import ActSheet, SignInSheet
from ui.counter.stage import Later, Signs, Stage, Work
from ui.counter.state import CounterState
from ui.manager.assembling import Deeds, deeds
from ui.manager.members import Members
from ui.manager.state import Page, RoomState
from ui.manager.today import Today


@dataclass(frozen=True, slots=True)
class RoomHands:
    """What the window lends the room.

    `ledger` books; `reports` reads lists, and may take long. `draw` shows a state. `prints`: a
    voucher by its code, False where there is no printer. `leave` shows the counter again.
    """

    ledger: Work
    reports: Work
    signs: Signs
    later: Later
    draw: Callable[[RoomState], None]
    prints: Callable[[str], bool]
    leave: Callable[[], None]


class RoomPresenter:
    """Wishes of the room's screen and of the scanners."""

    def __init__(self, shop: Shop, hands: RoomHands, at_counter: Session) -> None:
        """`at_counter`: who is signed in there, their shift, and the shop as it stands."""
        self._hands = hands
        self._shop = shop
        name = at_counter.operator.name if at_counter.operator else ""
        self._state = RoomState(
            shop=shop.settings.shop, operator=name, currency=shop.settings.currency
        )
        self._stage = Stage(shop, hands.ledger, hands.signs, hands.later, self._desk_drawn)
        self._stage.now = replace(
            Session(shop.settings),
            operator=at_counter.operator,
            shift=at_counter.shift,
            glance=at_counter.glance,
            line=at_counter.line,
        )
        approving = Approving(self._stage)
        desk = ActDesk(self._stage, approving)
        self._members = Members(self._stage, hands.reports, self._change)
        self._today = Today(self._stage, hands.reports, self._members, self._change)
        self._deeds: Deeds = deeds(desk, self._members, hands.prints, self._today.read)
        self._acting = Acting(desk, approving, self._deeds.of_kind)

    @property
    def state(self) -> RoomState:
        """What is on the screen."""
        return self._state

    def start(self) -> None:
        """Show the first page."""
        self._stage.update()
        self.page(Page.TODAY.value)

    def end(self) -> None:
        """The room is left: nothing is drawn any more."""
        self._stage.end()
        self._today.end()

    def page(self, name: str) -> None:
        """A page of the navigation; a member's page gives way to the list."""
        self._wish(lambda: self._page(Page(name)))

    def search(self, text: str) -> None:
        """The search for members, as it is typed."""
        self._members.search(text)

    def further(self) -> None:
        """The next page of the list of members."""
        self._members.further()

    def member(self, row: int) -> None:
        """A member of the list, by its place there."""
        self._wish(lambda: self._members.opened(row))

    def older(self) -> None:
        """More of a member's timeline."""
        self._wish(self._members.older)

    def why(self, row: int) -> None:
        """Why a line of the timeline brought its points."""
        self._wish(lambda: self._members.why(row))

    def act(self, name: str) -> None:
        """Something to do with the member on the page."""
        self._wish(lambda: self._act(name))

    def written(self, row: int) -> None:
        """A member of the list of whom to write to."""
        self._wish(lambda: self._written(row))

    def decide(self) -> None:
        """What waits for a decision."""
        self._wish(self._deeds.waiting.open)

    def keep_list(self, name: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
        """A table as it stands, into a file."""
        self._wish(lambda: self._deeds.list_export.open(name, header, rows))

    def scanned(self, text: str, data: bytes = b"") -> None:
        """A code from any scanner: a member's card leads to their page; a badge approves."""
        shop = self._shop
        self._wish(
            lambda: self._stage.ask(lambda: (text, _meant(shop, text, data)), self._identified)
        )

    def typed(self, text: str) -> None:
        """Characters that belong to no field: a PIN, or a row's number."""
        self._wish(lambda: self._acting.typed(text))

    def enter(self) -> None:
        """The large key of an open sheet."""
        self._wish(self._enter)

    def undo(self) -> None:
        """F8: the other answer of a sheet."""
        self._wish(lambda: self._acting.other())

    def backspace(self) -> None:
        """A digit of a PIN."""
        self._wish(self._acting.backspace)

    def row(self, number: int) -> None:
        """A row of a sheet."""
        self._wish(lambda: self._acting.row(number))

    def operator_chosen(self, number: int) -> None:
        """Who approves."""
        self.row(number)

    def field_typed(self, name: str, text: str) -> None:
        """A field of a sheet."""
        self._wish(lambda: self._acting.field(name, text))

    def sheet_closed(self) -> None:
        """The cross of a sheet."""
        self.escape()

    def escape(self) -> None:
        """One step back: the approval, the sheet, the member's page."""
        self._wish(self._escape)

    def leave(self) -> None:
        """Back to the counter."""
        self._wish(self._hands.leave)

    def _wish(self, act: Callable[[], object]) -> None:
        def wished() -> None:
            act()

        self._stage.wish(wished)

    def _change(self, **changes: object) -> None:
        """Another state on the screen."""
        if not self._stage.over:
            self._state = replace(self._state, **changes)  # type: ignore[arg-type]
            self._hands.draw(self._state)

    def _desk_drawn(self, state: CounterState) -> None:
        """The stage drew itself. A member's sheet is the page below it here."""
        sheet = state.sheet
        if isinstance(sheet, SignInSheet) or (
            isinstance(sheet, ActSheet) and sheet.kind == "member"
        ):
            self._stage.update(sheet=None)
            return
        self._change(desk=state)

    def _page(self, page: Page) -> None:
        if self._stage.now.sheet is not None:
            self._stage.tell(Mood.ATTENTION, "finish-first")
            return
        self._stage.update(banner=None)
        self._members.closed()
        self._change(page=page)
        if page is Page.TODAY:
            self._today.read()
        else:
            self._today.stop()
            self._members.search(self._state.members.text)

    def _written(self, row: int) -> None:
        self._today.stop()
        self._change(page=Page.MEMBERS)
        self._today.opened(row)

    def _act(self, name: str) -> None:
        profile = self._state.profile
        if profile is not None and name in profile.acts and self._stage.now.sheet is None:
            subject = ActSheet("member", profile.name, profile.id, facts=profile.facts)
            self._deeds.opens[name](subject)

    def _enter(self) -> None:
        if isinstance(self._stage.now.sheet, ActSheet):
            self._acting.enter()
        else:
            self._stage.update(sheet=None)

    def _escape(self) -> None:
        if isinstance(self._stage.now.sheet, ActSheet):
            self._acting.close()
        elif self._stage.now.sheet is not None:
            self._stage.update(sheet=None)
        elif self._stage.now.banner is not None:
            self._stage.update(banner=None)
        elif self._state.profile is not None:
            self._members.closed()
            self._members.search(self._state.members.text)

    def _identified(self, answer: tuple[str, Identified]) -> None:
        text, found = answer
        if isinstance(found, Badge):
            if not self._acting.badge(text):
                self._stage.tell(Mood.QUIET, "room-badge")
        elif self._acting.scanned(found):
            pass  # the open sheet has it
        elif isinstance(found, AtCounter):
            self._stage.update(sheet=None)
            self._change(page=Page.MEMBERS)
            self._members.show(found.member.id)
        else:
            self._stage.tell(Mood.ATTENTION, "room-no-member")


def _meant(shop: Shop, text: str, data: bytes) -> Identified:
    """What a code means; of a blocked member or card, whose it is: here it can be freed."""
    try:
        return identify(shop, text, data)
    except LoyaltyError:
        known = whoever(shop, text)
        if len(known) != 1:
            raise
        with shop.store.reading() as view:
            return AtCounter(known[0], "", view.account(known[0].owner))
