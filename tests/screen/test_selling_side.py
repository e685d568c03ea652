"""Goods and vouchers by scan, offers by number, what a member has: on a real ledger, no window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from uuid import UUID

import pytest

from loyalty.basket import Line
from loyalty.codes import sale_code, voucher_code
from loyalty.members.member import Birthday, Member
from loyalty.product import Product
from loyalty.rules.earning import Multiplier
from loyalty.rules.levels import Tier, TierRules
from loyalty.rules.program import Program
from loyalty.rules.rewards import Reward, RewardKind, StampRule, VoucherKind, VoucherTerms
from loyalty.rules.which import Slot, When, Which
from pos.demo import demo_program
from pos.ringing import Rung, joined
from pos.shop import Shop
from pos.vouchers import give
from tests.screen.desk import Desk
from tests.shop.house import BLANK, CARD, act, anna, clock_of, open_at, sale
from ui.counter.standing import birthday
from ui.counter.state import Birthday as Near
from ui.counter.state import MemberView, OfferView, Phase, Reach

TEA, CAKE, UNKNOWN, LABEL = "4012345000016", "4012345000023", "4012345000030", "2800017004323"
PRODUCTS = (
    Product("T", "Tea", 300, (TEA,), "tea"),
    Product("C", "Cake", 450, (CAKE,), "cake"),
    Product("S", "Cheese", 2490, per_grams=1000, plu="17"),
)
OFF = VoucherTerms("off", "2 off", VoucherKind.MONEY_OFF, value_minor=200, minimum_spend_minor=500)
OWN = VoucherTerms("own", "Own 3 off", VoucherKind.MONEY_OFF, value_minor=300, personal=True)
STAMPS = StampRule("tea", "Tea card", 3, Which(categories=frozenset({"tea"})))
TIERS = TierRules((Tier("silver", "Silver", 150), Tier("gold", "Gold", 500)))
EVENING = When(slots=(Slot(from_minute=13 * 60),))


def program() -> Program:
    """The house's program with stamps, vouchers, tiers and an hour of doubled points."""
    return replace(
        demo_program(),
        stamps=(STAMPS,),
        vouchers=(OFF, OWN),
        tiers=TIERS,
        multipliers=(Multiplier("pm", "Afternoon", Fraction(2), when=EVENING),),
    )


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A shop with a catalogue."""
    opened = open_at(tmp_path, program=program())
    with opened.store.writing() as work:
        work.put_products(PRODUCTS)
    return opened


@pytest.fixture
def member(shop: Shop) -> Member:
    """Anna, with 200 points."""
    person = anna(shop)
    sale(shop, person, 20_000)
    return person


@pytest.fixture
def desk(tmp_path: Path, shop: Shop, member: Member) -> Iterator[Desk]:
    """A counter with Mina signed in, and Anna known."""
    counter = Desk(tmp_path, shop=shop)
    yield counter
    counter.close()


def scan(desk: Desk, *codes: str) -> None:
    """Scans, one after the other."""
    for code in codes:
        desk.wish.scanned(code)


def offered(desk: Desk, name: str) -> OfferView:
    """An offer by its name."""
    return next(offer for offer in desk.state.offers if offer.name == name)


def at_counter(desk: Desk) -> MemberView:
    """The member there."""
    assert desk.state.member is not None
    return desk.state.member


def voucher(shop: Shop, terms: str, to: UUID | None = None) -> str:
    """The code of a voucher given by hand."""
    return give(shop, act(shop), terms, to).code


def rung(desk: Desk) -> list[tuple[str, int, int]]:
    """The lines as (text, units, amount)."""
    return [(line.text, line.units, line.amount_minor) for line in desk.state.ticket.lines]


def test_a_product_adds_its_line_and_again_one_more_unit(desk: Desk) -> None:
    scan(desk, TEA, CAKE, TEA)
    assert rung(desk) == [("Cake", 1, 450), ("Tea", 2, 600)]


def test_units_are_typed_before_the_scan(desk: Desk) -> None:
    desk.wish.typed("3*")
    scan(desk, TEA)
    assert rung(desk) == [("Tea", 3, 900)]
    assert desk.state.entry == ""


def test_units_are_typed_before_an_amount(desk: Desk) -> None:
    scan(desk, CARD)
    desk.wish.typed("3*2.50")
    assert desk.state.ticket.total_minor == 750
    desk.wish.add_line()
    assert rung(desk) == [("", 3, 750)]


@pytest.mark.parametrize("typed", ["3*", "*3", "0*5", "99999*1.00", "3*3*3", "1.5*2"])
def test_no_multiple_that_is_none_is_rung_up(desk: Desk, typed: str) -> None:
    scan(desk, CARD, TEA)
    desk.wish.typed(typed)
    desk.wish.add_line()
    assert all(units <= 9_999 and amount >= 0 for _, units, amount in rung(desk))
    assert desk.said or len(rung(desk)) == 2


def test_what_was_typed_and_not_multiplied_outlives_a_scan(desk: Desk) -> None:
    scan(desk, CARD)
    desk.wish.typed("12.50")
    scan(desk, TEA)
    assert desk.state.entry == "12.50"
    assert desk.state.ticket.total_minor == 1550


def test_a_weighed_piece_is_a_line_of_its_own_with_its_weight(desk: Desk) -> None:
    scan(desk, LABEL, LABEL)
    assert rung(desk) == [("Cheese 0.432 kg", 1, 1076)] * 2


def test_delete_takes_back_the_last_scan_not_the_whole_line(desk: Desk) -> None:
    scan(desk, TEA, CAKE, TEA)
    desk.wish.delete_line()
    assert rung(desk) == [("Tea", 1, 300), ("Cake", 1, 450)]
    desk.wish.delete_line()
    desk.wish.delete_line()
    assert rung(desk) == []


def test_an_unknown_product_says_what_to_do_and_loses_nothing(desk: Desk) -> None:
    scan(desk, TEA)
    desk.wish.typed("2*")
    scan(desk, UNKNOWN)
    assert desk.said == "product-unknown"
    assert rung(desk) == [("Tea", 1, 300)]
    assert desk.state.entry == "2*"


def test_goods_close_what_is_only_read_and_wait_where_something_is_changed(desk: Desk) -> None:
    scan(desk, TEA)
    desk.wish.why()
    scan(desk, TEA)
    assert (desk.state.sheet, rung(desk)) == (None, [("Tea", 2, 600)])
    desk.wish.enrol()
    scan(desk, TEA)
    assert desk.said == "finish-first"
    assert desk.state.sheet is not None
    assert rung(desk) == [("Tea", 2, 600)]


def test_products_of_another_price_are_not_joined() -> None:
    one = Line("Tea", 300, sku="T")
    assert joined((one,), Rung(replace(one, amount_minor=310))) == (
        one,
        replace(one, amount_minor=310),
    )
    assert joined((one,), Rung(one, weighed=True)) == (one, one)
    assert joined((Line("", 300),), Rung(Line("", 300))) == (Line("", 300), Line("", 300))


def test_a_bearers_voucher_pays_without_a_card_and_goes_back_at_the_second_scan(
    desk: Desk, shop: Shop
) -> None:
    code = voucher(shop, "off")
    scan(desk, TEA, TEA, code)
    assert desk.said == "voucher-taken"
    assert desk.state.ticket.due_minor == 400
    assert offered(desk, "2 off").reach is Reach.CHOSEN
    scan(desk, code)
    assert desk.said == "voucher-back"
    assert desk.state.ticket.due_minor == 600
    scan(desk, code)
    desk.wish.enter()
    assert desk.state.done is not None
    assert desk.state.done.amount_minor == 400
    scan(desk, TEA, TEA, code)
    assert desk.said == "voucher-refused"
    assert desk.state.ticket.due_minor == 600


def test_a_voucher_waits_until_the_basket_allows_it(desk: Desk, shop: Shop) -> None:
    scan(desk, CARD, TEA, voucher(shop, "off"))
    assert desk.said == "voucher-waits"
    assert offered(desk, "2 off").reach is Reach.WAITING
    assert desk.state.ticket.due_minor == 300
    scan(desk, CAKE)
    assert offered(desk, "2 off").reach is Reach.CHOSEN
    assert desk.state.ticket.due_minor == 550


def test_a_voucher_that_still_waits_is_put_back_at_enter_with_the_reason(
    desk: Desk, shop: Shop
) -> None:
    scan(desk, CARD, TEA, voucher(shop, "off"))
    desk.wish.enter()
    assert desk.said == "spend-more"
    desk.wish.enter()
    assert desk.state.phase is Phase.DONE


def test_a_voucher_when_idle_only_says_what_it_is_worth(desk: Desk, shop: Shop) -> None:
    scan(desk, voucher(shop, "off"))
    assert desk.said == "voucher-worth-from"
    assert desk.state.phase is Phase.IDLE
    assert not desk.state.offers


def test_a_voucher_nobody_gave_out_is_refused(desk: Desk) -> None:
    scan(desk, TEA, TEA, voucher_code(7))
    assert desk.said == "voucher-unknown"
    assert desk.state.ticket.due_minor == 600


def test_a_personal_voucher_waits_for_its_member(desk: Desk, shop: Shop, member: Member) -> None:
    code = voucher(shop, "own", member.id)
    scan(desk, TEA, TEA, code)
    assert desk.said == "voucher-waits"
    scan(desk, CARD)
    assert offered(desk, "Own 3 off").reach is Reach.CHOSEN
    assert desk.state.ticket.due_minor == 300


def test_a_members_own_voucher_is_an_offer_without_a_scan(
    desk: Desk, shop: Shop, member: Member
) -> None:
    voucher(shop, "own", member.id)
    scan(desk, CARD, TEA, TEA)
    assert at_counter(desk).vouchers == 1
    desk.wish.reward(offered(desk, "Own 3 off").number)
    assert desk.state.ticket.due_minor == 300


def test_points_as_money_pay_what_a_voucher_leaves(desk: Desk, shop: Shop) -> None:
    scan(desk, CARD, TEA, TEA)
    desk.wish.tender()
    before = desk.state.ticket.due_minor
    scan(desk, voucher(shop, "off"))
    assert offered(desk, "2 off").reach is Reach.CHOSEN
    assert desk.state.ticket.due_minor <= before
    assert desk.state.tender is not None
    assert desk.state.tender.chosen


def test_stamps_fill_a_card_that_pays_the_next_time(desk: Desk) -> None:
    scan(desk, CARD, TEA, TEA, TEA)
    assert (offered(desk, "Tea card").have, offered(desk, "Tea card").missing) == (0, 3)
    desk.wish.enter()
    assert desk.state.done is not None
    assert [(card.have, card.needed) for card in desk.state.done.stamps] == [(3, 3)]
    scan(desk, CARD, TEA)
    assert offered(desk, "Tea card").number == desk.state.suggestion
    desk.wish.best()
    assert desk.state.ticket.due_minor == 0


def test_what_is_suggested_is_never_applied_unasked(desk: Desk) -> None:
    scan(desk, CARD, TEA, CAKE)
    assert desk.state.suggestion or (desk.state.tender and desk.state.tender.suggested)
    assert desk.state.ticket.paid_minor == 0
    desk.wish.best()
    assert desk.state.ticket.uses > 0 or desk.state.done is not None


def test_a_member_has_a_tier_and_the_way_to_the_next(desk: Desk) -> None:
    scan(desk, CARD)
    tier = at_counter(desk).tier
    assert tier is not None
    assert (tier.name, tier.next_name, tier.missing) == ("Silver", "Gold", 300)
    assert tier.kept_until is None


def test_a_tier_that_is_lost_soon_says_when(desk: Desk, shop: Shop) -> None:
    clock_of(shop).advance(timedelta(days=330))
    scan(desk, CARD)
    tier = at_counter(desk).tier
    assert tier is not None
    assert tier.kept_until == date(2027, 3, 1)
    assert tier.falls_to == ""


def test_a_tier_reached_is_told_when_it_is_done(desk: Desk) -> None:
    scan(desk, CARD)
    desk.ring("300")
    desk.wish.enter()
    assert desk.state.done is not None
    assert desk.state.done.tier == "Gold"


def test_points_that_end_within_a_month_are_told(desk: Desk, shop: Shop) -> None:
    clock_of(shop).advance(timedelta(days=370))
    scan(desk, CARD)
    assert at_counter(desk).expiring_points == 200
    assert at_counter(desk).expiring_on == date(2027, 3, 31)


def test_points_to_come_follow_the_minute_of_the_day(desk: Desk, shop: Shop) -> None:
    scan(desk, CARD)
    desk.ring("10")
    assert (desk.state.ticket.earns, desk.state.ticket.rules) == (10, ())
    clock_of(shop).advance(timedelta(minutes=61))
    desk.pass_time(60_000)
    assert (desk.state.ticket.earns, desk.state.ticket.rules) == (20, ("Afternoon",))


def test_more_than_nine_offers_turn_over_in_pages(
    tmp_path: Path, shop: Shop, member: Member
) -> None:
    many = tuple(
        Reward(f"r{n:02d}", f"Gift {n}", RewardKind.GIFT, 1000 + n if n < 6 else n, 100)
        for n in range(12)
    )
    with shop.store.writing() as work:
        work.add_program(replace(program(), number=2, rewards=many, stamps=()))
    desk = Desk(tmp_path, shop=shop)
    scan(desk, CARD)
    first = [offer.name for offer in desk.state.offers]
    assert first[:6] == [f"Gift {n}" for n in range(6, 12)]
    assert desk.state.more_offers == 4
    desk.wish.more_offers()
    second = [offer.name for offer in desk.state.offers]
    assert not set(first) & set(second)
    assert [offer.number for offer in desk.state.offers] == [1, 2, 3, 4]
    desk.wish.more_offers()
    assert [offer.name for offer in desk.state.offers] == first
    desk.close()


def test_an_exchange_shows_the_refund_as_credit_and_books_both(
    desk: Desk, shop: Shop, member: Member
) -> None:
    sold = sale(shop, member, 1000)
    scan(desk, sale_code(sold.entry.key))
    desk.wish.returns()
    assert at_counter(desk).name == member.name
    assert desk.state.ticket.credit_minor == 1000
    desk.wish.enter()
    assert desk.said == "exchange-goods-first"
    scan(desk, BLANK)
    scan(desk, TEA)
    assert desk.state.ticket.due_minor == -700
    desk.wish.enter()
    assert desk.state.done is not None
    assert (desk.state.done.kind, desk.state.done.amount_minor) == ("exchange", -700)


@pytest.mark.parametrize(
    ("born", "near"),
    [
        (Birthday(3, 2), Near.TODAY),
        (Birthday(3, 9), Near.NEAR),
        (Birthday(2, 23), Near.NEAR),
        (Birthday(3, 10), None),
        (Birthday(2, 22), None),
    ],
)
def test_a_birthday_is_near_a_week_before_and_after(
    member: Member, born: Birthday, near: Near | None
) -> None:
    who = replace(member, birthday=born)
    assert birthday(who, None, date(2026, 3, 2))[0] is near


def test_a_birthday_is_near_over_the_years_end(member: Member) -> None:
    who = replace(member, birthday=Birthday(1, 2))
    assert birthday(who, None, date(2026, 12, 30)) == (Near.NEAR, date(2027, 1, 2))
