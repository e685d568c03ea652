"""How long a terminal waits before it tries again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pos.sync.patience import FIRST_MS, LONGEST_MS, Patience


def test_it_waits_longer_each_time_and_never_above_five_minutes() -> None:
    patience = Patience(lambda: 999)
    waits = [patience.failed() for _ in range(20)]
    assert waits[0] <= FIRST_MS
    assert waits == sorted(waits)
    assert 290_000 < waits[-1] <= LONGEST_MS


def test_after_a_success_it_begins_anew() -> None:
    patience = Patience(lambda: 0)
    for _ in range(9):
        patience.failed()
    patience.reset()
    assert patience.failed() == FIRST_MS // 2


@given(st.integers(0, 999), st.integers(0, 3_600_000), st.integers(0, 100))
def test_head_offices_wish_is_kept_and_all_terminals_spread_themselves(
    chance: int, least: int, failures: int
) -> None:
    patience = Patience(lambda: chance)
    for _ in range(failures):
        patience.failed()
    waited = patience.failed(least)
    assert waited >= least
    assert FIRST_MS // 2 <= waited <= max(LONGEST_MS, least + LONGEST_MS // 4)
