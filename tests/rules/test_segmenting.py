"""Segments by fixed cuts: the same days, the same segment, whoever else is in the shop."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from loyalty.accrual.segmenting import Cuts, segment_of
from loyalty.members.history import Day
from loyalty.rules.audience import Segment

ON = date(2026, 3, 1)

# Purchase days in the last year, and how many days ago the last one was.
TABLE = """
days | ago | segment
1    |   0 | new
1    |  30 | new
1    |  31 | promising
1    |  60 | promising
2    |   5 | promising
5    |  60 | promising
6    |  30 | champions
11   |   1 | champions
6    |  31 | loyal
11   |  90 | loyal
1    |  61 | need-attention
5    |  90 | need-attention
3    |  91 | at-risk
11   | 200 | at-risk
1    |  91 | lost
2    | 180 | lost
2    | 300 | lost
"""


def days(count: int, ago: int) -> list[Day]:
    """So many purchase days, one a day, the last so many days ago."""
    last = ON - timedelta(days=ago)
    return [Day(last - timedelta(days=back), 1) for back in reversed(range(count))]


@pytest.mark.parametrize("row", TABLE.strip().splitlines()[1:])
def test_a_member_is_in_the_segment_the_table_says(row: str) -> None:
    count, ago, expected = (part.strip() for part in row.split("|"))
    found = segment_of(days(int(count), int(ago)), ON)
    assert found is not None
    assert found.value == expected


def test_who_never_bought_is_in_no_segment() -> None:
    assert segment_of([], ON) is None
    assert segment_of([Day(ON, 0, acts=1)], ON) is None
    assert segment_of([Day(ON + timedelta(days=1), 1)], ON) is None


def test_who_bought_nothing_in_a_year_is_lost_and_who_comes_back_is_not_new() -> None:
    long_ago = [Day(date(2020, 1, 1), 1)] * 20
    assert segment_of(long_ago, ON) is Segment.LOST
    assert segment_of([*long_ago, Day(ON, 1)], ON) is Segment.PROMISING


def test_a_shop_of_daily_visits_can_have_closer_cuts() -> None:
    daily = Cuts((2, 5, 10, 20), (5, 20, 50, 100))
    assert segment_of(days(6, 30), ON, daily) is Segment.LOST
    assert segment_of(days(60, 1), ON, daily) is Segment.CHAMPIONS
