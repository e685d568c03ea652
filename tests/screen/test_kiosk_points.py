"""Points, rewards and becoming a member at the kiosk, in any order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loyalty.ledger.entry import Kind
from pos.enrol import enrol
from pos.kiosk_taking import take
from pos.trouble import TroubleError
from pos.vouchers import held_vouchers
from tests.screen.kiosk_desk import PHONE_TAIL, KioskDesk, bare, fates, proven, url
from tests.shop.house import BLANK, CARD, act, anna, balance, clean
from ui.customer.stage import LOCK_S
from ui.customer.state import Fate, Page


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[KioskDesk]:
    made = KioskDesk(tmp_path)
    yield made
    assert clean(made.shop)
    made.close()


# --- points -------------------------------------------------------------------------------------


def test_points_are_seen_after_the_second_factor_only(desk: KioskDesk) -> None:
    proven(desk)
    assert (desk.state.page, desk.state.points) == (Page.REWARDS, 100)
    assert [one.id for one in desk.state.rewards if one.why is None] == ["drink", "cake", "off-5"]
    assert all(state.points is None for state in desk.states if state.page is Page.PROVE)
    typed = [state.entry for state in desk.states if state.page is Page.PROVE]
    assert "•••" in typed
    assert not any(char.isdigit() for entry in typed for char in entry)


def test_three_wrong_tries_lock_the_card_and_waking_the_screen_does_not_help(
    desk: KioskDesk,
) -> None:
    anna(desk.shop)
    desk.scan(CARD)
    desk.wish.open_points()
    desk.type("0000")
    assert (desk.said, desk.state.page, desk.state.entry) == ("factor-wrong", Page.PROVE, "")
    desk.type("11112222")
    assert (desk.said, desk.state.page) == ("factor-wait", Page.GUEST)
    desk.wish.finish()
    desk.pass_s(LOCK_S)
    desk.scan(CARD)
    desk.wish.open_points()
    desk.type(PHONE_TAIL)
    assert (desk.said, desk.state.points) == ("factor-wait", None)


def test_whoever_told_nothing_is_sent_to_the_counter(desk: KioskDesk) -> None:
    enrol(desk.shop, act(desk.shop), CARD)
    desk.scan(CARD)
    desk.wish.open_points()
    assert (desk.said, desk.state.page) == ("factor-none", Page.GUEST)


def test_a_reward_is_asked_about_once_more_and_printed(desk: KioskDesk) -> None:
    member = proven(desk)
    desk.wish.choose("drink")
    assert (desk.state.page, balance(desk.shop, member)) == (Page.TAKE, 100)
    desk.wish.go_on()
    desk.wish.go_on()  # a second touch
    assert (desk.state.page, desk.state.printed, desk.state.points) == (Page.VOUCHER, True, 60)
    assert balance(desk.shop, member) == 60
    assert desk.printer is not None
    assert len(desk.printer.sent) == 1
    (voucher,) = held_vouchers(desk.shop, member.id)
    assert voucher.code.encode() in desk.printer.sent[0]
    desk.wish.go_back()
    assert (desk.state.page, desk.state.rewards[1].why) == (Page.REWARDS, None)


@pytest.mark.parametrize("why", ["broken", "absent"])
def test_a_voucher_that_is_not_printed_stays_on_the_card(desk: KioskDesk, why: str) -> None:
    member = proven(desk)
    assert desk.printer is not None
    desk.printer.trouble = TroubleError("printer-offline")
    if why == "absent":
        desk.printer = None
    desk.wish.choose("drink")
    desk.wish.go_on()
    assert (desk.state.page, desk.state.printed, desk.state.points) == (Page.VOUCHER, False, 60)
    assert len(held_vouchers(desk.shop, member.id)) == 1


def test_a_change_of_mind_costs_nothing(desk: KioskDesk) -> None:
    member = proven(desk)
    desk.wish.choose("drink")
    desk.wish.go_back()
    assert (desk.state.page, balance(desk.shop, member)) == (Page.REWARDS, 100)


def test_what_is_too_dear_stays_and_says_why(desk: KioskDesk) -> None:
    member = proven(desk, 4500)
    desk.wish.choose("beans")
    assert (desk.said, desk.state.page) == ("points-missing", Page.REWARDS)
    desk.wish.choose("no-such-reward")
    assert balance(desk.shop, member) == 45


def test_points_spent_at_the_counter_meanwhile_are_not_spent_again(desk: KioskDesk) -> None:
    member = proven(desk, 5000)
    desk.wish.choose("drink")
    take(desk.shop, act(desk.shop), member.id, "drink")
    desk.wish.go_on()
    assert desk.said in ("points-missing", "points-short")
    assert balance(desk.shop, member) == 10


# --- becoming a member --------------------------------------------------------------------------


def test_somebody_joins_with_a_phone_number_and_keeps_the_receipt(desk: KioskDesk) -> None:
    desk.scan(url(desk.shop))
    desk.wish.open_join()
    desk.type("+4915198765432")
    desk.wish.go_on()
    desk.type("Zoe")
    desk.wish.go_on()
    assert desk.state.page is Page.AGREE
    desk.wish.go_on()
    state = desk.state
    assert (state.page, state.called, desk.said) == (Page.GUEST, "Zoe", "kiosk-joined")
    assert fates(desk) == [Fate.CREDITED]
    with desk.shop.store.reading() as view:
        (member,) = view.find_members("98765432", limit=5)
    assert balance(desk.shop, member) == 12


def test_a_name_is_typed_in_hangul_and_mended_letter_by_letter(desk: KioskDesk) -> None:
    desk.scan(BLANK)
    desk.wish.skip()
    desk.type("ㅁㅣㄴㅈㅜㄴ")
    assert desk.state.entry == "민준"
    desk.wish.erase()
    assert desk.state.entry == "민주"
    desk.type("ㄴ")
    desk.wish.go_on()
    desk.wish.go_on()
    assert desk.state.known
    with desk.shop.store.reading() as view:
        known = view.member_by_card(BLANK)
    assert known is not None
    assert known[0].name == "민준"


def test_a_blank_card_needs_neither_phone_nor_name(desk: KioskDesk) -> None:
    desk.scan(BLANK)
    assert (desk.state.page, desk.state.has_card) == (Page.PHONE, True)
    desk.wish.skip()
    desk.wish.skip()
    desk.wish.go_on()
    assert (desk.state.page, desk.state.known, desk.state.called) == (Page.GUEST, True, "")
    desk.pass_s(LOCK_S)
    desk.scan(BLANK)
    assert desk.state.known


def test_without_a_card_the_phone_number_is_wanted(desk: KioskDesk) -> None:
    desk.wish.open_join()
    desk.wish.skip()
    assert (desk.said, desk.state.page) == ("kiosk-phone-missing", Page.PHONE)
    desk.type("12")
    desk.wish.go_on()
    assert (desk.said, desk.state.page) == ("phone-unreadable", Page.PHONE)


def test_a_known_number_tells_nothing_of_whose_it_is(desk: KioskDesk) -> None:
    anna(desk.shop)
    desk.wish.open_join()
    desk.type("+4915112345678")
    desk.wish.go_on()
    desk.wish.skip()
    desk.wish.go_on()
    assert (desk.said, desk.state.page, desk.state.known) == ("phone-taken", Page.PHONE, False)


def test_nobody_is_enrolled_who_walks_away_before_the_yes(desk: KioskDesk) -> None:
    desk.scan(BLANK)
    desk.type("015198765432")
    desk.wish.go_on()
    desk.type("Zoe")
    desk.wish.go_on()
    desk.pass_s(LOCK_S)
    assert bare(desk)
    with desk.shop.store.reading() as view:
        last = view.last_entry()
    assert last is None or last.kind is not Kind.ENROLMENT
