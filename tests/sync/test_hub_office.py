"""Head office and a shop's hub, on SQLite and PostgreSQL: notes heard of in either order."""

from __future__ import annotations

import pytest

from tests.sync.hub_shop import HubChain, ShopTill


@pytest.fixture
def database(office_url: str) -> str:
    """Each engine in turn."""
    return office_url


def begun(chain: HubChain) -> tuple[ShopTill, ShopTill]:
    hub, till = chain.join(1), chain.join(2)
    chain.open_hub(hub)
    chain.settle()
    return hub, till


@pytest.mark.parametrize("first", ["hub", "till"])
def test_both_orders_of_arrival_come_to_the_same(chain: HubChain, first: str) -> None:
    hub, till = begun(chain)
    ann = hub.enrol("Ann")
    hub.sell(ann, 90_000)
    chain.settle()
    for each in (hub, till):
        each.cut()
    till.near.reserve(ann.id)
    sold = till.sell(ann, 500)
    till.near.round()
    had = hub.points(ann)
    assert sold.after.balance == had
    for each in (hub, till) if first == "hub" else (till, hub):
        each.mend()
        each.sync.round()
        assert chain.pool(ann.id).owed == 0
    chain.settle()
    assert chain.counted(ann.id) == chain.total(ann.id) == had


def test_a_retired_hub_is_paid_for_and_its_members_are_at_home_elsewhere(chain: HubChain) -> None:
    hub, till = begun(chain)
    ann = hub.enrol("Ann")
    hub.sell(ann, 90_000)
    chain.settle()
    had = hub.points(ann)
    hub.cut()
    till.near.reserve(ann.id)
    till.sync.round()
    chain.retire(1)
    chain.give_up(hub)
    till.sell(ann, 500)
    left = till.points(ann)
    till.sync.round()
    assert left > had
    assert chain.counted(ann.id) == left
    till.sync.round()
    assert till.points(ann) == left
