"""The earning rules of a program (program.md 1): base rates, multipliers, bonuses, caps, vesting.

Values only; the pipeline that applies them is `accrual`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from loyalty.basket import Line
from loyalty.rules.bounds import (
    AtMost,
    Days,
    Factor,
    Id,
    Money,
    Name,
    Number,
    Points,
    Rate,
    SomeMoney,
)
from loyalty.rules.limits import Limit
from loyalty.rules.which import Named, When, Which

Limits = Annotated[tuple[Limit, ...], AtMost(10)]
Tiers = Annotated[frozenset[Id], AtMost(50)]


@dataclass(frozen=True, slots=True)
class Exclusions:
    """Lines that never earn, by product, category, brand or flag."""

    skus: Named = frozenset()
    categories: Named = frozenset()
    brands: Named = frozenset()
    flags: Named = frozenset({"gift-card", "deposit", "delivery"})

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

    The rates add up. Below `minimum_spend_minor` of eligible amount a basket earns nothing, not
    even a bonus; nor does a basket that points, rewards or vouchers paid wholly.
    """

    points: Rate = 1
    step_minor: SomeMoney = 100
    per_visit: Rate = 0
    per_item: Rate = 0
    minimum_spend_minor: Money = 0


class Combine(StrEnum):
    """How multipliers of different groups combine: ×2 and ×3 make ×4, ×6 or ×3.

    Factors below one come first and take a line to nothing at most: with ADD, ×0 and ×3 make ×2.
    """

    ADD = "add"
    MULTIPLY = "multiply"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Multiplier:
    """`factor` times the base points of the lines it means; inside a `group` the best wins.

    Best is the highest factor, line by line; of equal ones the first in the program. Names nothing
    in `which`: the whole basket, visit points included. The group `tier` is that of the tier's own
    factor, `campaign` that of campaigns. `tiers`: only for members in one of them.
    `cooldown_days`: not again before so many days after its last use. One that may not be used now,
    or whose `limits` leave nothing, does not keep the next best from winning.
    """

    id: Id
    name: Name
    factor: Factor
    group: Id = "products"
    which: Which = Which()
    when: When = When()
    tiers: Tiers = frozenset()
    limits: Limits = ()
    cooldown_days: Days = 0


class BonusKind(StrEnum):
    """What a bonus is for. Which fields each one reads stands in `bonuses`."""

    SPEND = "spend"
    FIRST = "first"
    NTH = "nth"
    AGAIN = "again"
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    PRODUCT = "product"
    SET = "set"
    TIER_WELCOME = "tier-welcome"


@dataclass(frozen=True, slots=True)
class Bonus:
    """`points` on top of a sale, for a reason of `kind`. Never multiplied.

    `spend_minor`: eligible amount (of the lines in `which`) the sale must reach; for every kind.
    Something of `which` must earn, too. FIRST: no other purchase is left. `nth`: NTH: the purchase
    it is for, counting this one and not those taken back; `every`: and each multiple of it.
    `within_days`: AGAIN: days since the purchase before this one, at most; never on the same day.
    `days_before`, `days_after`: the window around BIRTHDAY and ANNIVERSARY of joining, the first a
    year later; 29 February is the 28th in other years.
    `units`: PRODUCT: so many units of `which` bought; `per_unit`: for each so many units.
    `parts`: SET: a unit of each of these in the basket, none used twice; given once a basket.
    `tier`: TIER_WELCOME: the tier this sale takes the member into; empty: any.
    BIRTHDAY and ANNIVERSARY are given once a year of the member's own, FIRST once while it lasts,
    TIER_WELCOME once per tier ever, whatever the limits say besides. PRODUCT and SET belong to
    their lines and are taken back with them, the others to the sale as a whole.
    """

    id: Id
    name: Name
    kind: BonusKind
    points: Points
    spend_minor: Money = 0
    nth: Number = 0
    every: bool = False
    within_days: Days = 0
    days_before: Days = 0
    days_after: Days = 0
    units: Number = 1
    per_unit: bool = False
    parts: Annotated[tuple[Which, ...], AtMost(20)] = ()
    tier: Annotated[str, AtMost(40)] = ""
    which: Which = Which()
    when: When = When()
    tiers: Tiers = frozenset()
    limits: Limits = ()
    cooldown_days: Days = 0


@dataclass(frozen=True, slots=True)
class VestingRule:
    """Points are pending for `days` after the sale (the return window), then vest by themselves."""

    days: Days = 0
