"""Baskets, kinds, lapsing, cohorts, the best fifth, points, tiers and what retention is worth."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.insight.baskets import average_basket, upsell
from loyalty.insight.cohorts import cohorts
from loyalty.insight.figure import State
from loyalty.insight.lapsed import lapsed, months_before
from loyalty.insight.liability.ladder import Issue, ultimate
from loyalty.insight.pareto import making_most, stayed, top_share
from loyalty.insight.redemption import redemption_flow, redemption_ultimate
from loyalty.insight.retention import retention_effect
from loyalty.insight.tiers import LEFT, tier_movement


def test_the_average_basket_brings_its_median_along() -> None:
    found = average_basket([1000] * 60 + [100_000] * 4)
    assert found.value == pytest.approx(7187.5)
    assert found.beside["median"] == 1000
    assert found.low is not None
    assert found.low < 5000
    few = average_basket([1000] * 29)
    assert (few.state, few.numerator, dict(few.beside)) == (State.TOO_FEW, 29_000, {})


@pytest.mark.parametrize(("two", "one", "odds"), [(4247, 91, 46.7), (2457, 12, 204.8)])
def test_upsell_is_odds_and_says_the_share(two: int, one: int, odds: float) -> None:
    found = upsell(two, one)
    assert found.value is not None
    assert round(found.value, 1) == odds
    assert found.beside["share"] == pytest.approx(two / (two + one))
    assert found.low is not None
    assert found.high is not None
    assert found.low < odds < found.high


def test_upsell_needs_five_members_in_the_smaller_group() -> None:
    assert upsell(40, 4).state is State.TOO_FEW
    assert upsell(40, 0).state is State.TOO_FEW
    assert upsell(0, 0).state is State.NONE


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 5, 31), date(2026, 2, 28)),
        (date(2024, 5, 31), date(2024, 2, 29)),
        (date(2026, 1, 15), date(2025, 10, 15)),
        (date(2026, 3, 1), date(2025, 12, 1)),
    ],
)
def test_three_months_are_three_calendar_months(day: date, expected: date) -> None:
    assert months_before(day) == expected


def test_members_younger_than_three_months_cannot_have_lapsed() -> None:
    until = date(2026, 6, 30)
    gone = [(date(2026, 1, 1), date(2026, 3, 30))] * 12
    there = [(date(2026, 1, 1), date(2026, 3, 31))] * 24
    new = [(date(2026, 3, 31), date(2026, 3, 31))] * 5
    found = lapsed([*gone, *there, *new, (date(2026, 7, 1), date(2026, 7, 1))], until)
    assert (found.numerator, found.n, found.waiting) == (12, 36, 5)


def test_a_cohort_table_greys_the_month_that_is_not_over() -> None:
    found = cohorts(
        {(2025, 11): 40, (2025, 12): 30, (2026, 1): 10},
        {((2025, 11), 1): 10, ((2025, 11), 2): 8, ((2025, 12), 1): 3},
        date(2026, 1, 20),
    )
    assert [(row.month, row.members, row.initial) for row in found] == [
        ((2025, 11), 40, True),
        ((2025, 12), 30, False),
        ((2026, 1), 10, False),
    ]
    assert [(cell.after, cell.figure.value, cell.partial) for cell in found[0].cells] == [
        (1, 0.25, False),
        (2, 0.2, True),
    ]
    assert found[2].cells == ()


def test_a_cohort_of_nineteen_is_blank_and_a_month_without_buyers_is_nought() -> None:
    (row,) = cohorts({(2026, 1): 19}, {}, date(2026, 2, 28))
    assert [cell.figure.state for cell in row.cells] == [State.TOO_FEW]
    (row,) = cohorts({(2026, 1): 20}, {}, date(2026, 2, 28))
    assert (row.cells[0].figure.value, row.cells[0].partial) == (0, False)
    assert cohorts({}, {}, date(2026, 2, 28)) == ()


def test_the_best_fifth_of_a_flat_shop_brings_a_fifth() -> None:
    found = top_share([100] * 200)
    assert (found.value, found.low, found.high) == (0.2, 0.2, 0.2)
    assert making_most([100] * 200).value == 0.8


@given(st.lists(st.integers(1, 10**7), min_size=100, max_size=130), st.randoms())
def test_the_best_fifth_forgets_order_and_currency(values: list[int], random: object) -> None:
    shuffled = sorted(values, key=lambda _: random.random())  # type: ignore[attr-defined]  # Random
    first = top_share(values)
    assert top_share(shuffled).value == first.value
    assert top_share([100 * value for value in values]).value == pytest.approx(first.value)
    assert first.value is not None
    assert first.value >= 0.2 - 1e-9


def test_who_returned_more_than_they_bought_is_no_buyer() -> None:
    found = top_share([500] * 99 + [-300])
    assert (found.n, found.state) == (99, State.TOO_FEW)
    assert top_share([500] * 99 + [0]).n == 100


def test_a_shop_without_sales_has_no_best_fifth() -> None:
    assert top_share([0] * 200).state is State.NONE
    assert making_most([0] * 200).state is State.NONE
    assert top_share([]).state is State.NONE


def test_who_stays_at_the_top_is_counted_without_chance_among_equals() -> None:
    before = {f"m{n:03}": 1000 - n for n in range(200)}
    now = {member: -spent + 2000 for member, spent in before.items() if member != "m199"}
    assert stayed(before, before).value == 1
    assert stayed(before, now).value == 0
    flat = dict.fromkeys(before, 5)
    assert stayed(flat, dict(reversed(flat.items()))).value == 1


def test_points_spent_may_pass_points_earned() -> None:
    found = redemption_flow(2400, 2000, 40)
    assert (found.value, found.low) == (1.2, None)
    assert redemption_flow(100, 999, 40).state is State.TOO_FEW
    assert redemption_flow(100, 5000, 19).state is State.TOO_FEW


def test_the_share_ever_spent_is_a_figure_only_where_it_was_measured() -> None:
    issues = [Issue(1000, (40,) * (14 - month)) for month in range(14)]
    found = redemption_ultimate(ultimate(issues), issues, 50)
    assert found.value == pytest.approx(0.56, abs=1e-4)
    assert found.beside["so-far"] == pytest.approx(0.3)
    assert (found.numerator, found.denominator) == (7840, 14_000)
    said = ultimate(issues, override=Decimal("0.8"))
    assert redemption_ultimate(said, issues, 50).state is State.NONE
    assert redemption_ultimate(ultimate(issues), issues, 19).state is State.TOO_FEW


def test_every_member_of_a_tier_is_in_one_of_the_four_ways() -> None:
    before = {f"s{n}": "silver" for n in range(12)} | {f"g{n}": "gold" for n in range(10)}
    now = {f"s{n}": "gold" for n in range(3)} | {f"s{n}": "silver" for n in range(3, 10)}
    now |= {f"g{n}": "silver" for n in range(10)} | {"new": "bronze"}
    found = tier_movement(("bronze", "silver", "gold"), before, now)
    bronze, silver, gold = found.rows
    assert (silver.members, dict(silver.to)) == (
        12,
        {"bronze": 0, "silver": 7, "gold": 3, LEFT: 2},
    )
    assert [f.numerator for f in (silver.up, silver.same, silver.down, silver.left)] == [3, 7, 0, 2]
    assert gold.down.value == 1
    assert bronze.same.state is State.NONE
    assert found.new == {"bronze": 1, "silver": 0, "gold": 0}
    with pytest.raises(ValueError, match="platinum"):
        tier_movement(("silver",), {"a": "platinum"}, {})


@pytest.mark.parametrize(
    ("rate", "one", "five"), [(0.6, 3.7, None), (0.8, 4.7, 27), (0.9, 6.4, None)]
)
def test_a_point_of_retention_is_worth_what_the_table_says(
    rate: float, one: float, five: float | None
) -> None:
    today, step, leap = retention_effect(rate)
    assert today.gain == 0
    assert round(100 * step.gain, 1) == one
    if five is not None:
        assert 100 * leap.gain == pytest.approx(five, abs=0.7)


def test_retention_above_all_is_left_out() -> None:
    assert [round(one.rate, 2) for one in retention_effect(0.97)] == [0.97, 0.98]
    for rate, discount in ((0, 0.1), (1.1, 0.1), (0.8, 0)):
        with pytest.raises(ValueError, match="retention"):
            retention_effect(rate, discount)
