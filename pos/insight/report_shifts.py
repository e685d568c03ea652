"""Every shift that was closed in a period, as its closing said then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from pos.closings import closing_again
from pos.insight.asked import Asked
from pos.shift import Closing
from pos.shop import Shop
from pos.store.insight.reading import InsightView
from receipts.charts.kinds import Bars, Series, Unit
from receipts.reports.cells import Cell, Count, Day, Moment, Money, Nothing, Points, Text
from receipts.reports.value import Part, Picture, Said, Table, Tile, Tiles

_COLUMNS = (
    *("shift", "terminal", "operator", "opened", "closed", "sales", "with-card", "sales-total"),
    *("returns", "returns-total", "voids", "earned", "spent", "enrolments", "fingerprint"),
)


def shift_closings(shop: Shop, view: InsightView, asked: Asked) -> tuple[Part, ...]:
    """Sums, a row a shift in the order they were closed, and the sales of each day."""
    found = list(_closings(shop, view, asked))
    currency = shop.settings.currency
    sold = sum(one.totals.total_minor for _, one in found)
    back = sum(one.totals.refund_minor + one.totals.void_minor for _, one in found)
    tiles = Tiles(
        (
            Tile("shifts", Count(len(found))),
            Tile("shift-sales", Money(sold, currency), n=sum(one.totals.sales for _, one in found)),
            Tile("shift-returns", Money(back, currency)),
        )
    )
    rows = tuple(_row(one, currency) for _, one in found)
    table = Table("shifts", _COLUMNS, rows, _sums([one for _, one in found], currency))
    if not found:
        return Said("no-entries"), tiles, table
    return tiles, table, _picture(found, currency)


def _closings(shop: Shop, view: InsightView, asked: Asked) -> Iterator[tuple[date, Closing]]:
    with shop.store.reading() as books:
        wanted = [
            (entry.business_date, entry.source)
            for entry in books.entries(kind=Kind.SHIFT_CLOSED)
            if asked.period.first <= entry.business_date <= asked.period.last
        ]
    for number, (day, shift) in enumerate(wanted):
        view.step("closings", number, len(wanted))
        try:
            yield day, closing_again(shop, shift)
        except LoyaltyError as no:
            # A shift of another terminal of these books may stand here with its closing alone.
            if no.code != "shift-unknown":
                raise


def _row(one: Closing, currency: str) -> tuple[Cell, ...]:
    sums = one.totals
    closed: Cell = Moment(_ms(one)) if one.closed_at else Nothing()
    return (
        Text(str(one.shift.id)[-6:]),
        Text(str(one.shift.terminal)),
        Text(one.operator),
        Moment(one.shift.opened_ms),
        closed,
        Count(sums.sales),
        Count(sums.with_card),
        Money(sums.total_minor, currency),
        Count(sums.returns),
        Money(sums.refund_minor, currency),
        Count(sums.voids),
        Points(sums.earned),
        Points(sums.redeemed),
        Count(sums.enrolments),
        Text(one.head[-8:]),
    )


def _ms(one: Closing) -> int:
    assert one.closed_at is not None
    return round(one.closed_at.timestamp() * 1000)


def _sums(found: list[Closing], currency: str) -> tuple[Cell, ...]:
    if not found:
        return ()
    totals = [one.totals for one in found]
    return (
        *(Nothing() for _ in range(5)),
        Count(sum(one.sales for one in totals)),
        Count(sum(one.with_card for one in totals)),
        Money(sum(one.total_minor for one in totals), currency),
        Count(sum(one.returns for one in totals)),
        Money(sum(one.refund_minor for one in totals), currency),
        Count(sum(one.voids for one in totals)),
        Points(sum(one.earned for one in totals)),
        Points(sum(one.redeemed for one in totals)),
        Count(sum(one.enrolments for one in totals)),
        Nothing(),
    )


def _picture(found: list[tuple[date, Closing]], currency: str) -> Part:
    days: dict[date, int] = {}
    for day, one in found:
        sums = one.totals
        net = sums.total_minor - sums.refund_minor - sums.void_minor
        days[day] = days.get(day, 0) + net
    labels = tuple(Day(day) for day in sorted(days))
    values = tuple(float(days[label.on]) for label in labels)
    series = (Series(Text(""), values),)
    return Picture("sales-by-day", Bars(labels, series, Unit("money", currency)))
