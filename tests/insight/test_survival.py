"""Kaplan-Meier against the textbook's leukaemia trial, and waiting members that are not ignored."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from loyalty.insight.figure import State
from loyalty.insight.repurchase import came_back, repurchase, third_purchase, time_to_second
from loyalty.insight.survival import Curve, kaplan_meier

# Freireich et al. 1963, weeks in remission under 6-MP; a minus marks who was still in it.
TREATED = "6 6 6 6- 7 9- 10 10- 11- 13 16 17- 19- 20- 22 23 25- 32- 32- 34- 35-"
PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"
DAY = date(2026, 1, 1)


def curve(weeks: str) -> Curve:
    words = weeks.split()
    return kaplan_meier([int(word.rstrip("-")) for word in words], ["-" not in w for w in words])


def test_the_trial_of_1963_has_its_published_curve() -> None:
    """S(6) .857, S(10) .753, S(22) .538, S(23) .448; Greenwood's error at 10 is .0963."""
    found = curve(TREATED)
    by_day = {step.day: step for step in found.steps}
    assert [round(by_day[day].waiting, 3) for day in (6, 10, 22, 23)] == [
        0.857,
        0.753,
        0.538,
        0.448,
    ]
    assert by_day[10].variance ** 0.5 == pytest.approx(0.0963, abs=5e-5)
    assert (found.median(), curve(PLACEBO).median()) == (23, 8)
    assert found.median_range() == (13, None)
    assert curve(PLACEBO).median_range() == (4, 11)


@given(st.lists(st.tuples(st.integers(0, 50), st.booleans()), min_size=1, max_size=60))
def test_the_curve_is_scipys_and_forgets_the_order(rows: list[tuple[int, bool]]) -> None:
    found = kaplan_meier([day for day, _ in rows], [yes for _, yes in rows])
    assert found == kaplan_meier([d for d, _ in rows[::-1]], [yes for _, yes in rows[::-1]])
    data: stats.CensoredData = stats.CensoredData(
        uncensored=[day for day, yes in rows if yes], right=[day for day, yes in rows if not yes]
    )
    expected = stats.ecdf(data).sf
    for day in range(51):
        assert 1 - found.done(day) == pytest.approx(float(expected.evaluate([day])[0]))


def test_those_still_waiting_make_the_median_longer() -> None:
    """Half the members come after 30 days, a third waits: plainly the median would be 30."""
    pairs = [(DAY, DAY + timedelta(30))] * 20 + [(DAY, DAY + timedelta(60))] * 20
    until = DAY + timedelta(100)
    assert time_to_second(pairs, until).value == 30
    found = time_to_second([*pairs, *[(DAY, None)] * 20], until)
    assert (found.value, found.numerator, found.denominator) == (60, 40, 60)
    assert found.beside["within-30"] == pytest.approx(1 / 3)
    assert time_to_second([*pairs, *[(DAY, None)] * 60], until).state is State.NONE


def test_ten_returns_are_needed_for_a_median() -> None:
    pairs = [(DAY, DAY + timedelta(30))] * 9 + [(DAY + timedelta(95), None)] * 40
    found = time_to_second(pairs, DAY + timedelta(100))
    assert (found.state, found.beside["came-back"]) == (State.TOO_FEW, 9)


def test_only_members_who_had_ninety_days_are_asked_whether_they_came_back() -> None:
    until = DAY + timedelta(200)
    old = [(DAY, DAY + timedelta(90))] * 20 + [(DAY, DAY + timedelta(91))] * 20
    young = [(until - timedelta(89), until)] * 15
    after = [(until + timedelta(1), None)] * 3
    found = came_back([*old, *young, *after], until)
    assert (found.numerator, found.n, found.waiting) == (20, 40, 15)
    assert third_purchase(young, until).state is State.TOO_YOUNG


def test_the_plain_repeat_rate_counts_days_not_receipts() -> None:
    assert repurchase(11_516, 23_570).value == pytest.approx(0.4886, abs=5e-5)


def test_time_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="forward"):
        kaplan_meier([-1], [True])
