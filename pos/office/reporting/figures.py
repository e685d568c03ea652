"""The figures of a report, counted in the database: sales and points of terminals in some days.

Sums come from the roll-ups; who bought, and with a card or without, from the sales themselves. What
each figure means is a wording of its own (`figure.….means`), shown under it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import returned_from
from loyalty.ledger.entry import Kind
from pos.office.reporting.periods import Period
from pos.office.schema.dialect import among
from pos.office.schema.facts import entry, reversal, sale, terminal
from pos.office.schema.shops import shop
from pos.office.schema.sums import GROUPS, day_money, day_sum, late_sum, member_sum
from pos.store.columns import day_from, day_number

LEAST = 30
"""Fewer purchases than these are counted, but no share or average is made of them."""
MOST_RETURNS = 100_000
_POINTS = tuple(name for name in GROUPS if name != "moving")


@dataclass(slots=True)
class Money:
    """Sales in one currency, in minor units; `card_…`: of members. `refund_minor`: handed out."""

    currency: str
    sales: int = 0
    total_minor: int = 0
    paid_minor: int = 0
    card_sales: int = 0
    card_minor: int = 0
    returns: int = 0
    refund_minor: int = 0

    @property
    def card_percent(self) -> int | None:
        """Sales with a card, of a hundred; None where there are too few to say."""
        return _rounded(100 * self.card_sales, self.sales) if self.sales >= LEAST else None

    @property
    def basket_minor(self) -> int | None:
        """Average sale."""
        return _rounded(self.total_minor, self.sales) if self.sales >= LEAST else None

    @property
    def card_basket_minor(self) -> int | None:
        """Average sale with a card."""
        few = self.card_sales < LEAST
        return None if few else _rounded(self.card_minor, self.card_sales)

    @property
    def bare_basket_minor(self) -> int | None:
        """Average sale without a card."""
        bare = self.sales - self.card_sales
        return None if bare < LEAST else _rounded(self.total_minor - self.card_minor, bare)


@dataclass(slots=True)
class Figures:
    """What happened in one place: everywhere, in a shop, or at a terminal (0: head office)."""

    shop: int = 0
    terminal: int = -1
    name: str = ""
    money: dict[str, Money] = field(default_factory=dict)
    points: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_POINTS, 0))
    active: int = 0
    new: int = 0
    unsent: int = 0
    contact_ms: int = 0

    def of(self, currency: str) -> Money:
        """Its sales in a currency."""
        return self.money.setdefault(currency, Money(currency))


@dataclass(frozen=True, slots=True)
class Late:
    """Entries that came for a month when it was closed, and the month they are counted in."""

    month: int
    counted_in: int
    terminal: int
    entries: int
    points: int


@dataclass(frozen=True, slots=True)
class Report:
    """Figures of all places together, of each shop, of each terminal, and of each day."""

    period: Period
    whole: Figures
    shops: tuple[Figures, ...]
    terminals: tuple[Figures, ...]
    days: Mapping[str, tuple[tuple[date, int, int], ...]]
    """By currency: day, sales, total in minor units; days without a sale are left out."""
    late: tuple[Late, ...]


def report(
    db: sa.Connection,
    merchant: int,
    period: Period,
    sees: Collection[int],
    only_shop: int = 0,
    only_terminal: int = 0,
) -> Report:
    """The figures of a period. `sees`: shops it may tell of, none: all of them, and head office.

    LoyaltyError `shop-unknown`, `terminal-unknown` (number) for one that is not among them.
    """
    named = _shops(db, merchant)
    places = _places(db, merchant, named, sees, only_shop, only_terminal)
    work = _Counting(db, merchant, period, tuple(sorted(places)))
    whole = Figures()
    shops: dict[int, Figures] = {}
    for one in places.values():
        if one.shop:
            label = named.get(one.shop, ("", ""))[0]
            shops.setdefault(one.shop, Figures(one.shop, name=label))
    currencies = {number: named.get(one.shop, ("", ""))[1] for number, one in places.items()}
    for number, made in work.money(currencies):
        for each in _above(places[number], shops, whole):
            _add_money(each.of(made.currency), made)
    for number, name, points in work.points():
        for each in _above(places[number], shops, whole):
            each.points[name] += points
    for number, active, new in work.members():
        places[number].active, places[number].new = active, new
    for number, active, new in work.members_of_shops():
        if number in shops:
            shops[number].active, shops[number].new = active, new
    whole.active, whole.new = work.members_at_all()
    for one in places.values():
        whole.unsent += one.unsent
        if one.shop:
            shops[one.shop].unsent += one.unsent
    return Report(
        period,
        whole,
        tuple(shops[number] for number in sorted(shops)),
        tuple(places[number] for number in sorted(places)),
        work.days(),
        work.late(),
    )


def _rounded(amount: int, by: int) -> int:
    """Divided, a half rounded up."""
    return (2 * amount + by) // (2 * by)


def _above(one: Figures, shops: Mapping[int, Figures], whole: Figures) -> Iterable[Figures]:
    return (one, whole, shops[one.shop]) if one.shop else (one, whole)


def _add_money(into: Money, more: Money) -> None:
    for name in ("sales", "total_minor", "paid_minor", "card_sales", "card_minor"):
        setattr(into, name, getattr(into, name) + getattr(more, name))
    into.returns += more.returns
    into.refund_minor += more.refund_minor


def _shops(db: sa.Connection, merchant: int) -> dict[int, tuple[str, str]]:
    wanted = sa.select(shop.c.number, shop.c.name, shop.c.currency)
    rows = db.execute(wanted.where(shop.c.merchant == merchant))
    return {row.number: (row.name, row.currency) for row in rows}


def _places(
    db: sa.Connection,
    merchant: int,
    named: Mapping[int, tuple[str, str]],
    sees: Collection[int],
    only_shop: int,
    only_terminal: int,
) -> dict[int, Figures]:
    """Terminals that are told of, by number; 0 where head office itself is."""
    if only_shop and (only_shop not in named or (sees and only_shop not in sees)):
        raise LoyaltyError("shop-unknown", number=only_shop)
    wanted = sa.select(terminal).where(terminal.c.merchant == merchant)
    found = {
        row.number: Figures(
            row.shop, row.number, row.name, unsent=row.unsent, contact_ms=row.contact_ms
        )
        for row in db.execute(wanted)
        if (not sees or row.shop in sees) and only_shop in (0, row.shop)
    }
    if only_terminal:
        if only_terminal not in found:
            raise LoyaltyError("terminal-unknown", number=only_terminal)
        return {only_terminal: found[only_terminal]}
    if not sees and not only_shop:
        found[0] = Figures(0, 0)
    return found


class _Counting:
    """The queries of one report."""

    def __init__(
        self, db: sa.Connection, merchant: int, period: Period, numbers: tuple[int, ...]
    ) -> None:
        self._db = db
        self._merchant = merchant
        self._first, self._last = day_number(period.first), day_number(period.last)
        self._numbers = numbers

    def _within(self, table: sa.Table, day: str) -> tuple[sa.ColumnElement[bool], ...]:
        return (
            table.c.merchant == self._merchant,
            table.c[day].between(self._first, self._last),
            among(self._db, table.c.terminal, self._numbers),
        )

    def money(self, currencies: Mapping[int, str]) -> list[tuple[int, Money]]:
        """Sales by terminal and currency, and what was handed out for returns. `currencies`: of
        each terminal's shop.
        """
        carded = sa.case((sale.c.member.is_not(None), 1), else_=0)
        wanted = sa.select(
            sale.c.terminal,
            sale.c.currency,
            sa.func.count(),
            sa.func.sum(sale.c.total_minor),
            sa.func.sum(sale.c.paid_minor),
            sa.func.sum(carded),
            sa.func.sum(carded * sale.c.total_minor),
        ).where(*self._within(sale, "bizdate"))
        rows = self._db.execute(wanted.group_by(sale.c.terminal, sale.c.currency))
        found = [(number, Money(currency, *map(int, sums))) for number, currency, *sums in rows]
        return found + self._refunds(currencies)

    def _refunds(self, currencies: Mapping[int, str]) -> list[tuple[int, Money]]:
        """Returns that were not undone; each is paid in the currency of its shop."""
        undone = sa.exists().where(
            reversal.c.merchant == entry.c.merchant,
            reversal.c.of_terminal == entry.c.terminal,
            reversal.c.of_epoch == entry.c.epoch,
            reversal.c.of_seq == entry.c.seq,
        )
        wanted = (
            sa.select(entry.c.terminal, entry.c.source, entry.c.body)
            .where(*self._within(entry, "bizdate"), entry.c.kind == Kind.RETURN.value, ~undone)
            .limit(MOST_RETURNS)
        )
        found: dict[int, Money] = {}
        for number, source, body in self._db.execute(wanted):
            try:
                minor = returned_from(body, UUID(bytes=source)).refund_minor
            except LoyaltyError:
                continue  # it was set aside, and a person looks at it
            made = found.setdefault(number, Money(currencies.get(number, "")))
            made.returns += 1
            made.refund_minor += minor
        return list(found.items())

    def points(self) -> list[tuple[int, str, int]]:
        """Points by terminal and what became of them."""
        sums = [sa.func.sum(day_sum.c[name]) for name in _POINTS]
        wanted = sa.select(day_sum.c.terminal, *sums).where(*self._within(day_sum, "day"))
        rows = self._db.execute(wanted.group_by(day_sum.c.terminal))
        return [
            (number, name, int(points))
            for number, *sums_ in rows
            for name, points in zip(_POINTS, sums_, strict=True)
        ]

    def members(self) -> list[tuple[int, int, int]]:
        """Members who bought, and of those new ones, by terminal."""
        return self._by(sale.c.terminal, member_sum.c.terminal, None)

    def members_of_shops(self) -> list[tuple[int, int, int]]:
        """The same by shop: whoever was at two of its terminals is one."""
        return self._by(terminal.c.shop, terminal.c.shop, terminal)

    def members_at_all(self) -> tuple[int, int]:
        """The same in all of these places together."""
        active = sa.select(sa.func.count(sale.c.member.distinct())).where(
            *self._within(sale, "bizdate")
        )
        new = sa.select(sa.func.count(member_sum.c.member.distinct())).where(
            *self._within(member_sum, "first_day"), ~self._before()
        )
        return (
            int(self._db.execute(active).scalar_one()),
            int(self._db.execute(new).scalar_one()),
        )

    def _by(
        self, of_sale: sa.Column[int], of_member: sa.Column[int], beside: sa.Table | None
    ) -> list[tuple[int, int, int]]:
        active = sa.select(of_sale, sa.func.count(sale.c.member.distinct()))
        new = sa.select(of_member, sa.func.count(member_sum.c.member.distinct()))
        if beside is not None:
            active = active.join_from(sale, beside, _same_terminal(sale))
            new = new.join_from(member_sum, beside, _same_terminal(member_sum))
        active = active.where(*self._within(sale, "bizdate")).group_by(of_sale)
        new = new.where(*self._within(member_sum, "first_day"), ~self._before())
        found: dict[int, list[int]] = {}
        for at, wanted in enumerate((active, new.group_by(of_member))):
            for number, many in self._db.execute(wanted):
                found.setdefault(number, [0, 0])[at] = int(many)
        return [(number, both[0], both[1]) for number, both in found.items()]

    def _before(self) -> sa.ColumnElement[bool]:
        """Whether a member bought before these days, wherever it was."""
        earlier = member_sum.alias("earlier")
        return sa.exists().where(
            earlier.c.merchant == member_sum.c.merchant,
            earlier.c.member == member_sum.c.member,
            earlier.c.first_day < self._first,
        )

    def days(self) -> dict[str, tuple[tuple[date, int, int], ...]]:
        """Sales of each day, by currency."""
        wanted = (
            sa.select(
                day_money.c.currency,
                day_money.c.day,
                sa.func.sum(day_money.c.sales),
                sa.func.sum(day_money.c.total_minor),
            )
            .where(*self._within(day_money, "day"))
            .group_by(day_money.c.currency, day_money.c.day)
            .order_by(day_money.c.currency, day_money.c.day)
        )
        found: dict[str, list[tuple[date, int, int]]] = {}
        for currency, day, sales, total in self._db.execute(wanted):
            found.setdefault(currency, []).append((day_from(day), int(sales), int(total)))
        return {currency: tuple(rows) for currency, rows in found.items()}

    def late(self) -> tuple[Late, ...]:
        """What came late for the months of the period, or is counted in them."""
        months = (self._first // 100, self._last // 100)
        points = sum((late_sum.c[name] for name in _POINTS), start=sa.literal(0))
        wanted = (
            sa.select(
                late_sum.c.month,
                late_sum.c.period,
                late_sum.c.terminal,
                sa.func.sum(late_sum.c.entries),
                sa.func.sum(points),
            )
            .where(
                late_sum.c.merchant == self._merchant,
                sa.or_(late_sum.c.month.between(*months), late_sum.c.period.between(*months)),
                among(self._db, late_sum.c.terminal, self._numbers),
            )
            .group_by(late_sum.c.month, late_sum.c.period, late_sum.c.terminal)
            .order_by(late_sum.c.month, late_sum.c.terminal, late_sum.c.period)
        )
        return tuple(Late(*map(int, row)) for row in self._db.execute(wanted))


def _same_terminal(table: sa.Table) -> sa.ColumnElement[bool]:
    return sa.and_(terminal.c.merchant == table.c.merchant, terminal.c.number == table.c.terminal)
