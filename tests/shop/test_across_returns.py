"""Returns of what another terminal has sold, online and offline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from loyalty.redemption.chosen import Chosen
from pos.returns import confirm_return, find_sale
from pos.undo import undo
from tests.shop.chain import Chain


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    made = Chain(tmp_path)
    yield made
    made.close()


def test_a_sale_of_another_shop_is_returned_as_an_own_one(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    sold = here.sell(ann, 5000, units=2)
    earned = chain.total(ann.id)
    chain.settle()
    with pytest.raises(LoyaltyError, match="sale-elsewhere"):
        find_sale(there.shop, sold.entry.key)
    key = there.sync.find(sold.entry.key)
    assert key == sold.entry.key
    there.sync.reserve(ann.id, 1)
    booked = confirm_return(there.shop, there.act(), key, (1,))
    assert booked.returned.refund_minor == 2500
    assert booked.returned.clawed == earned / 2
    chain.settle()
    assert chain.total(ann.id) == earned / 2


def test_points_that_paid_come_back_into_their_lots_at_the_other_shop(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    here.sell(ann, 90000)
    had = chain.total(ann.id)
    paid = here.sell(ann, 3000, chosen=[Chosen(points=100)])
    chain.settle()
    key = there.sync.find(paid.entry.key)
    assert key is not None
    back = confirm_return(there.shop, there.act(), key)
    assert back.returned.restored == 100
    chain.settle()
    assert chain.total(ann.id) == had


def test_what_two_offline_terminals_both_returned_is_taken_back_from_the_later(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    here.sell(ann, 90000)
    chain.settle()
    had = chain.total(ann.id)
    sold = here.sell(ann, 5000, chosen=[Chosen(points=100)])
    chain.settle()
    key = there.sync.find(sold.entry.key)
    assert key is not None
    here.cut()
    there.cut()
    confirm_return(here.shop, here.act(), sold.entry.key)
    confirm_return(there.shop, there.act(), key)
    here.mend()
    there.mend()
    chain.settle()
    assert chain.total(ann.id) == had
    with there.shop.store.reading() as view:
        assert [one.why for one in view.set_aside()] == ["returned-elsewhere"]


def test_a_return_too_many_that_was_undone_before_anybody_heard_of_it_changes_nothing(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    here.sell(ann, 90000)
    chain.settle()
    had = chain.total(ann.id)
    sold = here.sell(ann, 5000, chosen=[Chosen(points=100)])
    chain.settle()
    key = there.sync.find(sold.entry.key)
    assert key is not None
    there.cut()
    confirm_return(here.shop, here.act(), sold.entry.key)
    confirm_return(there.shop, there.act(), key)
    undo(there.shop, there.act())
    chain.settle()
    there.mend()  # the return and its undoing come in one push
    chain.settle()
    assert chain.total(ann.id) == had


def test_of_two_parts_that_come_in_one_push_only_what_was_back_already_is_too_many(
    chain: Chain,
) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    sold = here.sell(ann, 6000, units=3)
    chain.settle()
    earned = chain.total(ann.id)
    key = there.sync.find(sold.entry.key)
    assert key is not None
    there.cut()
    confirm_return(here.shop, here.act(), sold.entry.key, (2,))
    confirm_return(there.shop, there.act(), key, (1,))
    confirm_return(there.shop, there.act(), key, (1,))
    chain.settle()
    there.mend()
    chain.settle()
    assert earned
    assert chain.total(ann.id) == 0
    with there.shop.store.reading() as view:
        assert [one.why for one in view.set_aside()] == ["returned-elsewhere"]


def test_what_is_returned_undone_and_returned_in_one_push_is_not_too_many(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    sold = here.sell(ann, 5000)
    chain.settle()
    key = there.sync.find(sold.entry.key)
    assert key is not None
    there.cut()
    confirm_return(there.shop, there.act(), key)
    undo(there.shop, there.act())
    confirm_return(there.shop, there.act(), key)
    there.mend()
    chain.settle()
    assert chain.total(ann.id) == 0
    with there.shop.store.reading() as view:
        assert not view.set_aside()


def test_an_own_sale_that_was_returned_elsewhere_is_not_returned_again(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    sold = here.sell(ann, 5000)
    chain.settle()
    key = there.sync.find(sold.entry.key)
    assert key is not None
    confirm_return(there.shop, there.act(), key)
    chain.settle()
    assert here.sync.find(sold.entry.key) == sold.entry.key
    with pytest.raises(LoyaltyError, match="sale-returned"):
        confirm_return(here.shop, here.act(), sold.entry.key)


def test_a_return_that_was_undone_elsewhere_can_be_made_here(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    ann = here.enrol("Ann")
    sold = here.sell(ann, 5000)
    had = chain.total(ann.id)
    chain.settle()
    key = there.sync.find(sold.entry.key)
    assert key is not None
    confirm_return(there.shop, there.act(), key)
    undo(there.shop, there.act())
    chain.settle()
    assert chain.total(ann.id) == had
    here.sync.find(sold.entry.key)
    confirm_return(here.shop, here.act(), sold.entry.key)
    chain.settle()
    assert chain.total(ann.id) == 0


def test_a_sale_nobody_knows_is_not_found(chain: Chain) -> None:
    here, there = chain.till(1), chain.till(2)
    sold = here.sell(None, 500)
    assert there.sync.find(sold.entry.key) is None
    chain.settle()
    assert there.sync.find(sold.entry.key) == sold.entry.key
    assert confirm_return(there.shop, there.act(), sold.entry.key).member is None
