"""Returns without a slip in hand: the sale chosen from a list, voided, or not known at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from loyalty.basket import Basket, Line
from loyalty.codes import SaleNumber, sale_code, sale_number
from loyalty.errors import LoyaltyError
from loyalty.money import amount_from_text, currency
from pos.acts import Act
from pos.approving import entitled
from pos.catalogue import rung_up
from pos.counter import Identified, ProductCode, ReceiptCode
from pos.finding import RecentSale, recent_sales, sale_typed
from pos.returns import BookedReturn, BookedUnlinked, confirm_unlinked, void
from pos.rights import Right
from pos.slips import number_text
from ui.counter.booked import return_done
from ui.counter.deeds import ActDesk, Deed, fact
from ui.counter.notice import Mood
from ui.counter.sheets import ActSheet, Field, ReturnSheet, Row
from ui.counter.state import Done

MOST = 9
Told = Callable[[Done, SaleNumber], None]
"""Shows an act that is in the books, and prints its slip."""


class SalesDeed(Deed):
    """F5 with nothing scanned: the newest sales by number, or a slip's number typed."""

    def __init__(
        self, desk: ActDesk, chosen: Callable[[SaleNumber], None], unlinked: UnlinkedDeed
    ) -> None:
        self._desk = desk
        self._chosen = chosen
        self._unlinked = unlinked

    def open(self) -> None:
        """The sales of the member who stands there, else those of the shop."""
        stage = self._desk.stage
        if stage.now.done is not None:
            stage.next_customer()  # a scan would, and the list with it
        shop, who = stage.shop, stage.now.member
        member = who.member.id if who else None

        def listed(found: tuple[RecentSale, ...]) -> None:
            rows = tuple(_row(number, sale) for number, sale in enumerate(found, start=1))
            self._desk.open(
                ActSheet(
                    "sales",
                    who.member.name if who else "",
                    str(member) if member else "",
                    facts=() if rows else (fact("no-sales"),),
                    fields=(Field("slip", code=True),),
                    rows=rows,
                )
            )

        self._desk.ask(lambda: recent_sales(shop, member, MOST), listed)

    def row(self, sheet: ActSheet, row: Row) -> None:
        self._chosen(sale_number(row.id))

    def scanned(self, sheet: ActSheet, found: Identified) -> bool:
        """The square code of a slip names the sale here as its bar code does anywhere."""
        if not isinstance(found, ReceiptCode) or found.sale is None:
            return False
        self._chosen(found.sale)
        return True

    def enter(self, sheet: ActSheet) -> None:
        shop, typed = self._desk.stage.shop, sheet.value("slip").strip()
        if typed:
            self._desk.ask(lambda: sale_typed(shop, typed), self._chosen)
        elif sheet.rows and sheet.rows[0].open:
            self._chosen(sale_number(sheet.rows[0].id))

    def without(self, sheet: ActSheet) -> None:
        """F5 once more: there is no slip, and nobody finds the sale."""
        self._unlinked.open(sheet)


class VoidDeed(Deed):
    """A whole sale taken back as a mistake, long after F8 would."""

    def __init__(self, desk: ActDesk, told: Told) -> None:
        self._desk = desk
        self._told = told

    def open(self, sheet: ReturnSheet, number: SaleNumber) -> None:
        """F8 on a return."""
        facts = (fact("void-whole", number=sheet.number),)
        field = (Field("reason"),)
        code = sale_code(number)
        self._desk.open(
            ActSheet("void", sheet.member, code, facts=facts, fields=field, behind=sheet)
        )

    def enter(self, sheet: ActSheet) -> None:
        shop, why, number = (
            self._desk.stage.shop,
            sheet.value("reason"),
            sale_number(sheet.subject),
        )
        if not why.strip():
            self._desk.refuse(LoyaltyError("reason-missing"))
            return

        def work(act: Act, approved: str) -> BookedReturn:
            return void(
                shop, act, number, why, entitled(shop, act.operator, Right.VOID_LATER, approved)
            )

        self._desk.book(work, self._booked)

    def _booked(self, booked: BookedReturn) -> None:
        self._told(replace(return_done(booked), kind="sale-undone"), booked.entry.key)


class UnlinkedDeed(Deed):
    """Goods that come back without their sale: scanned or typed, with the reason."""

    def __init__(self, desk: ActDesk, told: Told) -> None:
        self._desk = desk
        self._told = told

    def open(self, sheet: ActSheet) -> None:
        """From the list of sales; points are taken from the member who stands there, if any."""
        self._desk.open(
            ActSheet(
                "unlinked",
                sheet.who,
                sheet.subject,
                facts=(fact("unlinked-scan"),),
                fields=(Field("amount", code=True), Field("goods"), Field("reason")),
                behind=sheet,
            )
        )

    def scanned(self, sheet: ActSheet, found: Identified) -> bool:
        if not isinstance(found, ProductCode) or len(sheet.rows) >= MOST:
            return False
        shop, code = self._desk.stage.shop, found.code

        def seen(line: Line) -> None:
            number = len(sheet.rows) + 1
            row = Row(number, code, line.text, amount_minor=line.amount_minor)
            self._desk.change(replace(sheet, rows=(*sheet.rows, row), notice=None))
            self._desk.stage.sign(Mood.OK)

        self._desk.ask(lambda: rung_up(shop, code), seen)
        return True

    def row(self, sheet: ActSheet, row: Row) -> None:
        """A scanned thing is put away again."""
        kept = [each for each in sheet.rows if each.number != row.number]
        rows = tuple(replace(each, number=number) for number, each in enumerate(kept, start=1))
        self._desk.change(replace(sheet, rows=rows, notice=None))

    def enter(self, sheet: ActSheet) -> None:
        shop, why = self._desk.stage.shop, sheet.value("reason")
        member = UUID(sheet.subject) if sheet.subject else None
        typed = sheet.value("amount").strip()
        try:
            money = currency(shop.settings.currency)
            amount = amount_from_text(typed, money) if typed or not sheet.rows else 0
        except LoyaltyError as no:
            self._desk.refuse(no)
            return
        if not why.strip():
            self._desk.refuse(LoyaltyError("return-why"))
            return
        what, codes = sheet.value("goods")[:120], [row.id for row in sheet.rows]

        def work(act: Act, approved: str) -> BookedUnlinked:
            lines = [rung_up(shop, code) for code in codes]
            by_hand = [Line(what, amount)] if amount else []
            basket = Basket(shop.settings.currency, (*lines, *by_hand))
            answer = entitled(shop, act.operator, Right.RETURN_UNLINKED, approved)
            return confirm_unlinked(shop, act, basket, member, why, answer)

        self._desk.book(work, self._booked)

    def _booked(self, booked: BookedUnlinked) -> None:
        told = booked.unlinked
        done = Done(
            kind="return",
            number=number_text(booked.entry.key),
            taken_back=told.clawed,
            balance=booked.after.balance if booked.member else None,
            account=booked.entry.member,
            amount_minor=told.refund_minor,
        )
        self._told(done, booked.entry.key)


def _row(number: int, sale: RecentSale) -> Row:
    words = fact("sale-of", member=sale.member) if sale.member else fact("sale-without-card")
    came_back = (fact("sale-touched"),) if sale.returned else ()
    text = f"{number_text(sale.number)} · {sale.at:%Y-%m-%d %H:%M}"
    details = (words, *came_back)
    return Row(number, sale_code(sale.number), text, details, amount_minor=sale.total_minor)
