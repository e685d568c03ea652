"""The counter session as the presenter holds it: who stands there, what is rung up, what is open.

Frozen like the state it is turned into (`views.py`); every wish makes the next one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.basket import Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.money import amount_from_text, currency
from loyalty.program import Program
from loyalty.quote import Chosen
from pos.counter import AtCounter
from pos.glance import Glance
from pos.returns import Returnable
from pos.settings import Settings
from pos.shift import Shift
from pos.staff import Operator
from ui.counter.notice import Notice
from ui.counter.sheets import ReturnSheet, Sheet
from ui.counter.state import Done, Phase, Strip

LONGEST_ENTRY = 24


@dataclass(frozen=True, slots=True)
class Session:
    """What the counter knows at one moment.

    `sale_id` names the open basket from its first line, so that a repeated Enter is the same sale.
    `blank` is a card of ours without an owner, just scanned. `rows` are the members behind the
    numbers of an open list, `returning` the sale behind an open return sheet.
    """

    settings: Settings
    strip: Strip = Strip()
    operator: Operator | None = None
    shift: Shift | None = None
    glance: Glance = Glance()
    member: AtCounter | None = None
    lines: tuple[Line, ...] = ()
    chosen: tuple[Chosen, ...] = ()
    entry: str = ""
    sale_id: UUID | None = None
    blank: str = ""
    done: Done | None = None
    banner: Notice | None = None
    sheet: Sheet | None = None
    rows: tuple[AtCounter, ...] = ()
    returning: Returnable | None = None
    busy: bool = False

    @property
    def phase(self) -> Phase:
        """Where the session stands; derived, so that it can never disagree with the rest."""
        if self.operator is None:
            return Phase.SIGNED_OUT
        if self.done is not None:
            return Phase.DONE
        if self.lines or (self.entry and self.member):
            return Phase.RINGING
        return Phase.MEMBER if self.member else Phase.IDLE

    @property
    def minute(self) -> int:
        """The minute of the day the counter last looked at its clock."""
        return self.glance.minute

    @property
    def program(self) -> Program | None:
        """The program in force; None before somebody signed in."""
        return self.glance.program

    @property
    def under_way(self) -> bool:
        """Something is rung up or about to come back, and would be lost by another act."""
        return bool(self.lines or self.chosen) or isinstance(self.sheet, ReturnSheet)

    @property
    def typed_line(self) -> Line | None:
        """What is typed, as a line of the basket, if it reads as an amount.

        Bare digits with nobody there are the tail of a phone number.
        """
        if self.member is None and not self.lines and self.entry.isdigit():
            return None
        try:
            return Line("", amount_from_text(self.entry, currency(self.settings.currency)))
        except LoyaltyError:
            return None

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
            chosen=(),
            entry="",
            sale_id=None,
            blank="",
            done=None,
            banner=None,
            sheet=None,
            rows=(),
            returning=None,
        )
