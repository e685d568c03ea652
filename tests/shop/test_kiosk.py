"""What somebody alone before a screen may do, and what the screen is told of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.codes import member_card, sale_code, voucher_code
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from loyalty.members.member import Member, agreed
from pos.blocking import block, block_card
from pos.called import HIDDEN, LONGEST, first_name
from pos.claims import decline, waiting_receipts
from pos.counter import Badge, BlankCard, at_counter
from pos.enrol import enrol
from pos.hand_codes import SECRET
from pos.ids import new_id
from pos.issuers import enrol_named
from pos.kiosk import (
    AGREED,
    MOST_JOINED,
    OFFERS,
    Brought,
    Guest,
    Newcomer,
    bring,
    join,
    look_at,
    typed,
)
from pos.kiosk_taking import holdings, take
from pos.presenting import Presented
from pos.profiles import Changes, edit_profile
from pos.second_factor import MOST_KEPT, MOST_WRONG, WAIT_MS, prove
from pos.shop import Shop
from pos.slips import slip_of
from pos.vouchers import held_vouchers, voucher_state
from receipts.hand_code import hand_code
from tests.shop.claim_desk import portuguese
from tests.shop.house import (
    BADGE,
    BLANK,
    CARD,
    act,
    anna,
    balance,
    clean,
    clock_of,
    sale,
)


def refused(work: object, *arguments: object) -> LoyaltyError:
    assert callable(work)
    with pytest.raises(LoyaltyError) as no:
        work(*arguments)
    return no.value


def guest(shop: Shop, code: str = CARD) -> Guest:
    seen = look_at(shop, code)
    assert isinstance(seen, Guest)
    return seen


def receipt(shop: Shop, text: str) -> Presented:
    seen = look_at(shop, text)
    assert isinstance(seen, Presented)
    return seen


def give(shop: Shop, presented: Presented, who: Guest) -> Brought:
    return bring(shop, new_id(shop.clock), who.member, presented)


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "called", "initial"),
    [
        ("Anna Schmidt", "Anna", "A."),
        ("Ada", "Ada", "A."),
        ("Maria del Carmen Fernández", "Maria", "M."),
        ("김민준", "민준", f"민{HIDDEN}"),
        ("남궁민수", "민수", f"민{HIDDEN}"),
        ("김현", f"김{HIDDEN}", f"김{HIDDEN}"),
        ("佐藤 健", "健", f"健{HIDDEN}"),
        ("佐藤健", f"佐{HIDDEN}{HIDDEN}", f"佐{HIDDEN}"),
        ("王伟", f"王{HIDDEN}", f"王{HIDDEN}"),
        ("  ", "", ""),
        ("", "", ""),
    ],
)
def test_a_person_is_called_by_their_first_name(name: str, called: str, initial: str) -> None:
    assert first_name(name) == called
    assert first_name(name, initial=True) == initial


@given(st.text(max_size=200))
def test_no_name_of_several_parts_is_ever_told_whole(name: str) -> None:
    called = first_name(name)
    assert len(called) <= LONGEST
    parts = name.split()
    if len(set(parts)) > 1:
        assert called != name
        assert " " not in called


# --- who and what -------------------------------------------------------------------------------


def test_of_a_card_the_kiosk_learns_a_first_name_and_nothing_else(shop: Shop) -> None:
    member = anna(shop)
    assert guest(shop) == Guest(member.id, "Anna", True)
    discreet = replace(shop, settings=replace(shop.settings, customer_names="initial"))
    assert guest(discreet).called == "A."


def test_blank_cards_badges_and_what_belongs_to_the_counter_are_told_apart(shop: Shop) -> None:
    assert look_at(shop, BLANK) == BlankCard(BLANK)
    assert look_at(shop, BADGE) == Badge("mina")
    assert refused(look_at, shop, voucher_code(7)).code == "kiosk-not-here"
    assert refused(look_at, shop, "4012345000016").code == "kiosk-not-here"
    assert refused(look_at, shop, "https://example.com/").code == "receipt-unknown"
    assert refused(look_at, shop, "").code == "code-empty"


def test_the_short_number_of_a_slip_earns_nothing(shop: Shop) -> None:
    """It can be counted up: whoever knows one knows the next."""
    anna(shop)
    code = sale_code(sale(shop, None).entry.key)
    assert refused(look_at, shop, code).code == "kiosk-slip"


def test_our_own_receipt_is_read_typed_or_scanned_and_counts_once(shop: Shop) -> None:
    member = anna(shop)
    booked = sale(shop, None, 4200)
    key = booked.entry.key
    url = slip_of(shop, key).claim_url
    scanned = receipt(shop, url)
    brought = give(shop, scanned, guest(shop))
    assert brought == Brought(42, False, False)
    with shop.store.writing() as work:
        secret = work.secret(SECRET)
    again = typed(shop, hand_code(secret, key, 4200))
    assert refused(give, shop, again, guest(shop)).code == "claim-already"
    assert refused(give, shop, scanned, guest(shop)).code == "claim-already"
    assert balance(shop, member) == 42
    assert clean(shop)


def test_a_receipt_that_wants_a_look_waits_for_a_person(shop: Shop) -> None:
    anna(shop)
    brought = give(shop, receipt(shop, portuguese()), guest(shop))
    assert brought == Brought(0, False, True)
    (waits,) = waiting_receipts(shop)
    assert waits.reason == "claim-issuer-unknown"
    enrol_named(shop, "sam", "pt-at", "514038942", "Padaria")
    known = give(shop, receipt(shop, portuguese(n=5)), guest(shop))
    assert known.waiting is False
    assert known.points > 0


def test_nobody_is_promised_a_look_at_what_was_declined(shop: Shop) -> None:
    anna(shop)
    presented = receipt(shop, portuguese())
    assert give(shop, presented, guest(shop)).waiting
    one = presented.receipt
    decline(shop, act(shop, "sam"), one.scheme, one.key, "not from here")
    assert refused(give, shop, presented, guest(shop)).code == "claim-declined"
    assert waiting_receipts(shop) == ()


# --- the second factor --------------------------------------------------------------------------


def wrong(shop: Shop, member: Member, times: int) -> LoyaltyError:
    for _ in range(times - 1):
        refused(prove, shop, member.id, "0000")
    return refused(prove, shop, member.id, "0000")


def test_phone_tail_or_birthday_prove_who_it_is(shop: Shop) -> None:
    member = anna(shop)  # …5678
    prove(shop, member.id, "5678")
    assert refused(prove, shop, member.id, "0307").code == "factor-wrong"
    edit_profile(shop, act(shop), member.id, Changes(birthday="--07-03"))
    prove(shop, member.id, "0307")
    prove(shop, member.id, "0703")


@pytest.mark.parametrize("typed_", ["", "567", "15678", "abcd", "５６７８", "-678"])
def test_only_four_digits_are_compared(shop: Shop, typed_: str) -> None:
    assert refused(prove, shop, anna(shop).id, typed_).code == "factor-form"


def test_three_wrong_tries_lock_the_member_for_ten_minutes(shop: Shop) -> None:
    member = anna(shop)
    assert refused(prove, shop, member.id, "0000").facts["left"] == MOST_WRONG - 1
    assert wrong(shop, member, MOST_WRONG - 1).code == "factor-wait"
    no = refused(prove, shop, member.id, "5678")  # right, and too late
    assert (no.code, no.facts["minutes"]) == ("factor-wait", WAIT_MS // 60_000)
    reopened = replace(shop)  # nothing of it is in memory
    clock_of(shop).advance(timedelta(milliseconds=WAIT_MS - 1))
    assert refused(prove, reopened, member.id, "5678").code == "factor-wait"
    clock_of(shop).advance(timedelta(milliseconds=1))
    prove(shop, member.id, "5678")


def test_being_right_forgets_what_was_wrong_before(shop: Shop) -> None:
    member = anna(shop)
    wrong(shop, member, MOST_WRONG - 1)
    prove(shop, member.id, "5678")
    assert refused(prove, shop, member.id, "0000").facts["left"] == MOST_WRONG - 1


def test_one_members_lock_is_nobody_elses(shop: Shop) -> None:
    member = anna(shop)
    other = enrol(shop, act(shop), member_card(3), "+4915112345679", "Bert")
    wrong(shop, member, MOST_WRONG)
    prove(shop, other.id, "5679")


def test_whoever_nothing_is_known_of_cannot_prove_anything(shop: Shop) -> None:
    member = enrol(shop, act(shop), CARD)
    assert not guest(shop).provable
    assert refused(prove, shop, member.id, "0000").code == "factor-none"


def test_the_list_of_wrong_tries_stays_short_and_survives_nonsense(shop: Shop) -> None:
    member = anna(shop)
    now = int(shop.clock.now().timestamp() * 1000)
    many = {f"{n:032x}": [now - n] for n in range(5 * MOST_KEPT)}
    for kept in (json.dumps(many), "no json", "[1]", '{"a": ["b"]}'):
        with shop.store.writing() as work:
            work.keep_setting("kiosk-factor-wrong", kept)
        assert refused(prove, shop, member.id, "0000").code == "factor-wrong"
        with shop.store.reading() as view:
            found = json.loads(view.setting("kiosk-factor-wrong") or "")
        assert member.id.hex in found
        assert len(found) <= MOST_KEPT


# --- rewards ------------------------------------------------------------------------------------


def test_points_become_a_voucher_in_one_entry(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 10_000)
    one = act(shop)
    taken = take(shop, one, member.id, "drink")
    assert (taken.points, taken.left) == (40, 60)
    with shop.store.reading() as view:
        last = view.last_entry()
    assert last is not None
    assert last.kind is Kind.REWARD_TAKEN
    assert take(shop, one, member.id, "drink") == taken
    assert balance(shop, member) == 60
    assert [each.code for each in held_vouchers(shop, member.id)] == [taken.voucher.code]
    assert not voucher_state(shop, taken.voucher.code).used
    assert clean(shop)


def test_the_voucher_is_the_members_alone_and_lies_at_the_counter(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 10_000)
    code = take(shop, act(shop), member.id, "drink").voucher.code
    assert voucher_state(shop, code).voucher.terms.personal
    assert code in at_counter(shop, member.id).scene.shop.vouchers


def test_what_cannot_be_had_is_refused_with_the_reason_shown_before(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 5_000)
    before = holdings(shop, member.id, "ko")
    assert before.points == 50
    assert [(one.id, one.missing, one.why is None) for one in before.rewards] == [
        ("drink", 0, True),
        ("cake", 10, False),
        ("off-5", 40, False),
        ("beans", 100, False),
    ]
    assert before.rewards[0].name == "음료 한 잔"
    for reward in before.rewards[1:]:
        assert reward.why is not None
        assert refused(take, shop, act(shop), member.id, reward.id).code == reward.why.code
    assert refused(take, shop, act(shop), member.id, "no-such").code == "reward-unknown"
    assert balance(shop, member) == 50


def test_whoever_is_blocked_gets_nothing_here(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 10_000)
    block_card(shop, act(shop, "sam"), CARD)
    assert refused(look_at, shop, CARD).code == "card-blocked"
    block(shop, act(shop, "sam"), member.id, "a reason")
    assert refused(take, shop, act(shop), member.id, "drink").code == "member-blocked"
    assert refused(prove, shop, member.id, "5678").code == "member-blocked"


# --- enrolling ----------------------------------------------------------------------------------


def test_a_newcomer_is_enrolled_with_what_they_agreed_to(shop: Shop) -> None:
    one = new_id(shop.clock)
    told = Newcomer(BLANK, "+4915198765432", "Zoë", True, "ja")
    joined = join(shop, one, told)
    assert joined == join(shop, one, told)
    assert joined.called == "Zoë"
    assert guest(shop, BLANK) == joined
    with shop.store.reading() as view:
        consents = view.consents(joined.member)
        person = view.member(joined.member)
    assert agreed(consents, AGREED)
    assert agreed(consents, OFFERS)
    assert {each.where for each in consents} == {"kiosk"}
    assert person is not None
    assert person.language == "ja"


def test_nobody_is_written_to_who_did_not_say_so(shop: Shop) -> None:
    joined = join(shop, new_id(shop.clock), Newcomer(phone="+4915198765432"))
    with shop.store.reading() as view:
        assert not agreed(view.consents(joined.member), OFFERS)


def test_a_number_that_is_known_enrols_nobody_twice(shop: Shop) -> None:
    anna(shop)
    told = Newcomer(phone="+4915112345678", name="Eve")
    assert refused(join, shop, new_id(shop.clock), told).code == "phone-taken"


def test_more_enrolments_than_an_hour_has_room_for_wait_for_the_next(shop: Shop) -> None:
    acts = [new_id(shop.clock) for _ in range(MOST_JOINED + 1)]
    told = [Newcomer(phone=f"+4915198760{n:03}") for n in range(MOST_JOINED + 1)]
    for one, person in zip(acts[:-1], told, strict=False):
        join(shop, one, person)
    assert refused(join, shop, acts[-1], told[-1]).code == "kiosk-too-many"
    join(shop, acts[0], told[0])  # a repeat is nobody more
    enrol(shop, act(shop), phone="+4915198765432")  # nor is it about the counter
    clock_of(shop).advance(timedelta(minutes=61))
    join(shop, acts[-1], told[-1])
