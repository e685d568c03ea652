"""A sale: a confirmed basket, as the ledger keeps it.

Each line of a sale keeps the points it earned and the points and money that paid it, so that a
returned unit takes back exactly what it was given, whatever the rules have become since.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from loyalty.accrual.explanation import Explanation
from loyalty.basket import Line
from loyalty.ledger.account import Lot
from loyalty.ledger.count import ACTS, EARNED, SPEND, VISITS, Count
from loyalty.ledger.entry import EntryKey, LotRef


@dataclass(frozen=True, slots=True)
class SaleLine:
    """A line as it was sold: `earned` points, and the points and minor units that paid it."""

    line: Line
    earned: int
    paid_points: int
    paid_minor: int


@dataclass(frozen=True, slots=True)
class Used:
    """One redemption in a sale: a `reward`, a `voucher` by its code, a card of `stamps`, or, with
    none of them named, points used as money.
    """

    reward: str
    name: str
    points: int
    value_minor: int
    voucher: str = ""
    stamps: str = ""

    @property
    def as_money(self) -> bool:
        """Whether it is points used as money, and nothing else."""
        return not (self.reward or self.voucher or self.stamps)


@dataclass(frozen=True, slots=True)
class Sale:
    """A confirmed basket: the facts of its entry.

    `drawn`: what was taken from which lots, in the order it was taken. `number` is a till's own
    receipt number where one was scanned, or empty. `counts`: what it added to counts, besides
    `daily`. The points it earned are pending until `vests_on` (None: not at all), can be used to
    `earned_until`, or slide (`earned_slides` months after the last activity). `minute` of the day
    in the shop's zone; `person`: who of a household bought, where that is not `member`, whose
    account it moved. `given`: codes of vouchers it handed out.
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
    earned_slides: int = 0
    vests_on: date | None = None
    counts: tuple[Count, ...] = ()
    minute: int = 0
    person: UUID | None = None
    given: tuple[str, ...] = ()

    @property
    def units(self) -> tuple[int, ...]:
        """Units of each line."""
        return tuple(sold.line.units for sold in self.lines)

    def lot(self, key: EntryKey, at_ms: int) -> LotRef:
        """The lot it opens, once its entry has a key."""
        return LotRef(key, at_ms, self.earned_until, self.earned_slides, self.vests_on)

    def daily(self, on: date) -> tuple[Count, ...]:
        """What every sale counts on its day: a visit, the eligible amount, the points."""
        if self.member is None:
            return ()
        spent = self.explanation.eligible
        points = tuple(sold.earned for sold in self.lines)
        return (
            Count(VISITS, 1, on),
            Count(ACTS, 1, on),
            Count(SPEND, sum(spent), on, shares=spent),
            Count(EARNED, sum(points), on, shares=points),
        )

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
    """Who, when and where a sale is confirmed. `on`: business day; `minute` of it, shop's zone."""

    sale: UUID
    at_ms: int
    on: date
    operator: str = ""
    shift: UUID | None = None
    number: str = ""
    minute: int = 0
