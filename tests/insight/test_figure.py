"""Below its minimum a figure has counts and no value; every metric is declared completely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.insight.change import change
from loyalty.insight.definitions import ALL, CAME_BACK, NPS, TOP_SHARE
from loyalty.insight.figure import Estimate, State, judged, rate
from loyalty.insight.intervals import wilson


@given(st.integers(0, 200), st.data())
def test_a_percentage_is_printed_from_the_minimum_on_and_never_below(
    n: int, data: st.DataObject
) -> None:
    hits = data.draw(st.integers(0, n))
    figure = rate(CAME_BACK, hits, n)
    assert (figure.numerator, figure.denominator) == (hits, n)
    assert figure.told == (n >= 30) == (figure.value is not None)
    if figure.told:
        assert (figure.value, (figure.low, figure.high)) == (hits / n, wilson(hits, n))
    else:
        assert (figure.low, figure.high) == (None, None)


def test_a_figure_names_its_state() -> None:
    assert rate(CAME_BACK, 0, 0).state is State.NONE
    assert rate(CAME_BACK, 0, 0, waiting=12).state is State.TOO_YOUNG
    assert rate(CAME_BACK, 3, 12).state is State.TOO_FEW
    assert rate(CAME_BACK, 31, 100).state is State.SHOWN
    assert judged(NPS, 99, lambda: Estimate(1.0)).state is State.EARLY
    assert judged(NPS, 100, lambda: None).state is State.NONE


def test_nothing_is_calculated_for_too_few() -> None:
    def never() -> Estimate:
        raise AssertionError("calculated")

    assert judged(NPS, 29, never, beside={"median": 1.0}).beside == {}


def test_more_hits_than_members_is_a_mistake_of_who_counted() -> None:
    for hits, n in ((5, 4), (-1, 4)):
        with pytest.raises(ValueError, match="of 4"):
            rate(CAME_BACK, hits, n)


def test_every_metric_has_one_complete_declaration() -> None:
    names = [one.name for one in ALL]
    assert len(set(names)) == len(names)
    for one in ALL:
        assert all((one.name, one.numerator, one.denominator, one.window)), one.name
        assert one.early == 0 or one.early > one.minimum, one.name
        keys = (one.name, one.numerator, one.denominator, one.window, *one.exclusions)
        assert all(key == key.lower() and " " not in key for key in keys), one.name


def test_a_step_among_few_is_not_clear_and_says_how_many_it_takes() -> None:
    found = change(rate(CAME_BACK, 31, 100), rate(CAME_BACK, 36, 100))
    assert found is not None
    assert found.difference == pytest.approx(0.05)
    assert not found.clear
    assert found.needed == 1398  # "about 1,400 per period"
    large = change(rate(CAME_BACK, 620, 2000), rate(CAME_BACK, 720, 2000))
    assert large is not None
    assert large.clear


def test_no_change_is_told_of_figures_that_are_not() -> None:
    assert change(rate(CAME_BACK, 1, 10), rate(CAME_BACK, 31, 100)) is None
    still = change(rate(CAME_BACK, 31, 100), rate(CAME_BACK, 31, 100))
    assert still is not None
    assert still.needed is None
    with pytest.raises(ValueError, match="beside"):
        change(rate(CAME_BACK, 1, 100), judged(TOP_SHARE, 100, lambda: Estimate(0.5)))


def test_scores_with_ranges_are_compared_by_them_and_those_without_are_not() -> None:
    def score(value: float, low: float | None, high: float | None) -> Estimate:
        return Estimate(value, low, high)

    before = judged(NPS, 400, lambda: score(20, 12, 28))
    now = judged(NPS, 400, lambda: score(35, 29, 41))
    found = change(before, now)
    assert found is not None
    assert [found.low, found.high] == pytest.approx([5, 25])
    assert found.clear
    bare = change(before, judged(NPS, 400, lambda: score(35, None, None)))
    assert bare is not None
    assert not bare.clear
