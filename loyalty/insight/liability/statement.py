"""The accountant's page at a date: points that moved, what the open ones are worth, and how sure.

From counted numbers in and to whole minor units out, each of them recomputable from the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from loyalty.insight.liability.deferral import nearest

STEP = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Movements:
    """Points of a period. All but `manual` are at least 0; `manual` goes both ways."""

    opening: int
    earned: int
    spent: int
    expired: int
    reversed: int
    manual: int = 0

    @property
    def closing(self) -> int:
        """What must be open at the end."""
        gone = self.spent + self.expired + self.reversed
        return self.opening + self.earned - gone + self.manual


@dataclass(frozen=True, slots=True)
class Values:
    """A point in minor units: as revenue (what it takes off a price) and as cost to honour."""

    revenue: Fraction
    cost: Fraction


@dataclass(frozen=True, slots=True)
class Cohort:
    """Points issued in one month and what of their sales' revenue was deferred for them."""

    issued: int
    spent: int
    deferred_minor: int


@dataclass(frozen=True, slots=True)
class Liability:
    """At one redemption rate. Minor units; `deferred_minor` is what revenue still waits.

    `revenue_minor` and `cost_minor` value the points expected to be spent, at either value.
    """

    rate: Decimal
    points: int
    revenue_minor: int
    cost_minor: int
    deferred_minor: int


@dataclass(frozen=True, slots=True)
class Statement:
    """The page. `difference` is members' balances less the ledger's: anything but 0 is an error.

    `sensitivity` is the same at a rate five points lower and five points higher. `ageing` are
    open points by expiry month ("" for those that never expire).
    """

    movements: Movements
    difference: int
    liability: Liability
    sensitivity: tuple[Liability, Liability]
    ageing: Mapping[str, int]

    @property
    def reconciled(self) -> bool:
        """Whether movements, members and ledger agree."""
        return self.difference == 0 and sum(self.ageing.values()) == self.movements.closing


def statement(
    movements: Movements,
    balances: Sequence[int],
    ledger: int,
    cohorts: Sequence[Cohort],
    rate: Decimal,
    values: Values,
    ageing: Mapping[str, int],
) -> Statement:
    """Of one date; `balances` of members, `ledger` the account's own sum, in points."""
    lower, higher = max(Decimal(0), rate - STEP), min(Decimal(1), rate + STEP)
    return Statement(
        movements,
        sum(balances) - ledger,
        liability(cohorts, rate, values),
        (liability(cohorts, lower, values), liability(cohorts, higher, values)),
        ageing,
    )


def liability(cohorts: Sequence[Cohort], rate: Decimal, values: Values) -> Liability:
    """Each month's expected points are `rate` of those issued, and at least those spent.

    Raises ValueError for a rate outside 0..1 or more spent than issued.
    """
    if not 0 <= rate <= 1 or any(one.spent > one.issued for one in cohorts):
        raise ValueError(f"rate {rate}")
    share, points, waiting = Fraction(rate), Fraction(0), 0
    for one in cohorts:
        expected = max(one.issued * share, Fraction(one.spent))
        points += expected - one.spent
        if expected:
            waiting += nearest(one.deferred_minor * (1 - one.spent / expected))
    return Liability(
        rate,
        nearest(points),
        nearest(points * values.revenue),
        nearest(points * values.cost),
        waiting,
    )
