"""Paper of a program with everything: what it says is in the books, now and when printed again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen
from loyalty.rules.earning import VestingRule
from loyalty.rules.program import ExpiryKind, ExpiryRule, Missing, ReturnRule
from loyalty.rules.rewards import Reward, RewardKind
from pos.adjusting import adjust
from pos.closings import closing_facts
from pos.counter import Booked, confirm
from pos.devices.scripted import RecordingPrinter
from pos.enrol import enrol
from pos.exchanging import exchange
from pos.households import join
from pos.nightly import nightly
from pos.notes import note_of
from pos.printing import print_voucher, slip, voucher
from pos.returns import confirm_return, confirm_unlinked, void
from pos.shift import close, current
from pos.shop import Shop
from pos.slips import slip_of
from pos.stamps import move_in
from pos.undo import undo
from pos.vouchers import give, withdraw
from receipts.writing.facts import CodeFacts, DatedPoints, Means, SlipFacts, TierFacts
from receipts.writing.text import to_text
from tests.shop.house import act, anna, clean, clock_of, goods, open_at, sale
from tests.shop.rich_house import cups, everything, open_rich


@pytest.fixture
def rich(tmp_path: Path) -> Iterator[Shop]:
    """A shop whose program has everything; its books must be whole when the test is over."""
    opened = open_rich(tmp_path)
    yield opened
    assert clean(opened)
    opened.store.close()


def drinks(shop: Shop, member: Member, units: int, rest: int = 0, *chosen: Chosen) -> Booked:
    """A sale of coffees."""
    return confirm(shop, act(shop), cups(units, rest), member.id, chosen)


def told(shop: Shop, booked: Booked) -> SlipFacts:
    """The slip of a sale."""
    return slip_of(shop, booked.entry.key)


def test_a_slip_tells_tier_pending_points_stamps_and_vouchers(rich: Shop) -> None:
    member = anna(rich)
    drinks(rich, member, 1, 3_000)
    booked = drinks(rich, member, 3, 5_000)
    facts = told(rich, booked)
    assert facts.member is not None
    assert facts.member.tier == TierFacts("Silver", "Gold", 10_400, "spend")
    assert (facts.member.earned, facts.member.vests_on) == (62, date(2026, 3, 16))
    assert facts.member.pending == (DatedPoints(34, date(2026, 3, 16)),)
    assert (facts.member.balance_before, facts.member.balance_after) == (0, 0)
    assert [(c.name, c.stamps, c.needed, c.full) for c in facts.member.stamps] == [
        ("Coffee card", 4, 5, 0)
    ]
    (given,) = facts.vouchers
    assert (given.code, given.last_day) == (booked.vouchers[0].code, date(2026, 4, 1))
    fresh = slip(rich, booked.entry.key).text
    for said in ("Level", "Silver", "Yours from Mar 16, 2026", "4 of 5", "1 more and one is free"):
        assert said in fresh
    clock_of(rich).advance(timedelta(days=20))
    nightly(rich)
    drinks(rich, member, 9, 20_000)
    assert slip(rich, booked.entry.key).text == fresh


def test_vouchers_and_stamp_cards_that_paid_stand_by_their_names(rich: Shop) -> None:
    member = anna(rich)
    given = drinks(rich, member, 5, 5_000).vouchers[0]
    booked = drinks(rich, member, 1, 1_000, Chosen(stamps="cups"), Chosen(voucher=given.code))
    facts = told(rich, booked)
    paid = [(each.means, each.name, each.amount_minor) for each in facts.deductions]
    assert paid == [(Means.STAMPS, "Coffee card", 400), (Means.VOUCHER, "3 euros off", 300)]
    assert (facts.paid_by_points_minor, facts.due_minor) == (0, 700)
    text = slip(rich, booked.entry.key).text
    assert "Stamp card: Coffee card" in text
    assert "Points used" not in text


def test_whoever_of_a_household_bought_has_their_own_name_and_card_on_the_slip(rich: Shop) -> None:
    member = anna(rich)
    ben = enrol(rich, act(rich), member_card(7), "+4915112345679", "Ben Schmidt")
    join(rich, act(rich, "chef"), ben.id, member.id)
    drinks(rich, member, 2)
    booked = drinks(rich, ben, 2)
    back = confirm_return(rich, act(rich), booked.entry.key, (1,))
    for key in (booked.entry.key, back.entry.key):
        facts = slip_of(rich, key).member
        assert facts is not None
        assert (facts.name, facts.card_masked[-6:]) == ("Ben Schmidt", member_card(7)[-6:])
    told_of_both = slip_of(rich, booked.entry.key).member
    assert told_of_both is not None
    assert [card.stamps for card in told_of_both.stamps] == [4]


def test_a_voucher_to_bearer_pays_on_a_slip_without_a_member(rich: Shop) -> None:
    given = give(rich, act(rich), "off-3")
    booked = confirm(rich, act(rich), goods(1_000), None, (Chosen(voucher=given.code),))
    facts = told(rich, booked)
    assert facts.member is None
    assert [each.amount_minor for each in facts.deductions] == [300]
    assert "3 euros off" in slip(rich, booked.entry.key).text


def test_names_are_in_the_members_language(rich: Shop) -> None:
    member = anna(rich)
    booked = drinks(rich, member, 2, 5_000)
    with rich.store.writing() as work:
        work.change_member(replace(member, language="ko"))
    text = slip(rich, booked.entry.key).text
    assert "커피 카드" in text
    assert "3유로 할인" in text


def test_a_return_says_which_vouchers_and_stamps_went_and_came(rich: Shop) -> None:
    member = anna(rich)
    given = drinks(rich, member, 5, 5_000).vouchers[0]
    # The third cup was paid in part by the voucher, and what a voucher pays does not stamp.
    second = drinks(rich, member, 3, 6_000, Chosen(voucher=given.code))
    back = confirm_return(rich, act(rich), second.entry.key)
    facts = slip_of(rich, back.entry.key)
    assert facts.lapsed == (CodeFacts("3 euros off", second.vouchers[0].code),)
    assert facts.revived == (CodeFacts("3 euros off", given.code),)
    assert facts.member is not None
    assert [(m.name, m.number) for m in facts.member.moved] == [("Coffee card", -2)]
    assert [each.means for each in facts.deductions] == [Means.EITHER]
    assert facts.total_minor - facts.deductions[0].amount_minor == facts.due_minor == 6_900
    assert "Not valid any more" in slip(rich, back.entry.key).text


def test_a_partial_return_leaves_the_voucher_good(rich: Shop) -> None:
    first = drinks(rich, anna(rich), 2, 5_000)
    back = confirm_return(rich, act(rich), first.entry.key, (1, 0))
    assert slip_of(rich, back.entry.key).lapsed == ()


def test_money_kept_from_a_refund_is_told_with_the_reason(tmp_path: Path) -> None:
    program = replace(everything(), vesting=VestingRule(), returns=ReturnRule(Missing.REFUND_LESS))
    shop = open_at(tmp_path, program=program)
    member = anna(shop)
    first = sale(shop, member, 4_000)
    sale(shop, member, 100, Chosen(reward="drink"))
    back = confirm_return(shop, act(shop), first.entry.key)
    facts = slip_of(shop, back.entry.key)
    assert facts.member is not None
    assert (facts.kept_minor, facts.member.bought) == (195, 39)  # 39 points at 10 for 50 cents
    assert facts.total_minor - facts.kept_minor == facts.due_minor == 3_805
    text = slip(shop, back.entry.key).text
    assert "Kept for spent points" in text
    assert "already spent" in text
    shop.store.close()


def test_goods_without_their_sale_have_a_slip_with_reason_and_approval(rich: Shop) -> None:
    member = anna(rich)
    drinks(rich, member, 5, 5_000)
    back = confirm_unlinked(rich, act(rich), goods(1_000), member.id, "Slip was lost", "sam")
    facts = slip_of(rich, back.entry.key)
    assert (facts.why, facts.approved, facts.due_minor) == ("Slip was lost", "Sam", 1_000)
    assert facts.member is not None
    assert facts.member.taken_back == 10
    text = slip(rich, back.entry.key).text
    for said in ("RETURN WITHOUT SLIP", "Reason: Slip was lost", "Approved by Sam"):
        assert said in text


def test_a_late_void_says_why_and_who_allowed_it(rich: Shop) -> None:
    booked = drinks(rich, anna(rich), 2)
    back = void(rich, act(rich), booked.entry.key, "Wrong customer", "sam")
    text = slip(rich, back.entry.key).text
    for said in ("CANCELLED", "Reason: Wrong customer", "Approved by Sam"):
        assert said in text


def test_an_exchange_is_one_slip_from_either_half(rich: Shop) -> None:
    first = drinks(rich, anna(rich), 2, 1_000)
    done = exchange(rich, act(rich), first.entry.key, (0, 1), cups(1))
    facts = slip_of(rich, done.sale.entry.key)
    assert facts == slip_of(rich, done.back.entry.key)
    assert facts.came_back is not None
    assert facts.due_minor - facts.came_back.refund_minor == done.due_minor == -600
    assert facts.member is not None
    assert (facts.member.taken_back, facts.member.earned) == (10, 4)
    text = slip(rich, done.sale.entry.key).text
    assert "EXCHANGE" in text
    assert "€6.00" in text


def test_a_cancelled_exchange_says_that_goods_go_out_again(rich: Shop) -> None:
    first = drinks(rich, anna(rich), 2, 1_000)
    once = exchange(rich, act(rich), first.entry.key, (0, 1), cups(1))
    done = undo(rich, act(rich))
    with rich.store.reading() as view:
        key = next(e.key for e in view.entries(after=once.sale.entry.key) if e.kind is Kind.RETURN)
    facts = slip_of(rich, key)
    assert facts.came_back is not None
    assert facts.member is not None
    assert (facts.member.taken_back, facts.member.given_back) == (4, 10)
    assert facts.member.balance_after == done.after.balance
    assert "Goods handed out again" in slip(rich, key).text


def test_a_voucher_has_a_paper_until_it_is_worthless(rich: Shop) -> None:
    given = give(rich, act(rich), "off-3")
    printer = RecordingPrinter()
    print_voucher(rich, given.code, printer)
    print_voucher(rich, given.code, printer, "ko", copy=True)
    assert len(printer.sent) == 2
    assert "COPY" not in to_text(voucher(rich, given.code))
    assert "3유로 할인" in to_text(voucher(rich, given.code, "ko"))
    confirm(rich, act(rich), goods(1_000), None, (Chosen(voucher=given.code),))
    other = give(rich, act(rich), "off-3")
    withdraw(rich, act(rich, "sam"), other.code, "Given by mistake")
    for code, why in ((given.code, "voucher-used"), (other.code, "voucher-withdrawn")):
        with pytest.raises(LoyaltyError) as no:
            voucher(rich, code)
        assert no.value.code == why


def test_what_the_night_made_of_points_can_be_printed_and_stands_in_a_closing(
    tmp_path: Path,
) -> None:
    tea = Reward("tea", "A pot of tea", RewardKind.GIFT, 40, 500, automatic=True)
    shop = open_at(tmp_path, program=replace(everything(), vesting=VestingRule(), rewards=(tea,)))
    close(shop, current(shop, "mina").id, "mina")
    member = anna(shop)
    sale(shop, member, 4_000)
    clock_of(shop).advance(timedelta(days=1))
    nightly(shop)
    with shop.store.reading() as view:
        (taken,) = view.entries(kind=Kind.REWARD_TAKEN)
        (made,) = view.voucher_given_by(taken.source)
    text = to_text(voucher(shop, made.code))
    assert "A pot of tea" in text
    assert "Only for Anna Schmidt" in text
    closed = close(shop, current(shop, "mina").id, "mina")
    assert closing_facts(shop, closed).program.vouchers_given.count == 1
    shop.store.close()


def test_stamps_moved_in_and_points_by_hand_have_small_slips(rich: Shop) -> None:
    member = anna(rich)
    drinks(rich, member, 1)
    moved = move_in(rich, act(rich), member.id, "cups", "k-77", 3)
    facts = note_of(rich, moved.entry.key)
    assert (facts.number, facts.serial, facts.name) == (3, "K77", "Coffee card")
    assert facts.stamps is not None
    assert facts.stamps.stamps == 4
    assert "void" in slip(rich, moved.entry.key).text
    given = adjust(rich, act(rich), member.id, 50, "Coffee was cold", "sam")
    note = note_of(rich, given.entry.key, copy=True)
    assert (note.number, note.why, note.approved) == (50, "Coffee was cold", "Sam")
    text = slip(rich, given.entry.key, copy=True).text
    assert "COPY" in text
    assert "Reason: Coffee was cold" in text


def test_sliding_points_are_announced_before_they_end(tmp_path: Path) -> None:
    sliding = ExpiryRule(ExpiryKind.SLIDING, months=1)
    shop = open_at(tmp_path, program=replace(everything(), expiry=sliding, vesting=VestingRule()))
    member = anna(shop)
    facts = told(shop, sale(shop, member, 4_000))
    assert facts.member is not None
    assert facts.member.expiring == ()  # 2 April is the 31st day from now
    clock_of(shop).advance(timedelta(days=31))
    visit = told(shop, sale(shop, member, 200))
    assert visit.member is not None
    assert visit.member.expiring == (DatedPoints(42, date(2026, 5, 2)),)
    shop.store.close()
