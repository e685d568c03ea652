"""A shop's hub: two tills, real books, real loopback; the internet and the shop's network fail."""

from __future__ import annotations

from datetime import timedelta

import pytest

from loyalty.members.member import Member
from loyalty.redemption.chosen import Chosen
from pos.trouble import TroubleError
from tests.sync.hub_shop import HubChain, ShopTill

MANY = 90_000  # cents: some hundred points


Shop = tuple[ShopTill, ShopTill, ShopTill]


def offline(*tills: ShopTill) -> None:
    for till in tills:
        till.cut()


def known(chain: HubChain, till: ShopTill, name: str = "Ann") -> Member:
    member = till.enrol(name)
    chain.settle()
    return member


def spend(till: ShopTill, member: Member, points: int) -> None:
    till.sell(member, 5_000, chosen=[Chosen(points=points)])


def test_without_the_internet_what_one_till_awarded_another_spends_at_once(
    chain: HubChain, shop: Shop
) -> None:
    hub, first, second = shop
    ann = known(chain, hub)
    offline(*shop)
    first.near.round()
    first.sell(ann, MANY)
    had = first.points(ann)
    assert had > 300
    first.near.round()
    assert (first.points(ann), hub.points(ann)) == (0, had)
    second.near.reserve(ann.id, 300)
    assert second.points(ann) == had
    spend(second, ann, 300)
    second.near.round()
    assert second.points(ann) == 0
    left = hub.points(ann)
    assert left >= had - 300
    for till in shop:
        till.mend()
    chain.settle()
    assert chain.total(ann.id) == chain.counted(ann.id) == left


def test_points_earned_before_are_kept_ready_at_the_hub(chain: HubChain, shop: Shop) -> None:
    hub, first, _ = shop
    ann = known(chain, first)
    first.sell(ann, MANY)
    had = first.points(ann)
    chain.settle()
    chain.clock.advance(timedelta(minutes=11))  # the hub did not fetch them: by head office then
    chain.settle()
    assert (first.points(ann), hub.points(ann)) == (0, had)


def test_head_office_keeps_a_shops_points_with_the_hub_named_later(chain: HubChain) -> None:
    hub, first = chain.join(1), chain.join(2)
    ann = known(chain, first)
    first.sell(ann, MANY)
    chain.settle()
    had = first.points(ann)
    chain.open_hub(hub)
    chain.clock.advance(timedelta(minutes=11))
    chain.settle()
    assert (first.points(ann), hub.points(ann)) == (0, had)


def test_with_the_shops_network_down_a_till_spends_what_it_has(chain: HubChain, shop: Shop) -> None:
    hub, first, second = shop
    ann = known(chain, hub)
    offline(*shop)
    first.near.round()
    first.sell(ann, MANY)
    had = first.points(ann)
    first.lan.up = False
    with pytest.raises(TroubleError, match="office-unreachable"):
        first.near.round()
    assert first.points(ann) == had
    spend(first, ann, 200)
    second.near.reserve(ann.id, 100)
    assert second.points(ann) == 0
    left = first.points(ann)
    first.lan.up = True
    first.near.round()
    assert hub.points(ann) == left


def test_a_member_at_two_tills_in_the_same_second_is_at_one_of_them(
    chain: HubChain, shop: Shop
) -> None:
    hub, first, second = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    had = hub.points(ann)
    offline(*shop)
    one = first.near.reserve(ann.id, 300)
    other = second.near.reserve(ann.id, 300)
    assert (first.points(ann), second.points(ann), hub.points(ann)) == (had, 0, 0)
    assert (one.asked, other.asked) == (False, True)
    first.near.round()  # hears that she stands at the other till, too
    again = second.near.reserve(ann.id, 300)
    assert (first.points(ann), second.points(ann)) == (0, had)
    assert not again.asked


def test_who_has_an_open_basket_with_points_stays_at_that_till(chain: HubChain, shop: Shop) -> None:
    hub, first, second = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    had = hub.points(ann)
    offline(*shop)
    first.near.reserve(ann.id, 300)
    basket = chain.new_id()
    until = int(chain.clock.now().timestamp() * 1000) + 60_000
    with first.shop.store.writing() as work:
        work.hold(basket, ann.id, 300, until)
    second.near.reserve(ann.id, 300)
    first.near.round()
    second.near.reserve(ann.id, 300)
    assert (first.points(ann), second.points(ann)) == (had, 0)
    with first.shop.store.writing() as work:
        work.release(basket)
    first.near.round()
    second.near.reserve(ann.id, 300)
    assert (first.points(ann), second.points(ann)) == (0, had)


def test_who_leaves_without_buying_is_handed_back_after_ten_minutes(
    chain: HubChain, shop: Shop
) -> None:
    hub, first, _ = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    had = hub.points(ann)
    first.near.round()
    first.near.reserve(ann.id)
    first.near.round()
    assert first.points(ann) == had
    chain.clock.advance(timedelta(minutes=9))
    first.near.round()
    assert first.points(ann) == had
    chain.clock.advance(timedelta(minutes=2))
    first.near.round()
    assert (first.points(ann), hub.points(ann)) == (0, had)


def test_a_till_that_starts_again_hands_back_whoever_was_there(chain: HubChain, shop: Shop) -> None:
    hub, first, _ = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    had = hub.points(ann)
    first.near.reserve(ann.id)
    first.restart()
    first.near.round()
    assert (first.points(ann), hub.points(ann)) == (0, had)


def test_a_till_that_knows_no_total_learns_it_from_the_hub(chain: HubChain, shop: Shop) -> None:
    hub, first, _ = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    chain.settle()
    first.near.reserve(ann.id)
    with first.shop.store.reading() as view:
        rest = view.elsewhere(ann.id)
    assert rest is not None
    assert rest.points == 0


