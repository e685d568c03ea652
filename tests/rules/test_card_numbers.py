"""Numbers of blank cards: none twice, and the next one cannot be guessed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.card_numbers import NUMBERS, SERIES, blank_number
from loyalty.errors import LoyaltyError

PLACES = st.tuples(st.integers(1, 99_999), st.integers(1, 63), st.integers(0, SERIES - 1))


@given(st.binary(min_size=32, max_size=32), PLACES, PLACES)
def test_two_places_never_share_a_number(
    secret: bytes, one: tuple[int, int, int], other: tuple[int, int, int]
) -> None:
    first, second = blank_number(secret, *one), blank_number(secret, *other)
    assert (first == second) is (one == other)
    assert 0 <= first < NUMBERS


def test_a_series_has_no_number_twice_and_no_step_of_one() -> None:
    drawn = [blank_number(b"k" * 32, 1, 1, serial) for serial in range(5_000)]
    assert len(set(drawn)) == len(drawn)
    assert min(abs(a - b) for a, b in pairwise(drawn)) > 1


@pytest.mark.parametrize("place", [(0, 1, 0), (100_000, 1, 0), (1, 0, 0), (1, 64, 0)])
def test_no_place_has_no_number(place: tuple[int, int, int]) -> None:
    with pytest.raises(LoyaltyError, match="cards-exhausted"):
        blank_number(b"k" * 32, *place)


def test_a_series_ends() -> None:
    assert blank_number(b"k" * 32, 1, 1, SERIES - 1) < NUMBERS
    with pytest.raises(LoyaltyError, match="cards-exhausted"):
        blank_number(b"k" * 32, 1, 1, SERIES)
