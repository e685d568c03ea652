"""A complaint from the first word to the last, and whether people come back after it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from loyalty.care.case import Case, CaseState, Cause, Channel
from loyalty.errors import LoyaltyError
from loyalty.insight.figure import State
from loyalty.members.member import Member
from pos.care.cases import (
    Promise,
    Which,
    add_to,
    cases,
    cases_of,
    close_case,
    goodwill,
    open_case,
    told,
)
from pos.care.recovery import recovery
from pos.exporting import everything_of
from pos.ids import new_id
from pos.leaving import erase
from pos.merging import merge
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from tests.shop.house import act, anna, balance, clean, clock_of, sale
from tests.shop.people import person

WORDS = "The bread of this morning was as hard as a stone."


def opened(shop: Shop) -> tuple[Case, Member]:
    """Anna's complaint, promised within three days."""
    member, due = anna(shop), shop.today + timedelta(days=3)
    promise = Promise("A fresh one on us", due, "sam")
    case = open_case(shop, act(shop), member.id, Channel.COUNTER, Cause.GOODS, WORDS, promise)
    return case, member


def boss(shop: Shop) -> None:
    with shop.store.writing() as work:
        work.add_operator(Operator("boss", "Boss", Role.MANAGER))


def test_a_case_goes_from_the_first_word_to_the_last(shop: Shop) -> None:
    case, member = opened(shop)
    assert (case.owner, case.opened_by, case.state) == ("sam", "mina", CaseState.OPEN)
    assert cases(shop) == cases_of(shop, member.id) == (case,)
    add_to(shop, act(shop, "sam"), case.id, "Called her, no answer")
    add_to(shop, act(shop, "sam"), case.id, "Called her, no answer")  # a double click
    closed = close_case(shop, act(shop, "sam"), case.id, "She took a cake instead")
    assert close_case(shop, act(shop), case.id, "She took a cake instead") == closed
    assert cases(shop) == ()
    assert cases(shop, Which.CLOSED) == (closed,)
    said = [(word.n, word.operator, word.words) for word in told(shop, case.id).words]
    assert said == [(1, "sam", "Called her, no answer"), (2, "sam", "She took a cake instead")]
    with pytest.raises(LoyaltyError, match="case-closed"):
        add_to(shop, act(shop), case.id, "One more thing")
    with pytest.raises(LoyaltyError, match="case-closed"):
        goodwill(shop, act(shop, "sam"), case.id, 10, "Sorry")


def test_the_same_act_opens_one_case(shop: Shop) -> None:
    doing = act(shop)
    first = open_case(shop, doing, None, Channel.PHONE, Cause.WAITING, "Too slow")
    again = open_case(shop, doing, None, Channel.PHONE, Cause.WAITING, "Too slow")
    assert first == again
    assert len(cases(shop)) == 1


def test_what_was_promised_is_overdue_when_its_day_is_over(shop: Shop) -> None:
    case, _ = opened(shop)
    clock_of(shop).advance(timedelta(days=3))
    assert cases(shop, Which.OVERDUE) == ()
    clock_of(shop).advance(timedelta(days=1))
    assert cases(shop, Which.OVERDUE) == (case,)
    tomorrow = shop.today + timedelta(days=1)
    add_to(shop, act(shop), case.id, "She will wait", Promise(due_on=tomorrow))
    assert cases(shop, Which.OVERDUE) == ()


def test_a_promise_needs_a_day_that_is_not_over_and_somebody_who_is_there(shop: Shop) -> None:
    def asked(promise: Promise, words: str = WORDS) -> None:
        open_case(shop, act(shop), None, Channel.EMAIL, Cause.PRICE, words, promise)

    for promise, code in (
        (Promise("We call you"), "case-due"),
        (Promise("We call you", shop.today - timedelta(days=1)), "case-due"),
        (Promise(owner="nobody"), "operator-unknown"),
    ):
        with pytest.raises(LoyaltyError, match=code):
            asked(promise)
    with pytest.raises(LoyaltyError, match="case-words"):
        asked(Promise(), " \n\t ")
    with pytest.raises(LoyaltyError, match="text-too-long"):
        asked(Promise(), "x" * 2_001)
    with pytest.raises(LoyaltyError, match="case-unknown"):
        close_case(shop, act(shop), new_id(shop.clock), "So be it")
    assert cases(shop) == ()


