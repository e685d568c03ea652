"""Who is late for their own habit: a hint to write, not a verdict; most of them come back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

LATE = 3
"""Times the member's usual gap."""
VISITS = 3
"""Purchase days from which two gaps make a habit."""


@dataclass(frozen=True, slots=True)
class Habit:
    """A member's usual gap (median, days) and how long they have been away."""

    usual: float
    away: int

    @property
    def late(self) -> bool:
        """Away for more than three times the usual gap."""
        return self.away > LATE * self.usual


def habit(days: Iterable[date], until: date) -> Habit | None:
    """From a member's purchase days up to `until`; None before there is a habit."""
    ordered = sorted({day for day in days if day <= until})
    if len(ordered) < VISITS:
        return None
    gaps = [(later - earlier).days for earlier, later in pairwise(ordered)]
    return Habit(float(median(gaps)), (until - ordered[-1]).days)
