"""What rules ask of the past: days, counts, last purchases, and whose turn it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.basket import Basket, Line
from loyalty.days import months_later
from loyalty.ledger.count import Count
from loyalty.ledger.documents import compact
from loyalty.ledger.entry import Entry, EntryKey, Kind, LotRef
from loyalty.members.history import Day
from loyalty.rules.which import Which
from pos.clock import FixedClock
from pos.store import Store, Work, verify
from pos.store.columns import end_from, end_number
from pos.store.due import _kept_alive
from tests.store.shop import (
    ANNA,
    BORIS,
    LATER,
    act,
    anna,
    book_counts,
    book_expiry,
    book_move,
    book_return,
    book_sale,
    book_undo,
    book_vesting,
    goods,
    occasion,
)

TODAY = date(2026, 3, 2)


def test_a_day_remembers_what_its_sales_added(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        book_sale(work, clock, 1)
        book_sale(work, clock, 2, ANNA, goods(500))
    with store.reading() as view:
        assert view.history(ANNA).days == (Day(TODAY, 2, 1_750, 17, acts=2),)
        assert view.history(ANNA, since=TODAY + timedelta(days=1)).days == ()
        assert view.history(BORIS).days == ()


def test_what_came_back_wholly_leaves_no_day(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        key = book_sale(work, clock, 1).key
        before = work.history(ANNA)
        book_return(work, clock, 2, key, (1, 0))
        assert [(day.visits, day.spend_minor) for day in work.history(ANNA).days] == [(1, 250)]
        back = book_return(work, clock, 3, key, (0, 1))
        assert work.history(ANNA).days == ()
        book_undo(work, clock, 4, back.key)
        assert [(day.visits, day.spend_minor) for day in work.history(ANNA).days] == [(1, 250)]
    assert before.days != ()


def test_counts_are_asked_by_name_and_owner(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        book_counts(work, clock, 1, Count("stamps:tea", 3), Count("stamps:tea", 2, TODAY))
        book_counts(work, clock, 2, Count("times:b", 1), Count("budget:c", 9, shop=True))
        book_counts(work, clock, 3, Count("times:b", -1), Count("budget:c", 1, TODAY, shop=True))
    with store.reading() as view:
        assert view.history(ANNA).counts == {("stamps:tea", None): 3, ("stamps:tea", TODAY): 2}
        assert view.history(ANNA, names=["times:b"]).counts == {}
        assert view.history(ANNA, names=["stamps:tea"]).count("stamps:tea") == 5
        assert view.shop_counts(["budget:c", "none"]) == {
            (True, "budget:c", None): 9,
            (True, "budget:c", TODAY): 1,
        }
        assert view.history(BORIS).counts == {}


def test_a_daily_count_of_the_shop_is_no_day_of_a_member(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        book_counts(work, clock, 1, Count("visits", 4, TODAY, shop=True), Count("visits", 2))
        assert work.shop_counts(["visits"]) == {(True, "visits", TODAY): 4}
        assert work.history(ANNA).counts == {("visits", None): 2}
        assert work.history(ANNA).visits == 0


def basket(*lines: Line) -> Basket:
    return Basket("EUR", lines)


BREAD = Line("Rye", 400, 2, "b1", "bread", "Mill")
TEA = Line("Tea", 300, 1, "t1", "tea", "", flags=frozenset({"hot"}))


@pytest.mark.parametrize(
    ("which", "found"),
    [
        (Which(skus=frozenset({"b1"})), True),
        (Which(categories=frozenset({"bread"})), True),
        (Which(brands=frozenset({"Mill"})), True),
        (Which(flags=frozenset({"hot"})), True),
        (Which(), True),
        (Which(skus=frozenset({"x"}), flags=frozenset({"cold"})), False),
        (Which(categories=frozenset({"Bread"})), False),
    ],
)
def test_what_was_bought_is_found_by_any_of_its_marks(
    store: Store, clock: FixedClock, which: Which, found: bool
) -> None:
    with store.writing() as work:
        book_sale(work, clock, 1, ANNA, basket(BREAD, TEA))
    with store.reading() as view:
        assert view.bought(ANNA, which) == (TODAY if found else None)
        assert view.bought(ANNA, which, since=TODAY) == (TODAY if found else None)
        assert view.bought(ANNA, which, since=TODAY + timedelta(days=1)) is None
        assert view.bought(BORIS, which) is None


def test_what_was_wholly_returned_was_not_bought(store: Store, clock: FixedClock) -> None:
    bread = Which(categories=frozenset({"bread"}))
    with store.writing() as work:
        first = book_sale(work, clock, 1, ANNA, basket(BREAD))
    clock.advance(timedelta(days=3))
    with store.writing() as work:
        key = book_sale(work, clock, 2, ANNA, basket(TEA, BREAD)).key
        later = clock.today()
        book_return(work, clock, 3, key, (0, 1))
        assert work.bought(ANNA, bread) == later
        back = book_return(work, clock, 4, key, (0, 1))
        assert work.bought(ANNA, bread) == first.business_date
        book_undo(work, clock, 5, back.key)
        assert work.bought(ANNA, bread) == later


def test_what_a_merged_member_bought_is_remembered(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        book_sale(work, clock, 1, ANNA, basket(BREAD))
        work.change_member(replace(anna(), merged_into=BORIS))
    with store.reading() as view:
        assert view.bought(BORIS, Which(skus=frozenset({"b1"}))) == TODAY


def test_pending_points_vest_on_their_day(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        sold = book_sale(work, clock, 1, ANNA, goods(10_000), program=LATER)
        assert work.account(ANNA).pending_points == 100
        assert work.account(ANNA).balance == 0
    with store.reading() as view:
        assert view.due_vesting(TODAY + timedelta(days=13)) == ()
        assert view.due_vesting(TODAY + timedelta(days=14)) == (ANNA,)
    clock.advance(timedelta(days=14))
    with store.writing() as work:
        (vested,) = book_vesting(work, clock, ANNA)
        assert work.due_vesting(clock.today()) == ()
        assert work.account(ANNA).spendable(clock.today()) == 100
        facts = work.sold(sold.key)
    assert facts is not None
    assert facts.settled == ()
    assert vested.member == ANNA
    with store.reading() as view:
        assert view.account(ANNA).lots[0].ref == LotRef(sold.key, sold.at_ms, None, 6)
        assert not list(verify(view))


def test_sliding_points_live_while_somebody_comes(store: Store, clock: FixedClock) -> None:
    slides = replace(LATER, vesting=replace(LATER.vesting, days=0))
    with store.writing() as work:
        book_sale(work, clock, 1, ANNA, goods(10_000), program=slides)
        book_sale(work, clock, 2, BORIS, goods(10_000), program=slides)
        assert work.account(ANNA).active_on == TODAY
    clock.advance(timedelta(days=100))
    with store.writing() as work:
        kept = book_sale(work, clock, 3, ANNA, goods(100))
        assert work.account(ANNA).active_on == clock.today()
    end = months_later(TODAY, 6)
    with store.reading() as view:
        assert view.due_lots(end) == ()
        assert view.due_lots(end + timedelta(days=1)) == (BORIS,)
        assert view.due_lots(end + timedelta(days=1), limit=0) == ()
    with store.writing() as work:  # a visit that is wholly taken back was none
        book_return(work, clock, 4, kept.key, (1,))
        assert work.account(ANNA).active_on == TODAY
        assert set(work.due_lots(end + timedelta(days=1))) == {ANNA, BORIS}
    clock.advance(end + timedelta(days=1) - clock.today())
    with store.writing() as work:
        assert [book_expiry(work, clock, member) for member in (ANNA, BORIS)]
        assert work.due_lots(clock.today()) == ()
        assert not list(verify(work))


@given(on=st.dates(date(1990, 1, 1), date(2100, 1, 1)), months=st.integers(1, 300))
def test_the_first_day_that_keeps_points_alive(on: date, months: int) -> None:
    first = _kept_alive(on, months)
    assert months_later(first, months) >= on
    assert months_later(first - timedelta(days=1), months) < on


@given(st.one_of(st.tuples(st.none(), st.integers(0, 2_400)), st.tuples(st.dates(), st.just(0))))
def test_every_end_of_a_lot_survives_as_a_number(end: tuple[date | None, int]) -> None:
    number = end_number(LotRef(EntryKey(1, 1, 1), 0, *end))
    assert end_from(number) == end


def test_a_lot_that_moved_is_still_its_sale_s(store: Store, clock: FixedClock) -> None:
    """After a merge another member's entries vest and expire it; the sale must know of both."""
    with store.writing() as work:
        plain = book_sale(work, clock, 1, ANNA, goods(3_000))
        pending = book_sale(work, clock, 2, ANNA, goods(7_000), program=LATER)
        book_move(work, clock, 3, ANNA, BORIS)
    clock.advance(timedelta(days=14))
    with store.writing() as work:
        book_vesting(work, clock, BORIS)
    clock.advance(timedelta(days=400))
    with store.writing() as work:
        book_expiry(work, clock, BORIS)
        for key, earned in ((plain.key, 30), (pending.key, 70)):
            sold = work.sold(key)
            assert sold is not None
            assert sold.lapsed == earned
        assert not list(verify(work))


