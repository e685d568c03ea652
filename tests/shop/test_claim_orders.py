"""Claims in unusual orders: undone and brought again, moved members, receipts two people want."""

from __future__ import annotations

from loyalty.claims.receipt import own_key
from loyalty.ledger.entry import EntryKey
from pos.claims import claim, withdraw
from pos.counter import confirm
from pos.households import join, leave
from pos.returns import confirm_return
from pos.shop import Shop
from pos.undo import undo
from tests.shop.claim_desk import bert, own, points
from tests.shop.house import act, anna, clean, goods, sale


def back(shop: Shop, key: EntryKey, line: int, lines: int) -> int:
    """The points that one line's return takes back."""
    units = tuple(int(n == line) for n in range(lines))
    return confirm_return(shop, act(shop), key, units).returned.clawed


def test_a_receipt_that_went_to_the_wrong_member_is_returned_once(shop: Shop) -> None:
    member, other = anna(shop), bert(shop)
    key = confirm(shop, act(shop), goods(1000, 1000, 1000)).entry.key
    claim(shop, act(shop), member.id, own(shop, key))
    undo(shop, act(shop))
    claim(shop, act(shop), other.id, own(shop, key))
    assert [back(shop, key, line, 3) for line in range(3)] == [10, 10, 10]
    assert points(shop, member) == points(shop, other) == (0, 0)
    with shop.store.reading() as view:
        assert view.history(other.id).days == ()
    assert clean(shop)


def test_goods_that_came_back_before_the_undo_stay_back(shop: Shop) -> None:
    member = anna(shop)
    key = confirm(shop, act(shop), goods(1000, 500)).entry.key
    claim(shop, act(shop), member.id, own(shop, key))
    assert back(shop, key, 0, 2) == 10
    withdraw(shop, act(shop, "sam"), *own_key(key), "wrong member", again=True)
    assert points(shop, member) == (0, 0)
    assert claim(shop, act(shop), member.id, own(shop, key)).points == 5
    assert back(shop, key, 1, 2) == 5
    assert points(shop, member) == (0, 0)
    assert clean(shop)


def test_a_return_takes_from_who_got_it_after_a_household(shop: Shop) -> None:
    member, other = anna(shop), bert(shop)
    sale(shop, other, 5000)
    key = sale(shop, None, 2000).entry.key
    join(shop, act(shop, "sam"), member.id, other.id)
    leave(shop, member.id)
    claim(shop, act(shop), member.id, own(shop, key))
    confirm_return(shop, act(shop), key)
    assert (points(shop, member), points(shop, other)) == ((0, 0), (50, 0))
    assert clean(shop)
