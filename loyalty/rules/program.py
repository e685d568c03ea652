"""A program: one numbered, dated version of all rules. It never changes once a sale used it.

What each field means stands in the docstring of its class; program.md is the source. The rules of
earning, redeeming, tiers, campaigns and activities live in files of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from loyalty.errors import LoyaltyError
from loyalty.points import Rounding
from loyalty.rules.activity import ActivityRule, ReferralRule
from loyalty.rules.bounds import AtMost, Between, Days, Iso4217, Months, Name
from loyalty.rules.campaign import Campaign
from loyalty.rules.claiming import ClaimRule
from loyalty.rules.earning import (
    BaseRates,
    Bonus,
    Combine,
    Exclusions,
    Limits,
    Multiplier,
    VestingRule,
)
from loyalty.rules.levels import TierRules
from loyalty.rules.rewards import Reward, RewardKind, StampRule, TenderRule, VoucherTerms

__all__ = [
    "BaseRates",
    "Exclusions",
    "ExpiryKind",
    "ExpiryRule",
    "Missing",
    "Program",
    "ReturnRule",
    "Reward",
    "RewardKind",
    "TenderRule",
]


class ExpiryKind(StrEnum):
    """How a lot's last day is set."""

    NEVER = "never"
    MONTHS = "months"
    CALENDAR = "calendar"
    SLIDING = "sliding"


@dataclass(frozen=True, slots=True)
class ExpiryRule:
    """Rolling `months` (optionally to the month's end), or the next `month`/`day` of the calendar.

    Rolling: 31 January and one month is 28 February. Calendar: a credit on the very day itself
    still gets a whole year. Sliding: `months` after the member's last activity, so every visit
    keeps all points alive; a visit that is wholly taken back was none.
    """

    kind: ExpiryKind = ExpiryKind.NEVER
    months: Months = 0
    to_month_end: bool = False
    month: Annotated[int, Between(1, 12)] = 12
    day: Annotated[int, Between(1, 31)] = 31


class Missing(StrEnum):
    """What happens at a return when the points it earned were already spent (program.md 4)."""

    WAIVE = "to-zero"
    DEBT = "into-deficit"
    REFUND_LESS = "refund-less"


@dataclass(frozen=True, slots=True)
class ReturnRule:
    """`missing` says who bears points already spent; `grace_days` is for lots expired meanwhile.

    The last act can be undone by the same operator for `undo_minutes`.
    """

    missing: Missing = Missing.DEBT
    grace_days: Days = 30
    undo_minutes: Annotated[int, Between(0, 1_440)] = 10


Number = Annotated[int, Between(1, 1_000_000_000)]


@dataclass(frozen=True, slots=True)
class Program:
    """One version of all rules, in force from `starts_on` until the next version starts.

    `combine`: how multipliers of different groups meet. `caps`: points of one basket, or of one
    member in a period, over all rules. `vouchers`: kinds the shop hands out by hand. `claims`:
    how a receipt that is brought later is credited.
    """

    number: Number
    name: Name
    currency: Iso4217
    starts_on: date
    with_tax: bool = True
    base: BaseRates = BaseRates()
    exclusions: Exclusions = Exclusions()
    rounding: Rounding = Rounding.FLOOR
    expiry: ExpiryRule = ExpiryRule()
    tender: TenderRule | None = TenderRule()
    rewards: Annotated[tuple[Reward, ...], AtMost(1_000)] = ()
    returns: ReturnRule = ReturnRule()
    multipliers: Annotated[tuple[Multiplier, ...], AtMost(500)] = ()
    combine: Combine = Combine.ADD
    bonuses: Annotated[tuple[Bonus, ...], AtMost(500)] = ()
    caps: Limits = ()
    vesting: VestingRule = VestingRule()
    stamps: Annotated[tuple[StampRule, ...], AtMost(50)] = ()
    vouchers: Annotated[tuple[VoucherTerms, ...], AtMost(200)] = ()
    tiers: TierRules | None = None
    campaigns: Annotated[tuple[Campaign, ...], AtMost(200)] = ()
    activities: Annotated[tuple[ActivityRule, ...], AtMost(200)] = ()
    referral: ReferralRule | None = None
    claims: ClaimRule = ClaimRule()

    def reward(self, reward_id: str) -> Reward:
        """A reward of the catalogue or of a campaign; LoyaltyError `reward-unknown`."""
        for reward in self.all_rewards:
            if reward.id == reward_id:
                return reward
        raise LoyaltyError("reward-unknown", reward=reward_id[:40])

    @property
    def all_rewards(self) -> tuple[Reward, ...]:
        """The catalogue and what campaigns add to it; who may have which is `quote`'s business."""
        added = (reward for campaign in self.campaigns for reward in campaign.rewards)
        return (*self.rewards, *added)
