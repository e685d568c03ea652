"""Returns by a slip: found, previewed, booked once."""

from __future__ import annotations

import pytest

from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
from loyalty.redemption.quote import Chosen
from pos.counter import confirm
from pos.returns import confirm_return, find_sale, preview_return
from pos.shop import Shop
from tests.shop.house import act, anna, balance, clean, goods, sale


def test_a_whole_return_leaves_the_member_as_before(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 5000)
    with shop.store.reading() as view:
        before = view.account(member.id)
    booked = sale(shop, member, 1000, Chosen(reward="drink"))
    done = confirm_return(shop, act(shop), booked.entry.key)
    assert done.after == before
    assert done.returned.refund_minor == 1000
    assert clean(shop)


def test_a_preview_books_nothing_and_is_what_happens(shop: Shop) -> None:
    member = anna(shop)
    booked = confirm(shop, act(shop), goods(1000, 500, units=2), member.id)
    found = find_sale(shop, booked.entry.key)
    seen = preview_return(shop, found, (1, 0))
    assert balance(shop, member) == 15
    done = confirm_return(shop, act(shop), booked.entry.key, (1, 0))
    assert (seen.clawed, seen.refund_minor) == (done.returned.clawed, done.returned.refund_minor)


def test_a_sale_comes_back_once(shop: Shop) -> None:
    booked = sale(shop, anna(shop))
    confirm_return(shop, act(shop), booked.entry.key)
    with pytest.raises(LoyaltyError) as no:
        confirm_return(shop, act(shop), booked.entry.key)
    assert no.value.code == "sale-returned"


def test_a_return_asked_for_again_is_the_same_return(shop: Shop) -> None:
    member = anna(shop)
    booked, one = sale(shop, member), act(shop)
    first = confirm_return(shop, one, booked.entry.key)
    again = confirm_return(shop, one, booked.entry.key)
    assert (first.entry, first.returned) == (again.entry, again.returned)
    assert balance(shop, member) == 0


def test_an_unknown_sale_is_not_returned(shop: Shop) -> None:
    enrolled = anna(shop)
    for seq in (1, 99):  # an entry that is no sale, and none at all
        with pytest.raises(LoyaltyError) as no:
            find_sale(shop, SaleNumber(1, 1, seq))
        assert no.value.code == "sale-unknown"
    assert balance(shop, enrolled) == 0


@pytest.mark.parametrize(("units", "code"), [((0,), "return-nothing"), ((2,), "return-too-many")])
def test_units_that_were_not_sold_do_not_come_back(
    shop: Shop, units: tuple[int, ...], code: str
) -> None:
    booked = sale(shop, anna(shop))
    with pytest.raises(LoyaltyError) as no:
        confirm_return(shop, act(shop), booked.entry.key, units)
    assert no.value.code == code
    assert clean(shop)
