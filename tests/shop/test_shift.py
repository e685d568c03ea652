"""Shifts, the day's expiries, and the paper of both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Entry, Kind
from pos.acts import Act
from pos.closings import closing_facts
from pos.counter import confirm
from pos.enrol import enrol
from pos.ids import new_id
from pos.nightly import nightly
from pos.returns import confirm_return
from pos.shift import close, current, figures
from pos.shop import Shop
from tests.shop.house import act, anna, balance, clean, clock_of, goods, sale


def test_a_shift_opens_once_and_is_found_again(shop: Shop) -> None:
    assert current(shop, "mina") == current(shop, "sam")
    assert [e.kind for e in _entries(shop)] == [Kind.SHIFT_OPENED]


def test_a_closing_sums_what_was_booked_in_the_shift(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 9900)  # outside of any shift
    shift = current(shop, "mina").id

    def in_shift() -> Act:
        return Act(new_id(shop.clock), "mina", shift)

    kept = confirm(shop, in_shift(), goods(1000), member.id)
    back = confirm(shop, in_shift(), goods(500), member.id)
    confirm(shop, in_shift(), goods(250))
    confirm_return(shop, in_shift(), back.entry.key)
    closing = close(shop, shift, "mina")
    totals = closing.totals
    assert (totals.sales, totals.with_card, totals.total_minor) == (3, 2, 1750)
    assert (totals.earned, totals.returns, totals.refund_minor, totals.clawed) == (15, 1, 500, 5)
    assert kept.entry.key < back.entry.key
    assert closing_facts(shop, closing).chain_head == _entries(shop)[-1].hash.hex()
    assert clean(shop)


def test_closing_twice_is_the_same_closing(shop: Shop) -> None:
    shift = current(shop, "mina").id
    first = close(shop, shift, "mina")
    clock_of(shop).advance(timedelta(hours=1))
    again = close(shop, shift, "sam")
    assert first == again
    assert figures(shop, shift).closed_at == first.closed_at
    assert current(shop, "sam").id != shift


def test_an_unknown_shift_is_not_closed(shop: Shop) -> None:
    with pytest.raises(LoyaltyError) as no:
        close(shop, act(shop).id, "mina")
    assert no.value.code == "shift-unknown"


def test_a_closing_tells_the_shops_time(shop: Shop) -> None:
    closing = close(shop, current(shop, "mina").id, "mina")
    assert closing.closed_at is not None
    assert (closing.opened_at.hour, closing.closed_at.hour) == (12, 12)  # noon in Seoul


def test_nothing_is_booked_into_a_shift_that_another_window_closed(shop: Shop) -> None:
    shift = current(shop, "mina").id
    close(shop, shift, "mina")
    late = replace(act(shop), shift=shift)
    with pytest.raises(LoyaltyError) as no:
        confirm(shop, late, goods(1000))
    assert no.value.code == "shift-over"
    assert figures(shop, shift).totals.sales == 0


def test_a_sale_asked_for_again_after_the_closing_is_still_the_same_sale(shop: Shop) -> None:
    shift = current(shop, "mina").id
    once = replace(act(shop), shift=shift)
    first = confirm(shop, once, goods(1000))
    close(shop, shift, "mina")
    assert confirm(shop, once, goods(1000)).entry == first.entry


def test_points_end_with_their_last_day_and_no_sooner(shop: Shop) -> None:
    member = anna(shop)
    booked = sale(shop, member, 1000)
    assert booked.sale.earned_until == date(2027, 3, 31)
    clock_of(shop).advance(timedelta(days=394))
    assert shop.today == date(2027, 3, 31)
    assert nightly(shop).expired == 0
    clock_of(shop).advance(timedelta(days=1))
    assert nightly(shop).expired == 10
    assert nightly(shop).expired == 0
    assert balance(shop, member) == 0
    assert clean(shop)


def test_many_members_points_end_in_one_morning(shop: Shop) -> None:
    for number in range(210):  # more than one page
        one = act(shop)
        confirm(shop, one, goods(100 + number % 3), _member(shop, number))
    clock_of(shop).advance(timedelta(days=400))
    assert nightly(shop).expired == 210
    assert clean(shop)


def _member(shop: Shop, number: int) -> UUID:
    return enrol(shop, act(shop), phone=f"+49151{number:07d}").id


def _entries(shop: Shop) -> list[Entry]:
    with shop.store.reading() as view:
        return list(view.entries())
