"""Seven segments by fixed cuts: same member, same data, same segment, every time.

No quintiles: a third of a shop's members bought once, and a rank would cut through them by chance.
The days scale with the shop's usual gap; the counts and the money steps do not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from statistics import median

USUAL_GAP = 30
NARROWEST, WIDEST = 0.25, 6.0
FEWEST_GAPS = 30


class Segment(StrEnum):
    """By days since the last purchase (R) and purchase days in 12 months (F)."""

    NEW = "new"  # bought once, lately
    PROMISING = "promising"  # bought twice, not long ago, or once a while ago
    REGULAR = "regular"  # three times and more, still in their rhythm
    BEST = "best"  # six times and more, lately
    SLIPPING = "slipping"  # came often, and is late
    LAPSED = "lapsed"  # R 2
    LOST = "lost"  # R 1


@dataclass(frozen=True, slots=True)
class Cuts:
    """The lines between scores, ascending.

    `days`: upper ends of R 5, 4, 3, 2 where the usual gap is a month; beyond them 1. `visits`:
    lower ends of F 2, 3, 4, 5 in 12 months. `money_minor`: lower ends of M 2 to 5, the manager's.
    """

    days: tuple[int, int, int, int] = (30, 60, 90, 180)
    visits: tuple[int, int, int, int] = (2, 3, 6, 11)
    money_minor: tuple[int, int, int, int] = (2_500, 10_000, 25_000, 50_000)


@dataclass(frozen=True, slots=True)
class Scores:
    """A member's R, F and M, 1..5 each, 5 the best."""

    recency: int
    frequency: int
    money: int

    @property
    def segment(self) -> Segment:
        """Every combination has exactly one; money does not move a name, it sorts within it."""
        if self.recency <= 2:
            return Segment.LOST if self.recency == 1 else Segment.LAPSED
        if self.frequency >= 3:
            if self.recency == 3:
                return Segment.SLIPPING
            best = self.recency == 5 and self.frequency >= 4
            return Segment.BEST if best else Segment.REGULAR
        if self.frequency == 1 and self.recency == 5:
            return Segment.NEW
        return Segment.PROMISING


def usual_gap(days_by_member: Iterable[Sequence[date]]) -> float | None:
    """Median days between purchases over all members; None for fewer than thirty gaps."""
    gaps = [
        (later - earlier).days
        for days in days_by_member
        for earlier, later in pairwise(sorted(set(days)))
    ]
    return float(median(gaps)) if len(gaps) >= FEWEST_GAPS else None


def cuts_for(gap: float | None, money_minor: tuple[int, int, int, int] | None = None) -> Cuts:
    """The usual cuts with days scaled to the shop's gap, a quarter to six times of a month's.

    Chosen once and kept with the report's settings; a cut that moved would move members.
    """
    scale = 1.0 if gap is None else min(WIDEST, max(NARROWEST, gap / USUAL_GAP))
    plain = Cuts()
    one, two, three, four = (round(days * scale) for days in plain.days)
    return Cuts((one, two, three, four), plain.visits, money_minor or plain.money_minor)


def scores(away: int, visits: int, spent_minor: int, cuts: Cuts) -> Scores:
    """From days since the last purchase, purchase days and net minor units in 12 months.

    Raises ValueError for negative days or visits.
    """
    if away < 0 or visits < 0:
        raise ValueError(f"{away} days, {visits} visits")
    return Scores(
        5 - bisect_left(cuts.days, away),
        1 + bisect_right(cuts.visits, visits),
        1 + bisect_right(cuts.money_minor, spent_minor),
    )


def movement(
    before: Mapping[str, Segment], now: Mapping[str, Segment]
) -> Mapping[tuple[Segment | None, Segment | None], int]:
    """Members by (segment before, segment now), None where they were not or are no longer."""
    members = before.keys() | now.keys()
    return Counter((before.get(member), now.get(member)) for member in members)
