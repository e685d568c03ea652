"""Lists beside the rules: what is left of rewards, what became of vouchers and referrals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from loyalty.redemption.quote import Chosen
from loyalty.rules.activity import ReferralRule, ReferralState
from loyalty.rules.campaign import Campaign
from loyalty.rules.rewards import Reward, RewardKind, VoucherKind, VoucherTerms
from pos.acts import Act
from pos.counter import confirm
from pos.demo import demo_program
from pos.editing.stock import referrals, shelf, voucher_kinds
from pos.referrals import code_of, refer
from pos.returns import confirm_return
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from pos.vouchers import give, withdraw
from tests.shop.house import act, anna, clock_of, goods, open_at, sale
from tests.shop.people import person

CUP = Reward("cup", "Cup", RewardKind.GIFT, 5, 300, stock=3)
TEA = Reward("tea", "Tea", RewardKind.GIFT, 5, 100)
FIVE = VoucherTerms("five", "5 off", VoucherKind.MONEY_OFF, 500, valid_days=10)
RULES = replace(
    demo_program(),
    starts_on=date(2020, 1, 1),
    rewards=(TEA,),
    vouchers=(FIVE,),
    referral=ReferralRule(10, 10),
    campaigns=(Campaign("spring", "Spring", rewards=(CUP,)),),
)


def opened(folder: Path) -> Shop:
    shop = open_at(folder, program=RULES)
    with shop.store.writing() as work:
        work.add_operator(Operator("boss", "Boss", Role.MANAGER))
    return shop


def boss(shop: Shop) -> Act:
    return act(shop, "boss")


def test_stock_goes_down_with_each_reward_and_up_with_its_return(tmp_path: Path) -> None:
    shop = opened(tmp_path)
    member = anna(shop)
    sale(shop, member, 5000)
    assert [(one.reward.id, one.campaign, one.left) for one in shelf(shop)] == [
        ("tea", "", None),
        ("cup", "spring", 3),
    ]
    taken = sale(shop, member, 1000, Chosen(reward="cup"))
    assert (shelf(shop)[1].taken, shelf(shop)[1].left) == (1, 2)
    confirm_return(shop, act(shop, "sam"), taken.entry.key)
    assert shelf(shop)[1].left == 3
    shop.store.close()


def test_vouchers_are_counted_by_what_became_of_them(tmp_path: Path) -> None:
    shop = opened(tmp_path)
    codes = [give(shop, boss(shop), "five").code for _ in range(4)]
    confirm(shop, act(shop), goods(2000), None, (Chosen(voucher=codes[0]),))
    withdraw(shop, boss(shop), codes[1], "lost")
    (kind,) = voucher_kinds(shop)
    assert (kind.given, kind.used, kind.withdrawn, kind.ended, kind.open) == (4, 1, 1, 0, 2)
    assert kind.terms == FIVE
    clock_of(shop).advance(timedelta(days=30))
    (kind,) = voucher_kinds(shop)
    assert (kind.used, kind.withdrawn, kind.ended, kind.open) == (1, 1, 2, 0)
    shop.store.close()


def test_a_kind_is_listed_before_the_first_is_given_and_after_the_program_has_it_no_more(
    tmp_path: Path,
) -> None:
    shop = opened(tmp_path)
    assert [(one.id, one.given) for one in voucher_kinds(shop)] == [("five", 0)]
    give(shop, boss(shop), "five")
    with shop.store.writing() as work:
        work.add_program(
            replace(RULES, number=9, starts_on=shop.today + timedelta(days=1), vouchers=())
        )
    clock_of(shop).advance(timedelta(days=1))
    assert [(one.id, one.terms, one.open) for one in voucher_kinds(shop)] == [("five", None, 1)]
    shop.store.close()


def test_referrals_are_listed_with_both_people(tmp_path: Path) -> None:
    shop = opened(tmp_path)
    owner, friend = anna(shop), person(shop, 7, "Ben")
    assert referrals(shop) == (dict.fromkeys(ReferralState, 0), ())
    refer(shop, friend.id, code_of(shop, owner.id))
    states, (brought,) = referrals(shop)
    assert states[ReferralState.OPEN] == 1
    assert brought.friend is not None
    assert brought.referrer is not None
    assert (brought.friend.name, brought.referrer.name) == ("Ben", "Anna Schmidt")
    shop.store.close()
