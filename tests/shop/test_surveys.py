"""Questions to customers: asked seldom, answered once, counted as they were given."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from loyalty.members.answer import INDEX, SCALES, Question
from pos.ids import new_id
from pos.shop import Shop
from pos.surveys import REST_DAYS, answer, due, scores
from tests.shop.conftest import CommandLine
from tests.shop.house import anna, clock_of


def counted(shop: Shop, question: Question) -> dict[int, int]:
    found = next(one for one in scores(shop, shop.today, shop.today) if one.question is question)
    return {score: times for score, times in found.counts if times}


def test_an_answer_counts_once_however_often_the_key_is_tapped(shop: Shop) -> None:
    one = new_id(shop.clock)
    assert answer(shop, one, Question.NPS, 9)
    assert not answer(shop, one, Question.NPS, 9)
    assert not answer(shop, one, Question.NPS, 2)
    assert counted(shop, Question.NPS) == {9: 1}


def test_a_member_is_asked_again_after_ninety_days_and_not_before(shop: Shop) -> None:
    member = anna(shop).id
    assert due(shop, member, Question.NPS)
    answer(shop, new_id(shop.clock), Question.NPS, 10, member)
    assert not due(shop, member, Question.NPS)
    assert due(shop, member, Question.RECOMMEND)
    clock_of(shop).advance(timedelta(days=REST_DAYS - 1))
    assert not due(shop, member, Question.NPS)
    with pytest.raises(LoyaltyError, match="answer-too-soon"):
        answer(shop, new_id(shop.clock), Question.NPS, 3, member)
    clock_of(shop).advance(timedelta(days=1))
    assert due(shop, member, Question.NPS)
    assert answer(shop, new_id(shop.clock), Question.NPS, 3, member)


def test_people_without_a_card_may_answer_one_after_the_other(shop: Shop) -> None:
    for score in (0, 10, 10):
        answer(shop, new_id(shop.clock), Question.NPS, score)
    found = scores(shop, shop.today, shop.today)[0]
    assert (found.members, found.anonymous) == (0, 3)
    assert dict(found.counts)[10] == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(question=st.sampled_from(Question), score=st.integers(-3, 14))
def test_only_scores_on_the_scale_are_kept(shop: Shop, question: Question, score: int) -> None:
    least, most = SCALES[question]
    before = sum(counted(shop, question).values())
    if least <= score <= most:
        answer(shop, new_id(shop.clock), question, score)
        assert sum(counted(shop, question).values()) == before + 1
    else:
        with pytest.raises(LoyaltyError, match="answer-range"):
            answer(shop, new_id(shop.clock), question, score)


def test_days_are_counted_both_included(shop: Shop) -> None:
    first = shop.today
    answer(shop, new_id(shop.clock), INDEX[0], 6)
    clock_of(shop).advance(timedelta(days=1))
    answer(shop, new_id(shop.clock), INDEX[0], 1)
    last = shop.today
    for days, wanted in (((first, last), 2), ((first, first), 1), ((last, last), 1)):
        found = next(one for one in scores(shop, *days) if one.question is INDEX[0])
        assert sum(times for _, times in found.counts) == wanted


def test_the_command_tells_counts_and_no_opinion(new: CommandLine) -> None:
    told = new.told("survey", "answers", "--from", "2026-01-01", "--to", "2026-01-31").json
    assert (told["from"], told["to"]) == ("2026-01-01", "2026-01-31")
    assert list(told["questions"]) == [question.value for question in Question]
    assert told["questions"]["nps"]["counts"] == {str(score): 0 for score in range(11)}
    lines = new("survey", "answers").out.splitlines()
    assert len(lines) == 2 + 11 + 3 * 6


def test_days_the_wrong_way_round_are_refused(demo: CommandLine) -> None:
    told = demo.told("survey", "answers", "--from", "2026-03-02", "--to", "2026-03-01")
    assert (told.status, told.error) == (1, "survey-days")
