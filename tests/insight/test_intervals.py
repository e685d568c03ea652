"""Ranges of shares, scores and means, against tables and against scipy's own tests."""

from __future__ import annotations

from statistics import fmean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from loyalty.insight.intervals import bootstrap, newcombe, nps_half, t_interval, wilson


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        (0, 10, 0.0, 27.8),
        (3, 10, 10.8, 60.3),
        (10, 30, 19.2, 51.2),
        (30, 100, 21.9, 39.6),
        (300, 1000, 27.2, 32.9),
    ],
)
def test_wilson_gives_the_published_ranges(hits: int, n: int, low: float, high: float) -> None:
    assert [100 * end for end in wilson(hits, n)] == pytest.approx([low, high], abs=0.06)


@given(st.integers(1, 10_000), st.data())
def test_a_share_lies_in_its_range_and_the_range_between_none_and_all(
    n: int, data: st.DataObject
) -> None:
    hits = data.draw(st.integers(0, n))
    low, high = wilson(hits, n)
    assert 0 <= low <= hits / n <= high <= 1
    mirrored = wilson(n - hits, n)
    assert mirrored == pytest.approx((1 - high, 1 - low))


def test_nobody_has_no_share() -> None:
    with pytest.raises(ValueError, match="nobody"):
        wilson(0, 0)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((56, 70, 48, 80), 0.2, (0.0524, 0.3339)),
        ((9, 10, 3, 10), 0.6, (0.1705, 0.8090)),
        ((10, 10, 0, 10), 1.0, (0.6075, 1.0)),
    ],
)
def test_a_difference_of_shares_has_newcombes_published_range(
    first: tuple[int, int, int, int], second: float, expected: tuple[float, float]
) -> None:
    """The examples a, d and h of his paper (Statistics in Medicine 17, 1998), method 10."""
    hits, n, other_hits, other_n = first
    assert hits / n - other_hits / other_n == pytest.approx(second)
    assert newcombe(*first) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("n", "usual", "worst"),
    [
        (25, 31, 39),
        (50, 22, 28),
        (100, 15, 20),
        (200, 11, 14),
        (400, 7.7, 9.8),
        (1000, 4.8, 6.2),
    ],
)
def test_a_score_of_few_answers_is_as_wide_as_the_table_says(
    n: int, usual: float, worst: float
) -> None:
    digits = 0 if n < 400 else 1
    assert round(nps_half(0.5, 0.2, n), digits) == usual
    assert round(nps_half(0.5, 0.5, n), digits) == worst


def test_who_asked_everybody_has_no_doubt() -> None:
    assert nps_half(0.5, 0.2, 200, members=200) == 0
    assert nps_half(0.5, 0.2, 200, members=400) == pytest.approx(
        nps_half(0.5, 0.2, 200) * (200 / 399) ** 0.5
    )


def test_the_range_of_a_mean_is_students() -> None:
    values = [3.0, 5.0, 8.0, 13.0, 4.0]
    expected = stats.t.interval(0.95, 4, loc=fmean(values), scale=stats.sem(values))
    assert t_interval(values) == pytest.approx(expected)


def test_a_bootstrap_is_the_same_every_time_and_near_the_formula() -> None:
    values = np.random.default_rng(1).normal(size=400)
    first = bootstrap(400, lambda rows: float(values[rows].mean()), seed=3)
    again = bootstrap(400, lambda rows: float(values[rows].mean()), seed=3)
    assert first == again
    assert first == pytest.approx(t_interval(list(values)), abs=0.02)
