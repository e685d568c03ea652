"""Members needed, against the published table; 80 % power, 5 % false alarms."""

from __future__ import annotations

import pytest

from loyalty.insight.samples import for_means, for_nps, for_shares, tellable


@pytest.mark.parametrize(
    ("first", "second", "needed"),
    [
        (10, 15, 686),
        (20, 25, 1094),
        (30, 35, 1377),
        (30, 40, 356),
        (5, 10, 435),
        (10, 12, 3841),
    ],
)
def test_two_shares_need_as_many_members_as_the_table_says(
    first: int, second: int, needed: int
) -> None:
    assert for_shares(first / 100, second / 100) == pytest.approx(needed, abs=1)
    assert for_shares(second / 100, first / 100) == for_shares(first / 100, second / 100)


def test_ten_points_of_nps_need_958_answers_a_wave_and_twenty_points_240() -> None:
    assert (for_nps(10), for_nps(20)) == (958, 240)


def test_a_past_that_explains_the_measure_saves_members() -> None:
    plain = for_means(100, 5)
    assert for_means(100, 5, correlation=0.85) == pytest.approx(plain * (1 - 0.85**2), abs=1)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.8])
def test_the_smallest_step_that_shows_is_the_one_that_needs_all_members(share: float) -> None:
    step = tellable(600, share)
    assert for_shares(share, share + step) <= 600
    assert for_shares(share, share + step * 0.98) > 600


def test_too_few_members_can_tell_nothing_apart() -> None:
    assert tellable(3, 0.5) == 0.5


def test_no_difference_needs_everybody() -> None:
    for shares in ((0.3, 0.3), (-0.1, 0.3), (0.3, 1.1)):
        with pytest.raises(ValueError, match="and"):
            for_shares(*shares)
    with pytest.raises(ValueError, match="everybody"):
        for_means(100, 0)
