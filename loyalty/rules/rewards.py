"""The redeeming rules of a program (program.md 2): points as money, rewards, stamps, vouchers.

Values only; what they do to a basket is `selling`, whether they can be had is `quote`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from loyalty.rules.bounds import (
    AtMost,
    Days,
    Id,
    Money,
    Name,
    Number,
    Percent,
    Points,
    SomeMoney,
    SomePoints,
)
from loyalty.rules.earning import Tiers
from loyalty.rules.limits import Limit
from loyalty.rules.which import Which

Names = tuple[tuple[str, str], ...]
"""Language and text, for what customers read; other languages see the plain name."""


@dataclass(frozen=True, slots=True)
class TenderRule:
    """Points as money: every `step_points` pay `step_minor`.

    Limits: at least `minimum_points`; at most `most_percent` of the basket and `most_minor`.
    Over a limit the redemption is capped with the reason, not refused (program.md 2).
    """

    step_points: SomePoints = 100
    step_minor: SomeMoney = 100
    minimum_points: Points = 0
    most_percent: Percent = 100
    most_minor: Money | None = None


class RewardKind(StrEnum):
    """What a reward gives. A new kind has its effect in paying.py, its refusals in refusing.py.

    MONEY_OFF: off the lines in `which`, all of it or none. PERCENT_OFF: of what those lines still
    cost, rounded down. PRODUCT: one unit of a line in the basket that `which` means is free, the
    cheapest, up to `value_minor` where that is set. Where `which` names nothing, a percentage or a
    free unit leaves out the lines that the program excludes from earning, such as gift cards.
    GIFT and SERVICE: a line without a price is handed over; `which` only says whose spend counts.
    """

    MONEY_OFF = "money-off"
    PERCENT_OFF = "percent-off"
    PRODUCT = "product"
    GIFT = "gift"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Reward:
    """One line of the reward catalogue, at a fixed price in points.

    `value_minor` is the money off, or what a gift is worth to the shop; for PERCENT_OFF and PRODUCT
    the most it may be (0: no most). `minimum_spend_minor` is of the lines in `which`. Valid from
    `starts_on` to `ends_on`, both included. `stock`: how many there ever are; None: enough.
    `limits`: times per member; a limit in points is as many times as they buy today. `tiers`: only
    for those. `automatic`: as soon as the points are there, the night makes a voucher of it, good
    for `voucher_days`. `birthday_days`: only so many days before and after the member's birthday.
    """

    id: Id
    name: Name
    kind: RewardKind
    points: Points
    value_minor: Money
    minimum_spend_minor: Money = 0
    starts_on: date | None = None
    ends_on: date | None = None
    names: Names = ()
    percent: Percent = 0
    which: Which = Which()
    stock: Points | None = None
    limits: Annotated[tuple[Limit, ...], AtMost(10)] = ()
    tiers: Tiers = frozenset()
    automatic: bool = False
    voucher_days: Days = 90
    birthday_days: Days | None = None

    def name_in(self, language: str) -> str:
        """The reward's name in a language, or its own name where none is given."""
        return dict(self.names).get(language, self.name)


@dataclass(frozen=True, slots=True)
class StampRule:
    """Buy `needed`, get one: each unit of a line in `which` stamps once; a full card pays one unit.

    The free unit is the cheapest line of `free` in the basket (nothing named: of `which`), up to
    `most_minor` where that is above 0. What stamps, points or vouchers paid does not stamp, nor
    what the program excludes from earning; stamps of a basket fill the card for the next one.
    `spend_minor` above 0: one stamp for a visit with that eligible amount, instead of per unit.
    `most_moved`: stamps of an old paper card that may be moved in at once.
    """

    id: Id
    name: Name
    needed: SomePoints
    which: Which = Which()
    free: Which = Which()
    most_minor: Money = 0
    spend_minor: Money = 0
    most_moved: Number = 50
    names: Names = ()

    def name_in(self, language: str) -> str:
        """The stamp card's name in a language, or its own name where none is given."""
        return dict(self.names).get(language, self.name)


class VoucherKind(StrEnum):
    """What a voucher pays; as for rewards, the effect is in paying.py, the "no" in refusing.py."""

    MONEY_OFF = "money-off"
    PERCENT_OFF = "percent-off"
    PRODUCT = "product"
    GIFT = "gift"


@dataclass(frozen=True, slots=True)
class VoucherTerms:
    """What a voucher is good for, from a spend of `minimum_spend_minor` of the lines in `which`.

    MONEY_OFF: up to `value_minor`, never more than those lines still cost. PERCENT_OFF: `percent`
    of what they still cost, at most `value_minor` where that is above 0. PRODUCT: the cheapest unit
    of them, up to `value_minor` where that is above 0. GIFT: the thing `name` says.
    Valid from the day after `after_days` days (0: at once) for `valid_days`. `personal`: for the
    member it was given to, nobody else.
    """

    id: Id
    name: Name
    kind: VoucherKind
    value_minor: Money = 0
    percent: Percent = 0
    minimum_spend_minor: Money = 0
    which: Which = Which()
    after_days: Days = 0
    valid_days: Days = 90
    personal: bool = False
    names: Names = ()

    def name_in(self, language: str) -> str:
        """The voucher's name in a language, or its own name where none is given."""
        return dict(self.names).get(language, self.name)
