"""The threads of a shop's network: parts read from the books, a hub that goes and comes, and the
counter's one question to both lines.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import UUID

import pytest

from loyalty.members.member import Member
from pos.line_state import LineState
from pos.linked import frozen
from pos.sync.hub_network import HUB, NONE, TILL, HubState, ShopNetwork
from pos.sync.messages import Reserved
from pos.sync.shop_line import ShopLine
from pos.trouble import TroubleError
from tests.sync.hub_shop import LOOPBACK, PATIENCE_S, HubChain, ShopTill


def eventually(what: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not what():
        assert time.monotonic() < until, "it does not happen"
        time.sleep(0.02)


def network(chain: HubChain, till: ShopTill) -> ShopNetwork:
    made = ShopNetwork(
        till.shop.store, till.private, chain.new_id, frozen, host=LOOPBACK, wait_s=PATIENCE_S
    )
    chain.networks.append(made)
    made.start()
    return made


def three(chain: HubChain) -> tuple[ShopTill, ShopTill, ShopTill]:
    hub, first, second = (chain.join(number) for number in (1, 2, 3))
    server = chain.open_hub(hub)  # a port that is free
    chain.servers.clear()
    server.stop()
    chain.settle()
    return hub, first, second


def ann_at(hub: ShopTill) -> Member:
    member = hub.enrol("Ann")
    hub.sell(member, 90_000)
    return member


def test_a_terminal_plays_the_part_that_head_office_gives_it(chain: HubChain) -> None:
    alone = chain.join(1)
    line = network(chain, alone)
    assert line.state.part == NONE
    with pytest.raises(TroubleError, match="office-unreachable"):
        line.reserve(UUID(int=1), 5)
    server = chain.serve(alone, 0)
    chain.servers.clear()
    server.stop()
    chain.name(alone, server.port)
    alone.sync.round()
    eventually(lambda: line.state.part == HUB and line.state.connected)
    chain.no_hub(1)
    alone.sync.round()
    eventually(lambda: line.state.part == NONE)


def test_the_tills_of_a_shop_find_the_hub_and_hand_on_what_it_has(chain: HubChain) -> None:
    hub, first, second = three(chain)
    ann = ann_at(hub)
    had = hub.points(ann)
    serving, one, other = (network(chain, till) for till in (hub, first, second))
    eventually(lambda: one.state.connected and other.state.connected)
    assert (serving.state.part, one.state.part, one.state.hub) == (HUB, TILL, 1)
    one.reserve(ann.id, 300)
    assert first.points(ann) == had
    other.reserve(ann.id, 300)  # the first till hears of it and hands her on
    assert (first.points(ann), second.points(ann)) == (0, had)
    serving.reserve(ann.id, 300)
    assert hub.points(ann) == had


def test_a_till_goes_on_when_the_hub_is_gone_and_finds_it_again(chain: HubChain) -> None:
    hub, first, _ = three(chain)
    ann = ann_at(hub)
    one = network(chain, first)
    eventually(lambda: one.state.part == TILL and not one.state.connected and one.state.why != "")
    with pytest.raises(TroubleError, match="office-unreachable"):
        one.reserve(ann.id, 5)
    network(chain, hub)
    one.wake()
    eventually(lambda: one.state.connected)
    one.reserve(ann.id, 5)
    assert first.points(ann) > 0


class Office:
    """A courier that has a connection or none, and counts who asks."""

    def __init__(self, told: Callable[[LineState], None], connected: bool) -> None:
        self.state = LineState(connected=connected)
        self.asked = 0
        self.running = False

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False

    def wake(self) -> None:
        """Nothing."""

    def retry(self) -> None:
        """Nothing."""

    def reserve(
        self, member: UUID | None, need: int = 0, voucher: str = "", wait_s: float = 1.0
    ) -> Reserved:
        self.asked += 1
        if not self.state.connected:
            raise TroubleError("office-unreachable")
        return Reserved(total=7)


def both(chain: HubChain, till: ShopTill, connected: bool, told: list[LineState]) -> ShopLine:
    def near(tell: Callable[[HubState], None]) -> ShopNetwork:
        return ShopNetwork(
            till.shop.store,
            till.private,
            chain.new_id,
            frozen,
            host=LOOPBACK,
            wait_s=PATIENCE_S,
            told=tell,
        )

    made = ShopLine(
        till.shop.store,
        lambda tell: Office(tell, connected),
        near,
        told.append,  # type: ignore[arg-type,return-value]
    )
    chain.networks.append(made)  # type: ignore[arg-type]
    made.start()
    return made


def test_the_counter_asks_the_hub_first_and_head_office_for_the_rest(chain: HubChain) -> None:
    hub, first, _ = three(chain)
    ann = ann_at(hub)
    had = hub.points(ann)
    network(chain, hub)
    told: list[LineState] = []
    line = both(chain, first, connected=True, told=told)
    eventually(lambda: line.state.near)
    line.reserve(ann.id, 300)
    office = line._courier
    assert isinstance(office, Office)
    assert (office.asked, first.points(ann)) == (0, had)
    assert line.reserve(ann.id, had + 1).total == 7
    assert office.asked == 1
    assert told[-1].near


def test_without_head_office_the_hub_is_enough_and_without_both_it_is_said(
    chain: HubChain,
) -> None:
    hub, first, _ = three(chain)
    ann = ann_at(hub)
    line = both(chain, first, connected=False, told=[])
    with pytest.raises(TroubleError, match="office-unreachable"):
        line.reserve(ann.id, 300)
    serving = network(chain, hub)
    line.retry()
    eventually(lambda: line.state.near)
    line.reserve(ann.id, 100_000)
    assert first.points(ann) > 300
    serving.stop()
    eventually(lambda: not line.state.near)
