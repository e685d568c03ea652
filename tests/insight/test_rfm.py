"""Segments by fixed cuts: shuffling changes nothing, every score has one name, movement adds up."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.insight.rfm import Cuts, Scores, Segment, cuts_for, movement, scores, usual_gap

DAY = date(2026, 1, 1)
Row = tuple[int, int, int]
members = st.lists(
    st.tuples(st.integers(0, 700), st.integers(1, 40), st.integers(0, 10**6)), max_size=40
)


@given(members, st.randoms())
def test_shuffling_the_members_moves_nobody(rows: list[Row], random: object) -> None:
    named = {f"m{place}": row for place, row in enumerate(rows)}
    shuffled = sorted(named, key=lambda _: random.random())  # type: ignore[attr-defined]  # Random
    first = {member: scores(*named[member], Cuts()).segment for member in named}
    again = {member: scores(*named[member], Cuts()).segment for member in shuffled}
    assert again == first


@given(members, members)
def test_other_members_change_nobodys_segment(rows: list[Row], others: list[Row]) -> None:
    """Quintiles would: half the members of a real shop moved when ties were put the other way."""
    alone = [scores(*row, Cuts()) for row in rows]
    assert [scores(*row, Cuts()) for row in [*rows, *others]][: len(rows)] == alone


@pytest.mark.parametrize(
    ("away", "visits", "recency", "frequency"),
    [(0, 1, 5, 1), (30, 2, 5, 2), (31, 3, 4, 3), (60, 5, 4, 3), (61, 6, 3, 4), (90, 10, 3, 4),
     (91, 11, 2, 5), (180, 40, 2, 5), (181, 1, 1, 1)],
)  # fmt: skip
def test_scores_change_at_the_cuts(away: int, visits: int, recency: int, frequency: int) -> None:
    found = scores(away, visits, 0, Cuts())
    assert (found.recency, found.frequency, found.money) == (recency, frequency, 1)


def test_each_of_the_125_scores_has_one_of_the_seven_names_and_each_name_has_some() -> None:
    names = Counter(Scores(*rfm).segment for rfm in product(range(1, 6), repeat=3))
    assert set(names) == set(Segment)
    assert names.total() == 125


def test_the_names_mean_what_they_say() -> None:
    told = {
        (5, 1): Segment.NEW,
        (4, 1): Segment.PROMISING,
        (5, 2): Segment.PROMISING,
        (5, 3): Segment.REGULAR,
        (4, 5): Segment.REGULAR,
        (5, 4): Segment.BEST,
        (3, 5): Segment.SLIPPING,
        (2, 5): Segment.LAPSED,
        (1, 5): Segment.LOST,
    }
    for (recency, frequency), name in told.items():
        assert {Scores(recency, frequency, money).segment for money in range(1, 6)} == {name}


def test_a_bakery_and_a_furniture_shop_have_other_days() -> None:
    weekly = [[DAY + timedelta(7 * week) for week in range(32)]]
    assert usual_gap(weekly) == 7
    assert cuts_for(usual_gap(weekly)).days == (8, 15, 22, 45)
    assert cuts_for(60).days == (60, 120, 180, 360)
    assert cuts_for(10_000).days == cuts_for(180).days
    assert usual_gap([[DAY, DAY + timedelta(3)]]) is None
    assert cuts_for(None) == Cuts()


def test_movement_counts_everybody_once() -> None:
    before = {"a": Segment.BEST, "b": Segment.BEST, "c": Segment.NEW}
    now = {"a": Segment.BEST, "b": Segment.SLIPPING, "d": Segment.NEW}
    assert movement(before, now) == {
        (Segment.BEST, Segment.BEST): 1,
        (Segment.BEST, Segment.SLIPPING): 1,
        (Segment.NEW, None): 1,
        (None, Segment.NEW): 1,
    }


def test_visits_from_the_future_are_refused() -> None:
    for away, visits in ((-1, 1), (1, -1)):
        with pytest.raises(ValueError, match="days"):
            scores(away, visits, 0, Cuts())
