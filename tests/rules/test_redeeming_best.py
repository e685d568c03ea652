"""What is suggested for a basket, and what is nearly in reach."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from loyalty.codes import voucher_code
from loyalty.ledger.count import Count, stamps_of
from loyalty.redemption.quote import quote
from loyalty.redemption.voucher import voucher_from
from loyalty.rules.program import Reward, RewardKind, TenderRule
from loyalty.rules.rewards import StampRule, VoucherKind, VoucherTerms
from loyalty.rules.which import Which
from tests.rules.counter import cells, choices, goods, rows, scene
from tests.rules.makers import DAY, program

COFFEE = Which(categories=frozenset({"coffee"}))
CATALOGUE = {
    "mug": Reward("mug", "Mug", RewardKind.GIFT, 100, 800),
    "fiver": Reward("fiver", "5.00 off", RewardKind.MONEY_OFF, 100, 500),
    "poor": Reward("poor", "0.50 off", RewardKind.MONEY_OFF, 100, 50),
    "even": Reward("even", "1.00 off", RewardKind.MONEY_OFF, 100, 100),
    "tenth": Reward("tenth", "10 % off", RewardKind.PERCENT_OFF, 100, 0, percent=10),
    "hello": Reward("hello", "Welcome", RewardKind.GIFT, 0, 100),
    "dream": Reward("dream", "Dream", RewardKind.GIFT, 900, 90_000),
}
CARD = StampRule("card", "5 coffees", 5, COFFEE)
LASTING = (1, VoucherTerms("lasting", "2.00", VoucherKind.MONEY_OFF, 200, valid_days=60))
ENDING = (2, VoucherTerms("ending", "1.00", VoucherKind.MONEY_OFF, 100, valid_days=30))
VOUCHERS = {
    terms.id: voucher_from(terms, voucher_code(number), UUID(int=1), DAY)
    for number, terms in (LASTING, ENDING)
}

# has: what the member has besides points; a point as money is worth 0.01, if any.
BEST = """
rewards           | points | has            | basket      | money | best
mug, fiver        | 100    |                | tea 900     | yes   | mug
fiver             | 100    |                | tea 900     | yes   | fiver
fiver             | 100    |                | tea 400     | yes   | points 100
fiver             | 99     |                | tea 900     | yes   |
fiver             | 50     |                | tea 900     | yes   |
fiver             | 49     |                | tea 900     | yes   | points 49
fiver             | 49     |                | tea 900     | no    |
poor              | 100    |                | tea 900     | yes   | points 100
poor              | 100    |                | tea 900     | no    | poor
even              | 100    |                | tea 900     | yes   | even
even              | 50     |                | tea 900     | yes   | points 50
tenth             | 100    |                | tea 1000    | yes   | tenth
tenth             | 100    |                | tea 999     | yes   | points 100
tenth, fiver      | 100    |                | tea 6000    | yes   | tenth
tenth, fiver      | 100    |                | tea 4000    | yes   | fiver
mug, hello        | 100    |                | tea 900     | yes   | hello
mug               | 100    | stamps         | coffee 300  | yes   | stamps card
mug               | 100    | stamps         | tea 300     | yes   | mug
mug               | 100    | ending         | tea 300     | yes   | voucher ending
mug               | 100    | stamps, ending | coffee 300  | yes   | stamps card
mug               | 100    | stamps, ending | coffee 90   | yes   | voucher ending
mug               | 100    | stamps, ending | coffee 450 x5 | yes | voucher ending
mug               | 100    | lasting        | tea 200     | yes   | voucher lasting
mug               | 100    | lasting        | tea 199     | yes   | mug
mug               | 100    | lasting, ending| tea 900     | yes   | voucher ending
dream             | 450    |                | tea 900     | yes   |
dream             | 449    |                | tea 900     | yes   | points 449
dream             | 900    |                |             | yes   | dream
mug               | 0      |                | tea 900     | yes   |
mug               | 0      |                |             | yes   |
"""


@pytest.mark.parametrize("row", rows(BEST))
def test_the_best_redemption_is_suggested(row: str) -> None:
    names, points, has, what, money, wanted = cells(row)
    rules = program(
        rewards=tuple(CATALOGUE[name.strip()] for name in names.split(",")),
        stamps=(CARD,),
        tender=TenderRule(1, 1) if money == "yes" else None,
    )
    own = [name.strip() for name in has.split(",")]
    stamps = [Count(stamps_of("card"), 5)] if "stamps" in own else []
    vouchers = [VOUCHERS[name] for name in own if name in VOUCHERS]
    found = quote(rules, scene(int(points), stamps, vouchers), goods(what)).best
    for name, voucher in VOUCHERS.items():
        wanted = wanted.replace(f"voucher {name}", f"voucher {voucher.code}")
    assert ([found] if found else []) == choices(wanted)


NEAR = """
rewards     | points | stamps | near
mug         | 50     | 0      | 50 mug
mug         | 49     | 0      |
mug, fiver  | 99     | 0      | 1 fiver, 1 mug
mug         | 100    | 0      |
mug         | 62     | 3      | 38 mug, 2 card
mug         | 55     | 3      | 2 card, 45 mug
mug         | 0      | 4      | 1 card
mug         | 0      | 2      |
mug         | 0      | 5      |
dream, mug  | 800    | 0      | 100 dream
"""


@pytest.mark.parametrize("row", rows(NEAR))
def test_what_lacks_half_or_less_is_near(row: str) -> None:
    names, points, stamps, wanted = cells(row)
    rewards = tuple(CATALOGUE[name.strip()] for name in names.split(","))
    rules = program(rewards=rewards, stamps=(CARD,))
    at = scene(int(points), [Count(stamps_of("card"), int(stamps))])
    near = quote(rules, at, goods("tea 900")).near
    assert ", ".join(f"{each.missing} {each.what.id}" for each in near) == wanted


def test_what_cannot_be_had_at_all_is_never_near() -> None:
    soon = Reward("soon", "Soon", RewardKind.GIFT, 100, 1, starts_on=DAY + timedelta(days=1))
    gone = Reward("gone", "Gone", RewardKind.GIFT, 100, 1, stock=0)
    rules = program(rewards=(soon, gone))
    assert quote(rules, scene(99), goods("tea 900")).near == ()
    assert quote(rules, scene(99), goods("tea 900")).next_reward is None
