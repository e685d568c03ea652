"""What the demo shop sells and gives: one of everything a program can do, so that it can be seen.

Values only; `demo` books a month of life on them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from loyalty.product import Product
from loyalty.rules.audience import Audience
from loyalty.rules.campaign import Campaign
from loyalty.rules.earning import Bonus, BonusKind, Multiplier
from loyalty.rules.levels import Tier, TierRules
from loyalty.rules.program import (
    BaseRates,
    Exclusions,
    ExpiryKind,
    ExpiryRule,
    Program,
    Reward,
    RewardKind,
    TenderRule,
)
from loyalty.rules.rewards import StampRule, VoucherKind, VoucherTerms
from loyalty.rules.which import Which
from pos.opening import starter_program
from pos.settings import Settings

SETTINGS = Settings(
    shop="Café Regulars",
    address="12 Market Street|Demo shop",
    currency="EUR",
    language="en",
)
GOODS = (
    Product("C1", "Flat white", 380, ("4012345000016",), "coffee"),
    Product("C2", "Filter coffee", 290, ("4012345000023",), "coffee"),
    Product("B1", "Croissant", 260, ("4012345000030",), "bakery"),
    Product("K1", "Avocado toast", 890, ("4012345000047",), "kitchen"),
    Product("R1", "Beans 250 g", 1190, ("4012345000054",), "retail"),
    Product(
        "G1", "Gift card", 2500, ("4012345000061",), "gift-card", flags=frozenset({"gift-card"})
    ),
    Product("D1", "Orange juice", 420, ("4012345000078",), "drinks"),
)
CHEESE = Product("S1", "Mountain cheese", 2490, category="counter", per_grams=1000, plu="17")
"""Sold by weight: the scale prints labels such as 2800017004323, 432 grams."""
COFFEE = Which(skus=frozenset({"C1", "C2"}))


def demo_program() -> Program:
    """A point for each euro, rewards from 40 points on, points that pay and that end in a year."""
    drink = (("ko", "음료 한 잔"), ("ja", "お好きなドリンク"), ("zh_CN", "任选饮品一杯"))
    cake = (("ko", "오늘의 케이크"), ("ja", "本日のケーキ"), ("zh_CN", "今日蛋糕"))
    off = (("ko", "5유로 할인"), ("ja", "5ユーロ引き"), ("zh_CN", "立减5欧元"))
    beans = (("ko", "원두 250 g"), ("ja", "コーヒー豆 250 g"), ("zh_CN", "咖啡豆 250 克"))
    return replace(
        starter_program(SETTINGS, date(2020, 1, 1)),
        name="Café points",
        base=BaseRates(points=1, step_minor=100),
        exclusions=Exclusions(categories=frozenset({"gift-card"})),
        expiry=ExpiryRule(ExpiryKind.MONTHS, months=12, to_month_end=True),
        tender=TenderRule(step_points=10, step_minor=50, minimum_points=20, most_percent=50),
        rewards=(
            Reward("drink", "Any drink", RewardKind.GIFT, 40, 380, names=drink),
            Reward("cake", "Cake of the day", RewardKind.GIFT, 60, 450, names=cake),
            Reward("off-5", "5 euros off", RewardKind.MONEY_OFF, 90, 500, 1000, names=off),
            Reward("beans", "Beans 250 g", RewardKind.GIFT, 150, 1190, names=beans),
        ),
    )


def whole_program() -> Program:
    """The same with tiers, a stamp card, vouchers, a campaign and a birthday: what the demo shop
    runs on. An amount typed without goods earns as plainly as before.
    """
    card = (("ko", "커피 카드"), ("ja", "コーヒーカード"), ("zh_CN", "咖啡集点卡"))
    silver = (("ko", "실버"), ("ja", "シルバー"), ("zh_CN", "银卡"))
    gold = (("ko", "골드"), ("ja", "ゴールド"), ("zh_CN", "金卡"))
    tiers = (
        Tier("silver", "Silver", 60, names=silver),
        Tier("gold", "Gold", 250, Fraction(3, 2), names=gold),
    )
    birthday = Bonus("birthday", "Birthday", BonusKind.BIRTHDAY, 25, days_before=3, days_after=3)
    return replace(
        demo_program(),
        stamps=(StampRule("coffee", "Coffee card", 8, COFFEE, names=card),),
        vouchers=(_treat(),),
        tiers=TierRules(tiers),
        bonuses=(birthday,),
        campaigns=(
            Campaign(
                "coffee-weeks",
                "Coffee weeks",
                audience=Audience(tiers=frozenset({"silver", "gold"})),
                multipliers=(Multiplier("coffee-2", "Coffee weeks", Fraction(2), which=COFFEE),),
                vouchers=(_next_visit(),),
                voucher_spend_minor=3000,
            ),
        ),
    )


def _treat() -> VoucherTerms:
    names = (("ko", "10% 할인"), ("ja", "10%引き"), ("zh_CN", "九折优惠"))
    return VoucherTerms(
        "treat", "10 % off", VoucherKind.PERCENT_OFF, percent=10, valid_days=28, names=names
    )


def _next_visit() -> VoucherTerms:
    names = (("ko", "다음 방문 3유로 할인"), ("ja", "次回3ユーロ引き"), ("zh_CN", "下次立减3欧元"))
    return VoucherTerms(
        "next-3",
        "3 euros off next time",
        VoucherKind.MONEY_OFF,
        value_minor=300,
        minimum_spend_minor=1500,
        after_days=1,
        valid_days=30,
        names=names,
    )
