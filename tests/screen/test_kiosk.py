"""What somebody alone at the kiosk can do, in any order, and what is left of them afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from loyalty.codes import member_card, operator_badge, sale_code, voucher_code
from loyalty.members.answer import Question
from pos.blocking import block, block_card
from pos.enrol import enrol
from pos.shop import Shop
from pos.surveys import scores
from pos.trouble import TroubleError
from tests.screen.kiosk_desk import PHONE_TAIL, KioskDesk, bare, fates, hand, proven, url
from tests.shop.claim_desk import portuguese
from tests.shop.house import BADGE, CARD, SETTINGS, act, anna, balance, clean, sale
from ui.customer.stage import LOCK_S, SAID_S, STUCK_S, THANKS_S, WARN_S
from ui.customer.state import Fate, Page
from ui.customer.visit import MOST_RECEIPTS
from ui.jobs import InlineJobs

T = TypeVar("T")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[KioskDesk]:
    made = KioskDesk(tmp_path)
    yield made
    assert clean(made.shop)
    made.close()


# --- cards and receipts -------------------------------------------------------------------------


def test_a_card_is_greeted_by_a_first_name_and_no_points(desk: KioskDesk) -> None:
    sale(desk.shop, anna(desk.shop), 5000)
    desk.scan(CARD)
    state = desk.state
    assert (state.page, state.called, state.points, state.rewards) == (Page.GUEST, "Anna", None, ())
    assert "Schmidt" not in repr(state)
    assert "5678" not in repr(desk.states)


def test_receipts_are_credited_one_after_another(desk: KioskDesk) -> None:
    member = anna(desk.shop)
    desk.scan(CARD)
    first = url(desk.shop)
    desk.scan(first)
    desk.scan(portuguese())
    desk.scan("https://example.com/menu")
    desk.scan(first)
    assert fates(desk) == [Fate.CREDITED, Fate.LOOK, Fate.REFUSED, Fate.REFUSED]
    rows = desk.state.receipts
    assert (rows[0].points, rows[0].total_minor, rows[0].merchant) == (12, 1250, "Test shop")
    assert [row.why.code if row.why else "" for row in rows] == [
        "",
        "",
        "receipt-unknown",
        "claim-already",
    ]
    assert balance(desk.shop, member) == 12


def test_a_receipt_before_the_card_waits_for_it(desk: KioskDesk) -> None:
    member = anna(desk.shop)
    desk.scan(url(desk.shop))
    desk.scan(url(desk.shop, 800))
    assert desk.state.known is False
    assert fates(desk) == [Fate.HELD, Fate.HELD]
    desk.scan(CARD)
    assert fates(desk) == [Fate.CREDITED, Fate.CREDITED]
    assert balance(desk.shop, member) == 20


def test_without_a_card_nothing_is_booked_and_that_is_said(desk: KioskDesk) -> None:
    first = url(desk.shop)
    desk.scan(first)
    desk.pass_s(LOCK_S)
    assert (desk.state.page, desk.said, bare(desk)) == (Page.IDLE, "kiosk-lost", True)
    desk.pass_s(SAID_S)
    assert desk.state == desk.states[0]
    member = anna(desk.shop)
    desk.scan(CARD)
    desk.scan(first)
    assert balance(desk.shop, member) == 12


def test_the_same_receipt_twice_before_the_card_is_one(desk: KioskDesk) -> None:
    first = url(desk.shop)
    desk.scan(first)
    desk.scan(first.lower())
    assert (fates(desk), desk.said) == ([Fate.HELD], "kiosk-twice")


def test_a_sack_of_receipts_is_taken_in_parts(desk: KioskDesk) -> None:
    for number in range(MOST_RECEIPTS + 3):
        desk.scan(f"https://example.com/{number}")
    assert len(desk.state.receipts) == MOST_RECEIPTS
    assert desk.said == "kiosk-enough"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (voucher_code(5), "kiosk-not-here"),
        ("4012345000016", "kiosk-not-here"),
        (CARD[:-1] + str((int(CARD[-1]) + 1) % 10), "code-damaged"),
        ("", "code-empty"),
        (operator_badge(99), "badge-unknown"),
    ],
)
def test_what_belongs_elsewhere_is_said_and_listed_nowhere(
    desk: KioskDesk, code: str, said: str
) -> None:
    desk.scan(code)
    assert (desk.said, desk.state.page, desk.state.receipts) == (said, Page.IDLE, ())
    desk.pass_s(SAID_S)
    assert desk.said == ""


def test_a_slips_short_number_is_no_receipt(desk: KioskDesk) -> None:
    desk.scan(sale_code(sale(desk.shop, None).entry.key))
    assert desk.said == "kiosk-slip"


def test_a_blocked_card_says_neither_whose_it_is_nor_why(desk: KioskDesk) -> None:
    member = anna(desk.shop)
    block_card(desk.shop, act(desk.shop, "sam"), CARD)
    desk.scan(CARD)
    assert (desk.said, desk.state.called) == ("card-blocked", "")
    block_card(desk.shop, act(desk.shop, "sam"), CARD, blocked=False)
    block(desk.shop, act(desk.shop, "sam"), member.id, "shouted")
    desk.scan(CARD)
    assert (desk.said, desk.state.known) == ("member-blocked", False)


def test_another_card_takes_everything_of_the_first_away(desk: KioskDesk) -> None:
    sale(desk.shop, anna(desk.shop), 9000)
    bert = enrol(desk.shop, act(desk.shop), member_card(3), "+4915112345679", "Bert Braun")
    desk.scan(CARD)
    desk.scan(url(desk.shop))
    desk.wish.open_points()
    desk.type(PHONE_TAIL)
    assert desk.state.points
    desk.scan(member_card(3))
    state = desk.state
    assert (state.called, state.points, state.receipts, state.rewards) == ("Bert", None, (), ())
    desk.wish.open_points()
    assert desk.state.page is Page.PROVE
    assert balance(desk.shop, bert) == 0


def test_the_same_card_again_goes_back_to_the_beginning(desk: KioskDesk) -> None:
    anna(desk.shop)
    desk.scan(CARD)
    desk.scan(url(desk.shop))
    desk.wish.open_number()
    desk.scan(CARD)
    assert (desk.state.page, len(desk.state.receipts)) == (Page.GUEST, 1)


# --- typed receipts -----------------------------------------------------------------------------


def test_a_receipt_is_typed_where_it_cannot_be_scanned(desk: KioskDesk) -> None:
    member = anna(desk.shop)
    desk.scan(CARD)
    desk.wish.open_number()
    desk.type(hand(desk.shop).replace(" ", ""))
    desk.wish.go_on()
    assert (desk.state.page, fates(desk)) == (Page.GUEST, [Fate.CREDITED])
    assert balance(desk.shop, member) == 12


def test_a_mistyped_number_stays_to_be_mended(desk: KioskDesk) -> None:
    right = hand(desk.shop).replace(" ", "")
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    desk.wish.open_number()
    desk.type(wrong)
    desk.wish.go_on()
    assert (desk.said, desk.state.page, desk.state.entry) == (
        "hand-code-wrong",
        Page.NUMBER,
        wrong,
    )
    desk.wish.erase()
    desk.type(right[-1])
    desk.wish.go_on()
    assert fates(desk) == [Fate.HELD]


def test_no_more_is_typed_than_has_room(desk: KioskDesk) -> None:
    desk.wish.open_number()
    desk.type("1" * 500)
    assert len(desk.state.entry) < 40
    desk.wish.go_on()
    assert desk.said == "hand-code-form"


# --- leaving ------------------------------------------------------------------------------------


def nps(shop: Shop, question: Question = Question.NPS) -> dict[int, int]:
    found = next(one for one in scores(shop, shop.today, shop.today) if one.question is question)
    return {score: times for score, times in found.counts if times}


def test_leaving_asks_once_with_one_tap_and_three_more_for_who_likes(desk: KioskDesk) -> None:
    proven(desk)
    desk.wish.finish()
    assert (desk.state.question, desk.state.points, desk.state.rewards) == (Question.NPS, None, ())
    desk.wish.score(9)
    steps = []
    while desk.state.page is Page.QUESTION:
        steps.append((desk.state.question, desk.state.step))
        desk.wish.score(5)
    assert steps == [(Question.RECOMMEND, 1), (Question.AGAIN, 2), (Question.OTHERS, 3)]
    assert (desk.state.page, bare(desk)) == (Page.THANKS, True)
    assert nps(desk.shop) == {9: 1}
    assert nps(desk.shop, Question.OTHERS) == {5: 1}
    desk.pass_s(THANKS_S)
    assert desk.state == desk.states[0]
    desk.scan(CARD)
    desk.wish.finish()
    assert desk.state.page is Page.THANKS


def test_questions_can_be_left_out_and_switched_off(tmp_path: Path) -> None:
    desk = KioskDesk(tmp_path)
    anna(desk.shop)
    desk.scan(CARD)
    desk.wish.finish()
    desk.wish.skip()
    assert (desk.state.page, nps(desk.shop)) == (Page.THANKS, {})
    desk.close()
    silent = KioskDesk(tmp_path, settings=replace(SETTINGS, survey=False))
    silent.scan(CARD)
    silent.wish.finish()
    assert silent.state.page is Page.THANKS
    silent.close()


def test_nobody_there_clears_everything_after_a_countdown(desk: KioskDesk) -> None:
    proven(desk)
    desk.wish.speak("ko")
    told = []
    for _ in range(LOCK_S - 1):
        desk.pass_s(1)
        told.append(desk.state.left_s)
    assert told == [None] * (LOCK_S - WARN_S - 1) + list(range(WARN_S, 0, -1))
    assert desk.state.points == 100
    desk.pass_s(1)
    assert desk.state == desk.states[0]
    assert desk.spoken == ["ko", "en"]


def test_a_touch_gives_half_a_minute_more(desk: KioskDesk) -> None:
    proven(desk)
    desk.pass_s(LOCK_S - 1)
    desk.wish.touched()
    assert desk.state.left_s is None
    desk.pass_s(LOCK_S - WARN_S - 1)
    assert desk.state.points == 100


def test_a_language_chosen_by_nobody_in_particular_goes_again(desk: KioskDesk) -> None:
    desk.wish.speak("ja")
    desk.pass_s(LOCK_S)
    assert desk.spoken == ["ja", "en"]
    assert desk.state.left_s is None


def test_an_answer_that_comes_too_late_brings_nobody_back(tmp_path: Path) -> None:
    desk = KioskDesk(tmp_path, held=True)
    anna(desk.shop)
    desk.scan(CARD)
    assert desk.state.busy
    desk.pass_s(STUCK_S)
    desk.ledger.deliver()
    assert "Anna" not in repr(desk.states)
    desk.close()


def test_scans_that_come_while_the_ledger_is_busy_wait_their_turn(tmp_path: Path) -> None:
    desk = KioskDesk(tmp_path, held=True)
    member, first, second = anna(desk.shop), url(desk.shop), url(desk.shop, 800)
    for code in (CARD, first, second):
        desk.scan(code)
    for _ in range(10):
        desk.ledger.deliver()
    assert fates(desk) == [Fate.CREDITED, Fate.CREDITED]
    assert balance(desk.shop, member) == 20
    desk.close()


# --- who may close it ---------------------------------------------------------------------------


def test_an_operators_badge_closes_the_kiosk_and_nothing_else_does(desk: KioskDesk) -> None:
    anna(desk.shop)
    desk.scan(CARD)
    desk.scan(operator_badge(99))
    assert desk.left == 0
    desk.scan(BADGE)
    assert desk.left == 1
    assert bare(desk)


class FullDisk(InlineJobs):
    """A worker that cannot write."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        failed(TroubleError("disk-full", path="regulars.db"))


def test_the_worlds_trouble_is_one_sentence_with_a_way_on(tmp_path: Path) -> None:
    desk = KioskDesk(tmp_path, ledger=FullDisk())
    desk.scan(CARD)
    assert (desk.said, desk.state.busy) == ("kiosk-not-now", False)
    desk.close()


def test_whatever_goes_wrong_in_the_program_the_guest_is_forgotten(desk: KioskDesk) -> None:
    proven(desk)
    desk.wish.give_up()
    assert (desk.said, bare(desk)) == ("kiosk-not-now", True)


def test_a_device_that_fails_is_no_guests_business(desk: KioskDesk) -> None:
    desk.wish.trouble(TroubleError("camera-lost"))
    assert desk.said == ""
    desk.wish.trouble(TroubleError("scan-too-long"))
    assert desk.said == "scan-too-long"