def test_lost_answers_lose_and_double_nothing(chain: HubChain, shop: Shop) -> None:
    hub, first, _ = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    had = hub.points(ann)
    offline(*shop)
    first.near.round()
    first.lan.lose_answers = 1
    with pytest.raises(TroubleError):
        first.near.reserve(ann.id)
    assert (hub.points(ann), first.points(ann)) == (0, 0)
    assert hub.pending_notes(2) == 1
    first.near.reserve(ann.id)
    assert first.points(ann) == had
    first.near.round()
    assert hub.pending_notes(2) == 0
    first.sell(ann, 100)
    now = first.points(ann)
    first.lan.lose_answers = 2  # the hub has the note, the till does not know
    for _ in range(2):
        with pytest.raises(TroubleError):
            first.near.round()
    for _ in range(2):
        first.near.round()
    assert (first.points(ann), hub.points(ann)) == (0, now)
    assert first.pending_notes(1) == 0
    for till in shop:
        till.mend()
    chain.settle()
    assert chain.counted(ann.id) == now


def test_a_hub_that_is_killed_after_its_commit_gives_the_same_note_again(
    chain: HubChain, shop: Shop
) -> None:
    hub, first, _ = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    had = hub.points(ann)
    offline(*shop)
    first.near.round()
    first.lan.lose_answers = 1
    with pytest.raises(TroubleError):
        first.near.reserve(ann.id)
    server = chain.servers.pop()
    server.stop()
    first.lan.close()
    with pytest.raises(TroubleError, match="office-unreachable"):
        first.near.reserve(ann.id)
    chain.serve(hub, server.port)  # it knows no session any more
    first.near.reserve(ann.id)
    assert (hub.points(ann), first.points(ann)) == (0, had)


def test_a_till_may_be_heard_before_the_hub_that_gave_to_it(chain: HubChain, shop: Shop) -> None:
    hub, first, _ = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    chain.settle()
    had = hub.points(ann)
    hub.cut()
    first.near.reserve(ann.id)
    spend(first, ann, 300)
    left = first.points(ann)
    first.sync.round()
    assert chain.counted(ann.id) == left
    assert chain.pool(ann.id).owed == 0
    assert had > left
    hub.mend()
    chain.settle()
    assert chain.counted(ann.id) == chain.total(ann.id) == left


def test_a_note_of_a_hub_that_is_given_up_is_paid_once_and_comes_back_if_the_hub_does(
    chain: HubChain, shop: Shop
) -> None:
    hub, first, _ = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    chain.settle()
    had = hub.points(ann)
    hub.cut()
    first.near.reserve(ann.id)
    first.sync.round()
    chain.give_up(hub)
    assert chain.counted(ann.id) == had
    assert chain.pool(ann.id).balance == 0
    hub.mend()
    hub.sync.round()  # its entries come after all
    assert chain.counted(ann.id) == had
    chain.give_up(hub)  # as when it has sent back all it knows of
    assert (chain.counted(ann.id), chain.pool(ann.id).balance) == (had, 0)


def test_a_note_of_a_branch_that_was_lost_is_the_pools_loss_and_nobody_waits_for_it(
    chain: HubChain, shop: Shop
) -> None:
    hub, first, _ = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    chain.settle()
    had = hub.points(ann)
    image = hub.copy()
    offline(*shop)
    first.near.round()
    first.near.reserve(ann.id)
    assert first.points(ann) == had
    chain.put_back(hub, image)
    first.mend()
    first.sync.round()
    assert chain.counted(ann.id) == had  # the hub's own word is waited for
    hub.mend()
    for _ in range(3):
        hub.sell(None, 100)
    chain.settle()
    assert chain.total(ann.id) - chain.pool(ann.id).owed == had
    assert chain.counted(ann.id) == had


def test_the_hubs_replacement_gets_what_the_old_one_kept(chain: HubChain, shop: Shop) -> None:
    hub, first, second = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    chain.settle()
    had = hub.points(ann)
    chain.open_hub(second)
    chain.clock.advance(timedelta(minutes=11))
    chain.settle()
    assert (hub.points(ann), second.points(ann)) == (0, had)
    first.restart()
    first.near.reserve(ann.id)
    assert first.points(ann) == had


def test_what_head_office_asks_back_the_hub_gets_from_its_tills(
    chain: HubChain, shop: Shop
) -> None:
    hub, first, _ = shop
    away = chain.join(9, shop=2)
    ann = known(chain, hub)
    first.sell(ann, MANY)
    had = first.points(ann)
    chain.settle()
    first.cut()  # its own line to head office; the shop's network is well
    chain.clock.advance(timedelta(minutes=3))
    hub.sync.round()
    away.sync.reserve(ann.id, 300)
    hub.sync.round()
    first.near.round()
    hub.sync.round()
    away.sync.reserve(ann.id, 300)
    assert away.points(ann) == had


def test_a_hub_that_may_not_spend_gives_nothing_and_is_given_nothing(
    chain: HubChain, shop: Shop
) -> None:
    hub, first, _ = shop
    ann = known(chain, hub)
    hub.sell(ann, MANY)
    had = hub.points(ann)
    offline(hub)
    chain.days(31)  # its lease is over
    first.sync.round()
    first.near.reserve(ann.id, 100)
    assert (hub.points(ann), first.points(ann)) == (had, 0)
    first.sell(ann, MANY)
    first.near.round()
    assert first.points(ann) == had
    hub.mend()
    hub.sync.round()
    first.near.round()
    assert (hub.points(ann), first.points(ann)) == (2 * had, 0)
