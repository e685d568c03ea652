"""The counter session as the presenter holds it: who stands there, what is rung up, what is open.

Frozen like the state it is turned into (`views.py`); every wish makes the next one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from loyalty.basket import Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.members.history import Scene
from loyalty.money import amount_from_text, currency
from loyalty.redemption.quote import Chosen
from loyalty.rules.program import Program
from loyalty.sales.returned import Returned
from pos.counter import AtCounter
from pos.glance import Glance
from pos.line_state import LineState
from pos.returns import Returnable
from pos.settings import Settings
from pos.shift import Shift
from pos.staff import Operator
from ui.counter.brought import Brought, Lying, Waiting
from ui.counter.notice import Notice
from ui.counter.sheets import ReturnSheet, Sheet
from ui.counter.state import Done, Phase, Strip

LONGEST_ENTRY = 24
TIMES = "*"
HYPHEN = "-"  # in what is typed it begins the number of a receipt, which ends in letters


@dataclass(frozen=True, slots=True)
class Exchange:
    """Goods that come back while others go out: `units` of each line of the sale `found`.

    `back` is what the return means in points and money, as it was said before.
    """

    found: Returnable
    units: tuple[int, ...]
    back: Returned


@dataclass(frozen=True, slots=True)
class Session:
    """What the counter knows at one moment.

    `sale_id` names the open basket from its first line, so that a repeated Enter is the same sale.
    `blank` is a card of ours without an owner, just scanned. `rows` are the members behind the
    numbers of an open list, `returning` the sale behind an open return sheet, `exchange` the goods
    that come back when the basket is booked. `before` are the lines before each was rung up,
    so that one key takes the last scan back. `presented`: codes of vouchers laid on the counter;
    `scene`: what the rules are shown where it is not simply the member's. `page` of the offers.
    `waiting`: requests that whoever is signed in may decide. `lying`: receipts that were brought;
    `captured`: sales of another till that wait for a card.
    `line` to head office, None where there is none; `advance` points may be given at the shop's
    risk, allowed by `allowed_by`; `order` of the offers, kept while they are looked up again.
    `minute` of the shop's day, as of the last drawing.
    """

    settings: Settings
    strip: Strip = Strip()
    operator: Operator | None = None
    shift: Shift | None = None
    glance: Glance = Glance()
    member: AtCounter | None = None
    lines: tuple[Line, ...] = ()
    before: tuple[tuple[Line, ...], ...] = ()
    chosen: tuple[Chosen, ...] = ()
    presented: tuple[str, ...] = ()
    scene: Scene | None = None
    page: int = 0
    exchange: Exchange | None = None
    minute: int = 0
    entry: str = ""
    sale_id: UUID | None = None
    blank: str = ""
    done: Done | None = None
    banner: Notice | None = None
    sheet: Sheet | None = None
    rows: tuple[AtCounter, ...] = ()
    returning: Returnable | None = None
    waiting: int = 0
    lying: Lying = Lying()
    captured: tuple[Waiting, ...] = ()
    busy: bool = False
    line: LineState | None = None
    advance: int = 0
    allowed_by: str = ""
    order: tuple[Chosen, ...] = ()

    @property
    def phase(self) -> Phase:
        """Where the session stands; derived, so that it can never disagree with the rest."""
        if self.operator is None:
            return Phase.SIGNED_OUT
        if self.done is not None:
            return Phase.DONE
        if self.lines or self.exchange or (self.entry and self.member):
            return Phase.RINGING
        return Phase.MEMBER if self.member else Phase.IDLE

    @property
    def program(self) -> Program | None:
        """The program in force; None before somebody signed in."""
        return self.glance.program

    @property
    def under_way(self) -> bool:
        """Something is rung up or about to come back, and would be lost by another act."""
        return self.rung or bool(self.receipts) or isinstance(self.sheet, ReturnSheet)

    @property
    def rung(self) -> bool:
        """A basket is open."""
        return bool(self.lines or self.chosen or self.exchange)

    @property
    def receipts(self) -> tuple[Brought, ...]:
        """Receipts that wait for their card, or to be credited."""
        return self.lying.waiting

    def scene_on(self, on: date) -> Scene:
        """What the rules are shown now, on a business day."""
        scene = self.scene or (self.member.scene if self.member else Scene())
        return replace(scene, on=on, minute=self.minute)

    @property
    def typed_line(self) -> Line | None:
        """What is typed, as a line of the basket, if it reads as an amount.

        Bare digits with nobody there are the tail of a phone number; while a receipt waits for its
        card, nothing is an amount.
        """
        if self.receipts:
            return None
        if self.member is None and not self.lines and self.entry.isdigit():
            return None
        try:
            return self.line_from_entry()
        except LoyaltyError:
            return None

    @property
    def times(self) -> int:
        """How many units the next scan rings up: what is typed before a `*`, else one."""
        count, sign, _ = self.entry.partition(TIMES)
        return int(count) if sign and count.isdecimal() else 1

    def line_from_entry(self) -> Line:
        """What is typed as a line: `2.50`, or `3*2.50` for three at that price.

        LoyaltyError of `amount_from_text`, `line-units`, `line-amount`.
        """
        amount = self.entry.partition(TIMES)[2] if TIMES in self.entry else self.entry
        minor = amount_from_text(amount, currency(self.settings.currency))
        return Line("", minor * self.times, self.times)

    def basket(self, with_entry: bool = False) -> Basket:
        """The lines rung up, and what is being typed if wanted."""
        typed = self.typed_line if with_entry else None
        lines = (*self.lines, typed) if typed else self.lines
        return Basket(self.settings.currency, lines)

    def cleared(self) -> Session:
        """Ready for the next customer; operator, shift and status stay."""
        return replace(
            self,
            member=None,
            lines=(),
            before=(),
            chosen=(),
            presented=(),
            scene=None,
            page=0,
            exchange=None,
            entry="",
            sale_id=None,
            blank="",
            done=None,
            banner=None,
            sheet=None,
            rows=(),
            returning=None,
            lying=Lying(),
            advance=0,
            allowed_by="",
            order=(),
        )
