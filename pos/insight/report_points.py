"""The accountant's page: points in and out over a period, and what the open ones are worth.

Every row follows from the postings, so opening plus movements is the closing, whatever happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from loyalty.errors import LoyaltyError
from loyalty.insight.liability.deferral import nearest
from loyalty.insight.liability.ladder import Basis, Ultimate
from loyalty.insight.liability.statement import STEP, Movements
from loyalty.ledger.adjusting import Adjustment, adjustment_from
from loyalty.ledger.entry import Account, Kind
from pos.insight.asked import Asked
from pos.insight.liability import PointValue, expected_share, point_value
from pos.shop import Shop
from pos.store.insight.movements import (
    Moved,
    by_hand,
    idle,
    moved_by_month,
    open_by_end,
    opening,
    reconciled,
)
from pos.store.insight.reading import InsightView
from receipts.charts.kinds import Bars, Series, Unit
from receipts.reports.cells import (
    Cell,
    Count,
    Day,
    Money,
    Month,
    Nothing,
    Points,
    Share,
    Text,
    Word,
)
from receipts.reports.value import Part, Picture, Said, Table, Tile, Tiles, Title

_YEAR = timedelta(days=365)
_BACK = (Kind.RETURN, Kind.RETURN_UNDONE, Kind.RETURN_UNLINKED, Kind.CLAIM_WITHDRAWN)
_HUNDRED = 100
"""A point's value is less than the smallest coin in most shops; that of a hundred is not."""


def points_liability(shop: Shop, view: InsightView, asked: Asked) -> tuple[Part, ...]:
    """Movements, worth, ageing, what was done by hand, and whether the books agree."""
    first, last = asked.period.first, asked.period.last
    start, months = opening(view, first), moved_by_month(view, first, last)
    movements, other = _movements(start, _total(months))
    return (
        *(() if months else (Said("no-entries"),)),
        Title("points-moved"),
        _tiles(movements, other),
        *_monthly(start, months),
        Title("points-worth"),
        *_worth(shop, view, movements.closing + other, last),
        *_ageing(view, last),
        *_hands(shop, view, first, last),
        *_agree(shop, view, last),
        Said("accountant"),
    )


def points_moved(view: InsightView, first: date, last: date) -> tuple[Part, ...]:
    """The movements alone, for a page that is about more than points."""
    months = moved_by_month(view, first, last)
    return Title("points-moved"), _tiles(*_movements(opening(view, first), _total(months)))


def _total(months: dict[date, Moved]) -> Moved:
    total: Moved = {}
    for moved in months.values():
        for key, points in moved.items():
            total[key] = total.get(key, 0) + points
    return total


def _movements(start: int, moved: Moved) -> tuple[Movements, int]:
    """The rows of the page, and what fits none of them: other systems, other shops, losses."""

    def of(account: Account, *kinds: Kind, but: tuple[Kind, ...] = ()) -> int:
        return sum(
            points
            for (where, kind), points in moved.items()
            if where is account and (not kinds or kind in kinds) and kind not in but
        )

    rows = Movements(
        opening=start,
        earned=-of(Account.ISSUED, but=_BACK),
        spent=of(Account.REDEEMED),
        expired=of(Account.EXPIRED),
        reversed=of(Account.ISSUED, *_BACK) + of(Account.BOUGHT_BACK),
        manual=-of(Account.ADJUSTED),
    )
    others = (Account.OPENED, Account.TRANSIT, Account.NOTED, Account.ADVANCED)
    losses = (Account.SETTLED, Account.WRITTEN_OFF)
    return rows, -sum(of(account) for account in (*others, *losses))


def _tiles(rows: Movements, other: int) -> Tiles:
    by_hand_said = (Said("points-by-hand"),) if rows.manual else ()
    return Tiles(
        (
            Tile("points-opening", Points(rows.opening)),
            Tile("points-earned", Points(rows.earned)),
            Tile("points-spent", Points(rows.spent)),
            Tile("points-expired", Points(rows.expired)),
            Tile("points-reversed", Points(rows.reversed)),
            Tile("points-manual", Points(rows.manual, signed=True), said=by_hand_said),
            Tile("points-other", Points(other, signed=True)),
            Tile("points-closing", Points(rows.closing + other)),
        )
    )


