"""A campaign's effect as a figure: its range, its cost, and silence about arms that are off."""

from __future__ import annotations

import numpy as np
import pytest

from loyalty.insight.figure import State
from loyalty.insight.uplift import uplift_in_money, uplift_in_share


def arms(members: int, effect: float, seed: int = 3) -> tuple[list[list[float]], list[list[float]]]:
    """Spend before and during the campaign, both arms, correlation about .85."""
    random = np.random.default_rng(seed)
    before = [random.lognormal(7, 0.5, members) for _ in range(2)]
    after = [past + random.normal(0, 400, members) for past in before]
    after[0] += effect
    return [list(group) for group in after], [list(group) for group in before]


def test_what_a_campaign_brought_has_a_range_and_its_cost_is_taken_off() -> None:
    (treated, control), (past, other) = arms(2000, 100)
    plain = uplift_in_money(treated, control, 0.5)
    found = uplift_in_money(treated, control, 0.5, (past, other), cost_minor=60)
    assert plain.figure.value is not None
    assert found.figure.value is not None
    assert found.figure.low is not None
    assert found.figure.high is not None
    assert found.figure.low < 100 < found.figure.high
    assert found.net_minor == pytest.approx(found.figure.value - 60)
    assert plain.figure.low is not None
    assert found.figure.value - found.figure.low < 0.7 * (plain.figure.value - plain.figure.low)


def test_shares_that_came_back_are_compared_with_all_that_could() -> None:
    found = uplift_in_share(56, 70, 48, 80, 0.5)
    assert found.figure.value == pytest.approx(0.2)
    assert found.comparison is not None
    assert found.comparison.clear
    assert dict(found.figure.beside) == {"treated": 70, "control": 80}


def test_arms_of_other_sizes_than_planned_show_no_figure() -> None:
    found = uplift_in_share(80, 160, 20, 80, 0.5)
    assert found.suspect
    assert (found.figure.state, found.figure.value) == (State.NONE, None)
    (treated, control), _ = arms(200, 0)
    assert uplift_in_money(treated[:100], control, 0.5).comparison is None


def test_a_small_arm_and_no_arm_at_all_have_no_value() -> None:
    assert uplift_in_share(10, 29, 10, 31, 0.5).figure.state is State.TOO_FEW
    assert uplift_in_money([], [], 0.5).figure.state is State.NONE
    assert uplift_in_share(0, 0, 0, 0, 0.5).figure.state is State.NONE


def test_two_thousand_campaigns_without_effect_are_called_effective_one_time_in_twenty() -> None:
    clear = 0
    for seed in range(2000):
        random = np.random.default_rng(seed)
        hits = random.binomial(1, 0.2, 400)
        arm = random.random(400) < 0.5
        sizes = int(arm.sum()), int((~arm).sum())
        found = uplift_in_share(
            int(hits[arm].sum()), sizes[0], int(hits[~arm].sum()), sizes[1], 0.5
        )
        clear += found.comparison is not None and found.comparison.clear
    assert clear / 2000 <= 0.055
