"""Wishes of a return: the sale behind a slip, which units, what it means, and booking it."""

from __future__ import annotations

from dataclasses import replace

from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
from loyalty.returned import Returned
from pos.acts import Act
from pos.clock import moment_of
from pos.ids import new_id
from pos.returns import BookedReturn, Returnable, confirm_return, find_sale, preview_return
from pos.slips import number_text
from ui.counter.booked import return_done
from ui.counter.notice import Mood, Notice
from ui.counter.selling import Selling
from ui.counter.sheets import ReturnLine, ReturnSheet
from ui.counter.stage import Stage
from ui.counter.writing import Writing


class Returning:
    """A return under way; the numbers on the sheet are those that will be booked."""

    def __init__(self, stage: Stage, selling: Selling, writing: Writing) -> None:
        self._stage = stage
        self._selling = selling
        self._writing = writing

    def ask_for_slip(self) -> None:
        """F5: a sale comes back by its slip, which may be scanned at any moment."""
        self._stage.tell(Mood.ATTENTION, "scan-slip")

    def slip(self, number: SaleNumber) -> None:
        """A slip was scanned. Goods that are rung up are not thrown away for it."""
        if self._stage.now.lines or self._stage.now.chosen:
            self._stage.tell(Mood.ATTENTION, "finish-first")
            return
        shop = self._stage.shop
        self._stage.ask(lambda: find_sale(shop, number), self._found)

    def typed(self, text: str) -> None:
        """A line's number takes the line in or out."""
        for char in text:
            if char.isdigit() and char != "0":
                self.line(int(char))

    def line(self, number: int) -> None:
        """Take a line in or out. The first choice starts from nothing, not from everything."""
        sheet = self._stage.now.sheet
        if not isinstance(sheet, ReturnSheet) or not 0 < number <= len(sheet.lines):
            return
        lines = [line if sheet.touched else replace(line, chosen=0) for line in sheet.lines]
        picked = lines[number - 1]
        lines[number - 1] = replace(picked, chosen=0 if picked.chosen else picked.left)
        self._show(replace(sheet, touched=True), tuple(lines))

    def units(self, number: int, delta: int) -> None:
        """One unit of a line more or less."""
        sheet = self._stage.now.sheet
        if not isinstance(sheet, ReturnSheet) or not 0 < number <= len(sheet.lines):
            return
        lines = list(sheet.lines)
        line = lines[number - 1]
        lines[number - 1] = replace(line, chosen=min(line.left, max(0, line.chosen + delta)))
        self._show(replace(sheet, touched=True), tuple(lines))

    def enter(self) -> None:
        """Book the return."""
        stage = self._stage
        sheet, found, operator = stage.now.sheet, stage.now.returning, stage.now.operator
        if not isinstance(sheet, ReturnSheet) or found is None or operator is None:
            return
        shop, units = stage.shop, tuple(line.chosen for line in sheet.lines)
        act = Act(
            stage.now.sale_id or new_id(shop.clock),
            operator.id,
            stage.now.shift.id if stage.now.shift else None,
        )
        number = found.sold.key
        stage.book(lambda: confirm_return(shop, act, number, units), self._booked, self._no)

    def _found(self, found: Returnable) -> None:
        lines = tuple(
            ReturnLine(number, sold.line.text, sold.line.units, left, left, sold.line.amount_minor)
            for number, (sold, left) in enumerate(
                zip(found.sold.sale.lines, found.sold.units_left, strict=True), start=1
            )
        )
        key = found.sold.key
        zone = self._stage.shop.clock.zone
        sheet = ReturnSheet(
            number=number_text(key),
            sold_at=moment_of(found.sold.at_ms).astimezone(zone),
            member=found.member.name if found.member else "",
            lines=lines,
            refund_minor=0,
            taken_back=0,
            given_back=0,
        )
        self._stage.now = self._stage.now.cleared()
        self._stage.update(returning=found, sale_id=new_id(self._stage.shop.clock))
        self._show(sheet, lines)
        self._stage.sign(Mood.OK)

    def _show(self, sheet: ReturnSheet, lines: tuple[ReturnLine, ...]) -> None:
        found = self._stage.now.returning
        if found is None:
            return
        try:
            what = preview_return(self._stage.shop, found, tuple(line.chosen for line in lines))
        except LoyaltyError as no:
            notice = Notice(Mood.ATTENTION, no.code, tuple(no.facts.items()))
            nothing = replace(sheet, refund_minor=0, taken_back=0, given_back=0, notice=notice)
            self._stage.update(sheet=replace(nothing, lines=lines, owed=0, waived=0, kept_minor=0))
            return
        self._stage.update(sheet=replace(_with(sheet, what), lines=lines, notice=None))

    def _no(self, no: LoyaltyError) -> None:
        sheet = self._stage.now.sheet
        if isinstance(sheet, ReturnSheet):
            notice = Notice(Mood.REFUSED, no.code, tuple(no.facts.items()))
            self._stage.update(sheet=replace(sheet, notice=notice))
        self._stage.sign(Mood.REFUSED)

    def _booked(self, booked: BookedReturn) -> None:
        self._selling.done(return_done(booked))
        self._writing.print_by_itself(booked.entry.key)


def _with(sheet: ReturnSheet, what: Returned) -> ReturnSheet:
    return replace(
        sheet,
        refund_minor=what.refund_minor,
        taken_back=what.clawed,
        given_back=what.restored,
        owed=what.owed,
        waived=what.waived,
        kept_minor=what.kept_minor,
    )
