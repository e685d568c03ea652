"""Likeness of pictures is a count of differing bits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receipts.reading.likeness import BITS, distance

HASHES = st.integers(0, 2**BITS - 1)


@given(HASHES, HASHES)
def test_distance_is_symmetric_and_zero_only_for_the_same(one: int, other: int) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)


@given(HASHES, st.sets(st.integers(0, BITS - 1)))
def test_each_turned_bit_counts_once(one: int, turned: set[int]) -> None:
    other = one
    for bit in turned:
        other ^= 1 << bit
    assert distance(one, other) == len(turned)


@pytest.mark.parametrize("wrong", [-1, 2**BITS])
def test_what_is_no_hash_is_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match=str(wrong)):
        distance(0, wrong)
