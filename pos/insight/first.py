"""The manager's first screen: twelve figures, whom to write to, what waits, what to clean up.

Made in a worker over an `InsightView`; nothing here is slow but the counting and one fit.
"""

from __future__ import annotations

from datetime import date, timedelta

from loyalty.insight.change import change
from loyalty.insight.definitions import ACTIVE_90, TOP_SHARE
from loyalty.insight.figure import Figure, rate
from loyalty.insight.lapsed import lapsed
from loyalty.insight.pareto import top_share
from loyalty.insight.redemption import redemption_flow
from loyalty.insight.repurchase import HORIZON, came_back
from loyalty.insight.standing import (
    JOINED,
    LATE,
    MEMBERS,
    counted,
    identified,
    reward_cost,
)
from pos.insight.liability import outstanding
from pos.insight.measured import last_measured
from pos.insight.needs import tasks
from pos.insight.values import FirstScreen, Tile
from pos.insight.writing import to_write
from pos.shop import Shop
from pos.store.insight.lives import Life, lives, rhythms
from pos.store.insight.money import Takings, by_member, takings
from pos.store.insight.people import active, enrolled, joined, marked, quality
from pos.store.insight.points import flow
from pos.store.insight.reading import InsightView

PERIOD = timedelta(days=28)
"""Four whole weeks, so that two periods have the same weekdays."""
QUARTER, HALF, YEAR = timedelta(days=91), timedelta(days=182), timedelta(days=365)
ACTIVE = timedelta(days=90)


def first_screen(shop: Shop, today: date, view: InsightView) -> FirstScreen:
    """All of it, as of `today`. TroubleError `report-cancelled` and the store's.

    A small shop has the same screen: counts where a percentage would jump with every customer.
    """
    people, before = lives(view, today), lives(view, today - QUARTER)
    late = rhythms(view, today)
    sold = [_takings(view, today), _takings(view, today - PERIOD)]
    written = to_write(shop, view, today, people, late)
    tiles = (
        *_who(view, today, sold),
        *_coming_back(view, today, people, before),
        Tile(rate(LATE, sum(one.late for one in late), len(late))),
        _best(view, today),
        *_cost(view, shop, today, sold),
        last_measured(shop),
    )
    return FirstScreen(
        on=today,
        currency=view.currency,
        books=view.books,
        tiles=tiles,
        write=written.members,
        late=written.late,
        silenced=written.silenced,
        refused=written.refused,
        tasks=tasks(shop, view, today),
        quality=quality(view, today - PERIOD, _begin(today), today),
        left_out=marked(view),
        foreign=sold[0].foreign,
    )


def compared(now: Figure, before: Figure) -> Tile:
    """A figure beside that of the period before."""
    return Tile(now, before, change(before, now))


def _begin(last: date) -> date:
    """The first day of the period that ends on a day."""
    return last - PERIOD + timedelta(days=1)


def _takings(view: InsightView, last: date) -> Takings:
    return takings(view, _begin(last), last)


def _who(view: InsightView, today: date, sold: list[Takings]) -> tuple[Tile, ...]:
    ends = (today, today - PERIOD)
    members = [counted(MEMBERS, enrolled(view, on)) for on in ends]
    fresh = [counted(JOINED, joined(view, _begin(on), on)) for on in ends]
    lately = [
        rate(ACTIVE_90, *active(view, on - ACTIVE + timedelta(days=1), on))
        for on in (today, today - ACTIVE)
    ]
    known = [
        identified(one.member_minor + one.marked_minor, one.net_minor, one.sales) for one in sold
    ]
    return tuple(compared(*pair) for pair in (members, fresh, lately, known))


def _coming_back(
    view: InsightView, today: date, people: list[Life], before: list[Life]
) -> tuple[Tile, ...]:
    """New members of the half-year that has had its 90 days; who lapsed now and 91 days ago."""
    view.step("coming-back")
    back = [_came_back(people, today - n * HALF) for n in (0, 1)]
    gone = [
        lapsed([(_day(one.first), _day(one.last)) for one in some], on)
        for some, on in ((people, today), (before, today - QUARTER))
    ]
    return compared(*back), compared(*gone)


def _came_back(people: list[Life], until: date) -> Figure:
    since = (until - timedelta(days=HORIZON) - HALF).toordinal()
    pairs = (
        (_day(one.first), _day(one.second) if one.second else None)
        for one in people
        if one.first > since
    )
    return came_back(pairs, until)


def _best(view: InsightView, today: date) -> Tile:
    """A year beside the year before."""
    years = []
    for last in (today, today - YEAR):
        net = by_member(view, last - YEAR + timedelta(days=1), last)
        view.step(TOP_SHARE.name)
        years.append(top_share(list(net.values())))
    return compared(*years)


def _cost(view: InsightView, shop: Shop, today: date, sold: list[Takings]) -> tuple[Tile, ...]:
    flows = []
    for last in (today, today - PERIOD):
        moved = flow(view, _begin(last), last)
        flows.append(redemption_flow(moved.spent, moved.earned, moved.members))
    cost = [reward_cost(one.rewards_minor, one.member_minor, one.member_sales) for one in sold]
    return (
        outstanding(shop, view, today, _begin(today)),
        compared(*flows),
        compared(*cost),
    )


def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)
