"""Sales of the past, booked through the real rules as if the till had rung them up that day.

A receipt is known by till, number and day; without a number, a row is a receipt, known by all it
says. What they earned is reckoned by the program of the day, or by one that is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from loyalty.basket import Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.documents import sale_from
from loyalty.ledger.entry import Kind
from loyalty.members.history import Scene
from loyalty.money import LARGEST_MINOR
from loyalty.product import Product
from loyalty.rules.program import Program
from loyalty.sales.sale import Occasion, Sale
from loyalty.sales.selling import sale_entry, sell
from pos.clock import FixedClock, day_of, milliseconds, moment_of
from pos.importing import cells
from pos.importing.faults import CellError, Faults
from pos.importing.ids import derived
from pos.importing.kinds import Here, Key, Record, Source
from pos.importing.receipts import AT, GOODS, KEY, LINE, WHOSE, receipts, row_key
from pos.importing.row import Row
from pos.importing.spool import Spool
from pos.importing.whose import LIVING, Whose, theirs
from pos.scene import scene_of
from pos.store import View, Work
from pos.vouchers import fresh_voucher, given_counts

_MOST_UNITS = 9_999
_REMEMBERED = 20_000  # products kept at hand while a file is checked


class Sales:
    """Reads, looks up and books sales.

    A record: [at, key], key, whose, goods of each line, member or empty.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._whose = Whose(source)
        self._now_ms = milliseconds(source.shop.clock.now())
        self._products: dict[str, Product | None] = {}
        self._programs: dict[date, Program] = {}

    def read(self, row: Row) -> Record | None:
        """What a row says of a line of a receipt."""
        skip = self._source.mapping.skip_negative
        if skip and any(
            row.text(field).startswith(("-", "\u2212")) for field in ("amount", "units")
        ):
            return None
        at_ms = row.wanted("date", lambda text: self._at(text, row), 0)
        whose = theirs(row, self._source)
        goods = self._goods(row)
        till = row.read("till", _short, "")
        receipt = row.read("receipt", _short, "")
        if not row.sound:
            return None
        on = day_of(moment_of(at_ms), self._source.shop.clock.zone).isoformat()
        return [row_key(till, receipt, on, [at_ms, whose, goods]), row.line, at_ms, whose, goods]

    def whole(self, spool: Spool, faults: Faults) -> Iterator[tuple[int, Record]]:
        """Receipts, at the time of their first line."""
        for rows in receipts(spool, faults):
            first = rows[0]
            at_ms = min(row[AT] for row in rows)
            whose: list[Any] = next((row[WHOSE] for row in rows if row[WHOSE]), [])
            line = min(row[LINE] for row in rows)
            goods = [row[GOODS] for row in sorted(rows, key=lambda row: int(row[LINE]))]
            yield line, [[at_ms, *first[KEY]], first[KEY], whose, goods, ""]

    def look(self, view: View, record: Record) -> None:
        """Find the member, and what the catalogue knows of the goods."""
        _, key, whose, goods, _ = record
        if whose:
            member = self._whose.find(view, whose)
            if member is None:
                raise CellError("member-unknown")
            record[4] = member.id.hex
        for one in goods:
            self._completed(view, one)
        program = self._program(view, self._on(record))
        if program.currency != self._source.money.code:
            raise LoyaltyError("basket-currency", currency=self._source.money.code)
        earlier = view.entry_of(self._act(record), Kind.SALE)
        if earlier is not None:
            sale = sale_from(earlier.body, earlier.source, earlier.member, earlier.program)
            if sale.total_minor != sum(one[1] for one in goods):
                raise CellError("sale-differs", amount_minor=sale.total_minor)
            raise Here("receipt", key[1], same=True)

    def keys(self, record: Record) -> Iterable[Key]:
        """Rows of one key are one receipt already."""
        return ()

    def book(self, work: Work, record: Record) -> bool:
        """Book a receipt at its own time; its vouchers are given as they would have been."""
        act = self._act(record)
        (at_ms, *_), key, _, goods, member = record
        shop, on = self._source.shop, self._on(record)
        then = replace(shop, clock=FixedClock(moment_of(at_ms), shop.clock.zone))
        program = self._program(work, on)
        person = work.member(UUID(member)) if member else None
        if member and (person is None or person.status not in LIVING):  # gone since the check
            raise LoyaltyError("member-unknown")
        scene = scene_of(work, then, program, person)
        occasion = Occasion(act, at_ms, on, number=key[1], minute=then.minute)
        basket = Basket(self._source.money.code, tuple(map(_line, goods)))
        sale = self._sold(work, basket, program, occasion, scene)
        account = scene.standing.account if scene.standing else Account()
        booked = work.append(sale_entry(sale, account, occasion))
        return booked.source == act

    def _sold(
        self, work: Work, basket: Basket, program: Program, occasion: Occasion, scene: Scene
    ) -> Sale:
        sale, gifts = sell(basket, program, occasion, scene.standing, (), scene.shop)
        if not gifts:
            return sale
        plain = [fresh_voucher(work, terms, sale.id, occasion) for terms in gifts]
        vouchers = tuple(replace(voucher, member=sale.member) for voucher in plain)
        for voucher in vouchers:
            work.add_voucher(voucher)
        given = tuple(voucher.code for voucher in vouchers)
        return replace(sale, given=given, counts=(*sale.counts, *given_counts(vouchers)))

    def _act(self, record: Record) -> UUID:
        return derived("sale", self._source.mapping.system, *record[1])

    def _on(self, record: Record) -> date:
        return date.fromisoformat(record[1][2])

    def _at(self, text: str, row: Row) -> int:
        mapping = self._source.mapping
        forms = (mapping.date_format, mapping.time_format)
        zone = self._source.shop.clock.zone
        at_ms = milliseconds(cells.moment(text, row.text("time"), forms, zone))
        if at_ms > self._now_ms:
            raise CellError("date-future")
        if at_ms < 0:
            raise CellError("date-range")
        return at_ms

    def _goods(self, row: Row) -> list[Any]:
        """A line as [text, amount, units, sku, category, brand, tax, flags]."""
        money, decimal = self._source.money, self._source.mapping.decimal
        amount = row.wanted("amount", lambda text: cells.money(text, money, decimal), 0)
        tax = row.read("tax", lambda text: cells.money(text, money, decimal), 0)
        units = row.read("units", lambda text: cells.number(text, 1, _MOST_UNITS), 1)
        if not amount <= LARGEST_MINOR or tax > amount:
            row.wrong("tax", row.text("tax"), "line-tax", tax_minor=tax)
        flags = row.read("flags", cells.marks, cells.NO_WORDS)
        words = [row.read(name, cells.name, "") for name in ("text", "sku", "category", "brand")]
        return [words[0], amount, units, *words[1:], tax, sorted(flags)]

    def _completed(self, view: View, goods: list[Any]) -> None:
        """What a row does not say of its goods, the catalogue may."""
        sku = goods[3]
        if not sku or all((goods[0], goods[4], goods[5])):
            return
        if sku not in self._products:
            if len(self._products) >= _REMEMBERED:
                self._products.clear()
            self._products[sku] = view.product(sku)
        product = self._products[sku]
        if product is not None:
            goods[0] = goods[0] or product.name
            goods[4] = goods[4] or product.category
            goods[5] = goods[5] or product.brand
            goods[7] = sorted({*goods[7], *product.flags})

    def _program(self, view: View, on: date) -> Program:
        """The program named, else the one of the day; LoyaltyError `program-none-then`, or
        `program-unknown` of the one named.
        """
        if on not in self._programs:
            named = self._source.program
            found = view.program(named) if named else view.program_on(on)
            if found is None:
                if named:
                    raise LoyaltyError("program-unknown", number=named)
                raise LoyaltyError("program-none-then", day=on.isoformat())
            self._programs[on] = found
        return self._programs[on]


def _line(goods: list[Any]) -> Line:
    text, amount, units, sku, category, brand, tax, flags = goods
    return Line(text, amount, units, sku, category, brand, tax, frozenset(flags))


def _short(text: str) -> str:
    return cells.name(text, 80)
