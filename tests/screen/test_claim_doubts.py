"""Receipts at the counter that take a person: what the code does not say, what is doubtful, whose
it is, and the queue of those put aside.
"""

from __future__ import annotations

from datetime import timedelta

from loyalty.ledger.entry import Kind
from pos.issuers import enrol_named
from tests.reading.vectors import vectors
from tests.screen.claim_desk import (
    BERTS,
    KIM,
    croatian,
    desk,
    done,
    newest,
    points,
    portuguese,
    sheet,
    slip,
    slovenian,
    told,
)
from tests.screen.desk import Desk
from tests.shop.house import BADGE, CARD, clock_of

__all__ = ["desk"]


# --- what a code does not say ---------------------------------------------------------------------


def test_a_total_that_is_not_in_the_code_is_typed(desk: Desk) -> None:
    enrol_named(desk.shop, "kim", "si-furs", "12345679", "Trgovina")
    desk.wish.scanned(CARD)
    desk.wish.scanned(slovenian())
    assert sheet(desk, "claim-total").who == "Anna Schmidt"
    desk.wish.field_typed("total", "nothing")
    desk.wish.enter()
    assert told(desk) == "amount-unreadable"
    desk.wish.field_typed("total", "0")
    desk.wish.enter()
    assert told(desk) == "amount-zero"
    desk.wish.field_typed("total", "12.50")
    desk.wish.enter()
    assert done(desk) == ("claim", 12, 12)


def test_the_card_may_come_while_the_total_is_typed(desk: Desk) -> None:
    enrol_named(desk.shop, "kim", "si-furs", "12345679", "Trgovina")
    desk.wish.scanned(slovenian())
    desk.wish.field_typed("total", "12.50")
    desk.wish.scanned(CARD)
    assert sheet(desk, "claim-total").value("total") == "12.50"
    assert desk.state.member is not None
    desk.wish.escape()
    assert (desk.state.sheet, desk.state.receipts) == (None, ())


def test_a_shop_that_is_not_in_the_code_is_chosen_by_number(desk: Desk) -> None:
    enrol_named(desk.shop, "kim", "hr-porezna", "konzum", "Konzum")
    enrol_named(desk.shop, "kim", "hr-porezna", "apoteka", "Apoteka")
    desk.wish.scanned(CARD)
    desk.wish.scanned(croatian())
    assert [row.text for row in sheet(desk, "claim-issuer").rows] == ["Apoteka", "Konzum"]
    desk.wish.typed("2")
    assert done(desk) == ("claim", 5, 5)
    assert desk.state.done is not None
    assert desk.state.done.receipts[0].shop == "Konzum"


def test_none_of_the_shops_leaves_a_doubt(desk: Desk) -> None:
    enrol_named(desk.shop, "kim", "hr-porezna", "konzum", "Konzum")
    desk.wish.scanned(CARD)
    desk.wish.scanned(croatian())
    desk.wish.enter()
    doubt = sheet(desk, "claim-doubt")
    assert doubt.facts[0].code == "claim-issuer-unnamed"
    assert points(desk) == 0


# --- doubts ---------------------------------------------------------------------------------------


def doubtful(desk: Desk) -> None:
    """Anna brings a receipt of a shop that nobody enrolled."""
    desk.wish.scanned(CARD)
    desk.wish.scanned(croatian())
    sheet(desk, "claim-doubt")


def test_a_doubt_is_shown_with_all_that_was_read_and_credited_by_a_badge(desk: Desk) -> None:
    doubtful(desk)
    facts = {fact.code: dict(fact.facts) for fact in sheet(desk, "claim-doubt").facts}
    assert facts["claim-total"] == {"total_minor": 500, "currency": "EUR"}
    assert "claim-printed-at" in facts
    desk.wish.enter()
    approval = sheet(desk, "claim-doubt").approval
    assert approval is not None
    assert approval.right == "overrule-claim"
    desk.wish.scanned(KIM)
    assert done(desk) == ("claim", 5, 5)
    with desk.shop.store.reading() as view:
        last = view.last_entry()
    assert last is not None
    assert "kim" in last.body


def test_whoever_may_credits_it_with_one_enter(desk: Desk) -> None:
    desk.wish.scanned(KIM)
    doubtful(desk)
    desk.wish.enter()
    assert done(desk) == ("claim", 5, 5)


def test_a_cashier_cannot_approve_their_own(desk: Desk) -> None:
    doubtful(desk)
    desk.wish.enter()
    desk.wish.scanned(BADGE)
    approval = sheet(desk, "claim-doubt").approval
    assert approval is not None
    assert approval.notice is not None
    assert points(desk) == 0


def test_escape_leaves_a_doubtful_receipt_and_the_next_one_comes(desk: Desk) -> None:
    desk.wish.scanned(croatian())
    desk.wish.scanned(slip(desk))
    desk.wish.scanned(CARD)
    sheet(desk, "claim-doubt")
    desk.wish.escape()
    assert done(desk) == ("claim", 20, 20)


def test_a_receipt_scanned_beside_a_doubt_comes_after_it(desk: Desk) -> None:
    code = slip(desk)
    doubtful(desk)
    desk.wish.scanned(code)
    sheet(desk, "claim-doubt")
    desk.wish.enter()
    desk.wish.scanned(KIM)
    assert done(desk) == ("claim", 25, 25)


def test_another_card_does_not_take_a_doubtful_receipt(desk: Desk) -> None:
    doubtful(desk)
    desk.wish.scanned(BERTS)
    assert told(desk) == "finish-first"
    assert desk.state.member is not None
    assert desk.state.member.name == "Anna Schmidt"


