"""Acts on sheets at a counter without its window, on a real ledger: nothing is booked unseen,
a second person approves in place, and one key leads back with nothing lost.
"""

from __future__ import annotations

import pytest

from loyalty.ledger.entry import Kind
from loyalty.members.member import CardStatus
from pos.enrol import enrol
from pos.vouchers import give
from tests.screen.act_desk import (
    OTHER,
    PIN,
    SECOND,
    desk,
    fill,
    member,
    newest,
    notice,
    open_sheet,
    sheet,
    whole,
)
from tests.screen.desk import Desk
from tests.shop.house import BADGE, BLANK, CARD, act, balance, sale

__all__ = ["desk"]


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


def test_what_is_typed_is_not_thrown_away_for_a_card_or_a_badge(desk: Desk) -> None:
    open_sheet(desk, "adjust")
    desk.wish.field_typed("points", "50")
    for code in (BLANK, SECOND, CARD):
        desk.wish.scanned(code)
        assert (sheet(desk, "adjust").value("points"), notice(desk)) == ("50", "finish-first")
    assert desk.state.strip.operator == "Mina"
    desk.wish.escape()
    desk.wish.scanned(SECOND)
    assert desk.state.strip.operator == "Kim"


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
