"""Paper of a program with everything: what it says is in the books, now and when printed again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from loyalty.basket import Basket, Line
from loyalty.campaign import Campaign
from loyalty.codes import member_card
from loyalty.earning import VestingRule
from loyalty.entry import Kind
from loyalty.errors import LoyaltyError
from loyalty.levels import Measure, Tier, TierRules
from loyalty.member import Member
from loyalty.program import ExpiryKind, ExpiryRule, Missing, Program, ReturnRule
from loyalty.quote import Chosen
from loyalty.rewards import Reward, RewardKind, StampRule, VoucherKind, VoucherTerms
from loyalty.which import Which
from pos.acts import Act
from pos.adjusting import adjust
from pos.closings import closing_again, closing_facts, closing_named
from pos.counter import Booked, confirm
from pos.demo import demo_program
from pos.devices.scripted import RecordingPrinter
from pos.enrol import enrol
from pos.exchanging import exchange
from pos.households import join
from pos.ids import new_id
from pos.nightly import nightly
from pos.notes import note_of
from pos.printing import closing, print_voucher, slip, voucher
from pos.returns import confirm_return, confirm_unlinked, void
from pos.shift import close, current, figures
from pos.shop import Shop
from pos.slips import slip_of
from pos.staff import Role
from pos.stamps import move_in
from pos.store import Operator
from pos.undo import undo
from pos.vouchers import give, withdraw
from receipts.writing.facts import CodeFacts, DatedPoints, Means, SlipFacts, TierFacts
from receipts.writing.text import to_text
from tests.shop.conftest import CommandLine
from tests.shop.house import act, anna, clean, clock_of, goods, open_at, sale

COFFEE = Which(categories=frozenset({"coffee"}))
OFF = VoucherTerms(
    "off-3", "3 euros off", VoucherKind.MONEY_OFF, 300, valid_days=30, names=(("ko", "3유로 할인"),)
)


def everything() -> Program:
    """The demo's program with tiers, a stamp card, vouchers for 50 euros, and a return window."""
    return replace(
        demo_program(),
        starts_on=date(2020, 1, 1),
        vesting=VestingRule(14),
        tiers=TierRules(
            (Tier("silver", "Silver", 3_000), Tier("gold", "Gold", 20_000)), Measure.SPEND
        ),
        stamps=(StampRule("cups", "Coffee card", 5, COFFEE, names=(("ko", "커피 카드"),)),),
        vouchers=(OFF,),
        campaigns=(
            Campaign(
                "thanks",
                "Thanks",
                vouchers=(replace(OFF, id="thanks-3"),),
                voucher_spend_minor=5_000,
            ),
        ),
    )


@pytest.fixture
def rich(tmp_path: Path) -> Iterator[Shop]:
    """A shop with that program."""
    opened = open_at(tmp_path, program=everything())
    with opened.store.writing() as work:
        work.add_operator(Operator("chef", "Chef", Role.MANAGER))
    yield opened
    assert clean(opened)
    opened.store.close()


def cups(units: int, rest: int = 0) -> Basket:
    """Coffees at 4 euros, and other goods."""
    lines = (Line("Flat white", 400 * units, units, category="coffee"), Line("Beans", rest))
    return Basket("EUR", lines[: 2 if rest else 1])


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
    withdraw(rich, act(rich), other.code, "Given by mistake")
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


def test_a_closing_tells_what_a_manager_looks_at(rich: Shop) -> None:
    member = anna(rich)
    shift = current(rich, "mina").id

    def in_shift() -> Act:
        return Act(new_id(rich.clock), "mina", shift)

    first = confirm(rich, in_shift(), cups(5, 5_000), member.id)
    used = (Chosen(stamps="cups"), Chosen(voucher=first.vouchers[0].code))
    confirm(rich, in_shift(), cups(1, 1_000), member.id, used)
    confirm_unlinked(rich, in_shift(), goods(1_000), member.id, "Slip was lost", "sam")
    wrong = confirm(rich, in_shift(), goods(500))
    void(rich, in_shift(), wrong.entry.key, "Rung up twice", "sam")
    adjust(rich, in_shift(), member.id, 50, "Coffee was cold", "sam")
    move_in(rich, in_shift(), member.id, "cups", "K1", 2)
    give(rich, in_shift(), "off-3")
    closed = close(rich, shift, "mina")
    facts = closing_facts(rich, closed)
    done = facts.program
    assert (done.vouchers_given.count, done.vouchers_given.amount) == (2, 600)
    assert (done.vouchers_used.count, done.vouchers_used.amount) == (1, 300)
    assert (done.cards_used.count, done.cards_used.amount) == (1, 400)
    assert (done.without_slip.count, done.without_slip.amount) == (1, 1_000)
    assert (done.adjusted.count, done.adjusted.amount) == (1, 50)
    assert (done.stamps_moved.count, done.stamps_moved.amount) == (1, 2)
    assert (facts.voids, facts.voids_total_minor) == (1, 500)
    assert done.pending == 70 + 7
    text = to_text(closing(rich, closed))
    assert "Returns without slip (1)" in text


def test_points_that_vest_in_the_night_stand_in_the_closing_of_the_next_day(rich: Shop) -> None:
    member = anna(rich)
    close(rich, current(rich, "mina").id, "mina")
    sale(rich, member, 4_000)
    clock_of(rich).advance(timedelta(days=14))
    nightly(rich)
    second = close(rich, current(rich, "mina").id, "mina")
    assert closing_facts(rich, second).program.vested == 40
    clock_of(rich).advance(timedelta(days=1))
    nightly(rich)
    third = close(rich, current(rich, "mina").id, "mina")
    assert closing_facts(rich, third).program.vested == 0


def test_a_closing_printed_again_is_the_same_but_for_the_mark(rich: Shop) -> None:
    shift = current(rich, "mina").id
    confirm(rich, Act(new_id(rich.clock), "mina", shift), cups(2), anna(rich).id)
    closed = close(rich, shift, "mina")
    sale(rich, None, 100)  # the books go on
    assert figures(rich, shift).head != closed.head
    again = closing_again(rich, shift)
    assert again == closed == closing_named(rich) == closing_named(rich, str(shift)[-6:])
    assert closing_facts(rich, again, copy=True) == replace(closing_facts(rich, closed), copy=True)


def test_a_closing_that_is_not_there_is_refused(rich: Shop) -> None:
    for asked, why in (("", "closing-none"), ("abcdef", "closing-unknown")):
        with pytest.raises(LoyaltyError) as no:
            closing_named(rich, asked)
        assert no.value.code == why
    with pytest.raises(LoyaltyError) as still:
        closing_again(rich, current(rich, "mina").id)
    assert still.value.code == "shift-not-closed"


def test_the_command_line_shows_a_closing_again(demo: CommandLine, tmp_path: Path) -> None:
    assert demo("closing").status == 1
    assert demo("demo").status == 0
    pdf = tmp_path / "closing.pdf"
    said = demo.told("closing", "--pdf", str(pdf))
    assert said.status == 0
    assert "COPY" in said.json["text"]
    assert pdf.read_bytes().startswith(b"%PDF")
    assert said.json["fingerprint"] in said.json["text"]
    assert demo.told("closing", "nonesuch").error == "closing-unknown"
    assert demo.told("slip", "642718281828459014").error == "voucher-unknown"
