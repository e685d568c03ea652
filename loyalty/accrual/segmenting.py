"""The RFM segment of a member, from days since the last purchase and purchase days in a year.

Fixed cuts, never quintiles: most members of a shop bought once or twice, quintiles must cut through
them, and the order of ties would move half of them. Same member, same days, same segment. Money is
left out: frequency says nearly the same of a small shop, and money's cuts are each owner's own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from loyalty.days import months_later
from loyalty.members.history import Day
from loyalty.rules.audience import Segment


@dataclass(frozen=True, slots=True)
class Cuts:
    """The last value of each score. `recency`: days since the last purchase for 5, 4, 3 and 2.

    `frequency`: purchase days in twelve months for 1, 2, 3 and 4.
    """

    recency: tuple[int, int, int, int] = (30, 60, 90, 180)
    frequency: tuple[int, int, int, int] = (1, 2, 5, 10)


SHOP = Cuts()
_YEAR = -12  # months


def segment_of(days: Iterable[Day], on: date, cuts: Cuts = SHOP) -> Segment | None:
    """The segment on a day; None for who never bought. `days`: all of them, oldest first.

    Recency by frequency, in 7 names: 5 by 4-5 champions; 3-4 by 4-5 loyal; 5 by 1 new (if it is the
    first purchase ever); 4-5 by 1-3 promising; 3 by 1-3 need attention; 1-2 by 3-5 at risk; 1-2 by
    1-2, or nothing in a year, lost.
    """
    bought = [day.on for day in days if day.visits > 0 and day.on <= on]
    if not bought:
        return None
    year = sum(1 for day in bought if day > months_later(on, _YEAR))
    recency = 5 - bisect_left(cuts.recency, (on - bought[-1]).days)
    frequency = 1 + bisect_left(cuts.frequency, year)
    if not year or (recency <= 2 and frequency <= 2):
        return Segment.LOST
    if recency <= 2:
        return Segment.AT_RISK
    if frequency >= 4:
        return Segment.CHAMPIONS if recency == 5 else Segment.LOYAL
    if recency == 3:
        return Segment.NEED_ATTENTION
    return Segment.NEW if recency == 5 and len(bought) == 1 else Segment.PROMISING
