"""Wishes of a return: the sale behind a slip, which units, what it means, and booking it."""

from __future__ import annotations

from dataclasses import replace

from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
from loyalty.ledger.count import given_of, stamps_of
from loyalty.sales.returned import Returned
from pos.acts import Act
from pos.clock import moment_of
from pos.ids import new_id
from pos.returns import BookedReturn, Returnable, confirm_return, find_sale, preview_return
from pos.shop import Shop
from pos.slips import number_text
from pos.vouchers import voucher_state
from ui.counter.booked import return_done
from ui.counter.fetching import Fetching
from ui.counter.notice import Mood, Notice
from ui.counter.selling import Selling
from ui.counter.session import Exchange
from ui.counter.sheets import ReturnLine, ReturnSheet
from ui.counter.stage import Stage
from ui.counter.writing import Writing

STAMPS, GIVEN = stamps_of(""), given_of("")  # how the names of such counts begin


class Returning:
    """A return under way; the numbers on the sheet are those that will be booked."""

    def __init__(
        self, stage: Stage, selling: Selling, writing: Writing, fetching: Fetching
    ) -> None:
        self._stage = stage
        self._fetching = fetching
        self._selling = selling
        self._writing = writing

    def exchange(self) -> None:
        """F5 on a return: others go out for what comes back; Enter at the counter books both."""
        sheet, found = self._stage.now.sheet, self._stage.now.returning
        if not isinstance(sheet, ReturnSheet) or found is None:
            return
        units = tuple(line.chosen for line in sheet.lines)
        try:
            back = preview_return(self._stage.shop, found, units)
        except LoyaltyError as no:
            self._no(no)
            return
        self._selling.exchange(Exchange(found, units, back))

    @property
    def number(self) -> SaleNumber | None:
        """The sale behind the open return."""
        now = self._stage.now
        open_ = isinstance(now.sheet, ReturnSheet) and now.returning is not None
        return now.returning.sold.key if open_ and now.returning else None

    def slip(self, number: SaleNumber) -> None:
        """A slip was scanned. Goods that are rung up are not thrown away for it."""
        if self._stage.now.lines or self._stage.now.chosen:
            self._stage.tell(Mood.ATTENTION, "finish-first")
            return
        if self._fetching.connected and number.terminal != self._stage.shop.settings.terminal:
            self._stage.tell(Mood.QUIET, "sale-asking", terminal=number.terminal, seq=number.seq)
        self._fetching.find(number, lambda named, heard: self._look(named or number, heard))

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

    def _look(self, number: SaleNumber, heard: bool) -> None:
        """Head office was asked, and what there is of the sale is here by now."""
        shop = self._stage.shop

        def no(refused: LoyaltyError) -> None:
            unsent = heard and refused.code == "sale-elsewhere"
            code = "sale-not-there" if unsent else refused.code
            self._stage.tell(Mood.REFUSED, code, **refused.facts)

        self._stage.ask(lambda: _come_back(shop, number), self._found, no)

    def _found(self, answer: tuple[Returnable, int]) -> None:
        found, used = answer
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
            vouchers_used=used,
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
            nothing = replace(nothing, owed=0, waived=0, kept_minor=0, stamps=0, vouchers=0)
            self._stage.update(sheet=replace(nothing, lines=lines))
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
        stamps=-sum(count.amount for count in what.counts if count.name.startswith(STAMPS)),
        vouchers=sum(count.name.startswith(GIVEN) and count.amount < 0 for count in what.counts),
    )


def _come_back(shop: Shop, number: SaleNumber) -> tuple[Returnable, int]:
    """The sale, and how many of the vouchers it handed out were used already."""
    found = find_sale(shop, number)
    given = [voucher_state(shop, code) for code in found.sold.sale.given]
    return found, sum(voucher.used for voucher in given)
