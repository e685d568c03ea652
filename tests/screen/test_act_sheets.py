"""Acts on sheets at a counter without its window, on a real ledger: nothing is booked unseen,
a second person approves in place, and one key leads back with nothing lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from loyalty.activity import ActivityKind, ActivityRule, ReferralRule
from loyalty.basket import Basket, Line
from loyalty.codes import member_card, operator_badge, sale_code
from loyalty.entry import Kind
from loyalty.member import CardStatus, Member
from loyalty.program import Program
from loyalty.rewards import StampRule, VoucherKind, VoucherTerms
from pos.counter import Booked, confirm
from pos.demo import demo_program
from pos.enrol import enrol
from pos.person import Person, person
from pos.staff import Role, hashed_pin
from pos.store import Operator
from pos.vouchers import give
from tests.screen.desk import Desk
from tests.shop.house import BADGE, BLANK, CARD, act, anna, balance, clean, clock_of, open_at, sale
from ui.counter.sheets import ActSheet, EnrolSheet, ReturnSheet
from ui.counter.state import Phase

SECOND = operator_badge(2)
OTHER = member_card(7)
PIN = "2222"


def program() -> Program:
    """The demo's rewards with a stamp card, activities, a voucher, and friends who are rewarded."""
    return replace(
        demo_program(),
        starts_on=date(2020, 1, 1),
        base=replace(demo_program().base, points=1, step_minor=100),
        campaigns=(),
        tiers=None,
        stamps=(StampRule("coffee", "Coffee card", 10),),
        vouchers=(VoucherTerms("five", "Five off", VoucherKind.MONEY_OFF, 500),),
        activities=(
            ActivityRule("review", "Review", ActivityKind.REVIEW, 50, approval=True),
            ActivityRule("event", "Tasting", ActivityKind.EVENT, 20),
        ),
        referral=ReferralRule(100, 50),
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Mina, a cashier, is signed in; Kim may approve. Anna has 200 points."""
    shop = open_at(tmp_path, program=program())
    with shop.store.writing() as work:
        work.add_operator(Operator("kim", "Kim", Role.SUPERVISOR, SECOND))
        work.set_pin("kim", hashed_pin(PIN))
    sale(shop, anna(shop), 20_000)
    opened = Desk(tmp_path, shop=shop)
    yield opened
    assert clean(opened.shop)
    opened.close()


def member(desk: Desk, card: str = CARD) -> Member:
    """Whoever a card stands for."""
    with desk.shop.store.reading() as view:
        known = view.member_by_card(card)
    assert known is not None
    return known[0]


def whole(desk: Desk, card: str = CARD) -> Person:
    """All of a member."""
    return person(desk.shop, member(desk, card).id)


def sheet(desk: Desk, kind: str = "") -> ActSheet:
    """The act sheet that is open."""
    found = desk.state.sheet
    assert isinstance(found, ActSheet), desk.said
    assert not kind or found.kind == kind
    return found


def notice(desk: Desk) -> str:
    """What the open sheet says."""
    found = desk.state.sheet
    assert isinstance(found, ActSheet | EnrolSheet | ReturnSheet)
    return found.notice.code if found.notice else ""


def open_sheet(desk: Desk, row: str, card: str = CARD) -> ActSheet:
    """A member's sheet, and one of its rows."""
    desk.wish.scanned(card)
    desk.wish.enrol()
    number = next(each.number for each in sheet(desk, "member").rows if each.id == row)
    desk.wish.row(number)
    return sheet(desk)


def fill(desk: Desk, **fields: str) -> None:
    """Type into fields and press Enter."""
    for name, text in fields.items():
        desk.wish.field_typed(name.replace("_", "-"), text)
    desk.wish.enter()


def newest(desk: Desk) -> Kind:
    """What was booked last."""
    with desk.shop.store.reading() as view:
        last = view.last_entry()
    assert last is not None
    return last.kind


# --- a second person ------------------------------------------------------------------------------


def test_points_by_hand_take_one_scan_of_a_second_badge(desk: Desk) -> None:
    open_sheet(desk, "adjust")
    fill(desk, points="+50", reason="Long wait")
    assert sheet(desk).approval is not None
    desk.wish.scanned(SECOND)
    assert (sheet(desk).kind, notice(desk)) == ("member", "adjusted")
    assert balance(desk.shop, member(desk)) == 250
    assert desk.state.strip.operator == "Mina"
    assert desk.state.member is not None
    assert desk.state.member.points == 250


def test_a_second_person_may_type_their_pin_instead(desk: Desk) -> None:
    open_sheet(desk, "adjust")
    fill(desk, points="50", reason="Long wait")
    asked = sheet(desk).approval
    assert asked is not None
    number = next(row.number for row in asked.operators if row.name == "Kim")
    desk.wish.typed(str(number))
    for digit in PIN:
        desk.wish.typed(digit)
    asked = sheet(desk).approval
    assert asked is not None
    assert (asked.chosen, asked.pin_length) == (number, 4)
    desk.wish.enter()
    assert notice(desk) == "adjusted"


def test_who_asks_cannot_approve_and_a_right_can_be_missing(desk: Desk) -> None:
    open_sheet(desk, "adjust")
    fill(desk, points="500", reason="Typed too much")
    for code, said in ((BADGE, "approval-same"), (SECOND, "right-missing")):
        desk.wish.scanned(code)
        asked = sheet(desk).approval
        assert asked is not None
        assert asked.notice is not None
        assert asked.notice.code == said
    assert balance(desk.shop, member(desk)) == 200
    assert desk.state.strip.operator == "Mina"


def test_wrong_pins_make_the_one_who_approves_wait(desk: Desk) -> None:
    open_sheet(desk, "adjust")
    fill(desk, points="50", reason="Long wait")
    asked = sheet(desk).approval
    assert asked is not None
    number = next(row.number for row in asked.operators if row.name == "Kim")
    desk.wish.row(number)
    for _ in range(3):
        desk.wish.typed("9999")
        desk.wish.enter()
    asked = sheet(desk).approval
    assert asked is not None
    assert asked.notice is not None
    assert asked.notice.code == "pin-wrong"
    assert asked.wait_s > 0
    desk.wish.typed(PIN)
    desk.wish.enter()
    assert balance(desk.shop, member(desk)) == 200


def test_leaving_an_approval_keeps_what_was_typed(desk: Desk) -> None:
    open_sheet(desk, "adjust")
    fill(desk, points="50", reason="Long wait")
    desk.wish.escape()
    kept = sheet(desk, "adjust")
    assert kept.approval is None
    assert (kept.value("points"), kept.value("reason")) == ("50", "Long wait")
    desk.wish.escape()
    sheet(desk, "member")
    desk.wish.escape()
    assert desk.state.sheet is None
    assert desk.state.member is not None


def test_an_enter_that_is_pressed_again_books_once(desk: Desk) -> None:
    open_sheet(desk, "adjust")
    fill(desk, points="50", reason="Long wait")
    desk.wish.scanned(SECOND)
    desk.wish.enter()
    assert balance(desk.shop, member(desk)) == 250


@pytest.mark.parametrize(
    ("points", "reason", "said"),
    [
        ("a few", "x", "number-unreadable"),
        ("", "x", "number-unreadable"),
        ("0", "x", "adjust-nothing"),
        ("50", "  ", "adjust-why"),
        ("99999999999", "x", "number-unreadable"),
    ],
)
def test_points_by_hand_that_mean_nothing_are_refused_by_name(
    desk: Desk, points: str, reason: str, said: str
) -> None:
    open_sheet(desk, "adjust")
    fill(desk, points=points, reason=reason)
    if sheet(desk).approval is not None:
        desk.wish.scanned(SECOND)
    assert notice(desk) == said
    assert balance(desk.shop, member(desk)) == 200


# --- the member's sheet ---------------------------------------------------------------------------


def test_a_profile_is_kept_with_its_consents(desk: Desk) -> None:
    opened = open_sheet(desk, "profile")
    assert opened.value("name") == "Anna Schmidt"
    fill(desk, email="anna@example.org", birthday="12241990", consent_email="yes")
    assert notice(desk) == "profile-kept"
    found = whole(desk)
    assert found.member.email == "anna@example.org"
    assert str(found.member.birthday) == "1990-12-24"
    assert [(each.what, each.given) for each in found.consents] == [("email", True)]


def test_a_profile_that_cannot_be_read_stays_on_the_sheet(desk: Desk) -> None:
    open_sheet(desk, "profile")
    fill(desk, email="anna@", name="Anna Weber")
    assert notice(desk) == "email-unreadable"
    assert sheet(desk, "profile").value("name") == "Anna Weber"
    assert whole(desk).member.name == "Anna Schmidt"


def test_a_lost_card_is_replaced_by_scanning_a_blank_one(desk: Desk) -> None:
    open_sheet(desk, "cards")
    desk.wish.row(1)
    sheet(desk, "card")
    desk.wish.scanned(BLANK)
    assert notice(desk) == "card-in-place"
    cards = {card.code: card.status for card in whole(desk, BLANK).cards}
    assert cards == {CARD: CardStatus.REPLACED, BLANK: CardStatus.ACTIVE}


def test_a_blank_card_scanned_at_the_cards_is_another(desk: Desk) -> None:
    open_sheet(desk, "cards")
    desk.wish.scanned(BLANK)
    assert notice(desk) == "card-added"
    assert len(whole(desk).cards) == 2


def test_blocking_a_card_takes_a_second_person(desk: Desk) -> None:
    open_sheet(desk, "cards")
    desk.wish.row(1)
    desk.wish.enter()
    assert sheet(desk).approval is not None
    desk.wish.scanned(SECOND)
    assert notice(desk) == "card-now-blocked"
    assert whole(desk).cards[0].status is CardStatus.BLOCKED


def test_two_members_are_merged_after_what_moves_was_shown(desk: Desk) -> None:
    enrol(desk.shop, act(desk.shop), OTHER, "+4915112349999", "Anna S")
    sale(desk.shop, member(desk, OTHER), 3_000)
    open_sheet(desk, "merge")
    desk.wish.enter()
    assert notice(desk) == "scan-other-card"
    desk.wish.scanned(OTHER)
    shown = sheet(desk, "merge")
    assert shown.facts[0].code == "merge-goes"
    assert dict(shown.facts[1].facts) == {"points": 30}
    desk.wish.enter()
    desk.wish.scanned(SECOND)
    assert notice(desk) == "merged"
    assert balance(desk.shop, member(desk)) == 230
    assert member(desk, OTHER).id == member(desk).id


def test_a_household_is_joined_by_the_others_card_and_left_after_a_warning(desk: Desk) -> None:
    enrol(desk.shop, act(desk.shop), OTHER, "+4915112349999", "Ben")
    sale(desk.shop, member(desk, OTHER), 3_000)
    open_sheet(desk, "household", OTHER)
    desk.wish.scanned(CARD)
    desk.wish.enter()
    desk.wish.scanned(SECOND)
    assert notice(desk) == "household-joined"
    assert balance(desk.shop, member(desk)) == 230
    desk.wish.escape()
    open_sheet(desk, "household", OTHER)
    desk.wish.enter()
    assert sheet(desk, "household-leave").facts[-1].code == "household-stays"
    desk.wish.enter()
    assert notice(desk) == "household-left"
    assert member(desk, OTHER).household is None


def test_a_paper_stamp_card_is_moved_in_once(desk: Desk) -> None:
    open_sheet(desk, "stamps")
    sheet(desk, "stamps-in")
    fill(desk, stamps="4", serial="A-42")
    assert notice(desk) == "stamps-moved"
    assert whole(desk).stamps[0][1] == 1 + 4
    number = next(each.number for each in sheet(desk).rows if each.id == "stamps")
    desk.wish.row(number)
    fill(desk, stamps="4", serial="a 42")
    assert notice(desk) == "paper-void"


def test_many_stamps_take_a_second_person(desk: Desk) -> None:
    open_sheet(desk, "stamps")
    fill(desk, stamps="9", serial="A-43")
    assert sheet(desk).approval is not None
    desk.wish.scanned(SECOND)
    assert notice(desk) == "stamps-moved"


def test_a_members_vouchers_are_listed_and_printed_again(desk: Desk) -> None:
    voucher = give(desk.shop, act(desk.shop), "five", member(desk).id)
    opened = open_sheet(desk, "vouchers")
    assert [row.id for row in opened.rows] == [voucher.code]
    desk.wish.row(1)
    assert notice(desk) == "voucher-printing"
    assert len(getattr(desk.printer, "sent", ())) == 1


# --- activities -----------------------------------------------------------------------------------


def test_an_activity_is_recorded_by_its_number(desk: Desk) -> None:
    opened = open_sheet(desk, "activities")
    row = next(row for row in opened.rows if row.id == "event")
    desk.wish.row(row.number)
    assert notice(desk) == "activity-recorded"
    assert balance(desk.shop, member(desk)) == 220


def test_an_activity_that_waits_is_seen_at_idle_by_who_may_decide(desk: Desk) -> None:
    opened = open_sheet(desk, "activities")
    row = next(row for row in opened.rows if row.id == "review")
    desk.wish.row(row.number)
    assert notice(desk) == "activity-waits"
    desk.wish.escape()
    desk.wish.escape()
    assert desk.state.waiting == 0  # Mina may not decide
    desk.wish.scanned(SECOND)
    assert (desk.state.strip.operator, desk.state.waiting) == ("Kim", 1)
    desk.wish.reward(1)
    sheet(desk, "waiting")
    desk.wish.row(1)
    sheet(desk, "decide")
    desk.wish.enter()
    assert (desk.state.sheet, desk.state.waiting, desk.said) == (None, 0, "nothing-waits")
    assert balance(desk.shop, member(desk)) == 250


def test_f8_declines_a_request_and_undoes_nothing(desk: Desk) -> None:
    opened = open_sheet(desk, "activities")
    desk.wish.row(next(row.number for row in opened.rows if row.id == "review"))
    desk.wish.escape()
    desk.wish.escape()
    desk.wish.scanned(SECOND)
    desk.wish.reward(1)
    desk.wish.row(1)
    desk.wish.undo()
    assert newest(desk) is Kind.ACTIVITY_DECLINED
    assert balance(desk.shop, member(desk)) == 200


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
