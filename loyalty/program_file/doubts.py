"""What is allowed in a program but hardly meant: told when a file is checked, never refused."""

from __future__ import annotations

from collections.abc import Iterator

from loyalty.program_file.checks import SHORTEST_MONTH, rules_of
from loyalty.program_file.codec import Fault
from loyalty.rules.activity import ActivityRule, ReferralRule
from loyalty.rules.campaign import Campaign
from loyalty.rules.earning import Bonus, Multiplier
from loyalty.rules.levels import Downgrade
from loyalty.rules.limits import Period
from loyalty.rules.program import ExpiryKind, Program

_PERIODS = {Period.DAY: 31, Period.WEEK: 5, Period.MONTH: 1}
"""How many of a period a month has at most."""


def doubts(program: Program) -> Iterator[Fault]:
    """What is odd in a program without contradictions.

    `why`: `gives-nothing`, `no-effect`, `over-already`, `out-of-reach` (with the most points a
    member can ever hold), `automatic-first` (points go to a cheaper reward by themselves),
    `never-applies`, `longer-than-they-last`.
    """
    yield from _earning(program)
    yield from _empty_rules(program)
    yield from _over(program)
    yield from _reach(program)
    yield from _tender(program)
    yield from _tiers(program)
    rule = program.expiry
    if rule.kind is ExpiryKind.MONTHS and program.vesting.days > rule.months * SHORTEST_MONTH:
        yield Fault(("vesting", "days"), "longer-than-they-last")


def _earning(program: Program) -> Iterator[Fault]:
    base = program.base
    if base.points or base.per_visit or base.per_item:
        return
    for path, rule in rules_of(program):
        if isinstance(rule, Multiplier):  # nothing times two
            yield Fault((*path, "factor"), "no-effect")
    others = (program.bonuses, program.stamps, program.campaigns, program.activities)
    if not any(others):
        yield Fault(("base",), "gives-nothing")


def _empty_rules(program: Program) -> Iterator[Fault]:
    for path, rule in rules_of(program):
        if isinstance(rule, Multiplier) and rule.factor == 1:
            yield Fault((*path, "factor"), "gives-nothing")
        if isinstance(rule, Bonus | ActivityRule) and not rule.points:
            yield Fault((*path, "points"), "gives-nothing")
        if isinstance(rule, ReferralRule) and not (rule.referrer_points or rule.friend_points):
            yield Fault(path, "gives-nothing")
        if isinstance(rule, Campaign) and not (
            rule.multipliers or rule.bonuses or rule.vouchers or rule.rewards
        ):
            yield Fault(path, "gives-nothing")


def _over(program: Program) -> Iterator[Fault]:
    """Times that end before the program itself begins."""
    for path, rule in rules_of(program):
        ends = getattr(rule, "ends_on", None)
        if ends and ends < program.starts_on:
            yield Fault((*path, "ends_on"), "over-already")


def _reach(program: Program) -> Iterator[Fault]:
    most = most_points(program)
    automatic = [one.points for one in program.rewards if one.automatic and not one.limits]
    for number, reward in enumerate(program.rewards):
        where = ("rewards", number, "points")
        if most is not None and reward.points > most:
            yield Fault(where, "out-of-reach", (("most", most),))
        elif automatic and reward.points > min(automatic) and not reward.automatic:
            yield Fault(where, "automatic-first", (("points", min(automatic)),))


def most_points(program: Program) -> int | None:
    """The most points a member can hold under the caps and the expiry; None: no end to it."""
    lasting = program.expiry.months if program.expiry.kind is ExpiryKind.MONTHS else None
    if lasting is not None and program.tiers:
        lasting += max(tier.longer_months for tier in program.tiers.levels)
    bounds = []
    for cap in program.caps:
        if cap.points is None:
            continue
        if cap.per is Period.EVER:
            bounds.append(cap.points)
        elif lasting is not None and cap.per is Period.YEAR:
            bounds.append(cap.points * (lasting // 12 + 2))
        elif lasting is not None and cap.per in _PERIODS:
            bounds.append(cap.points * (lasting + 2) * _PERIODS[cap.per])
    return min(bounds, default=None)


def _tender(program: Program) -> Iterator[Fault]:
    rule = program.tender
    if rule is None:
        return
    if not rule.most_percent:
        yield Fault(("tender", "most_percent"), "never-applies")
    if rule.most_minor is not None and rule.most_minor < rule.step_minor:
        yield Fault(("tender", "most_minor"), "never-applies")


def _tiers(program: Program) -> Iterator[Fault]:
    rules = program.tiers
    if rules is None:
        return
    lasting = program.expiry.kind in (ExpiryKind.MONTHS, ExpiryKind.SLIDING)
    for number, tier in enumerate(rules.levels):
        if tier.longer_months and not lasting:
            yield Fault(("tiers", "levels", number, "longer_months"), "no-effect")
    if rules.grace_days and rules.downgrade is Downgrade.NEVER:
        yield Fault(("tiers", "grace_days"), "no-effect")
