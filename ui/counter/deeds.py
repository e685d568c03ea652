"""What the open act sheet means: each kind has its deed, and all of them book the same way.

A deed changes nothing on its own account: whatever it needs to know stands on the sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from loyalty.errors import LoyaltyError
from pos.acts import Act
from pos.counter import Identified
from pos.ids import new_id
from ui.counter.approving import Approving
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, Row
from ui.counter.stage import Stage

T = TypeVar("T")


class Deed:
    """What a sheet of one kind means; a kind leaves out what means nothing on it."""

    def enter(self, sheet: ActSheet) -> None:
        """Enter, or the large key."""

    def row(self, sheet: ActSheet, row: Row) -> None:
        """One of its rows."""

    def field(self, sheet: ActSheet, name: str) -> None:
        """A field was typed or chosen; the sheet holds it already."""

    def scanned(self, sheet: ActSheet, found: Identified) -> bool:
        """A code was scanned; False: it means what it means without the sheet."""
        return False

    def other(self, sheet: ActSheet) -> bool:
        """F8: the other answer; False: the sheet has none."""
        return False

    def closed(self, sheet: ActSheet) -> None:
        """It was left with Escape."""


class ActDesk:
    """The open act sheet, and the means to show and book it."""

    def __init__(self, stage: Stage, approving: Approving) -> None:
        self.stage = stage
        self._approving = approving

    @property
    def sheet(self) -> ActSheet | None:
        """The act sheet that is open."""
        sheet = self.stage.now.sheet
        return sheet if isinstance(sheet, ActSheet) else None

    def open(self, sheet: ActSheet) -> None:
        """Show a sheet; what it books will have an id of its own."""
        fresh = replace(sheet, act=new_id(self.stage.shop.clock))
        self.stage.update(sheet=fresh, banner=None, rows=())

    def change(self, sheet: ActSheet) -> None:
        """Show the same sheet with other contents."""
        self.stage.update(sheet=sheet)

    def tell(self, mood: Mood, code: str, **facts: object) -> None:
        """A sentence on the sheet; on the counter where none is open."""
        notice = Notice(mood, code, tuple(facts.items()))
        if self.sheet is not None:
            self.change(replace(self.sheet, notice=notice))
            if mood is not Mood.QUIET:
                self.stage.sign(mood)
        else:
            self.stage.say(notice)

    def refuse(self, no: LoyaltyError) -> None:
        """A rule's no, on the sheet."""
        self.tell(Mood.REFUSED, no.code, **no.facts)

    def ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Ask the ledger; a no is said on the sheet."""
        self.stage.ask(work, done, self.refuse)

    def book(self, work: Callable[[Act, str], T], done: Callable[[T], None]) -> None:
        """Book the open sheet's act. `work` gets the act, and the id of who approved or "".

        Where it takes a second person, they are asked on the sheet, and it is tried again.
        """
        sheet, operator, shift = self.sheet, self.stage.now.operator, self.stage.now.shift
        if sheet is None or sheet.act is None or operator is None:
            return
        act = Act(sheet.act, operator.id, shift.id if shift else None)

        def attempt(approved: str = "") -> None:
            def no(refused: LoyaltyError) -> None:
                if refused.code == "approval-needed" and not approved:
                    self._approving.ask(refused, attempt)
                else:
                    self.refuse(refused)

            self.stage.book(lambda: work(act, approved), done, no)

        attempt()


class Acting:
    """Wishes of the open act sheet, sent to the deed of its kind."""

    def __init__(self, desk: ActDesk, approving: Approving, deeds: Mapping[str, Deed]) -> None:
        self._desk = desk
        self._approving = approving
        self._deeds = deeds

    def typed(self, text: str) -> None:
        """Characters that belong to no field: a PIN, or a row's number."""
        if self._approving.asked is not None:
            self._approving.typed(text)
        elif text.isdigit():
            self.row(int(text[0]))

    def field(self, name: str, value: str) -> None:
        """What is typed or chosen in a field."""
        sheet = self._desk.sheet
        if sheet is not None and sheet.approval is None:
            fields = tuple(
                replace(field, value=value) if field.name == name else field
                for field in sheet.fields
            )
            changed = replace(sheet, fields=fields, touched=True, notice=None)
            self._desk.change(changed)
            self._deeds[sheet.kind].field(changed, name)

    def row(self, number: int) -> None:
        """A row by its number; while somebody is asked to approve, who it is."""
        sheet = self._desk.sheet
        if sheet is None:
            return
        if sheet.approval is not None:
            self._approving.chosen(number)
            return
        row = next((row for row in sheet.rows if row.number == number and row.open), None)
        if row is not None:
            self._deeds[sheet.kind].row(sheet, row)

    def enter(self) -> None:
        """Enter."""
        sheet = self._desk.sheet
        if sheet is None:
            return
        if sheet.approval is not None:
            self._approving.enter()
        else:
            self._deeds[sheet.kind].enter(sheet)

    def other(self) -> bool:
        """F8; False where it means what it means without a sheet."""
        sheet = self._desk.sheet
        return sheet is not None and sheet.approval is None and self._deeds[sheet.kind].other(sheet)

    def backspace(self) -> None:
        """A digit of the PIN."""
        self._approving.backspace()

    def badge(self, code: str) -> bool:
        """A badge was scanned; False: nobody is asked to approve, and nothing would be lost."""
        if self._approving.asked is not None:
            self._approving.badge(code)
            return True
        return self._kept()

    def scanned(self, found: Identified) -> bool:
        """A code was scanned; False: it means what it means without the sheet.

        What is typed or waits for an approval is not thrown away for it.
        """
        sheet = self._desk.sheet
        if sheet is None:
            return False
        if sheet.approval is None and self._deeds[sheet.kind].scanned(sheet, found):
            return True
        return sheet.kind != "sales" and self._kept()

    def _kept(self) -> bool:
        """Whether the open sheet holds something that would be lost; then it says so."""
        sheet = self._desk.sheet
        if sheet is None or not (sheet.touched or sheet.approval is not None):
            return False
        self._desk.tell(Mood.ATTENTION, "finish-first")
        return True

    def close(self) -> None:
        """One step back: the approval, the sheet behind, the counter."""
        sheet = self._desk.sheet
        if sheet is None:
            return
        if sheet.approval is not None:
            self._approving.close()
        else:
            self._desk.stage.update(sheet=sheet.behind)
            self._deeds[sheet.kind].closed(sheet)


def fact(code: str, **facts: object) -> Notice:
    """A line of a sheet."""
    return Notice(Mood.QUIET, code, tuple(facts.items()))


def whole_number(text: str) -> int:
    """A number as it was typed, in any digits, perhaps with a sign; `number-unreadable`."""
    plain = text.strip().replace("−", "-").replace("＋", "+").replace("－", "-")
    digits = plain.lstrip("+-")
    if not digits.isdecimal() or len(plain) - len(digits) > 1 or len(digits) > 9:
        raise LoyaltyError("number-unreadable", typed=text.strip()[:20])
    return -int(digits) if plain.startswith("-") else int(digits)


def member_of(sheet: ActSheet) -> UUID:
    """The member a sheet is about."""
    return UUID(sheet.subject)
