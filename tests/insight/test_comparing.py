"""Two groups: the tests against scipy's, the past taken off without bias, a split that is off."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from loyalty.insight.comparing import less_past, means, shares, split_chance, split_suspect
from loyalty.insight.comparing import winsorised as cut


def test_two_averages_are_compared_as_welch_does() -> None:
    random = np.random.default_rng(1)
    a, b = random.normal(10, 3, 40), random.normal(8, 6, 90)
    found = means(list(a), list(b))
    expected = stats.ttest_ind(a, b, equal_var=False)
    span = expected.confidence_interval()
    assert found.p == pytest.approx(expected.pvalue)
    assert (found.low, found.high) == pytest.approx((span.low, span.high))


def test_groups_without_any_spread_differ_surely_or_not_at_all() -> None:
    assert means([2.0, 2.0], [1.0, 1.0]).clear
    assert means([2.0, 2.0], [2.0, 2.0]).p == 1


def test_two_shares_are_compared_as_the_chi_square_of_their_table_does() -> None:
    found = shares(56, 70, 48, 80)
    table = [[56, 14], [48, 32]]
    assert found.p == pytest.approx(stats.chi2_contingency(table, correction=False).pvalue)
    assert found.clear
    assert shares(0, 10, 0, 10).p == 1


def test_one_wholesaler_is_cut_down_to_the_hundredth_largest() -> None:
    plain = [float(value) for value in range(1, 100)]
    (treated, control) = cut(plain, [1_000_000.0])
    assert (treated, control) == (plain, [99.0])
    assert cut([], []) == ([], [])


def test_the_members_own_past_takes_its_square_of_variance_and_no_effect() -> None:
    """Spend 5 % higher in the treated arm, correlation .85 with the time before."""
    random = np.random.default_rng(7)
    before = random.normal(100, 30, 8000)
    after = 0.85 * before + random.normal(0, 30 * (1 - 0.85**2) ** 0.5, 8000)
    after[:4000] += 5
    halves = (list(after[:4000]), list(after[4000:]))
    past = (list(before[:4000]), list(before[4000:]))
    plain, less = means(*halves), means(*less_past(halves, past))
    assert less.difference == pytest.approx(5, abs=1)
    ratio = ((less.high - less.low) / (plain.high - plain.low)) ** 2
    assert ratio == pytest.approx(1 - 0.85**2, abs=0.02)


def test_a_past_without_spread_changes_nothing() -> None:
    assert less_past(([1.0, 2.0], [3.0]), ([5.0, 5.0], [5.0])) == ([1.0, 2.0], [3.0])
    with pytest.raises(ValueError, match="each member"):
        less_past(([1.0],), ([],))


def test_a_split_that_cannot_be_chance_is_suspect() -> None:
    assert split_chance(520, 480, 0.5) == pytest.approx(stats.chisquare([520, 480]).pvalue)
    assert not split_suspect(520, 480, 0.5)
    assert split_suspect(600, 400, 0.5)
    assert not split_suspect(900, 100, 0.9)


def test_groups_without_effect_are_called_different_one_time_in_twenty() -> None:
    random = np.random.default_rng(11)
    clear = sum(
        means(list(random.lognormal(3, 1, 200)), list(random.lognormal(3, 1, 200))).clear
        for _ in range(1000)
    )
    assert clear <= 65
