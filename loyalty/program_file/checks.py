"""Rules that contradict themselves or each other, beyond what a field's type can say.

`contradictions` refuse a program, `doubts` are told and let pass. One small check for each kind of
rule, found by its type wherever it stands in the program.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from loyalty.basket import MOST_LINES, MOST_UNITS
from loyalty.money import LARGEST_MINOR
from loyalty.program_file.audience_checks import matches_nobody, no_member
from loyalty.program_file.bonus_checks import bonus_faults
from loyalty.program_file.codec import Fault, Path
from loyalty.rules.activity import ActivityKind, ActivityRule, ReferralRule
from loyalty.rules.audience import Audience
from loyalty.rules.campaign import Campaign
from loyalty.rules.earning import Bonus, Combine
from loyalty.rules.levels import TierRules, Window
from loyalty.rules.limits import Limit
from loyalty.rules.program import ExpiryKind, ExpiryRule, Program
from loyalty.rules.rewards import Reward, RewardKind, VoucherKind, VoucherTerms
from loyalty.rules.which import Slot, When

MOST_EARNED = 10**18  # of one basket: sums of several still fit 64 bits
SHORTEST_MONTH = 28

Check = Callable[[Any, Path, Program], Iterator[Fault]]


def contradictions(program: Program) -> Iterator[Fault]:
    """What is wrong with a program whose fields all hold what their types allow.

    `why`: `repeated` (an id), `before-start`, `empty-hours`, `too-small` and `too-large` (with the
    bound), `missing`, `not-read` (a field that this kind of rule does not look at), `unknown-tier`,
    `not-ascending`, `limits-nothing`, `matches-nobody`, `not-a-member`, `overflow`, `empty`.
    """
    yield from _repeated_ids(program)
    yield from _overflow(program)
    for path, rule in rules_of(program):
        yield from _unknown_tiers(rule, path, program)
        check = CHECKS.get(type(rule))
        if check:
            yield from check(rule, path, program)


def rules_of(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every dataclass inside a value, itself first, with its path in the document."""
    if is_dataclass(value):
        yield path, value
        for field in fields(value):
            yield from rules_of(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from rules_of(item, (*path, number))


def _repeated_ids(program: Program) -> Iterator[Fault]:
    """Ids are unique among all that share a kind of count (`count`), wherever they stand."""
    owners: dict[tuple[str, str], Path] = {}
    for path, rule in rules_of(program):
        id_, space = getattr(rule, "id", None), _SPACES.get(type(rule).__name__)
        if id_ is None or space is None:
            continue
        if (space, id_) in owners:
            yield Fault((*path, "id"), "repeated", (("id", id_),))
        owners[space, id_] = path


_SPACES = {
    "Multiplier": "rule",
    "Bonus": "rule",
    "Campaign": "rule",
    "ActivityRule": "rule",
    "Reward": "reward",
    "StampRule": "stamps",
    "VoucherTerms": "voucher",
    "Tier": "tier",
}


def _overflow(program: Program) -> Iterator[Fault]:
    """The largest basket under the best of all rules must stay a number that the books can sum."""
    base, pieces = program.base, MOST_LINES * MOST_UNITS
    most = Fraction(base.points * LARGEST_MINOR, base.step_minor)
    most += base.per_visit + base.per_item * pieces
    best: dict[str, Fraction] = {}
    for group, factor in _factors(program):
        best[group] = max(best.get(group, Fraction(1)), factor)
    if program.combine is Combine.ADD:
        most *= 1 + sum(factor - 1 for factor in best.values())
    elif program.combine is Combine.BEST:
        most *= max(best.values(), default=Fraction(1))
    else:
        for factor in best.values():
            most *= factor
    bonuses = [rule for _, rule in rules_of(program) if isinstance(rule, Bonus)]
    most += sum(rule.points * (pieces if rule.per_unit else 1) for rule in bonuses)
    if most > MOST_EARNED:
        yield Fault(("multipliers",) if best else ("base",), "overflow")


def _factors(program: Program) -> Iterator[tuple[str, Fraction]]:
    yield from ((one.group, one.factor) for one in program.multipliers)
    yield from (("tier", tier.factor) for tier in (program.tiers.levels if program.tiers else ()))
    for campaign in program.campaigns:
        yield from (("campaign", one.factor) for one in campaign.multipliers)


def _unknown_tiers(rule: object, path: Path, program: Program) -> Iterator[Fault]:
    known = {tier.id for tier in program.tiers.levels} if program.tiers else set()
    named = getattr(rule, "tiers", None)
    if isinstance(named, frozenset):
        for tier in sorted(named - known):
            yield Fault((*path, "tiers"), "unknown-tier", (("tier", tier),))
    if isinstance(rule, Bonus) and rule.tier and rule.tier not in known:
        yield Fault((*path, "tier"), "unknown-tier", (("tier", rule.tier),))


def too_small(path: Path, least: int = 1) -> Fault:
    """A number that must be more here than its type asks."""
    return Fault(path, "too-small", (("least", least),))


def _expiry(rule: ExpiryRule, path: Path, program: Program) -> Iterator[Fault]:
    """A leap year's calendar is allowed: 29 February is the 28th in other years."""
    if rule.kind in (ExpiryKind.MONTHS, ExpiryKind.SLIDING) and not rule.months:
        yield too_small((*path, "months"))
    last = monthrange(2024, rule.month)[1]
    if rule.day > last:
        yield Fault((*path, "day"), "too-large", (("most", last),))
    longest = rule.months * SHORTEST_MONTH
    if rule.kind is ExpiryKind.SLIDING and rule.months and program.vesting.days > longest:
        yield Fault(("vesting", "days"), "too-large", (("most", longest),))


def _when(rule: When, path: Path, _: Program) -> Iterator[Fault]:
    if rule.starts_on and rule.ends_on and rule.ends_on < rule.starts_on:
        yield Fault((*path, "ends_on"), "before-start")


def _slot(rule: Slot, path: Path, _: Program) -> Iterator[Fault]:
    if rule.to_minute <= rule.from_minute:
        yield Fault((*path, "to_minute"), "empty-hours")


def _limit(rule: Limit, path: Path, _: Program) -> Iterator[Fault]:
    if rule.points is None and rule.times is None:
        yield Fault(path, "limits-nothing")
    if rule.points == 0:
        yield too_small((*path, "points"))
    if rule.times == 0:
        yield too_small((*path, "times"))
    if rule.times is not None and path[:1] == ("caps",):
        yield Fault((*path, "times"), "not-read")
    if rule.points is not None and "rewards" in path:
        yield Fault((*path, "points"), "not-read")


def _reward(rule: Reward, path: Path, _: Program) -> Iterator[Fault]:
    """Money off must be worth something: there would be no line to carry its points."""
    if rule.starts_on and rule.ends_on and rule.ends_on < rule.starts_on:
        yield Fault((*path, "ends_on"), "before-start")
    if rule.kind is RewardKind.MONEY_OFF and not rule.value_minor:
        yield too_small((*path, "value_minor"))
    yield from _percent(rule, path, rule.kind is RewardKind.PERCENT_OFF)
    if rule.kind in (RewardKind.GIFT, RewardKind.SERVICE) and not rule.which.everything:
        yield Fault((*path, "which"), "not-read")
    if rule.automatic and not rule.points:  # one every night for ever
        yield too_small((*path, "points"))


def _percent(rule: Reward | VoucherTerms, path: Path, asked: bool) -> Iterator[Fault]:
    if asked and not rule.percent:
        yield too_small((*path, "percent"))
    if rule.percent and not asked:
        yield Fault((*path, "percent"), "not-read")


def _voucher(rule: VoucherTerms, path: Path, _: Program) -> Iterator[Fault]:
    if rule.kind is VoucherKind.MONEY_OFF and not rule.value_minor:
        yield too_small((*path, "value_minor"))
    yield from _percent(rule, path, rule.kind is VoucherKind.PERCENT_OFF)


def _tiers(rule: TierRules, path: Path, _: Program) -> Iterator[Fault]:
    if not rule.levels:
        yield Fault((*path, "levels"), "empty")
    for number in range(1, len(rule.levels)):
        if rule.levels[number].threshold <= rule.levels[number - 1].threshold:
            yield Fault((*path, "levels", number, "threshold"), "not-ascending")
    if rule.window is Window.ROLLING and not rule.months:
        yield too_small((*path, "months"))


def _audience(rule: Audience, path: Path, _: Program) -> Iterator[Fault]:
    if key := matches_nobody(rule):
        yield Fault((*path, key), "matches-nobody")
    if name := no_member(rule):
        yield Fault((*path, "members"), "not-a-member", (("member", name),))
    if rule.in_days is not None and rule.visits_at_least is rule.spent_at_least_minor is None:
        yield Fault((*path, "in_days"), "not-read")


def _campaign(rule: Campaign, path: Path, program: Program) -> Iterator[Fault]:
    if rule.budget_points == 0:
        yield too_small((*path, "budget_points"))
    if rule.voucher_spend_minor and not rule.vouchers:
        yield Fault((*path, "voucher_spend_minor"), "not-read")
    trial = rule.trial
    if trial is None:
        return
    way = (*path, "trial")
    if rule.when.ends_on is None:
        yield Fault((*path, "when", "ends_on"), "missing")
    if trial.measured_until < (rule.when.starts_on or program.starts_on):
        yield Fault((*way, "measured_until"), "before-start")
    if not trial.control_percent:
        yield too_small((*way, "control_percent"))
    if trial.control_percent == 100:
        yield Fault((*way, "control_percent"), "too-large", (("most", 99),))
    if not trial.members_needed:
        yield too_small((*way, "members_needed"))


def _activity(rule: ActivityRule, path: Path, _: Program) -> Iterator[Fault]:
    if rule.kind is ActivityKind.PROFILE and rule.field is None:
        yield Fault((*path, "field"), "missing")
    if rule.kind is not ActivityKind.PROFILE and rule.field is not None:
        yield Fault((*path, "field"), "not-read")


def _referral(rule: ReferralRule, path: Path, _: Program) -> Iterator[Fault]:
    if rule.after_days > rule.open_days:  # lapsed before it could be rewarded
        yield Fault((*path, "after_days"), "too-large", (("most", rule.open_days),))
    if not rule.per_month:
        yield too_small((*path, "per_month"))


def _bonus(rule: Bonus, path: Path, _: Program) -> Iterator[Fault]:
    return bonus_faults(rule, path)


CHECKS: dict[type, Check] = {
    ActivityRule: _activity,
    Audience: _audience,
    Bonus: _bonus,
    Campaign: _campaign,
    ExpiryRule: _expiry,
    Limit: _limit,
    ReferralRule: _referral,
    Reward: _reward,
    Slot: _slot,
    TierRules: _tiers,
    VoucherTerms: _voucher,
    When: _when,
}