def _monthly(start: int, months: dict[date, Moved]) -> Iterator[Part]:
    """A row a month, each beginning where the one before ended."""
    lines: list[tuple[Cell, ...]] = []
    totals = [0] * 6
    earned, spent = [], []
    for month, moved in months.items():
        rows, other = _movements(start, moved)
        start = rows.closing + other
        figures = (rows.earned, rows.spent, rows.expired, rows.reversed, rows.manual, other)
        totals = [one + more for one, more in zip(totals, figures, strict=True)]
        lines.append((Month(month), *map(Points, figures), Points(start)))
        earned.append(float(rows.earned))
        spent.append(float(rows.spent))
    names = ("month", "earned", "spent", "expired", "reversed", "manual", "elsewhere", "balance")
    sums: tuple[Cell, ...] = (Nothing(), *map(Points, totals), Points(start)) if lines else ()
    yield Table("by-month", names, tuple(lines), sums)
    if len(lines) > 1:
        labels = tuple(Month(month) for month in months)
        series = (Series(Word("earned"), tuple(earned)), Series(Word("spent"), tuple(spent)))
        yield Picture("points-by-month", Bars(labels, series, Unit("points")))


def _worth(shop: Shop, view: InsightView, points: int, last: date) -> Iterator[Part]:
    value, found = point_value(shop, view, last), expected_share(view, last)
    prudent = found.basis is Basis.PRUDENT
    urr = Share(float(found.rate), found.low, found.high, places=1)
    tiles = [
        Tile("redemption-ultimate", urr),
        Tile("breakage", Share(float(found.breakage), places=1)),
    ]
    if value.basis == "none":
        yield Tiles(tuple(tiles))
        yield Said("no-point-value")
    else:
        currency = view.currency
        hundred = Money(nearest(value.revenue * _HUNDRED), currency)
        worth = Money(_liability(points, value.revenue, found.rate), currency)
        yield Tiles((*tiles, Tile("point-value", hundred), Tile("liability", worth)))
        yield _sensitivity(points, value, found, currency)
    months = (("months", Count(found.months if not prudent else 12)),)
    yield Said("basis-prudent" if prudent else "basis-ladder", months)


def _liability(points: int, value: Fraction, rate: Decimal) -> int:
    return nearest(max(0, points) * value * Fraction(rate))


def _sensitivity(points: int, value: PointValue, found: Ultimate, currency: str) -> Table:
    """At five points more and less of the share ever spent; cost only where it is known."""
    rates = sorted(
        {max(Decimal(0), min(Decimal(1), found.rate + step)) for step in (-STEP, 0, STEP)}
    )
    lines = []
    for rate in rates:
        cost: Cell = Nothing("no-value")
        if value.cost is not None:
            cost = Money(_liability(points, value.cost, rate), currency)
        revenue = Money(_liability(points, value.revenue, rate), currency)
        lines.append((Share(float(rate), places=1), revenue, cost))
    return Table("sensitivity", ("rate", "revenue-value", "cost-value"), tuple(lines))


def _ageing(view: InsightView, last: date) -> Iterator[Part]:
    found = open_by_end(view, last)
    labels: list[Cell] = [
        Month(date.fromisoformat(f"{name}-01")) if name[:1].isdigit() else Word(name)
        for name in found
    ]
    lines = tuple(
        (label, Points(points)) for label, points in zip(labels, found.values(), strict=True)
    )
    sums = (Nothing(), Points(sum(found.values()))) if lines else ()
    yield Table("ageing", ("ends", "points"), lines, sums)
    if len(lines) > 1:
        values = tuple(map(float, found.values()))
        series = Series(Word("balance"), values)
        yield Picture("ageing", Bars(tuple(labels), (series,), Unit("points")))


def _hands(shop: Shop, view: InsightView, first: date, last: date) -> Iterator[Part]:
    rows = by_hand(view, first, last)
    if not rows:
        return
    with shop.store.reading() as books:
        names = {one.id: one.name for one in books.operators()}
    lines = []
    for day, body in rows:
        try:
            told = adjustment_from(body)
        except LoyaltyError:  # a damaged entry is `ledger verify`'s to tell; its points are summed
            told = Adjustment(0, "", "?", "")
        who = Text(names.get(told.operator, told.operator))
        second = Text(names.get(told.approved, told.approved))
        lines.append((Day(day), Points(told.points, signed=True), who, second, Text(told.why)))
    columns = ("day", "points", "operator", "approved", "why")
    yield Title("by-hand")
    yield Table("by-hand", columns, tuple(lines))


def _agree(shop: Shop, view: InsightView, last: date) -> Iterator[Part]:
    """Whether balances and ledger say the same, now; both are of the whole books."""
    balances, ledger = reconciled(view)
    yield Said(
        "books-agree" if balances == ledger else "books-differ",
        (("balances", Points(balances)), ("difference", Points(balances - ledger, signed=True))),
        alert=balances != ledger,
    )
    if last >= shop.today:
        yield Said("lapsed-points", (("points", Points(idle(view, last - _YEAR))),))
