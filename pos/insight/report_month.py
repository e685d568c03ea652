"""Month close: what was sold, who the members are, whether they come back, what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from loyalty.insight.definitions import ACTIVE_90
from loyalty.insight.figure import rate
from loyalty.insight.redemption import redemption_flow
from loyalty.insight.standing import JOINED, MEMBERS, counted, identified, reward_cost
from pos.insight.asked import Asked
from pos.insight.behaviour import behaviour
from pos.insight.figure_tiles import tile
from pos.insight.report_points import points_moved
from pos.insight.sources import Source
from pos.shop import Shop
from pos.store.insight.money import Takings, daily, takings
from pos.store.insight.people import active, enrolled, joined, marked
from pos.store.insight.points import flow
from pos.store.insight.reading import InsightView
from receipts.charts.kinds import Bars, Series, Unit
from receipts.reports.cells import Cell, Count, Day, Money, Nothing, Share, Text, Word
from receipts.reports.value import Part, Picture, Said, Table, Tile, Tiles, Title

_DAY, _ACTIVE = timedelta(days=1), timedelta(days=90)
_MOST_DAYS = 92
"""Days that can still be told apart as bars."""


def month_close(shop: Shop, view: InsightView, asked: Asked) -> tuple[Part, ...]:
    """Everything beside the same number of days before."""
    first, last = asked.period.first, asked.period.last
    begun, ended = first - (last - first) - _DAY, first - _DAY
    now, then = takings(view, first, last), takings(view, begun, ended)
    return (
        *_remarks(view, now),
        Title("sales"),
        _sales(view, now, then),
        *_days(view, first, last),
        Title("who"),
        _people(view, (first, last), (begun, ended)),
        Title("coming-back"),
        _behaviour(view, first, last),
        Title("costs"),
        _costs(view, (first, last, now), (begun, ended, then)),
        *points_moved(view, first, last),
    )


def _remarks(view: InsightView, now: Takings) -> Iterator[Part]:
    if not now.sales and not now.foreign:
        yield Said("no-entries")
    if now.sales and now.net_minor > 0 and now.anonymous_minor >= 0:
        part = Share(now.anonymous_minor / now.net_minor)
        yield Said("anonymous", (("share", part),))
    for currency, count in sorted(now.foreign.items()):
        yield Said("two-currencies", (("count", Count(count)), ("currency", Text(currency))))
    if out := sum(marked(view).values()):
        yield Said("left-out", (("count", Count(out)),))


def _sales(view: InsightView, now: Takings, then: Takings) -> Tiles:
    known = [
        identified(one.member_minor + one.marked_minor, one.net_minor, one.sales)
        for one in (now, then)
    ]
    money = [Money(one.net_minor, view.currency) for one in (now, then)]
    return Tiles(
        (
            Tile("net-sales", money[0], now.sales, money[1] if then.sales else None),
            Tile("sales-count", Count(now.sales), before=Count(then.sales)),
            tile(known[0], view.currency, known[1]),
        )
    )


def _days(view: InsightView, first: date, last: date) -> Iterator[Part]:
    if (last - first).days >= _MOST_DAYS:
        return
    values = daily(view, first, last)
    labels = tuple(Day(first + number * _DAY) for number in range(len(values)))
    series = Series(Word("total"), tuple(values))
    yield Picture("sales-by-day", Bars(labels, (series,), Unit("money", view.currency)))
    rows: list[tuple[Cell, ...]] = [
        (label, Money(round(value), view.currency))
        for label, value in zip(labels, values, strict=True)
        if value is not None
    ]
    total = Money(round(sum(value or 0.0 for value in values)), view.currency)
    yield Table("days", ("day", "net-sales"), tuple(rows), (Nothing(), total) if rows else ())


def _people(view: InsightView, now: tuple[date, date], then: tuple[date, date]) -> Tiles:
    pairs = [
        [counted(MEMBERS, enrolled(view, last)) for _, last in (now, then)],
        [counted(JOINED, joined(view, *days)) for days in (now, then)],
        [rate(ACTIVE_90, *active(view, last - _ACTIVE + _DAY, last)) for _, last in (now, then)],
    ]
    return Tiles(tuple(tile(one, view.currency, before) for one, before in pairs))


def _behaviour(view: InsightView, first: date, last: date) -> Tiles:
    found = behaviour(Source(view, last), first)
    return Tiles(tuple(tile(one, view.currency) for one in found.figures))


def _costs(
    view: InsightView, now: tuple[date, date, Takings], then: tuple[date, date, Takings]
) -> Tiles:
    found = []
    for first, last, sold in (now, then):
        moved = flow(view, first, last)
        found.append(
            (
                redemption_flow(moved.spent, moved.earned, moved.members),
                reward_cost(sold.rewards_minor, sold.member_minor, sold.member_sales),
            )
        )
    pairs = zip(*found, strict=True)
    return Tiles(tuple(tile(one, view.currency, before) for one, before in pairs))
