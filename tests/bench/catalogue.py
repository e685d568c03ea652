"""What the benches of the whole program share: fifty rules that bite, a shop's goods, and baskets.

Rules ask of time, tier, past and product, and most are limited, so that no step is skipped.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from loyalty.basket import Basket, Line
from loyalty.program_file.checks import contradictions
from loyalty.rules.audience import Audience, Bought
from loyalty.rules.campaign import Campaign, Outcome, Trial
from loyalty.rules.earning import Bonus, BonusKind, Multiplier, VestingRule
from loyalty.rules.levels import Measure, Tier, TierRules
from loyalty.rules.limits import Limit, Period
from loyalty.rules.program import ExpiryKind, ExpiryRule, Program
from loyalty.rules.rewards import Reward, RewardKind, StampRule, VoucherKind, VoucherTerms
from loyalty.rules.which import Slot, When, Which

BEGINS = date(2020, 1, 1)
CATEGORIES = tuple(f"category-{n}" for n in range(20))
BRANDS = tuple(f"brand-{n}" for n in range(30))
MULTIPLIERS, BONUSES, CAMPAIGNS, STAMPS = 20, 16, 10, 4
RULES = MULTIPLIERS + BONUSES + CAMPAIGNS + STAMPS

SINGLE_RATE = Program(1, "One rate", "EUR", BEGINS, expiry=ExpiryRule(ExpiryKind.MONTHS, months=24))


def whole_program() -> Program:
    """Fifty rules and campaigns, tiers, caps, rewards, and a return window."""
    program = replace(
        SINGLE_RATE,
        name="Everything",
        multipliers=tuple(map(_multiplier, range(MULTIPLIERS))),
        bonuses=tuple(map(_bonus, range(BONUSES))),
        caps=(Limit(Period.DAY, 20_000), Limit(Period.MONTH, 100_000)),
        vesting=VestingRule(14),
        tiers=TierRules(
            (
                Tier("silver", "Silver", 20_000, Fraction(5, 4)),
                Tier("gold", "Gold", 100_000, Fraction(3, 2), 6),
            ),
            Measure.SPEND,
        ),
        stamps=tuple(StampRule(f"stamp-{n}", f"Card {n}", 10, _category(n)) for n in range(STAMPS)),
        campaigns=tuple(map(_campaign, range(CAMPAIGNS))),
        rewards=tuple(map(_reward, range(10))),
    )
    if found := list(contradictions(program)):
        raise SystemExit(f"the program contradicts itself: {found}")
    return program


def basket(chance: random.Random, lines: int = 20) -> Basket:
    """Goods at random: so many lines of one to three units."""
    return Basket("EUR", tuple(_line(chance) for _ in range(lines)))


def _line(chance: random.Random) -> Line:
    units, kind = chance.randint(1, 3), chance.randrange(600)
    return Line(
        f"Ware {kind}",
        units * chance.randint(99, 1_999),
        units,
        f"sku-{kind}",
        CATEGORIES[kind % len(CATEGORIES)],
        BRANDS[kind % len(BRANDS)],
        flags=frozenset({"deposit"}) if kind % 25 == 0 else frozenset(),
    )


def _category(number: int) -> Which:
    return Which(categories=frozenset({CATEGORIES[number % len(CATEGORIES)]}))


def _which(number: int) -> Which:
    """In turn: products, a category, brands, everything."""
    if number % 4 == 0:
        return Which(skus=frozenset(f"sku-{kind}" for kind in range(number, 600, 7)))
    if number % 4 == 1:
        return _category(number)
    if number % 4 == 2:
        return Which(brands=frozenset(BRANDS[number % 30 :: 10]))
    return Which()


def _limits(number: int) -> tuple[Limit, ...]:
    """In turn: none, points a month, uses a week and points a year."""
    if number % 3 == 0:
        return ()
    if number % 3 == 1:
        return (Limit(Period.MONTH, 4_000),)
    return (Limit(Period.WEEK, times=20), Limit(Period.YEAR, 40_000))


def _multiplier(number: int) -> Multiplier:
    hours = When(slots=(Slot(frozenset({1, 3, 5}), 0, 24 * 60), Slot(frozenset({6}), 0, 14 * 60)))
    return Multiplier(
        f"times-{number}",
        f"Times {number}",
        Fraction(10 + number, 8),
        ("products", "season", "quiet")[number % 3],
        _which(number),
        hours if number % 5 == 0 else When(),
        frozenset({"silver", "gold"}) if number % 6 == 5 else frozenset(),
        _limits(number),
    )


def _bonus(number: int) -> Bonus:
    kind = list(BonusKind)[number % len(BonusKind)]
    asked = {
        BonusKind.SPEND: {"spend_minor": 3_000 + 100 * number},
        BonusKind.NTH: {"nth": 3 + number % 4, "every": True},
        BonusKind.AGAIN: {"within_days": 7},
        BonusKind.BIRTHDAY: {"days_before": 7, "days_after": 7},
        BonusKind.ANNIVERSARY: {"days_before": 7, "days_after": 7},
        BonusKind.PRODUCT: {"which": _category(number), "units": 2, "per_unit": True},
        BonusKind.SET: {"parts": (_category(number), _category(number + 1))},
    }
    bonus = Bonus(f"bonus-{number}", f"Bonus {number}", kind, 10 + number, limits=_limits(number))
    return replace(bonus, **asked.get(kind, {}))


def _campaign(number: int) -> Campaign:
    """In turn a multiplier, a bonus and a voucher; each for somebody, half with a control group."""
    who = (
        Audience(visits_at_least=3, in_days=90),
        Audience(bought=(Bought(_category(number), 365),)),
        Audience(joined_since=BEGINS, none_of=(Audience(lapsed_days=180),)),
        Audience(any_of=(Audience(tiers=frozenset({"gold"})), Audience(spent_at_least_minor=1))),
    )
    rule = Multiplier(f"c{number}-times", f"Campaign {number}", Fraction(2), which=_which(number))
    bonus = Bonus(f"c{number}-bonus", "More", BonusKind.SPEND, 20, spend_minor=2_000)
    off = VoucherTerms(f"c{number}-off", "2 off", VoucherKind.MONEY_OFF, 200, valid_days=30)
    ends = BEGINS + timedelta(days=9_000)
    trial = Trial(20, Outcome.SPEND, ends, 400)
    return Campaign(
        f"campaign-{number}",
        f"Campaign {number}",
        When(ends_on=ends),
        audience=who[number % len(who)],
        multipliers=(rule,) if number % 3 == 0 else (),
        bonuses=(bonus,) if number % 3 == 1 else (),
        vouchers=(off,) if number % 3 == 2 else (),
        voucher_spend_minor=1_000_000 if number % 3 == 2 else 0,  # as its member has some already
        limits=(Limit(Period.MONTH, 2_000),) if number % 2 else (),
        budget_points=10_000_000 if number % 4 == 0 else None,
        priority=number,
        trial=trial if number % 2 else None,
    )


def _reward(number: int) -> Reward:
    kind = list(RewardKind)[number % len(RewardKind)]
    handed_over = kind in (RewardKind.GIFT, RewardKind.SERVICE)
    return Reward(
        f"reward-{number}",
        f"Reward {number}",
        kind,
        100 * (number + 1),
        200,
        percent=10 if kind is RewardKind.PERCENT_OFF else 0,
        which=_category(number) if number % 2 and not handed_over else Which(),
        stock=1_000_000 if number % 3 == 0 else None,
        limits=(Limit(Period.MONTH, times=50),) if number % 2 else (),
    )
