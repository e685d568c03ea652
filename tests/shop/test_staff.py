"""Signing in: PINs are guessed slowly, and a restart is no way around."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from loyalty.codes import operator_badge
from loyalty.errors import LoyaltyError
from pos.shop import Shop
from pos.staff import hashed_pin, operators, sign_in, sign_in_badge, wait_seconds
from tests.shop.house import BADGE, clock_of, open_at

PIN = "4711"


def give_pin(shop: Shop, operator: str = "mina") -> None:
    with shop.store.writing() as work:
        work.set_pin(operator, hashed_pin(PIN))


def refused(shop: Shop, pin: str, operator: str = "mina") -> LoyaltyError:
    with pytest.raises(LoyaltyError) as no:
        sign_in(shop, operator, pin)
    return no.value


def test_the_right_pin_signs_in(shop: Shop) -> None:
    give_pin(shop)
    assert sign_in(shop, "mina", PIN).id == "mina"


def test_wrong_pins_are_counted_and_then_wait_longer_each_time(shop: Shop) -> None:
    give_pin(shop)
    assert [refused(shop, "0000").facts["left"] for _ in range(3)] == [2, 1, 0]
    assert refused(shop, PIN).code == "pin-wait"
    assert wait_seconds(shop, "mina") == 5
    clock_of(shop).advance(timedelta(seconds=5))
    assert refused(shop, "0000").code == "pin-wrong"
    assert wait_seconds(shop, "mina") == 10
    clock_of(shop).advance(timedelta(days=1))
    assert sign_in(shop, "mina", PIN).id == "mina"
    assert wait_seconds(shop, "mina") == 0
    assert refused(shop, "0000").facts["left"] == 2


def test_a_restart_forgets_no_wrong_pin(tmp_path: Path) -> None:
    shop = open_at(tmp_path)
    give_pin(shop)
    for _ in range(3):
        refused(shop, "0000")
    shop.store.close()
    again = open_at(tmp_path)
    assert refused(again, PIN).code == "pin-wait"
    again.store.close()


def test_one_operators_wrong_pins_keep_nobody_else_out(shop: Shop) -> None:
    give_pin(shop, "mina")
    give_pin(shop, "sam")
    for _ in range(3):
        refused(shop, "0000")
    assert sign_in(shop, "sam", PIN).id == "sam"


def test_a_clock_that_was_set_back_keeps_nobody_out(shop: Shop) -> None:
    give_pin(shop)
    for _ in range(3):
        refused(shop, "0000")
    clock_of(shop).advance(timedelta(days=-1))
    assert wait_seconds(shop, "mina") == 0
    assert sign_in(shop, "mina", PIN).id == "mina"


def test_the_wait_never_grows_beyond_a_quarter_hour(shop: Shop) -> None:
    give_pin(shop)
    with shop.store.writing() as work:
        for _ in range(60):
            work.record_pin_failure("mina", 0)
    clock_of(shop).advance(timedelta(0))
    with shop.store.writing() as work:
        work.record_pin_failure("mina", int(shop.clock.now().timestamp()) * 1000)
    assert wait_seconds(shop, "mina") == 900


def test_a_badge_signs_in_and_a_strange_one_does_not(shop: Shop) -> None:
    assert sign_in_badge(shop, BADGE).id == "mina"
    for badge in (operator_badge(77), "", "x" * 4000):
        with pytest.raises(LoyaltyError) as no:
            sign_in_badge(shop, badge)
        assert no.value.code == "badge-unknown"


def test_an_operator_without_pin_or_badge_chooses_the_pin_once(shop: Shop) -> None:
    assert refused(shop, "12", "sam").code == "pin-format"
    assert sign_in(shop, "sam", PIN).id == "sam"
    assert refused(shop, "9999", "sam").code == "pin-wrong"


def test_who_has_only_a_badge_cannot_be_given_a_pin_by_a_stranger(shop: Shop) -> None:
    assert refused(shop, PIN).code == "pin-none"


def test_nobody_and_the_inactive_do_not_sign_in(shop: Shop) -> None:
    assert refused(shop, PIN, "ghost").code == "operator-unknown"
    assert {one.id for one in operators(shop)} == {"mina", "sam"}


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "１２３４", "12 4"])
def test_a_pin_is_four_to_eight_digits(pin: str) -> None:
    with pytest.raises(LoyaltyError) as no:
        hashed_pin(pin)
    assert no.value.code == "pin-format"
