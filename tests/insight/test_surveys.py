"""Recommendation score and loyalty index: who is counted, on which scale, from how many on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from loyalty.insight.figure import State
from loyalty.insight.loyalty_index import Band, band, index_of, loyalty_index
from loyalty.insight.nps import Answer, latest, nps

DAY = date(2026, 3, 1)


def test_few_answers_are_counts_and_no_score() -> None:
    found = nps([9] * 14 + [7] * 6 + [0] * 3)
    assert (found.state, found.value) == (State.TOO_FEW, None)
    assert dict(found.beside) == {"promoters": 14, "passives": 6, "detractors": 3}


def test_fifty_answers_are_early_and_twenty_two_points_wide() -> None:
    found = nps([10] * 25 + [8] * 15 + [3] * 10)
    assert found.state is State.EARLY
    assert found.value == 30
    assert found.low is not None
    assert 30 - found.low == pytest.approx(22, abs=0.5)
    assert nps([10] * 50 + [8] * 30 + [3] * 20).state is State.SHOWN


def test_scores_are_zero_to_ten() -> None:
    for score in (-1, 11):
        with pytest.raises(ValueError, match="0 to 10"):
            nps([score])


def test_a_member_counts_once_in_ninety_days_and_the_latest_answer_wins() -> None:
    given = [Answer("a", DAY + timedelta(days), score) for days, score in ((0, 2), (90, 9))]
    assert [answer.score for answer in latest(given)] == [9]
    apart = [Answer("a", DAY, 2), Answer("a", DAY + timedelta(91), 9), Answer("b", DAY, 5)]
    assert [answer.score for answer in latest(reversed(apart))] == [2, 5, 9]


def test_a_weekly_answer_does_not_push_the_one_before_out_of_sight_for_ever() -> None:
    weekly = [Answer("a", DAY + timedelta(7 * week), week % 11) for week in range(30)]
    assert [(one.on - DAY).days for one in latest(weekly)] == [21, 112, 203]


@pytest.mark.parametrize(
    ("answer", "index"), [(1, 0), (2, 20), (3, 40), (4, 60), (5, 80), (6, 100)]
)
def test_an_answer_of_one_to_six_is_spread_over_zero_to_a_hundred(answer: int, index: int) -> None:
    assert index_of((answer, answer, answer)) == index


def test_a_member_with_a_question_open_is_left_out() -> None:
    assert index_of((6, None, 6)) is None
    found = loyalty_index([(6, 6, 6)] * 30 + [(1, 1, None)])
    assert (found.n, found.waiting, found.value) == (30, 1, 100)


def test_below_thirty_members_there_are_bands_only() -> None:
    found = loyalty_index([(6, 6, 6)] * 5 + [(1, 2, 1)] * 4 + [(4, 4, 3)] * 3)
    assert found.state is State.TOO_FEW
    assert dict(found.beside) == {"above-average": 5, "below-average": 4, "average": 3}


def test_the_bands_meet_without_a_gap() -> None:
    assert [band(at) for at in (0, 39.9, 40, 74.9, 75, 100)] == [
        Band.BELOW,
        Band.BELOW,
        Band.AVERAGE,
        Band.AVERAGE,
        Band.ABOVE,
        Band.ABOVE,
    ]


def test_an_answer_off_the_scale_is_refused() -> None:
    for answers in ((0, 3, 3), (7, 3, 3), (7, None, 3)):
        with pytest.raises(ValueError, match="1 to 6"):
            index_of(answers)
