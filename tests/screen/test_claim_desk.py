"""Receipts brought to the counter, on a real ledger: any order of card and receipt, what is
doubtful, what is refused, what is put aside and taken back.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from loyalty.codes import sale_code, voucher_code
from loyalty.ledger.entry import Kind
from pos.hand_codes import MOST_WRONG
from pos.slips import slip_of
from tests.screen.claim_desk import (
    BERTS,
    code_of,
    desk,
    done,
    newest,
    points,
    portuguese,
    slip,
)
from tests.screen.desk import Desk
from tests.shop.house import BLANK, CARD, sale
from ui.counter.notice import Mood
from ui.counter.sheets import FindSheet, ReturnSheet
from ui.counter.state import Phase

__all__ = ["desk"]


# --- two scans, any order -------------------------------------------------------------------------


def test_card_then_receipt_is_credited_without_a_key(desk: Desk) -> None:
    code = slip(desk)
    desk.wish.scanned(CARD)
    desk.wish.scanned(code)
    assert done(desk) == ("claim", 20, 20)
    assert newest(desk) is Kind.CLAIM
    assert desk.state.done is not None
    assert desk.state.done.next_reward
    (receipt,) = desk.state.done.receipts
    assert (receipt.shop, receipt.total_minor) == ("Test shop", 2000)


def test_receipt_then_card_is_credited_without_a_key(desk: Desk) -> None:
    desk.wish.scanned(slip(desk))
    (receipt,) = desk.state.receipts
    assert (desk.state.phase, receipt.total_minor) == (Phase.IDLE, 2000)
    assert points(desk) == 0
    desk.wish.scanned(CARD)
    assert done(desk) == ("claim", 20, 20)
    assert desk.state.receipts == ()


def test_several_receipts_before_the_card_are_all_credited(desk: Desk) -> None:
    first, second = slip(desk, 2000), slip(desk, 500)
    desk.wish.scanned(first)
    desk.wish.scanned(second)
    desk.wish.scanned(portuguese())
    assert len(desk.state.receipts) == 3
    desk.wish.scanned(CARD)
    assert done(desk) == ("claim", 29, 29)
    assert desk.state.done is not None
    assert len(desk.state.done.receipts) == 3


def test_the_same_receipt_twice_before_the_card_lies_there_once(desk: Desk) -> None:
    code = slip(desk)
    desk.wish.scanned(code)
    desk.wish.scanned(code.lower())
    assert (desk.said, len(desk.state.receipts)) == ("claim-twice", 1)
    desk.wish.scanned(CARD)
    assert done(desk) == ("claim", 20, 20)


def test_so_many_receipts_lie_there_and_no_more(desk: Desk) -> None:
    for n in range(1, 11):
        desk.wish.scanned(portuguese(n))
    assert (desk.said, len(desk.state.receipts)) == ("claim-too-many", 9)


def test_whoever_is_found_by_phone_gets_the_receipt(desk: Desk) -> None:
    desk.wish.scanned(slip(desk))
    desk.wish.typed("5678")
    desk.wish.enter()
    assert done(desk) == ("claim", 20, 20)


def test_a_new_member_gets_the_receipt_with_the_card(desk: Desk) -> None:
    desk.wish.scanned(slip(desk))
    desk.wish.scanned(BLANK)
    assert desk.said == "blank-card"
    desk.wish.enrol()
    assert done(desk) == ("claim", 20, 20)
    assert points(desk, BLANK) == 20


def test_a_receipt_that_nobody_comes_for_is_dropped(desk: Desk) -> None:
    desk.wish.scanned(slip(desk))
    desk.wish.escape()
    assert desk.state.receipts == ()
    desk.wish.scanned(slip(desk))
    desk.pass_time(60_000)
    assert desk.state.receipts == ()
    desk.wish.scanned(CARD)
    assert (desk.state.phase, points(desk)) == (Phase.MEMBER, 0)


def test_while_a_member_is_looked_for_the_receipt_stays(desk: Desk) -> None:
    desk.wish.scanned(slip(desk))
    desk.wish.find()
    desk.pass_time(60_000)
    assert len(desk.state.receipts) == 1
    desk.wish.find_text("Anna")
    desk.wish.member_picked(1)
    assert done(desk) == ("claim", 20, 20)


def test_an_old_timer_drops_nobody_elses_receipt(desk: Desk) -> None:
    desk.wish.scanned(slip(desk))
    timers = [fire for after, fire in desk.timers if after == 60_000]
    desk.wish.scanned(CARD)
    desk.wish.scanned(slip(desk))
    timers[0]()
    assert len(desk.state.receipts) == 1


def test_a_receipt_starts_the_next_customer_after_a_sale(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.ring("5.00")
    desk.wish.enter()
    desk.wish.scanned(slip(desk))
    assert len(desk.state.receipts) == 1
    desk.wish.scanned(BERTS)
    assert points(desk, BERTS) == 20


# --- what else is open ----------------------------------------------------------------------------


def test_a_basket_is_finished_before_a_receipt_is_taken(desk: Desk) -> None:
    code = slip(desk)
    desk.wish.scanned(CARD)
    desk.ring("2.50")
    desk.wish.scanned(code)
    assert desk.said == "claim-finish-first"
    assert (len(desk.state.ticket.lines), newest(desk)) == (1, Kind.SALE)
    desk.wish.enter()
    desk.wish.scanned(CARD)
    desk.wish.scanned(code)
    assert done(desk)[0] == "claim"


def test_an_amount_that_is_being_typed_is_not_lost_for_a_receipt(desk: Desk) -> None:
    code = slip(desk)
    desk.wish.scanned(CARD)
    desk.wish.typed("12")
    desk.wish.scanned(code)
    assert (desk.said, desk.state.entry, points(desk)) == ("claim-finish-first", "12", 0)


@pytest.mark.parametrize("what", ["product", "amount", "slip", "voucher"])
def test_while_a_receipt_waits_nothing_else_begins(desk: Desk, what: str) -> None:
    sold = sale(desk.shop, None, 300)
    desk.wish.scanned(slip(desk))
    if what == "product":
        desk.wish.scanned("4006381333931")
    elif what == "slip":
        desk.wish.scanned(sale_code(sold.entry.key))
    elif what == "voucher":
        desk.wish.scanned(voucher_code(17))
    else:
        desk.ring("2.50")
    assert desk.said == "claim-card-first"
    assert (len(desk.state.receipts), desk.state.ticket.lines) == (1, ())
    assert desk.state.sheet is None


def test_enter_says_whose_card_is_wanted(desk: Desk) -> None:
    desk.wish.scanned(slip(desk))
    desk.wish.enter()
    assert desk.said == "claim-card-first"


def test_nobody_signed_in_credits_nothing(desk: Desk) -> None:
    code = slip(desk)
    desk.wish.sign_out()
    desk.wish.scanned(code)
    assert (desk.said, desk.state.receipts) == ("sign-in-first", ())


def test_what_is_typed_into_a_sheet_is_not_thrown_away_for_a_receipt(desk: Desk) -> None:
    code = slip(desk)
    desk.wish.enrol()
    desk.wish.scanned(code)
    assert (desk.said, desk.state.receipts) == ("finish-first", ())
    assert desk.state.sheet is not None


def test_a_search_makes_way_for_a_receipt(desk: Desk) -> None:
    desk.wish.find()
    desk.wish.scanned(slip(desk))
    assert (desk.state.sheet, len(desk.state.receipts)) == (None, 1)


# --- certain refusals -----------------------------------------------------------------------------


def test_a_duplicate_is_refused_with_the_earlier_entry_and_nothing_changes(desk: Desk) -> None:
    code = slip(desk)
    desk.wish.scanned(BERTS)
    desk.wish.scanned(code)
    desk.wish.scanned(CARD)
    desk.wish.scanned(code)
    assert desk.state.banner is not None
    assert (desk.said, desk.state.banner.mood) == ("claim-already", Mood.REFUSED)
    facts = dict(desk.state.banner.facts)
    assert facts["on"] == "2026-03-02"
    assert str(facts["number"]).startswith("1-")
    assert (desk.state.phase, desk.state.sheet) == (Phase.MEMBER, None)
    assert desk.state.receipts == ()
    assert (points(desk), points(desk, BERTS)) == (0, 20)
    assert desk.signs.played[-1] == "refused"


def test_one_refused_among_several_is_said_and_the_others_count(desk: Desk) -> None:
    first, second = slip(desk), slip(desk, 500)
    desk.wish.scanned(BERTS)
    desk.wish.scanned(first)
    desk.wish.scanned(first)
    desk.wish.scanned(second)
    desk.wish.scanned(CARD)
    assert done(desk) == ("claim", 5, 5)
    assert desk.said == "claim-already"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("*D:FS", "*D:NC"), "receipt-kind-refund"),
        (("514038942", "514038943"), "receipt-check"),
        (("20260302", "20260305"), "receipt-future"),
    ],
)
def test_what_is_no_good_receipt_is_refused_at_once(
    desk: Desk, change: tuple[str, str], code: str
) -> None:
    desk.wish.scanned(CARD)
    desk.wish.scanned(portuguese().replace(*change))
    assert desk.said == code
    assert (desk.state.phase, points(desk)) == (Phase.MEMBER, 0)


def test_the_slip_of_a_members_own_sale_brings_nothing(desk: Desk) -> None:
    desk.shop = replace(desk.shop, settings=replace(desk.shop.settings, claim_page="a.example"))
    with desk.shop.store.reading() as view:
        known = view.member_by_card(CARD)
    assert known is not None
    code = code_of(desk, sale(desk.shop, known[0]).entry.key)
    desk.wish.scanned(CARD)
    desk.wish.scanned(code)
    assert desk.said == "claim-has-card"


# --- undo -----------------------------------------------------------------------------------------


def test_f8_takes_a_credit_back_and_the_receipt_may_come_again(desk: Desk) -> None:
    code = slip(desk)
    desk.wish.scanned(CARD)
    desk.wish.scanned(code)
    desk.wish.undo()
    assert done(desk) == ("claim-undone", 0, 0)
    assert newest(desk) is Kind.CLAIM_WITHDRAWN
    desk.wish.scanned(BERTS)
    desk.wish.scanned(code)
    assert done(desk) == ("claim", 20, 20)


def test_the_last_act_at_idle_names_the_receipt(desk: Desk) -> None:
    desk.wish.scanned(slip(desk))
    desk.wish.scanned(CARD)
    desk.pass_time(4_000)
    last = desk.state.last_act
    assert last is not None
    assert (last.kind, last.member, last.earned) == ("claim", "Anna Schmidt", 20)
    assert last.undo_until is not None


# --- by hand --------------------------------------------------------------------------------------


def type_in(desk: Desk, text: str) -> None:
    """Sign by sign, then Enter."""
    for sign in text:
        desk.wish.typed(sign)
    desk.wish.enter()


def test_a_number_with_its_four_signs_is_a_receipt(desk: Desk) -> None:
    sold = sale(desk.shop, None, 2000)
    desk.wish.scanned(CARD)
    type_in(desk, slip_of(desk.shop, sold.entry.key).hand_code.lower())
    assert done(desk) == ("claim", 20, 20)


def test_a_wrong_sign_leaves_what_was_typed_and_says_how_long_to_wait(desk: Desk) -> None:
    sold = sale(desk.shop, None, 2000)
    right = slip_of(desk.shop, sold.entry.key).hand_code
    wrong = right[:-1] + ("A" if right[-1] != "A" else "B")
    type_in(desk, wrong)
    assert (desk.said, desk.state.entry) == ("hand-code-wrong", wrong)
    desk.wish.backspace()
    for sign in right[-1]:
        desk.wish.typed(sign)
    desk.wish.enter()
    assert len(desk.state.receipts) == 1
    desk.wish.escape()
    for _ in range(MOST_WRONG - 1):
        type_in(desk, wrong)
        desk.wish.escape()
    type_in(desk, wrong)
    assert desk.state.banner is not None
    assert desk.said == "hand-code-wait"
    assert dict(desk.state.banner.facts)["minutes"] == 10


def test_letters_still_open_the_search_and_amounts_stay_amounts(desk: Desk) -> None:
    desk.wish.typed("A")
    assert isinstance(desk.state.sheet, FindSheet)
    desk.wish.escape()
    for sign in "12-":
        desk.wish.typed(sign)
    assert desk.state.entry == "12-"
    desk.wish.backspace()
    for sign in ".50":
        desk.wish.typed(sign)
    desk.wish.add_line()
    assert desk.state.ticket.total_minor == 1250


# --- returns --------------------------------------------------------------------------------------


def test_on_the_list_of_sales_the_square_code_names_the_sale(desk: Desk) -> None:
    code = slip(desk)
    desk.wish.scanned(CARD)
    desk.wish.scanned(code)
    desk.pass_time(4_000)
    desk.wish.returns()
    desk.wish.scanned(code)
    assert isinstance(desk.state.sheet, ReturnSheet)
    assert desk.state.sheet.taken_back == 20
    desk.wish.enter()
    assert (newest(desk), points(desk)) == (Kind.RETURN, 0)


def test_on_a_return_the_square_code_is_another_return(desk: Desk) -> None:
    one, other = sale(desk.shop, None, 300), sale(desk.shop, None, 700)
    desk.wish.scanned(sale_code(one.entry.key))
    desk.wish.scanned(code_of(desk, other.entry.key))
    assert isinstance(desk.state.sheet, ReturnSheet)
    assert desk.state.sheet.refund_minor == 700


def test_a_reprint_is_not_in_the_way(desk: Desk) -> None:
    desk.wish.scanned(slip(desk))
    desk.wish.print_again()
    assert len(desk.state.receipts) == 1
    desk.wish.escape()
    desk.wish.scanned(CARD)
    assert done(desk) == ("claim", 20, 20)
