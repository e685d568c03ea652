"""Rounding: once, on exact fractions, in the way the program chose."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.points import Rounding, rounded

ROUNDINGS = """
0      0  0  0
1/3    0  0  1
1/2    0  1  1
49/100 0  0  1
51/100 0  1  1
1      1  1  1
3/2    1  2  2
5/2    2  3  3
199/100 1 2  2
200/100 2 2  2
999999999999999999999/2 499999999999999999999 500000000000000000000 500000000000000000000
"""


@pytest.mark.parametrize("row", ROUNDINGS.strip().splitlines())
def test_a_fraction_becomes_whole_as_the_program_says(row: str) -> None:
    exact, floor, half_up, ceil = row.split()
    found = [rounded(Fraction(exact), how) for how in Rounding]
    assert found == [int(floor), int(half_up), int(ceil)]


@given(st.fractions(min_value=0, max_value=10**6))
def test_rounding_stays_within_one_point_and_in_order(exact: Fraction) -> None:
    floor, half_up, ceil = (rounded(exact, how) for how in Rounding)
    assert floor <= exact <= ceil
    assert floor <= half_up <= ceil <= floor + 1
    assert abs(half_up - exact) <= Fraction(1, 2)


@given(st.integers(0, 10**12), st.sampled_from(Rounding))
def test_whole_points_stay_as_they_are(points: int, how: Rounding) -> None:
    assert rounded(Fraction(points), how) == points
