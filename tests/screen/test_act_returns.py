"""Enrolling, returns without a slip, voids and exchanges, at a counter without its window."""

from __future__ import annotations

from datetime import timedelta

from loyalty.basket import Basket, Line
from loyalty.codes import sale_code
from loyalty.ledger.entry import Kind
from pos.counter import Booked, confirm
from tests.screen.act_desk import (
    SECOND,
    desk,
    fill,
    member,
    newest,
    notice,
    sheet,
    whole,
)
from tests.screen.desk import Desk
from tests.shop.house import BADGE, BLANK, CARD, act, balance, clock_of, sale
from ui.counter.sheets import EnrolSheet, ReturnSheet
from ui.counter.state import Phase

__all__ = ["desk"]


# --- enrolling ------------------------------------------------------------------------------------


def test_enrolling_takes_all_that_is_told_and_the_friends_code(desk: Desk) -> None:
    desk.wish.enrol()
    desk.wish.scanned(BLANK)
    assert isinstance(desk.state.sheet, EnrolSheet)
    desk.wish.scanned(member(desk).referral_code)
    assert desk.state.sheet.value("brought-by") == member(desk).referral_code
    desk.wish.field_typed("birthday", "0503")
    desk.wish.field_typed("consent-sms", "yes")
    desk.wish.enrol_saved("+4915199998888", "Ben Weber")
    assert desk.said == "referral-noted"
    found = whole(desk, BLANK)
    assert (found.member.name, str(found.member.birthday)) == ("Ben Weber", "--05-03")
    assert [each.what for each in found.consents] == ["sms"]
    with desk.shop.store.reading() as view:
        referral = view.referral(found.member.id)
    assert referral is not None
    assert referral.referrer == member(desk).id


def test_a_friends_card_names_them_while_somebody_is_enrolled(desk: Desk) -> None:
    desk.wish.enrol()
    desk.wish.scanned(CARD)
    assert isinstance(desk.state.sheet, EnrolSheet)
    assert desk.state.sheet.value("brought-by") == CARD


def test_what_speaks_against_a_friend_stops_nobody_from_joining(desk: Desk) -> None:
    desk.wish.enrol()
    desk.wish.scanned(BLANK)
    desk.wish.field_typed("brought-by", "650000000000")
    desk.wish.enrol_saved("", "Ben Weber")
    assert desk.said == "referral-against"
    assert whole(desk, BLANK).member.name == "Ben Weber"


def test_a_likely_double_is_shown_and_gets_the_card_with_one_key(desk: Desk) -> None:
    desk.wish.enrol()
    desk.wish.scanned(BLANK)
    desk.wish.enrol_saved("", "Schmidt Anna")
    shown = desk.state.sheet
    assert isinstance(shown, EnrolSheet)
    assert notice(desk) == "maybe-member"
    assert [row.name for row in shown.similar] == ["Anna Schmidt"]
    desk.wish.member_picked(1)
    assert desk.said == "card-given"
    assert member(desk, BLANK).id == member(desk).id


def test_a_second_enter_enrols_somebody_who_is_only_called_alike(desk: Desk) -> None:
    desk.wish.enrol()
    desk.wish.scanned(BLANK)
    desk.wish.enrol_saved("", "Anna Schmidt")
    desk.wish.enrol_saved("", "Anna Schmidt")
    assert member(desk, BLANK).id != member(desk).id


def test_a_card_used_by_nobody_known_goes_to_its_owner_with_its_points(desk: Desk) -> None:
    desk.wish.scanned(BLANK)
    desk.wish.enrol()
    desk.ring("30")
    desk.wish.enter()
    desk.wish.scanned(BLANK)
    desk.wish.enrol()
    desk.wish.enrol_saved("+4915112345678", "")
    assert notice(desk) == "phone-taken"
    desk.wish.member_picked(1)
    assert member(desk, BLANK).id == member(desk).id
    assert balance(desk.shop, member(desk)) == 230


# --- returns --------------------------------------------------------------------------------------


def bought(desk: Desk, cents: int = 1_000, days: int = 0) -> Booked:
    """A sale to Anna, some days ago."""
    booked = sale(desk.shop, member(desk), cents)
    if days:
        clock_of(desk.shop).advance(timedelta(days=days))
    return booked


