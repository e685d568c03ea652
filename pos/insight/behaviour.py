"""How members behave, by every definition that needs no more than who bought when for how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from loyalty.insight.baskets import average_basket, upsell
from loyalty.insight.cohorts import Cohort, Month, cohorts
from loyalty.insight.figure import Figure, rate
from loyalty.insight.lapsed import lapsed
from loyalty.insight.pareto import making_most, stayed, top_share
from loyalty.insight.repurchase import came_back, repurchase, third_purchase, time_to_second
from loyalty.insight.standing import LATE
from pos.insight.sources import Source
from pos.store.insight.events import EventsView
from pos.store.insight.lives import Life, cohort_counts, lives, rhythms
from pos.store.insight.money import baskets, by_member, days_bought, first_sale, kinds


@dataclass(frozen=True, slots=True)
class Behaviour:
    """All figures of the days from `first` to `last`. Repeat and thirds are of all that is known.

    `figures`: in the order of the catalogue; upsell only of books, where goods have categories.
    """

    first: date
    last: date
    figures: tuple[Figure, ...]

    def figure(self, name: str) -> Figure:
        """By the name of its definition; KeyError for none."""
        return {one.definition.name: one for one in self.figures}[name]


def behaviour(source: Source, first: date) -> Behaviour:
    """From `first` to the source's last day, both included."""
    view, last = source.view, source.until
    people = lives(view, last)
    since = [one for one in people if one.last >= first.toordinal()]
    net = by_member(view, first, last)
    habits = rhythms(view, last)
    view.step("figures")
    ends = [(_day(one.first), _day(one.last)) for one in people]
    seconds = [(_day(one.first), _maybe(one.second)) for one in people]
    thirds = [(_day(one.second), _maybe(one.third)) for one in people if one.second]
    found = [
        repurchase(sum(_twice(source, since, first)), len(since)),
        came_back(seconds, last),
        average_basket(baskets(view, first, last)),
        lapsed(ends, last),
        rate(LATE, sum(one.late for one in habits), len(habits)),
        time_to_second(seconds, last),
        third_purchase(thirds, last),
        top_share(list(net.values())),
        making_most(list(net.values())),
        stayed(*_two_periods(source, first)),
    ]
    if not isinstance(view, EventsView):
        found.append(upsell(*kinds(view, first, last)))
    return Behaviour(first, last, tuple(found))


def cohort_table(source: Source) -> tuple[Cohort, ...]:
    """Members by the month of their first purchase, and who of them bought in each month since."""
    members, buyers = cohort_counts(source.view, source.until)
    opened: Month | None = None
    if not isinstance(source.view, EventsView) and (day := first_sale(source.view)):
        opened = day.year, day.month
    return cohorts(members, buyers, source.until, opened)


def _twice(source: Source, people: list[Life], first: date) -> list[bool]:
    """Of each who bought in the window: whether on two days of it."""
    if all(one.first >= first.toordinal() for one in people):
        return [one.days > 1 for one in people]
    days = days_bought(source.view, first, source.until)
    return [days.get(one.member, 0) > 1 for one in people]


def _two_periods(source: Source, first: date) -> tuple[dict[str, int], dict[str, int]]:
    """Money by member in the period before, which is as long, and in this one."""
    length = source.until - first + timedelta(days=1)
    before = by_member(source.view, first - length, first - timedelta(days=1))
    now = by_member(source.view, first, source.until)
    return ({str(n): m for n, m in before.items()}, {str(n): m for n, m in now.items()})


def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)


def _maybe(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
