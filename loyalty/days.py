"""Days of the calendar: the same day in another month or year, where there may be none such."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

LAST_YEAR = 9_999


def yearly(month: int, day: int, year: int) -> date:
    """A day of every year; 29 February is the 28th where there is none."""
    return date(year, month, min(day, monthrange(year, month)[1]))


@lru_cache(maxsize=4_096)  # a tier is a walk over every day of a member, asked at each key stroke
def months_later(day: date, months: int, to_month_end: bool = False) -> date:
    """The same day so many months on: 31 January and one month is 28 February.

    `to_month_end`: the last day of that month. Beyond the calendar it is the last day there is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > LAST_YEAR:
        return date.max
    length = monthrange(year, month + 1)[1]
    return date(year, month + 1, length if to_month_end else min(day.day, length))