def test_f5_lists_the_sales_and_a_number_chooses_one(desk: Desk) -> None:
    booked = bought(desk)
    desk.wish.returns()
    assert sheet(desk, "sales").rows[0].id == sale_code(booked.entry.key)
    desk.wish.row(1)
    assert isinstance(desk.state.sheet, ReturnSheet)
    assert desk.state.sheet.refund_minor == 1_000


def test_f5_lists_the_sales_of_the_member_who_stands_there(desk: Desk) -> None:
    sale(desk.shop, None, 700)
    desk.wish.scanned(CARD)
    desk.wish.returns()
    assert [row.amount_minor for row in sheet(desk, "sales").rows] == [20_000]


def test_a_slips_number_can_be_typed(desk: Desk) -> None:
    booked = bought(desk)
    desk.wish.returns()
    fill(desk, slip="9-999")
    assert notice(desk) == "slip-not-found"
    fill(desk, slip=f"{booked.entry.key.terminal}-{booked.entry.key.seq}")
    assert isinstance(desk.state.sheet, ReturnSheet)


def test_an_older_sale_is_voided_with_a_reason_and_an_approval(desk: Desk) -> None:
    booked = bought(desk, days=2)
    desk.wish.scanned(sale_code(booked.entry.key))
    desk.wish.undo()
    sheet(desk, "void")
    desk.wish.enter()
    assert notice(desk) == "reason-missing"
    fill(desk, reason="Rung up twice")
    desk.wish.scanned(SECOND)
    assert desk.state.phase is Phase.DONE
    assert balance(desk.shop, member(desk)) == 200
    with desk.shop.store.reading() as view:
        last = view.last_entry()
    assert last is not None
    assert '"kim"' in last.body


def test_leaving_a_void_leads_back_to_the_return(desk: Desk) -> None:
    booked = bought(desk)
    desk.wish.scanned(sale_code(booked.entry.key))
    desk.wish.undo()
    desk.wish.escape()
    assert isinstance(desk.state.sheet, ReturnSheet)
    desk.wish.enter()
    assert newest(desk) is Kind.RETURN


def test_goods_without_a_slip_come_back_with_a_reason_and_an_approval(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.wish.returns()
    desk.wish.returns()
    sheet(desk, "unlinked")
    fill(desk, amount="12.50", goods="Cup")
    assert notice(desk) == "return-why"
    fill(desk, reason="Slip lost")
    desk.wish.scanned(SECOND)
    assert desk.state.phase is Phase.DONE
    assert desk.state.done is not None
    assert (desk.state.done.amount_minor, desk.state.done.taken_back) == (1_250, 12)
    assert newest(desk) is Kind.RETURN_UNLINKED


def test_f5_on_a_return_begins_an_exchange(desk: Desk) -> None:
    booked = bought(desk)
    desk.wish.scanned(sale_code(booked.entry.key))
    desk.wish.returns()
    assert desk.state.sheet is None
    assert desk.state.phase is Phase.RINGING
    assert desk.state.ticket.credit_minor == 1_000
    desk.ring("15")
    assert desk.state.ticket.due_minor == 500
    desk.wish.enter()
    assert desk.state.phase is Phase.DONE
    assert newest(desk) is Kind.SALE
    assert balance(desk.shop, member(desk)) == 215


def test_what_is_rung_up_is_not_thrown_away_for_a_return(desk: Desk) -> None:
    desk.ring("5")
    desk.wish.returns()
    assert (desk.state.sheet, desk.said) == (None, "finish-first")


def test_a_return_says_which_stamps_come_off(desk: Desk) -> None:
    line = Line("Coffee", 380, 2)
    booked = confirm(desk.shop, act(desk.shop), Basket("EUR", (line,)), member(desk).id)
    desk.wish.scanned(sale_code(booked.entry.key))
    shown = desk.state.sheet
    assert isinstance(shown, ReturnSheet)
    assert shown.stamps == 2


def test_a_closing_is_printed_once_more_beside_the_shifts_figures(desk: Desk) -> None:
    desk.wish.shift()
    desk.wish.print_again()
    assert desk.said == "closing-none"
    desk.wish.shift_close()
    desk.wish.scanned(BADGE)
    before = len(getattr(desk.printer, "sent", ()))
    desk.wish.shift()
    desk.wish.print_again()
    assert desk.said == "closing-printing"
    assert len(getattr(desk.printer, "sent", ())) == before + 1
