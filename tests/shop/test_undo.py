"""F8: the last act goes, and only that, and only by whoever did it, and not for long."""

from __future__ import annotations

from datetime import timedelta

import pytest

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from loyalty.redemption.quote import Chosen
from pos.counter import BlankCard, identify
from pos.enrol import enrol
from pos.glance import glance
from pos.returns import confirm_return
from pos.shift import current
from pos.shop import Shop
from pos.undo import last_act, undo
from tests.shop.house import BLANK, CARD, act, anna, balance, clean, clock_of, sale


def refused(shop: Shop, operator: str = "mina") -> str:
    """The code undo is refused with."""
    with pytest.raises(LoyaltyError) as no:
        undo(shop, act(shop, operator))
    return no.value.code


def test_a_sale_is_undone_to_the_lot(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 5000)
    with shop.store.reading() as view:
        before = view.account(member.id)
    sale(shop, member, 700, Chosen(reward="drink"))
    done = undo(shop, act(shop))
    assert (done.undid, done.after) == (Kind.SALE, before)
    assert clean(shop)


def test_a_return_is_undone(shop: Shop) -> None:
    member = anna(shop)
    booked = sale(shop, member, 5000)
    confirm_return(shop, act(shop), booked.entry.key)
    assert undo(shop, act(shop)).undid is Kind.RETURN
    assert balance(shop, member) == 50
    assert clean(shop)


def test_an_undone_enrolment_leaves_a_blank_card(shop: Shop) -> None:
    anna(shop)
    undo(shop, act(shop))
    assert identify(shop, CARD) == BlankCard(CARD)


def test_a_card_that_is_blank_again_can_be_enrolled(shop: Shop) -> None:
    first = enrol(shop, act(shop), BLANK)
    undo(shop, act(shop))
    second = enrol(shop, act(shop), BLANK, name="Berta")
    assert second.id != first.id
    found = identify(shop, BLANK)
    assert not isinstance(found, BlankCard)
    with shop.store.reading() as view:
        assert view.member_by_card(BLANK) is not None
        assert [card.member for card in view.cards_of(second.id)] == [second.id]


def test_a_member_who_bought_since_stays_enrolled(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member)
    undo(shop, act(shop))  # the sale; the enrolment is no longer the last act
    assert refused(shop) == "undo-nothing"
    with shop.store.reading() as view:
        assert view.member(member.id) == member


def test_an_undo_is_not_undone(shop: Shop) -> None:
    sale(shop, anna(shop))
    undo(shop, act(shop))
    assert refused(shop) == "undo-nothing"
    assert last_act(shop) is None


@pytest.mark.parametrize("what", [Kind.SALE, Kind.ENROLMENT])
def test_an_undo_asked_for_again_is_the_same_undo(shop: Shop, what: Kind) -> None:
    member = anna(shop)
    if what is not Kind.ENROLMENT:
        sale(shop, member, 700)
        sale(shop, member, 500)
    one = act(shop)
    first = undo(shop, one)
    again = undo(shop, one)
    assert (first.undid, again.undid, again.entry) == (what, what, first.entry)
    assert (again.after, again.returned) == (first.after, first.returned)
    assert clean(shop)


def test_an_undone_return_asked_for_again_is_the_same_undo(shop: Shop) -> None:
    member, one = anna(shop), act(shop)
    booked = sale(shop, member, 500)
    confirm_return(shop, act(shop), booked.entry.key)
    first = undo(shop, one)
    again = undo(shop, one)
    assert (again.undid, again.entry, again.after) == (Kind.RETURN, first.entry, first.after)
    assert again.sold is not None
    sale(shop, member, 300)
    assert undo(shop, one).entry == first.entry
    assert undo(shop, act(shop)).undid is Kind.SALE
    assert clean(shop)


def test_a_return_with_the_same_id_is_no_undo(shop: Shop) -> None:
    member, one = anna(shop), act(shop)
    booked = sale(shop, member, 500)
    confirm_return(shop, one, booked.entry.key)
    assert undo(shop, one).undid is Kind.RETURN
    assert balance(shop, member) == 5


def test_nothing_is_undone_in_an_empty_shop_or_a_fresh_shift(shop: Shop) -> None:
    assert refused(shop) == "undo-nothing"
    current(shop, "mina")
    assert refused(shop) == "undo-nothing"


def test_only_who_did_it_undoes_it(shop: Shop) -> None:
    sale(shop, anna(shop))
    assert refused(shop, "sam") == "undo-other-operator"


def test_undo_ends_after_a_while(shop: Shop) -> None:
    sale(shop, anna(shop))
    last = last_act(shop)
    assert last is not None
    clock_of(shop).advance(last.undo_until - shop.clock.now())
    assert last_act(shop) is not None
    clock_of(shop).advance(timedelta(seconds=1))
    assert refused(shop) == "undo-too-old"


def test_the_glance_shows_today_and_what_can_be_undone(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 1000)
    sale(shop, None, 300)
    seen = glance(shop)
    assert (seen.sales, seen.with_card, seen.earned) == (2, 1, 10)
    assert seen.last is not None
    assert (seen.last.kind, seen.last.amount_minor) == (Kind.SALE, 300)
    undo(shop, act(shop))
    assert glance(shop).last is None


def test_what_another_window_booked_is_not_undone_unseen(shop: Shop) -> None:
    member = anna(shop)
    seen = sale(shop, member, 1000)
    sale(shop, member, 700)
    with pytest.raises(LoyaltyError) as no:
        undo(shop, act(shop), seen.entry.key)
    assert no.value.code == "undo-moved-on"
    assert balance(shop, member) == 17


def test_a_refused_undo_names_who_did_it(shop: Shop) -> None:
    sale(shop, None, 1000)
    with pytest.raises(LoyaltyError) as no:
        undo(shop, act(shop, "sam"))
    assert no.value.facts["name"] == "Mina"


def test_the_end_of_undo_is_told_in_the_shops_time(shop: Shop) -> None:
    sale(shop, None, 1000)
    last = last_act(shop)
    assert last is not None
    assert (last.undo_until.hour, last.undo_until.minute) == (12, 10)  # noon in Seoul, 10 minutes
