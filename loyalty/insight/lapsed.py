"""Who has not bought for three calendar months; lapsed is not lost, many of them come back."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from loyalty.insight.definitions import LAPSED
from loyalty.insight.figure import Figure, rate

MONTHS = 3


def months_before(day: date, months: int = MONTHS) -> date:
    """So many calendar months earlier, the last day of a shorter month for its missing ones."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def lapsed(members: Iterable[tuple[date, date]], until: date, months: int = MONTHS) -> Figure:
    """Members (first and last purchase day) without a purchase in the months up to `until`.

    Whose first purchase lies within them is too new to lapse and is counted as `waiting`.
    """
    since = months_before(until, months)
    gone = n = young = 0
    for first, last in members:
        if first > until:
            continue
        if first > since:
            young += 1
            continue
        n += 1
        gone += last <= since
    return rate(LAPSED, gone, n, waiting=young)
