"""Whether people come back after a case: something was bought again within 90 days of it.

A case counts when its 90 days are over. Cases of people without a card cannot be followed and are
counted beside it; a household is followed as one, as its purchases are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loyalty.care.case import Case, Cause
from loyalty.insight.figure import Definition, Figure, Range, rate
from loyalty.members.member import MemberStatus
from pos.clock import day_of, milliseconds, moment_of
from pos.shop import Shop
from pos.store import View
from pos.whole import owner_of

DAYS = 90
RECOVERED = Definition(
    "recovered-90",
    "cases-bought-again-within-90-days",
    "cases-of-members-90-days-old",
    "90-days-from-case",
    ("anonymous", "erased", "younger-than-90-days"),
    Range.WILSON,
    30,
)
"""What the figure is, as those of `loyalty.insight.definitions`."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """Cases opened in a time: how many came back, how many by cause, and whom nobody can follow."""

    figure: Figure
    causes: tuple[tuple[Cause, int], ...]
    anonymous: int
    goodwill: int


def recovery(shop: Shop, first: date, last: date) -> Recovery:
    """Of cases opened from `first` to `last`, both included; as known today."""
    zone = shop.clock.zone
    begin, end = (
        milliseconds(datetime.combine(day, time(), zone))
        for day in (first, last + timedelta(days=1))
    )
    hits = n = young = anonymous = 0
    with shop.store.reading() as view:
        found = view.cases_opened(begin, end)
        for case in found:
            days = _bought(view, case)
            opened = day_of(moment_of(case.opened_ms), zone)
            if days is None:
                anonymous += 1
            elif (shop.today - opened).days < DAYS:
                young += 1
            else:
                n += 1
                hits += any(0 < (day - opened).days <= DAYS for day in days)
    causes = tuple((cause, sum(one.cause is cause for one in found)) for cause in Cause)
    figure = rate(RECOVERED, hits, n, waiting=young)
    return Recovery(figure, causes, anonymous, sum(one.goodwill for one in found))


def _bought(view: View, case: Case) -> tuple[date, ...] | None:
    """The days something was bought on; None where nobody can be followed."""
    person = owner_of(view, case.member) if case.member else None
    if person is None or person.status is MemberStatus.ERASED:
        return None
    return tuple(day.on for day in view.whole_history(person.id).days if day.visits > 0)