def test_goodwill_stays_within_the_right_of_whoever_gives_it(shop: Shop) -> None:
    case, member = opened(shop)
    with pytest.raises(LoyaltyError, match="approval-needed"):
        goodwill(shop, act(shop, "mina"), case.id, 50, "Hard bread")
    assert (balance(shop, member), told(shop, case.id).words) == (0, ())  # nothing half done
    doing = act(shop, "mina")
    changed = goodwill(shop, doing, case.id, 50, "Hard bread", approved="sam")
    assert goodwill(shop, doing, case.id, 50, "Hard bread", approved="sam") == changed
    assert (changed.goodwill, balance(shop, member)) == (50, 50)
    with pytest.raises(LoyaltyError, match="goodwill-nothing"):
        goodwill(shop, act(shop, "sam"), case.id, -5, "Taken back")
    stranger = open_case(shop, act(shop), None, Channel.COUNTER, Cause.OTHER, "Too loud")
    with pytest.raises(LoyaltyError, match="case-no-member"):
        goodwill(shop, act(shop, "sam"), stranger.id, 5, "Sorry")
    assert clean(shop)


def test_a_case_follows_the_member_who_is_kept(shop: Shop) -> None:
    (case, gone), kept = opened(shop), person(shop, 2, "Anna S.", "+4915112349999")
    merge(shop, act(shop, "sam"), gone.id, kept.id)
    assert [one.id for one in cases_of(shop, kept.id)] == [case.id]
    assert [one.id for one in cases_of(shop, gone.id)] == [case.id]


def test_what_was_said_is_exported_and_goes_with_the_person(shop: Shop) -> None:
    boss(shop)
    case, member = opened(shop)
    add_to(shop, act(shop), case.id, "Anna's neighbour says so, too")
    told_her = everything_of(shop, act(shop, "boss"), member.id)["cases"]
    assert told_her[0]["words"] == WORDS
    assert told_her[0]["added"][0]["words"] == "Anna's neighbour says so, too"
    assert "sam" not in str(told_her)
    assert erase(shop, act(shop, "boss"), member.id).gone
    left = told(shop, case.id)
    assert (left.case.words, left.case.promise, left.words) == ("", "", ())
    assert left.case.cause is Cause.GOODS
    raw = b"".join(file.read_bytes() for file in shop.store.path.parent.glob("regulars.db*"))
    assert b"hard as a stone" not in raw
    assert b"neighbour" not in raw


def test_coming_back_after_a_case_is_counted_when_its_days_are_over(shop: Shop) -> None:
    start = shop.today
    members = [person(shop, number) for number in range(1, 33)]
    for member in members:
        open_case(shop, act(shop), member.id, Channel.COUNTER, Cause.SERVICE, "Rude")
    open_case(shop, act(shop), None, Channel.COUNTER, Cause.WAITING, "Slow")
    clock_of(shop).advance(timedelta(days=89))
    for member in members[:8]:
        sale(shop, member, 500)
    young = recovery(shop, start, shop.today)
    assert (young.figure.state, young.figure.waiting) == (State.TOO_YOUNG, 32)
    clock_of(shop).advance(timedelta(days=3))
    sale(shop, members[8], 500)  # too late to count
    found = recovery(shop, start, shop.today)
    assert (found.figure.numerator, found.figure.n, found.anonymous) == (8, 32, 1)
    assert found.figure.value == 0.25
    assert dict(found.causes)[Cause.SERVICE] == 32
    assert recovery(shop, shop.today, shop.today).figure.state is State.NONE