def test_a_look_alike_stands_beside_the_earlier_one(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.wish.scanned(croatian(1))
    desk.wish.enter()
    desk.wish.scanned(KIM)
    enrol_named(desk.shop, "kim", "hr-porezna", "konzum", "Konzum")
    desk.wish.scanned(CARD)
    for n in (2, 3):
        desk.wish.scanned(croatian(n))
        desk.wish.typed("1")
        if n == 2:
            assert done(desk)[0] == "claim"
            desk.wish.scanned(CARD)
    codes = [fact.code for fact in sheet(desk, "claim-doubt").facts]
    assert codes[0] == "claim-look-alike"
    assert (codes.count("claim-total"), codes.count("claim-earlier")) == (2, 1)


def test_a_receipt_that_is_too_old_can_be_credited_by_a_second_person(desk: Desk) -> None:
    code = slip(desk)
    clock_of(desk.shop).advance(timedelta(days=4))
    desk.wish.scanned(CARD)
    desk.wish.scanned(code)
    assert sheet(desk, "claim-doubt").subject == "claim-too-old"
    desk.wish.enter()
    desk.wish.typed("1")
    desk.wish.typed("2222")
    desk.wish.enter()
    assert done(desk) == ("claim", 20, 20)


# --- enrolling the shop ---------------------------------------------------------------------------


def test_the_shop_of_a_genuine_receipt_is_enrolled_on_the_spot(desk: Desk) -> None:
    unknown = portuguese().replace("514038942", "500000000")
    desk.wish.scanned(CARD)
    desk.wish.scanned(unknown)
    assert [row.id for row in sheet(desk, "claim-doubt").rows] == ["claim-enrol"]
    desk.wish.typed("1")
    sheet(desk, "claim-enrol")
    desk.wish.enter()
    desk.wish.scanned(KIM)
    assert told(desk) == "name-missing"
    desk.wish.field_typed("shop-name", "Padaria")
    desk.wish.enter()
    desk.wish.scanned(KIM)
    assert done(desk) == ("claim", 4, 4)
    assert desk.state.done is not None
    assert desk.state.done.receipts[0].shop == "Padaria"
    desk.wish.scanned(CARD)
    desk.wish.scanned(unknown.replace("123411", "123412"))
    assert done(desk)[0] == "claim"


def test_the_enrolment_can_be_left_and_the_doubt_is_there_again(desk: Desk) -> None:
    doubtful(desk)
    desk.wish.typed("1")
    desk.wish.escape()
    sheet(desk, "claim-doubt")
    desk.wish.escape()
    assert (desk.state.sheet, desk.state.receipts) == (None, ())


def test_a_till_whose_key_is_learned_from_two_receipts_asks_for_the_second(desk: Desk) -> None:
    genuine = [one for one in vectors() if one.scheme == "at-rksv" and "_K8_" in one.payload]
    first, second = (
        one.payload
        for one in genuine
        if (one.expect["kind"], one.checks["signature"]) == ("sale", "pass")
    )
    desk.wish.scanned(KIM)
    desk.wish.scanned(CARD)
    desk.wish.scanned(first)
    assert sheet(desk, "claim-doubt").subject == "claim-too-old"
    desk.wish.typed("1")
    desk.wish.field_typed("shop-name", "Bäckerei")
    desk.wish.enter()
    assert told(desk) == "issuer-two-receipts"
    desk.wish.scanned(first)
    assert told(desk) == "claim-twice"
    desk.wish.scanned(second)
    assert sheet(desk, "claim-enrol").facts[-1].code == "claim-second"
    desk.wish.enter()
    assert sheet(desk, "claim-doubt").rows == ()  # known now, and too old all the same
    desk.wish.enter()
    assert done(desk)[0] == "claim"
    assert desk.state.done is not None
    assert desk.state.done.receipts[0].shop == "Bäckerei"


# --- put aside ------------------------------------------------------------------------------------


def test_a_receipt_put_aside_waits_for_whoever_may_decide(desk: Desk) -> None:
    doubtful(desk)
    desk.wish.undo()
    assert (desk.said, points(desk)) == ("claim-put-aside", 0)
    assert newest(desk) is Kind.CLAIM_ASKED
    assert desk.state.waiting == 0  # Mina decides nothing
    desk.wish.escape()
    desk.wish.escape()
    desk.wish.scanned(KIM)
    assert desk.state.waiting == 1
    desk.wish.reward(1)
    (row,) = sheet(desk, "waiting").rows
    assert row.amount_minor == 500
    desk.wish.typed("1")
    assert sheet(desk, "claim-decide").who == "Anna Schmidt"
    desk.wish.enter()
    assert points(desk) == 5
    assert (desk.said, desk.state.waiting) == ("nothing-waits", 0)


def test_a_receipt_is_declined_with_the_reason(desk: Desk) -> None:
    doubtful(desk)
    desk.wish.undo()
    desk.wish.escape()
    desk.wish.escape()
    desk.wish.scanned(KIM)
    desk.wish.reward(1)
    desk.wish.typed("1")
    desk.wish.undo()
    assert told(desk) == "reason-missing"
    desk.wish.field_typed("reason", "not legible")
    desk.wish.undo()
    assert newest(desk) is Kind.CLAIM_DECLINED
    assert (points(desk), desk.said) == (0, "nothing-waits")
    desk.wish.scanned(CARD)
    desk.wish.scanned(croatian())
    assert sheet(desk, "claim-doubt").subject == "claim-declined"
    desk.wish.undo()
    assert told(desk) == "claim-declined"
