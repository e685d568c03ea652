"""Shares are whole, fair and sum to the total; units of a line never drift."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.apportion import apportion, units_share

SHARES = """
total | weights     | shares
0     | 1 2 3       | 0 0 0
0     | 0 0         | 0 0
1     | 1 1 1       | 1 0 0
2     | 1 1 1       | 1 1 0
10    | 1 1 1       | 4 3 3
10    | 3 3 3 1     | 3 3 3 1
7     | 50 30 20    | 4 2 1
1     | 1 2         | 0 1
1     | 0 5 5       | 0 1 0
100   | 333 333 334 | 33 33 34
3     | 99 1        | 3 0
5     | 7           | 5
"""


@pytest.mark.parametrize("row", SHARES.strip().splitlines()[1:])
def test_largest_remainders_take_what_is_left(row: str) -> None:
    total, weights, shares = (part.split() for part in row.split("|"))
    found = apportion(int(total[0]), [int(weight) for weight in weights])
    assert found == tuple(int(share) for share in shares)


weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=40).filter(any)


@given(st.integers(0, 10**9), weights)
def test_shares_sum_to_the_total(total: int, parts: list[int]) -> None:
    assert sum(apportion(total, parts)) == total


@given(st.integers(0, 10**9), weights)
def test_no_share_is_a_whole_unit_from_its_quota(total: int, parts: list[int]) -> None:
    for share, weight in zip(apportion(total, parts), parts, strict=True):
        assert abs(share - Fraction(total * weight, sum(parts))) < 1
        assert share >= 0
        assert weight or not share


@given(st.integers(0, 10**6), weights)
def test_a_heavier_line_never_gets_less(total: int, parts: list[int]) -> None:
    pairs = list(zip(parts, apportion(total, parts), strict=True))
    assert all(b >= a for (v, a) in pairs for (w, b) in pairs if w > v)


@given(st.integers(0, 10**6), st.integers(1, 500))
def test_equal_lines_differ_by_one_at_most_and_the_first_get_more(total: int, count: int) -> None:
    shares = apportion(total, [1] * count)
    assert max(shares) - min(shares) <= 1
    assert list(shares) == sorted(shares, reverse=True)


@given(weights)
def test_a_total_no_larger_than_the_weights_stays_within_each(parts: list[int]) -> None:
    for total in {0, 1, sum(parts) // 2, sum(parts) - 1, sum(parts)} - {-1}:
        shares = apportion(total, parts)
        assert all(share <= weight for share, weight in zip(shares, parts, strict=True))


@pytest.mark.parametrize(("total", "parts"), [(-1, [1]), (1, [-1, 2]), (1, [0, 0]), (1, [])])
def test_what_cannot_be_shared_is_our_bug(total: int, parts: list[int]) -> None:
    with pytest.raises(ValueError, match=r"negative|weight"):
        apportion(total, parts)


@given(st.integers(0, 10**6), st.integers(1, 300))
def test_units_carry_what_largest_remainder_gives_them(total: int, units: int) -> None:
    shares = apportion(total, [1] * units)
    assert [units_share(total, units, n, 1) for n in range(units)] == list(shares)


@given(st.integers(0, 10**6), st.lists(st.integers(0, 50), min_size=1, max_size=20).filter(any))
def test_any_partition_of_the_units_sums_to_the_line(total: int, counts: list[int]) -> None:
    units, first, found = sum(counts), 0, 0
    for count in counts:
        found += units_share(total, units, first, count)
        first += count
    assert found == total


def test_a_line_of_many_units_costs_nothing() -> None:
    assert units_share(10**9 + 7, 10**9, 0, 10) == 17
    assert units_share(10**9 + 7, 10**9, 5, 10) == 12


@pytest.mark.parametrize(("first", "count"), [(-1, 1), (0, 4), (3, 1), (2, -1)])
def test_units_outside_the_line_are_our_bug(first: int, count: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        units_share(10, 3, first, count)


@given(st.data())
def test_what_points_paid_of_a_unit_is_never_more_than_its_price(data: st.DataObject) -> None:
    units = data.draw(st.integers(1, 50))
    price = data.draw(st.integers(0, 5000))
    paid = data.draw(st.integers(0, price))
    for n in range(units):
        assert units_share(paid, units, n, 1) <= units_share(price, units, n, 1)
