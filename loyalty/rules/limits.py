"""How often and how much a rule may give: per basket, day, week, month, year, or ever.

Uses are counts (`count.py`) on the day of the sale, so a return gives them back by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from loyalty.rules.bounds import Number, Points


class Period(StrEnum):
    """Calendar periods of the shop's zone; a week begins on Monday (ISO 8601)."""

    BASKET = "basket"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    EVER = "ever"

    def began(self, on: date) -> date:
        """The first day of the period a day lies in; for EVER the first day there is."""
        if self is Period.WEEK:
            return on - timedelta(days=on.weekday())
        if self is Period.MONTH:
            return on.replace(day=1)
        if self is Period.YEAR:
            return on.replace(month=1, day=1)
        return date.min if self is Period.EVER else on


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `points` points, or `times` uses, in a period; None means that side is not limited.

    Over a limit an award is trimmed, exactly and before rounding, and the explanation says so. A
    sale uses a rule once, a bonus for each so many units (`per_unit`) once for each of them. Points
    are counted rounded up, so that no row of sales passes the limit. Caps of a program limit
    points only, after rounding.
    """

    per: Period = Period.BASKET
    points: Points | None = None
    times: Number | None = None
