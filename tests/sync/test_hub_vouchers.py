"""Vouchers by way of a shop's hub: used once, and given back by a till that has gone silent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from loyalty.rules.program import Program
from pos.demo_program import whole_program
from tests.sync.hub_shop import HubChain, ShopTill

Shop = tuple[ShopTill, ShopTill, ShopTill]


@pytest.fixture
def program() -> Program:
    """With vouchers in it."""
    return whole_program()


@pytest.fixture
def database(office_url: str) -> str:
    """Each engine in turn."""
    return office_url


def test_a_voucher_at_a_silent_till_comes_back_through_the_hub_and_goes_where_it_is_asked(
    chain: HubChain, shop: Shop
) -> None:
    hub, first, _ = shop
    away = chain.join(9, shop=2)
    code = hub.voucher()
    chain.settle()
    first.cut()  # its own line to head office; the shop's network is well
    first.near.reserve(None, voucher=code)
    chain.clock.advance(timedelta(minutes=3))
    hub.sync.round()
    away.sync.reserve(None, voucher=code)
    hub.sync.round()
    first.near.round()
    hub.sync.round()
    away.sync.reserve(None, voucher=code)
    with away.shop.store.reading() as view:
        assert code in view.given_here()
    with first.shop.store.reading() as view:
        assert code not in view.given_here()


def test_a_voucher_that_the_hub_may_use_a_till_uses_once(chain: HubChain, shop: Shop) -> None:
    hub, first, second = shop
    code = hub.voucher()
    chain.settle()
    for till in shop:
        till.cut()
    assert first.near.reserve(None, voucher=code).known
    with first.shop.store.reading() as view:
        assert code in view.given_here()
    assert second.near.reserve(None, voucher=code).asked
    with second.shop.store.reading() as view:
        assert code not in view.given_here()
    first.near.round()  # it lies at the other till, too
    assert not second.near.reserve(None, voucher=code).asked
