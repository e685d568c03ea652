"""Exchanges, voids long afterwards, and goods that come back without their sale."""

from __future__ import annotations

import pytest

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from loyalty.redemption.quote import Chosen
from pos.counter import confirm
from pos.exchanging import exchange
from pos.returns import confirm_return, confirm_unlinked, find_sale, void
from pos.shop import Shop
from pos.undo import undo
from tests.shop.house import act, anna, balance, clean, goods, sale


def test_an_exchange_books_both_halves_or_none(shop: Shop) -> None:
    member = anna(shop)
    first = sale(shop, member, 1000)
    done = exchange(shop, act(shop), first.entry.key, (1,), goods(1500))
    assert done.due_minor == 500
    assert balance(shop, member) == done.sale.sale.earned
    with pytest.raises(LoyaltyError, match="reward-unknown"):
        exchange(shop, act(shop), done.sale.entry.key, (1,), goods(100), (Chosen("nothing"),))
    assert find_sale(shop, done.sale.entry.key).sold.units_left == (1,)
    assert clean(shop)


def test_an_exchange_asked_for_again_is_the_same_exchange(shop: Shop) -> None:
    member = anna(shop)
    first, one = sale(shop, member, 1000), act(shop)
    done = exchange(shop, one, first.entry.key, (1,), goods(1500))
    again = exchange(shop, one, first.entry.key, (1,), goods(1500))
    assert (again.back.entry, again.sale.entry) == (done.back.entry, done.sale.entry)
    assert balance(shop, member) == done.sale.sale.earned


def test_one_key_takes_an_exchange_back_whole(shop: Shop) -> None:
    member = anna(shop)
    first = sale(shop, member, 1000)
    exchange(shop, act(shop), first.entry.key, (1,), goods(1500))
    undo(shop, act(shop))
    assert balance(shop, member) == first.sale.earned
    assert find_sale(shop, first.entry.key).sold.units_left == (1,)
    assert clean(shop)


def test_a_void_long_afterwards_says_why_and_who_approved(shop: Shop) -> None:
    member = anna(shop)
    booked = sale(shop, member, 1000)
    done = void(shop, act(shop), booked.entry.key, "wrong customer", "sam")
    assert (done.returned.void, done.returned.why) == (True, "wrong customer")
    assert done.returned.approved == "sam"
    assert balance(shop, member) == 0


def test_a_void_needs_a_reason_and_an_untouched_sale(shop: Shop) -> None:
    booked = confirm(shop, act(shop), goods(500, 500), anna(shop).id)
    with pytest.raises(LoyaltyError, match="reason-missing"):
        void(shop, act(shop), booked.entry.key, " ", "sam")
    confirm_return(shop, act(shop), booked.entry.key, (1, 0))
    with pytest.raises(LoyaltyError, match="void-touched"):
        void(shop, act(shop), booked.entry.key, "wrong customer", "sam")


def test_goods_without_their_sale_take_back_what_they_would_earn(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 2000)
    had = balance(shop, member)
    one = act(shop)
    done = confirm_unlinked(shop, one, goods(500), member.id, "slip lost", "sam")
    assert done.unlinked.refund_minor == 500
    assert balance(shop, member) == had - done.unlinked.clawed
    assert done.unlinked.clawed > 0
    again = confirm_unlinked(shop, one, goods(500), member.id, "slip lost", "sam")
    assert (again.entry, again.unlinked) == (done.entry, done.unlinked)
    assert clean(shop)


def test_goods_without_their_sale_need_a_second_person(shop: Shop) -> None:
    with pytest.raises(LoyaltyError, match="approval-needed"):
        confirm_unlinked(shop, act(shop), goods(500), None, "slip lost", "")
    with shop.store.reading() as view:
        assert not [e for e in view.entries() if e.kind is Kind.RETURN_UNLINKED]
