"""Which lines a rule means: asked line by line, or of a whole basket at once."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from loyalty.accrual.draft import total, whole_weights
from loyalty.basket import Line
from loyalty.rules.which import Which
from tests.rules.program_parts import BRANDS, CATEGORIES, FLAGS, SKUS, whiches

LINES = st.builds(
    Line,
    st.just("Ware"),
    st.integers(0, 500),
    sku=st.sampled_from(("", *SKUS)),
    category=st.sampled_from(("", *CATEGORIES)),
    brand=st.sampled_from(("", *BRANDS)),
    flags=st.frozensets(st.sampled_from(FLAGS)),
    reward=st.sampled_from(("", "", "gift")),
)


@given(whiches(), st.lists(LINES, max_size=6))
def test_asked_of_a_basket_or_of_each_line_the_answer_is_one(
    which: Which, lines: list[Line]
) -> None:
    assert which.among(lines) == [i for i, line in enumerate(lines) if which.holds(line)]


def test_what_names_nothing_means_all_but_rewards_handed_over() -> None:
    bought = Line("Ware", 100)
    assert Which().among([bought, replace(bought, reward="gift"), bought]) == [0, 2]


@given(st.lists(st.fractions(-3, 3, max_denominator=12)))
def test_a_total_is_the_sum(shares: list[Fraction]) -> None:
    assert total(shares) == sum(shares)


@given(
    st.lists(st.tuples(st.fractions(-3, 9, max_denominator=12), st.integers(0, 900)), min_size=1),
    st.fractions(0, 50, max_denominator=7),
)
def test_weights_are_in_the_proportion_of_the_points(
    lines: list[tuple[Fraction, int]], loose: Fraction
) -> None:
    own, weights = (tuple(column) for column in zip(*lines, strict=True))
    whole = sum(weights)
    exact = [
        max(0, points + (loose * weight / whole if whole else 0))
        for points, weight in zip(own, weights, strict=True)
    ]
    told = whole_weights(own, loose, weights)
    assert all(a * sum(exact) == b * sum(told) for a, b in zip(told, exact, strict=True))
