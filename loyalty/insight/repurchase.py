"""Do they come back: repeat rate, the fair form within 90 days, days to the second purchase.

A purchase is a (member, day): two receipts five minutes apart are one visit, and a purchase that
was returned in full is none. Whoever calls has counted by that rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from loyalty.insight.definitions import CAME_BACK, REPURCHASE, SECOND_PURCHASE, THIRD_PURCHASE
from loyalty.insight.figure import Definition, Estimate, Figure, judged, rate
from loyalty.insight.survival import Curve, kaplan_meier

HORIZON = 90
Pair = tuple[date, date | None]
"""Days of a member's purchase and of their next one, None while there is none."""


def repurchase(again: int, members: int) -> Figure:
    """Members with two purchase days and more, of those with one, in the window."""
    return rate(REPURCHASE, again, members)


def came_back(pairs: Iterable[Pair], until: date, days: int = HORIZON) -> Figure:
    """Of new members whose first purchase is `days` old: who bought again within `days` of it."""
    return _within(CAME_BACK, pairs, until, days)


def third_purchase(pairs: Iterable[Pair], until: date, days: int = HORIZON) -> Figure:
    """The same from the second purchase to the third."""
    return _within(THIRD_PURCHASE, pairs, until, days)


def waiting_curve(pairs: Iterable[Pair], until: date) -> Curve:
    """Days to the next purchase, those still waiting on `until` censored; pairs after it left out.

    Raises ValueError for a next purchase before its first.
    """
    days, came = [], []
    for first, following in pairs:
        if first > until:
            continue
        seen = following if following is not None and following <= until else None
        days.append(((seen or until) - first).days)
        came.append(seen is not None)
    return kaplan_meier(days, came)


def time_to_second(pairs: Iterable[Pair], until: date) -> Figure:
    """Kaplan-Meier median in days; `beside` has the shares back within 30/60/90/180/365 days.

    No value where less than half are ever back. A range that is open above has high None.
    """
    curve = waiting_curve(pairs, until)

    def estimate() -> Estimate | None:
        median = curve.median()
        return None if median is None else Estimate(median, *curve.median_range())

    return judged(
        SECOND_PURCHASE,
        curve.n,
        estimate,
        numerator=curve.events,
        denominator=curve.n,
        counts={"came-back": curve.events},
        beside={f"within-{days}": curve.done(days) for days in (30, 60, 90, 180, 365)},
    )


def _within(definition: Definition, pairs: Iterable[Pair], until: date, days: int) -> Figure:
    hits = n = young = 0
    for first, following in pairs:
        if first > until:
            continue
        if (until - first).days < days:
            young += 1
            continue
        n += 1
        hits += following is not None and (following - first).days <= days
    return rate(definition, hits, n, waiting=young)
