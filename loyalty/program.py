"""A program: one numbered, dated version of all rules. It never changes once a sale used it.

What each field means stands in the docstring of its class; program.md is the source.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from loyalty.basket import Line
from loyalty.errors import LoyaltyError
from loyalty.points import Rounding


@dataclass(frozen=True, slots=True)
class Exclusions:
    """Lines that never earn, by product, category, brand or flag."""

    skus: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset({"gift-card", "deposit", "delivery"})

    def why(self, line: Line) -> str:
        """What excludes a line (`reward`, `product`, `category`, `brand`, a flag), or empty."""
        if line.reward:
            return "reward"
        if line.sku and line.sku in self.skus:
            return "product"
        if line.category and line.category in self.categories:
            return "category"
        if line.brand and line.brand in self.brands:
            return "brand"
        return min(line.flags & self.flags, default="")


@dataclass(frozen=True, slots=True)
class BaseRates:
    """`points` for every `step_minor` of the eligible amount, and for each visit and item.

    The rates add up. Below `minimum_spend_minor` of eligible amount a basket earns nothing.
    """

    points: int = 1
    step_minor: int = 100
    per_visit: int = 0
    per_item: int = 0
    minimum_spend_minor: int = 0


class ExpiryKind(StrEnum):
    """How a lot's last day is set."""

    NEVER = "never"
    MONTHS = "months"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class ExpiryRule:
    """Rolling `months` (optionally to the month's end), or the next `month`/`day` of the calendar.

    Rolling: 31 January and one month is 28 February. Calendar: a credit on the very day itself
    still gets a whole year.
    """

    kind: ExpiryKind = ExpiryKind.NEVER
    months: int = 0
    to_month_end: bool = False
    month: int = 12
    day: int = 31


@dataclass(frozen=True, slots=True)
class TenderRule:
    """Points as money: every `step_points` pay `step_minor`.

    Limits: at least `minimum_points`; at most `most_percent` of the basket and `most_minor`.
    Over a limit the redemption is capped with the reason, not refused (program.md 2).
    """

    step_points: int = 100
    step_minor: int = 100
    minimum_points: int = 0
    most_percent: int = 100
    most_minor: int | None = None


class RewardKind(StrEnum):
    """What a reward gives. A new kind has its effect in selling.py, its refusals in quote.py."""

    MONEY_OFF = "money-off"
    GIFT = "gift"


@dataclass(frozen=True, slots=True)
class Reward:
    """One line of the reward catalogue, at a fixed price in points.

    `value_minor` is the money off, or what the gift is worth to the shop. `names` maps a language
    to the reward's name in it. Valid from `starts_on` to `ends_on`, both days included.
    """

    id: str
    name: str
    kind: RewardKind
    points: int
    value_minor: int
    minimum_spend_minor: int = 0
    starts_on: date | None = None
    ends_on: date | None = None
    names: tuple[tuple[str, str], ...] = ()

    def name_in(self, language: str) -> str:
        """The reward's name in a language, or its own name where none is given."""
        return dict(self.names).get(language, self.name)


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
    grace_days: int = 30
    undo_minutes: int = 10


@dataclass(frozen=True, slots=True)
class Program:
    """One version of all rules, in force from `starts_on` until the next version starts."""

    number: int
    name: str
    currency: str
    starts_on: date
    with_tax: bool = True
    base: BaseRates = field(default_factory=BaseRates)
    exclusions: Exclusions = field(default_factory=Exclusions)
    rounding: Rounding = Rounding.FLOOR
    expiry: ExpiryRule = field(default_factory=ExpiryRule)
    tender: TenderRule | None = field(default_factory=TenderRule)
    rewards: tuple[Reward, ...] = ()
    returns: ReturnRule = field(default_factory=ReturnRule)

    def reward(self, reward_id: str) -> Reward:
        """A reward of the catalogue; LoyaltyError `reward-unknown`."""
        for reward in self.rewards:
            if reward.id == reward_id:
                return reward
        raise LoyaltyError("reward-unknown", reward=reward_id[:40])
