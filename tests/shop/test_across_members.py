"""Merges, households and erasures at one shop, and what that means at the others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loyalty.members.member import MemberStatus
from pos.households import join, leave
from pos.leaving import erase
from pos.merging import merge
from pos.returns import confirm_return
from pos.store import backup
from tests.shop.chain import Chain


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    made = Chain(tmp_path)
    yield made
    made.close()


def test_points_of_a_merged_member_that_another_shop_has_go_on_to_the_one_who_is_kept(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann, anna = here.enrol("Ann", 1), here.enrol("Anna", 2)
    chain.settle()
    there.cut()
    there.sell(ann, 20000)
    here.sell(ann, 10000)
    here.sell(anna, 5000)
    merge(here.shop, here.act("sam"), ann.id, anna.id)
    chain.settle()
    had = chain.total(ann.id) + chain.total(anna.id)
    there.mend()
    chain.settle()
    assert chain.total(ann.id) == 0
    assert chain.total(anna.id) == had > 0
    with there.shop.store.reading() as view:
        gone = view.member(ann.id)
        assert gone is not None
        assert gone.merged_into == anna.id


def test_a_sale_of_a_merged_member_is_returned_from_the_account_of_the_one_who_is_kept(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann, anna = here.enrol("Ann", 1), here.enrol("Anna", 2)
    chain.settle()
    sold = there.sell(ann, 20000)
    chain.settle()
    merge(here.shop, here.act("sam"), ann.id, anna.id)
    chain.settle()
    booked = confirm_return(there.shop, there.act(), sold.entry.key)
    assert booked.entry.member == anna.id
    chain.settle()
    assert chain.total(anna.id) == 0 == chain.total(ann.id)


def test_two_shops_that_merge_the_same_two_each_into_the_other_agree_in_the_end(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann, anna = here.enrol("Ann", 1), here.enrol("Anna", 2)
    here.sell(ann, 10000)
    here.sell(anna, 5000)
    chain.settle()
    had = chain.total(ann.id) + chain.total(anna.id)
    here.cut()
    there.cut()
    merge(here.shop, here.act("sam"), ann.id, anna.id)
    merge(there.shop, there.act("sam"), anna.id, ann.id)
    here.mend()
    chain.settle()
    there.mend()
    chain.settle()
    for till in (here, there):
        with till.shop.store.reading() as view:
            one, other = view.member(ann.id), view.member(anna.id)
            assert one is not None
            assert one.status is MemberStatus.MERGED
            assert other is not None
            assert other.status is MemberStatus.ACTIVE
    assert chain.total(anna.id) == had
    assert chain.total(ann.id) == 0


def test_what_a_person_collected_elsewhere_comes_into_their_household(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    ann, bob = here.enrol("Ann", 1), here.enrol("Bob", 2)
    chain.settle()
    there.cut()
    there.sell(bob, 20000)
    join(here.shop, here.act("sam"), bob.id, ann.id)
    chain.settle()
    there.mend()
    chain.settle()
    assert chain.total(bob.id) == 0
    assert chain.total(ann.id) > 0
    leave(here.shop, bob.id)
    chain.settle()
    there.sell(bob, 20000)
    chain.settle()
    assert chain.total(bob.id) > 0


def test_who_was_erased_at_one_shop_is_erased_at_another_that_was_away_for_months(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann Example", 1)
    here.sell(ann, 10000)
    chain.settle()
    there.cut()
    chain.days(100)
    erase(here.shop, here.act("sam"), ann.id)
    chain.settle()
    with there.shop.store.reading() as view:
        known = view.member(ann.id)
        assert known is not None
        assert known.name == "Ann Example"
    there.mend()
    chain.settle()
    with there.shop.store.reading() as view:
        known = view.member(ann.id)
        assert known is not None
        assert known.status is MemberStatus.ERASED
        assert known.name == ""
        assert not view.cards_of(ann.id)
    assert chain.total(ann.id) > 0


def test_an_older_copy_of_a_till_brings_nobody_back_once_it_hears_of_the_others(
    chain: Chain, tmp_path: Path
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann Example", 1)
    chain.settle()
    older = backup(there.shop.store, tmp_path / "copies")
    erase(here.shop, here.act("sam"), ann.id)
    chain.settle()
    there.reopen(older)
    with there.shop.store.reading() as view:
        known = view.member(ann.id)
        assert known is not None
        assert known.name == "Ann Example"
    chain.settle()
    with there.shop.store.reading() as view:
        known = view.member(ann.id)
        assert known is not None
        assert known.status is MemberStatus.ERASED
