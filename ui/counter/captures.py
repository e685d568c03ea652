"""Sales of another till, as its printer was told them: looked for every second, offered to whoever
stands at the counter, credited by one key. Its printer is told who stands here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from loyalty.claims.refusing import OVERRULED
from loyalty.errors import LoyaltyError
from loyalty.members.history import Scene
from pos.acts import Act
from pos.captures import CaptureCredited, captured, credit, standing, waits
from pos.clock import day_of
from pos.counter import AtCounter, at_counter
from pos.ids import new_id
from pos.places import Places
from pos.recognised import minor
from pos.shop import Shop
from pos.tap.spool import Capture, folder_of
from ui.counter.around import Around
from ui.counter.booked import capture_done
from ui.counter.booking import scene_after
from ui.counter.brought import Brought, Waiting
from ui.counter.claiming import Claiming
from ui.counter.deeds import ActDesk, Deed, fact
from ui.counter.notice import Mood
from ui.counter.session import Session
from ui.counter.sheets import ActSheet, Row
from ui.counter.state import CounterState, Done, ReceiptView

LOOK_MS = 1_000
OFFERED_FOR = timedelta(minutes=15)
"""Whose card is not here by then brings the receipt itself."""
ITS_READERS = timedelta(seconds=5)
"""A sale whose receipt says what a member earned is credited by its reader; after this, here."""
FINAL = frozenset(
    {
        "basket-currency",
        "capture-no-sale",
        "capture-taken",
        "claim-already",
        "claim-elsewhere",
        "claim-returned",
        "claim-withdrawn",
    }
)
"""What will be the same for every card."""
MOST = 9
KIND = "captures"


class Folder:
    """What lies in the folder of captures; read anew only when something in it has changed."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._folder: Path = folder_of(places)
        self._stamp = 0
        self._calm = False
        self._found: tuple[Capture, ...] = ()

    @property
    def in_use(self) -> bool:
        """Whether anything was ever captured here, or is about to be."""
        return self._folder.is_dir()

    def look(self) -> tuple[Capture, ...]:
        """Every capture, newest first. Once more after a change: two within a moment of the disk's
        clock look like one.
        """
        try:
            stamp = self._folder.stat().st_mtime_ns
        except OSError:
            return ()
        if stamp != self._stamp or not self._calm:
            self._calm = stamp == self._stamp
            self._stamp = stamp
            self._found = captured(self._places, every=True)
        return self._found