def test_debts_that_vesting_paid_are_known_to_the_sale(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        first = book_sale(work, clock, 1, ANNA, goods(10_000))
        book_sale(work, clock, 2, ANNA, goods(500), points=100)
        pending = book_sale(work, clock, 3, ANNA, goods(20_000), program=LATER)
        book_return(work, clock, 4, first.key, (1,))
    clock.advance(timedelta(days=14))
    with store.writing() as work:
        owed = work.account(ANNA).owed
        book_vesting(work, clock, ANNA)
        sold, other = work.sold(pending.key), work.sold(first.key)
        assert sold is not None
        assert other is not None
        assert sum(lot.points for lot in sold.settled) == owed
        assert other.settled == ()


def test_members_who_can_afford_a_reward_come_in_pages(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        book_sale(work, clock, 1, ANNA, goods(10_000))
        book_sale(work, clock, 2, BORIS, goods(20_000))
    with store.reading() as view:
        assert view.due_rewards(100) == (ANNA, BORIS)
        assert view.due_rewards(101) == (BORIS,)
        assert view.due_rewards(100, limit=1) == (ANNA,)
        assert view.due_rewards(100, after=ANNA) == (BORIS,)


def asked(work: Work, clock: FixedClock, number: int, kind: Kind) -> Entry:
    when = occasion(work, number, clock)
    body = compact({"v": 1, "rule": "photo"})
    return work.append(Entry(act(number), kind, when.at_ms, when.on, ANNA, 1, (), body))


def test_questions_wait_until_somebody_answers(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        first = asked(work, clock, 1, Kind.ACTIVITY_ASKED)
        second = asked(work, clock, 2, Kind.ACTIVITY_ASKED)
    clock.advance(timedelta(days=40))
    with store.writing() as work:
        third = asked(work, clock, 3, Kind.ACTIVITY_ASKED)
        assert work.asked_activities() == (first, second, third)
        asked(work, clock, 1, Kind.ACTIVITY)
        asked(work, clock, 2, Kind.ACTIVITY_DECLINED)
        assert work.asked_activities() == (third,)
        assert list(work.entries(ANNA, kind=Kind.ACTIVITY_ASKED)) == [first, second, third]
        assert list(work.entries(kind=Kind.ACTIVITY_ASKED, limit=2)) == [first, second]
