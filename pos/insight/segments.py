"""Segments by fixed cuts: who stands where, what they bring, and who moved since four weeks ago."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from loyalty.insight.rfm import FEWEST_GAPS, Cuts, Segment, cuts_for, movement, scores
from pos.insight.sources import Source
from pos.store.insight.lives import gap_median, rfm_base

YEAR, SINCE = timedelta(days=365), timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Segmented:
    """`members` and `spent_minor` (12 months) by segment; `moved` by (before, now), None for new.

    `of`: each member's segment by number. `gap`: the median days between purchases that the cuts
    are scaled by, None where there were too few to tell.
    """

    cuts: Cuts
    gap: float | None
    members: Mapping[Segment, int]
    spent_minor: Mapping[Segment, int]
    moved: Mapping[tuple[Segment | None, Segment | None], int]
    of: Mapping[int, Segment]


def segmented(source: Source, money_minor: tuple[int, int, int, int] | None = None) -> Segmented:
    """Everybody who bought by the source's last day. `money_minor`: lower ends of M 2 to 5."""
    view, until = source.view, source.until
    median, gaps = gap_median(view, until)
    gap = median if gaps >= FEWEST_GAPS else None
    cuts = cuts_for(gap, money_minor)
    spent: defaultdict[Segment, int] = defaultdict(int)
    now: dict[int, Segment] = {}
    for one in rfm_base(view, until, until - YEAR):
        segment = scores(one.away, one.visits, one.spent_minor, cuts).segment
        now[one.member] = segment
        spent[segment] += one.spent_minor
    before = _of(source, until - SINCE, cuts)
    moved = movement(
        {str(n): segment for n, segment in before.items()},
        {str(n): segment for n, segment in now.items()},
    )
    return Segmented(cuts, gap, Counter(now.values()), dict(spent), moved, now)


def _of(source: Source, until: date, cuts: Cuts) -> dict[int, Segment]:
    return {
        one.member: scores(one.away, one.visits, one.spent_minor, cuts).segment
        for one in rfm_base(source.view, until, until - YEAR)
    }
