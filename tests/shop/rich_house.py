"""A shop with a program that has everything, for the tests of its paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from loyalty.basket import Basket, Line
from loyalty.rules.campaign import Campaign
from loyalty.rules.earning import VestingRule
from loyalty.rules.levels import Measure, Tier, TierRules
from loyalty.rules.program import Program
from loyalty.rules.rewards import StampRule, VoucherKind, VoucherTerms
from loyalty.rules.which import Which
from pos.demo import demo_program
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from tests.shop.house import open_at

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


def open_rich(folder: Path) -> Shop:
    """A shop with that program, and a manager besides Mina and Sam."""
    opened = open_at(folder, program=everything())
    with opened.store.writing() as work:
        work.add_operator(Operator("chef", "Chef", Role.MANAGER))
    return opened


def cups(units: int, rest: int = 0) -> Basket:
    """Coffees at 4 euros, and other goods."""
    lines = (Line("Flat white", 400 * units, units, category="coffee"), Line("Beans", rest))
    return Basket("EUR", lines[: 2 if rest else 1])
