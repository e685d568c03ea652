"""Whole programs for proofs: every kind of rule, valid, and small enough to bite on small baskets.

`whole_programs()` draws from few products, days and amounts, so that rules meet: the words it uses
are `SKUS`, `CATEGORIES`, `BRANDS`, `FLAGS`; days lie around `DAY`. Fix parts by name:
`whole_programs(tender=None, tiers=None)`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from loyalty.points import Rounding
from loyalty.program_file.checks import contradictions
from loyalty.rules.activity import ActivityKind, ActivityRule, ProfileField, ReferralRule
from loyalty.rules.audience import Audience
from loyalty.rules.campaign import Campaign, Outcome, Trial
from loyalty.rules.earning import (
    BaseRates,
    Bonus,
    BonusKind,
    Combine,
    Exclusions,
    Multiplier,
    VestingRule,
)
from loyalty.rules.levels import Downgrade, Measure, Tier, TierRules, Window
from loyalty.rules.limits import Limit, Period
from loyalty.rules.program import ExpiryKind, ExpiryRule, Missing, Program, ReturnRule
from loyalty.rules.rewards import (
    Reward,
    RewardKind,
    StampRule,
    TenderRule,
    VoucherKind,
    VoucherTerms,
)
from loyalty.rules.which import When, Which
from tests.rules.program_parts import (
    BRANDS,
    CATEGORIES,
    DAY,
    FLAGS,
    NAMES,
    SKUS,
    TIERS,
    WORDS,
    audiences,
    factors,
    limits,
    often,
    some,
    whens,
    whiches,
)

__all__ = [
    "BRANDS",
    "CATEGORIES",
    "DAY",
    "FLAGS",
    "NAMES",
    "SKUS",
    "TIERS",
    "audiences",
    "factors",
    "limits",
    "whens",
    "whiches",
    "whole_programs",
]


@cache
@st.composite
def multipliers(draw: st.DrawFn, name: str, tiers: tuple[str, ...]) -> Multiplier:
    """A multiplier in one of three groups."""
    return Multiplier(
        id=f"{name}-times",
        name=draw(WORDS),
        factor=draw(factors()),
        group=draw(st.sampled_from(["products", "season", "tier"])),
        which=draw(whiches()),
        when=draw(often(When(), whens())),
        tiers=draw(often(frozenset(), some(tiers))) if tiers else frozenset(),
        limits=draw(limits()),
        cooldown_days=draw(often(0, st.integers(1, 5))),
    )


@cache
@st.composite
def bonuses(draw: st.DrawFn, name: str, tiers: tuple[str, ...]) -> Bonus:
    """A bonus of any kind, with what its kind reads."""
    kind = draw(st.sampled_from(BonusKind))
    spend = draw(st.sampled_from([0, 0, 1, 500, 2000]))
    own: dict[str, Any] = {"which": draw(whiches())}
    if kind is BonusKind.SPEND:
        spend = draw(st.sampled_from([1, 500, 2000]))
    elif kind is BonusKind.NTH:
        own |= {"nth": draw(st.integers(1, 4)), "every": draw(st.booleans())}
    elif kind is BonusKind.AGAIN:
        own |= {"within_days": draw(st.integers(1, 10))}
    elif kind in (BonusKind.BIRTHDAY, BonusKind.ANNIVERSARY):
        own |= {"days_before": draw(st.integers(0, 9)), "days_after": draw(st.integers(0, 9))}
    elif kind is BonusKind.PRODUCT:
        own = {"which": draw(whiches(named=True)), "per_unit": draw(st.booleans())}
        own |= {"units": draw(st.integers(1, 3))}
    elif kind is BonusKind.SET:
        own |= {"parts": tuple(draw(st.lists(whiches(named=True), min_size=1, max_size=3)))}
    elif tiers:
        own |= {"tier": draw(st.sampled_from(("", *tiers)))}
        own = own if kind is BonusKind.TIER_WELCOME else {}
    return Bonus(
        id=f"{name}-bonus",
        name=draw(WORDS),
        kind=kind,
        points=draw(st.integers(1, 50)),
        spend_minor=spend,
        when=draw(often(When(), whens())),
        tiers=draw(often(frozenset(), some(tiers))) if tiers else frozenset(),
        limits=draw(limits()),
        cooldown_days=draw(often(0, st.integers(1, 5))),
        **own,
    )


@cache
@st.composite
def rewards(draw: st.DrawFn, name: str, tiers: tuple[str, ...]) -> Reward:
    """A reward that few points buy."""
    kind = draw(st.sampled_from(RewardKind))
    goods = kind in (RewardKind.GIFT, RewardKind.SERVICE)
    times = st.builds(Limit, st.sampled_from(Period), times=st.integers(1, 2))
    starts = draw(often(None, st.integers(-5, 5).map(lambda days: DAY + timedelta(days=days))))
    points = draw(st.integers(0, 60))
    return Reward(
        id=f"{name}-reward",
        name=draw(WORDS),
        kind=kind,
        points=points,
        value_minor=draw(st.integers(1 if kind is RewardKind.MONEY_OFF else 0, 500)),
        minimum_spend_minor=draw(st.sampled_from([0, 0, 600])),
        starts_on=starts,
        ends_on=draw(often(None, st.just((starts or DAY) + timedelta(days=20)))),
        names=draw(NAMES),
        percent=draw(st.integers(1, 100)) if kind is RewardKind.PERCENT_OFF else 0,
        which=Which() if goods else draw(whiches()),
        stock=draw(often(None, st.integers(0, 3))),
        limits=draw(often((), times.map(lambda one: (one,)))),
        tiers=draw(often(frozenset(), some(tiers))) if tiers else frozenset(),
        automatic=bool(points) and draw(often(False, st.just(True))),
        voucher_days=draw(st.integers(1, 90)),
        birthday_days=draw(often(None, st.integers(0, 9))),
    )


@cache
@st.composite
def vouchers(draw: st.DrawFn, name: str) -> VoucherTerms:
    """Terms of a voucher that the next small basket can use."""
    kind = draw(st.sampled_from(VoucherKind))
    return VoucherTerms(
        id=f"{name}-voucher",
        name=draw(WORDS),
        kind=kind,
        value_minor=draw(st.integers(1 if kind is VoucherKind.MONEY_OFF else 0, 500)),
        percent=draw(st.integers(1, 100)) if kind is VoucherKind.PERCENT_OFF else 0,
        minimum_spend_minor=draw(st.sampled_from([0, 0, 600])),
        which=draw(whiches()),
        after_days=draw(st.integers(0, 2)),
        valid_days=draw(st.integers(0, 30)),
        personal=draw(st.booleans()),
        names=draw(NAMES),
    )


@cache
def stamps(name: str) -> st.SearchStrategy[StampRule]:
    """A stamp card that two or three purchases fill."""
    return st.builds(
        StampRule,
        id=st.just(f"{name}-stamps"),
        name=WORDS,
        needed=st.integers(1, 6),
        which=whiches(),
        free=whiches(),
        most_minor=st.sampled_from([0, 300]),
        spend_minor=st.sampled_from([0, 0, 500]),
        most_moved=st.integers(0, 9),
        names=NAMES,
    )


@cache
@st.composite
def campaigns(draw: st.DrawFn, name: str, tiers: tuple[str, ...]) -> Campaign:
    """A campaign with at least one effect, sometimes with a control group."""
    effects = draw(st.sets(st.sampled_from("mbvr"), min_size=1, max_size=2))
    when = draw(whens())
    trial = None
    if when.ends_on and draw(st.booleans()):
        percent, until = draw(st.integers(1, 99)), when.ends_on + timedelta(days=1)
        if until >= (when.starts_on or DAY):
            trial = Trial(percent, draw(st.sampled_from(Outcome)), until, 100)
    return Campaign(
        id=f"{name}-campaign",
        name=draw(WORDS),
        when=when,
        audience=draw(audiences(tiers)),
        multipliers=(draw(multipliers(name, tiers)),) if "m" in effects else (),
        bonuses=(draw(bonuses(name, tiers)),) if "b" in effects else (),
        vouchers=(draw(vouchers(name)),) if "v" in effects else (),
        voucher_spend_minor=draw(st.sampled_from([0, 500])) if "v" in effects else 0,
        rewards=(draw(rewards(name, tiers)),) if "r" in effects else (),
        limits=draw(limits()),
        budget_points=draw(often(None, st.integers(1, 100))),
        priority=draw(st.integers(0, 3)),
        trial=trial,
    )


@cache
@st.composite
def tier_rules(draw: st.DrawFn) -> TierRules:
    """Silver and gold, a few purchases away."""
    first = draw(st.integers(0, 30))
    levels = tuple(
        Tier(id_, id_.title(), threshold, draw(factors()), draw(st.integers(0, 3)), draw(NAMES))
        for id_, threshold in zip(TIERS, (first, first + draw(st.integers(1, 60))), strict=True)
    )
    return TierRules(
        levels,
        draw(st.sampled_from(Measure)),
        draw(st.sampled_from(Window)),
        draw(st.integers(1, 12)),
        draw(st.sampled_from(Downgrade)),
        draw(often(0, st.integers(1, 30))),
    )


@cache
@st.composite
def activities(draw: st.DrawFn, name: str) -> ActivityRule:
    """An activity of any kind."""
    kind = draw(st.sampled_from(ActivityKind))
    field = draw(st.sampled_from(ProfileField)) if kind is ActivityKind.PROFILE else None
    points, rest = draw(st.integers(1, 30)), draw(limits())
    return ActivityRule(
        f"{name}-act", draw(WORDS), kind, points, field, rest, draw(st.integers(0, 5)),
        draw(st.booleans()),
    )  # fmt: skip


@cache
def referrals() -> st.SearchStrategy[ReferralRule]:
    """Points for both sides after a few days."""
    few = st.integers(0, 20)
    return st.builds(ReferralRule, few, few, few, few, st.integers(1, 3), st.integers(20, 90))


@cache
@st.composite
def expiries(draw: st.DrawFn) -> ExpiryRule:
    """Every kind of expiry."""
    kind = draw(st.sampled_from(ExpiryKind))
    if kind is ExpiryKind.CALENDAR:
        return ExpiryRule(kind, month=draw(st.integers(1, 12)), day=draw(st.integers(1, 28)))
    if kind is ExpiryKind.NEVER:
        return ExpiryRule()
    return ExpiryRule(kind, draw(st.integers(1, 13)), draw(st.booleans()))


def _list_of(make: Any, most: int, *args: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """Up to `most`, each with a name of its own, so that ids never repeat."""
    return st.integers(0, most).flatmap(
        lambda count: st.tuples(*(make(f"r{number}", *args) for number in range(count)))
    )


@cache
def _parts(known: tuple[str, ...]) -> dict[str, st.SearchStrategy[Any]]:
    """A strategy for each part of a program whose tiers are known."""
    caps = st.lists(st.builds(Limit, st.sampled_from(Period), st.integers(1, 90)), max_size=2)
    return {
        "with_tax": st.booleans(),
        "base": st.builds(
            BaseRates,
            st.integers(0, 3),
            st.sampled_from([1, 7, 10, 100]),
            st.integers(0, 3),
            st.integers(0, 2),
            st.sampled_from([0, 0, 500]),
        ),
        "exclusions": st.sampled_from(
            [Exclusions(), Exclusions(categories=frozenset({"tobacco"}), flags=frozenset())]
        ),
        "rounding": st.sampled_from(Rounding),
        "expiry": expiries(),
        "tender": st.sampled_from(
            [
                TenderRule(1, 1),
                TenderRule(7, 3, most_percent=50),
                TenderRule(100, 100, minimum_points=200),
                TenderRule(10, 10, most_minor=700),
                None,
            ]
        ),
        "rewards": _list_of(rewards, 3, known),
        "returns": st.builds(ReturnRule, st.sampled_from(Missing), st.integers(0, 30)),
        "multipliers": _list_of(multipliers, 3, known),
        "combine": st.sampled_from(Combine),
        "bonuses": _list_of(bonuses, 4, known),
        "caps": often((), caps.map(tuple)),
        "vesting": often(VestingRule(), st.builds(VestingRule, st.integers(1, 20))),
        "stamps": _list_of(stamps, 2),
        "vouchers": _list_of(vouchers, 2),
        "campaigns": st.integers(0, 2).flatmap(
            lambda count: st.tuples(*(campaigns(f"c{n}", known) for n in range(count)))
        ),
        "activities": _list_of(activities, 2),
        "referral": often(None, referrals()),
    }


@st.composite
def whole_programs(draw: st.DrawFn, /, **fixed: Any) -> Program:
    """Valid programs over everything a shop can set; `fixed` parts are taken as they are."""
    tiers = draw(tier_rules()) if "tiers" not in fixed and draw(st.booleans()) else None
    tiers = fixed.get("tiers", tiers)
    known = tuple(level.id for level in tiers.levels) if tiers else ()
    drawn = {name: draw(part) for name, part in _parts(known).items() if name not in fixed}
    head: dict[str, Any] = {
        "number": 1,
        "name": "Test",
        "currency": "EUR",
        "starts_on": DAY,
        "tiers": tiers,
    }
    found = Program(**(head | drawn | fixed))
    return found if not any(contradictions(found)) else _without_audiences(found)


def _without_audiences(found: Program) -> Program:
    """The rare audience that matches nobody gives way to everybody."""
    open_ = (replace(campaign, audience=Audience()) for campaign in found.campaigns)
    return replace(found, campaigns=tuple(open_))
