"""A sale: a confirmed basket, as the ledger keeps it.

Each line of a sale keeps the points it earned and the points and money that paid it, so that a
returned unit takes back exactly what it was given, whatever the rules have become since.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from loyalty.account import Lot
from loyalty.basket import Line
from loyalty.explanation import Explanation


@dataclass(frozen=True, slots=True)
class SaleLine:
    """A line as it was sold: `earned` points, and the points and minor units that paid it."""

    line: Line
    earned: int
    paid_points: int
    paid_minor: int


@dataclass(frozen=True, slots=True)
class Used:
    """One redemption in a sale. `reward` is empty for points used as money."""

    reward: str
    name: str
    points: int
    value_minor: int


@dataclass(frozen=True, slots=True)
class Sale:
    """A confirmed basket: the facts of its entry.

    `drawn`: what was taken from which lots, in the order it was taken. `earned_until`: last day of
    the points it earned. `number` is a till's own receipt number where one was scanned, or empty.
    """

    id: UUID
    member: UUID | None
    program: int
    currency: str
    lines: tuple[SaleLine, ...]
    used: tuple[Used, ...]
    drawn: tuple[Lot, ...]
    explanation: Explanation
    operator: str
    shift: UUID | None
    earned_until: date | None = None
    number: str = ""

    @property
    def total_minor(self) -> int:
        """What the goods cost before points were used."""
        return sum(sold.line.amount_minor for sold in self.lines)

    @property
    def paid_minor(self) -> int:
        """Money that points and rewards paid."""
        return sum(sold.paid_minor for sold in self.lines)

    @property
    def due_minor(self) -> int:
        """What is left to pay in money."""
        return self.total_minor - self.paid_minor

    @property
    def earned(self) -> int:
        """Points earned, over all lines."""
        return sum(sold.earned for sold in self.lines)

    @property
    def redeemed(self) -> int:
        """Points used, over all redemptions."""
        return sum(used.points for used in self.used)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who, when and where a sale is confirmed. `on` is the shop's business day."""

    sale: UUID
    at_ms: int
    on: date
    operator: str = ""
    shift: UUID | None = None
    number: str = ""