class Captures:
    """Wishes about them. `told`: shows what was done."""

    def __init__(
        self,
        desk: ActDesk,
        claiming: Claiming,
        around: Around,
        told: Callable[[Done], None],
    ) -> None:
        self._desk = desk
        self._stage = desk.stage
        self._claiming = claiming
        self._watching = around.watching
        self._told = told
        self._places = around.places
        self._folder = Folder(around.places) if around.places else None
        self._gone: set[str] = set()  # credited or put away here
        self._known: set[str] = set()  # credited elsewhere, and said or of before
        self._first = True
        self._standing: UUID | None = None

    def watch(self) -> None:
        """From now on, as long as the window is open."""
        if self._folder is None:
            return
        self._follow_stage()
        self._tell(None)  # whoever stood here when the program ended is gone
        self._look()

    def end(self) -> None:
        """The window is closing: nobody stands here any more."""
        if self._standing is not None:
            self._tell(None)

    def enter(self) -> bool:
        """Enter at the counter: the sale is credited, or one of several chosen. False: no offer."""
        now = self._stage.now
        if not now.captured or not offered(now):
            return False
        if now.member is None:
            self._stage.tell(Mood.ATTENTION, "capture-card-first")
        elif len(now.captured) == 1:
            self.credit(now.captured[0].capture)
        else:
            self._desk.open(
                ActSheet(KIND, now.member.member.name, rows=capture_rows(now.captured[:MOST]))
            )
        return True

    def escape(self) -> bool:
        """Escape at the counter: what is offered is put away. False: nothing is."""
        now = self._stage.now
        if not now.captured or not offered(now) or now.banner is not None:
            return False
        self._put_away(now.captured[0].capture)
        return True

    def credit(self, capture: Capture) -> None:
        """Credit a sale to whoever stands here."""
        now, shop, places = self._stage.now, self._stage.shop, self._places
        if now.member is None or now.operator is None or places is None:
            return
        who = now.member.member.id
        shift = now.shift.id if now.shift else None
        act = Act(new_id(shop.clock), now.operator.id, shift)

        def work() -> tuple[CaptureCredited, Scene | None]:
            return credit(shop, places, act, capture, who), scene_after(shop, who)

        self._stage.book(work, partial(self._credited, capture), partial(self._refused, capture))

    def _credited(self, capture: Capture, answer: tuple[CaptureCredited, Scene | None]) -> None:
        done, after = answer
        now = self._stage.now
        view = next((one.view for one in now.captured if one.capture.id == capture.id), None)
        self._put_away(capture)
        program = now.program
        if view is not None and program is not None:
            language = now.settings.language
            self._told(capture_done(done, view, program, after, language))

    def _refused(self, capture: Capture, no: LoyaltyError) -> None:
        """What a person may overrule goes the way of every receipt; the rest is said once."""
        if no.code in FINAL or (no.code in OVERRULED and capture.offered):
            self._put_away(capture)
        if no.code in OVERRULED and capture.offered:
            self._claiming.read(Brought(new_id(self._stage.shop.clock), capture.offered))
        else:
            self._stage.refuse(no)

    def _put_away(self, capture: Capture) -> None:
        self._gone.add(capture.id)
        left = tuple(one for one in self._stage.now.captured if one.capture.id != capture.id)
        self._stage.update(captured=left)

    # --- looking ----------------------------------------------------------------------------------

    def _look(self) -> None:
        folder = self._folder
        if folder is None or self._stage.over:
            return
        self._watching.submit(folder.look, self._seen, self._unseen)
        self._stage.later(LOOK_MS, self._look)

    def _seen(self, found: tuple[Capture, ...]) -> None:
        shop, now = self._stage.shop, self._stage.now
        at = shop.clock.now()
        lately = [(one, since) for one in found if (since := _age(one, at)) <= OFFERED_FOR]
        offers = (
            waiting_of(one, shop)
            for one, since in lately
            if one.id not in self._gone and (not one.member or since > ITS_READERS)
        )
        waiting = tuple(one for one in offers if one is not None)
        if waiting != now.captured:
            self._stage.update(captured=waiting)
        self._by_its_reader([one for one, _ in lately if one.taken and one.member])

    def _unseen(self, error: Exception) -> None:
        if not isinstance(error, OSError):  # the folder is being moved: looked for again
            raise error

    def _by_its_reader(self, taken: list[Capture]) -> None:
        """The other till's receipt told the member here what it earned: show them as they are."""
        fresh = [one for one in taken if one.id not in self._known]
        self._known |= {one.id for one in fresh}
        first, self._first = self._first, False
        member = self._stage.now.member
        mine = [one for one in fresh if member and one.member == str(member.member.id)]
        if first or not mine or mine[0].id in self._gone:
            return
        self._stage.wish(partial(self._look_at, mine[0]))

    def _look_at(self, capture: Capture) -> None:
        shop, member = self._stage.shop, self._stage.now.member
        if member is None:
            return
        view = waiting_of(replace(capture, taken=""), shop)
        total = view.view.total_minor if view else 0

        def as_they_are(who: AtCounter) -> None:
            if self._stage.now.member is not None:
                self._stage.update(member=replace(who, card=member.card))
                self._stage.tell(Mood.OK, "capture-credited", total_minor=total)

        self._stage.ask(lambda: at_counter(shop, member.member.id), as_they_are)

    # --- who stands here --------------------------------------------------------------------------

    def _follow_stage(self) -> None:
        before = self._stage.follow

        def follow(session: Session, state: CounterState) -> None:
            before(session, state)
            member = session.member.member.id if session.member else None
            if member != self._standing:
                self._tell(member)

        self._stage.follow = follow

    def _tell(self, member: UUID | None) -> None:
        folder, places, shop = self._folder, self._places, self._stage.shop
        self._standing = member
        if folder is None or places is None:
            return

        def tell() -> None:
            if folder.in_use:
                standing(shop, places, member)

        self._watching.submit(tell, _told, self._unseen)


class CapturesDeed(Deed):
    """The list of those that wait: a number credits one."""

    def __init__(self, desk: ActDesk, captures: Captures) -> None:
        self._desk = desk
        self._captures = captures

    def enter(self, sheet: ActSheet) -> None:
        if sheet.rows:
            self.row(sheet, sheet.rows[0])

    def row(self, sheet: ActSheet, row: Row) -> None:
        stage = self._desk.stage
        chosen = next((one.capture for one in stage.now.captured if one.capture.id == row.id), None)
        stage.update(sheet=None)
        if chosen is not None:
            self._captures.credit(chosen)


def offered(now: Session) -> bool:
    """Whether a captured sale is what Enter and Escape mean: nothing else has begun."""
    begun = now.entry or now.rung or now.receipts or now.presented or now.done
    return not begun and now.sheet is None and now.operator is not None


def capture_rows(waiting: tuple[Waiting, ...]) -> tuple[Row, ...]:
    """The newest first."""
    return tuple(
        Row(
            number,
            one.capture.id,
            one.view.number or one.view.shop,
            (fact("capture-printed-at", at=one.view.at),),
            amount_minor=one.view.total_minor,
        )
        for number, one in enumerate(waiting, start=1)
    )


def waiting_of(capture: Capture, shop: Shop) -> Waiting | None:
    """A capture that can be offered, as it is shown; None where it is none, or taken."""
    if not waits(capture) or capture.total is None:
        return None
    total = minor(capture.total, capture.currency)
    if total is None or total <= 0:
        return None
    at = datetime.fromisoformat(capture.at)
    zone = shop.clock.zone
    number = capture.receipt or str(capture.number)
    view = ReceiptView("", total, capture.currency, day_of(at, zone), at.astimezone(zone), number)
    return Waiting(capture, view)


def _age(capture: Capture, now: datetime) -> timedelta:
    try:
        return now - datetime.fromisoformat(capture.at)
    except (ValueError, TypeError):  # no moment, or one without a zone
        return timedelta.max


def _told(_done: None) -> None:
    """The printer knows."""
