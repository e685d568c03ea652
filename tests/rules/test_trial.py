"""A trial's result: means, an interval by hand, and silence while there is too little."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loyalty.insight.trial import measured, result
from loyalty.members.history import Day
from loyalty.rules.campaign import Outcome, Trial

UNTIL = date(2026, 3, 31)
PLAN = Trial(50, Outcome.SPEND, UNTIL, 30)
DAYS = (
    Day(date(2026, 2, 27), visits=1, spend_minor=900),
    Day(date(2026, 3, 1), visits=1, spend_minor=500),
    Day(date(2026, 3, 9), visits=2, spend_minor=700),
    Day(date(2026, 4, 1), visits=5, spend_minor=9_000),
)


@pytest.mark.parametrize(
    ("outcome", "since", "value"),
    [
        (Outcome.SPEND, date(2026, 3, 1), 1_200),
        (Outcome.VISITS, date(2026, 3, 1), 3),
        (Outcome.RETURNED, date(2026, 3, 1), 1),
        (Outcome.RETURNED, date(2026, 3, 9), 0),
    ],
)
def test_only_what_lies_between_the_draw_and_the_last_day_is_measured(
    outcome: Outcome, since: date, value: int
) -> None:
    assert measured(outcome, DAYS, since, UNTIL) == value


def test_an_interval_is_told_only_with_the_members_that_were_planned() -> None:
    few = result(PLAN, [100] * 29, [0] * 500)
    assert (few.interval, few.decided) == (None, False)
    assert few.difference == 100


def test_the_interval_is_that_of_welch_by_hand() -> None:
    """Means 30 and 10, variances 100·32/31 and 25·32/31 over 32 members each.

    Welch's degrees of freedom are 31·(125²)/(100² + 25²) = 45.6, Student's quantile 2.0134.
    """
    found = result(PLAN, [20, 40] * 16, [5, 15] * 16)
    assert found.interval is not None
    half = 2.0134 * ((100 * 32 / 31 + 25 * 32 / 31) / 32) ** 0.5
    assert found.interval == pytest.approx((20 - half, 20 + half), abs=1e-3)
    assert found.decided


def test_equal_arms_decide_nothing() -> None:
    found = result(PLAN, [1, 2, 3] * 20, [3, 2, 1] * 20)
    assert found.interval is not None
    assert not found.decided


def test_a_share_that_came_back_has_newcombes_interval() -> None:
    plan = replace(PLAN, outcome=Outcome.RETURNED)
    found = result(plan, [1] * 56 + [0] * 14, [1] * 48 + [0] * 32)
    assert found.interval == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_arms_that_were_not_drawn_as_planned_prove_nothing() -> None:
    found = result(PLAN, [20, 40] * 60, [5, 15] * 20)
    assert (found.suspect, found.interval, found.decided) == (True, None, False)
    third = result(replace(PLAN, control_percent=25), [20, 40] * 60, [5, 15] * 20)
    assert not third.suspect
    assert third.decided
