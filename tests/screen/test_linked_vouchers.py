"""Vouchers that are at another shop: said so, asked for, told from those withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos.sync.holding import send_voucher
from pos.vouchers import withdraw
from tests.screen.act_desk import program
from tests.screen.linked_desk import LinkedDesk
from tests.shop.house import CARD
from ui.counter.state import Reach


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LinkedDesk]:
    """Under rules with vouchers."""
    opened = LinkedDesk(tmp_path, program())
    yield opened
    opened.close()


def test_a_voucher_of_another_shop_is_asked_for_and_then_used(desk: LinkedDesk) -> None:
    given = desk.five()
    desk.wish.scanned(CARD)
    desk.ring("22")
    desk.cut(0)
    tile = next(each for each in desk.state.offers if each.voucher)
    assert tile.reach is Reach.ELSEWHERE
    for by_scan in (True, False):
        if by_scan:
            desk.wish.scanned(given.code)
        else:
            desk.wish.reward(tile.number)
        assert desk.state.banner is not None
        assert dict(desk.state.banner.facts)["why"] == "voucher-elsewhere"
    desk.connect()
    desk.wish.scanned(given.code)
    desk.chain.settle()
    desk.wish.scanned(given.code)
    assert desk.said == "voucher-taken"
    desk.wish.enter()
    assert desk.state.done is not None
    assert desk.state.done.amount_minor == 1_700


def test_a_tile_brings_the_voucher_that_head_office_has(desk: LinkedDesk) -> None:
    given = desk.five()
    with desk.first.shop.store.writing() as work:
        send_voucher(work, given.code, "handed", desk.chain.new_id)
    desk.chain.settle()
    desk.wish.scanned(CARD)
    desk.ring("22")
    tile = next(each for each in desk.state.offers if each.voucher)
    assert tile.reach is Reach.ELSEWHERE
    desk.wish.reward(tile.number)
    assert desk.said == "voucher-taken"
    assert next(each for each in desk.state.offers if each.voucher).reach is Reach.CHOSEN


@pytest.mark.parametrize("told", [True, False])
def test_a_voucher_that_was_withdrawn_elsewhere_is_not_said_to_be_at_another_shop(
    desk: LinkedDesk, told: bool
) -> None:
    given = desk.five()
    desk.wish.scanned(CARD)
    desk.ring("22")
    withdraw(desk.first.shop, desk.first.act("sam"), given.code, "lost", "sam")
    desk.first.sync.round()
    if told:
        desk.here.sync.round()
    desk.wish.scanned(given.code)
    assert desk.said == "voucher-refused"
    assert desk.state.banner is not None
    assert dict(desk.state.banner.facts)["why"] == "voucher-withdrawn"
    assert desk.office.asked[-1][2] == ("" if told else given.code)
    if told:
        desk.wish.scanned(CARD)
        assert not any(each.voucher for each in desk.state.offers)
