"""What paper is told: plain frozen facts (strings, integers, dates), no loyalty value, no row.

The counter fills these from a booked entry; `slip` and `closing` turn them into documents. Money is
in minor units of ``currency`` (ISO 4217), points are whole, times are aware.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from receipts.writing.errors import PaperError


class SlipKind(Enum):
    """What happened."""

    SALE = "sale"
    RETURN = "return"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """The head of every paper; ``tax_no`` may be empty."""

    name: str
    address: tuple[str, ...] = ()
    tax_no: str = ""


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A sold line: ``amount_minor`` is for all ``units``; ``is_reward`` was paid in points."""

    text: str
    units: int
    amount_minor: int
    is_reward: bool = False


@dataclass(frozen=True, slots=True)
class WhyStep:
    """One step of an explanation: a code of `explain` and its facts.

    Facts are named by their unit: ``…_minor`` is money, ``…points`` points, a date is a date,
    ``line`` the number of a line from 1; the rest is printed as it stands.
    """

    code: str
    facts: tuple[tuple[str, str | int | date], ...] = ()

    @classmethod
    def of(cls, code: str, facts: Mapping[str, str | int | date]) -> WhyStep:
        """The same from a mapping."""
        return cls(code, tuple(facts.items()))


@dataclass(frozen=True, slots=True)
class RewardFacts:
    """A redeemed reward and the points it took (positive)."""

    name: str
    points: int


@dataclass(frozen=True, slots=True)
class NextRewardFacts:
    """The nearest reward out of reach and how many points are missing."""

    name: str
    points_missing: int


@dataclass(frozen=True, slots=True)
class DatedPoints:
    """Points that expire or become usable on a day; ``on`` is None for a vesting without a day."""

    points: int
    on: date | None


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What the slip says to a member.

    All points are positive counts: ``earned`` and ``redeemed`` are for a sale, ``taken_back``
    (earned by what was returned) and ``given_back`` (redeemed for it) for a return or a void.
    """

    name: str
    card_masked: str
    balance_before: int
    balance_after: int
    earned: int = 0
    taken_back: int = 0
    given_back: int = 0
    why: tuple[WhyStep, ...] = ()
    redeemed: tuple[RewardFacts, ...] = ()
    next_reward: NextRewardFacts | None = None
    expiring: tuple[DatedPoints, ...] = ()
    pending: tuple[DatedPoints, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """One sale, return or void. ``code`` is the sale code's digits, empty where there is none.

    ``total_minor`` and ``due_minor`` are positive for a return too (the refund). ``original_no`` is
    the receipt a return or void belongs to. ``copy`` marks a reprint, ``training`` a rehearsal.
    """

    kind: SlipKind
    shop: ShopFacts
    operator: str
    terminal: str
    receipt_no: str
    at: datetime
    currency: str
    lines: tuple[LineFacts, ...]
    total_minor: int
    due_minor: int
    paid_by_points_minor: int = 0
    points_spent: int = 0
    member: MemberFacts | None = None
    code: str = ""
    original_no: str = ""
    copy: bool = False
    training: bool = False

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise PaperError("time-without-zone", receipt_no=self.receipt_no)


@dataclass(frozen=True, slots=True)
class TenderFacts:
    """What one means of payment brought in; ``name`` is worded by the caller or a tender code."""

    name: str
    count: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """A closed shift. ``chain_head`` is the full hash; its last 8 characters are printed."""

    shop: ShopFacts
    operator: str
    terminal: str
    shift_no: str
    opened_at: datetime
    closed_at: datetime
    currency: str
    sales: int
    sales_total_minor: int
    sales_with_card: int
    points_earned: int
    points_redeemed: int
    points_returned: int
    points_expired: int
    returns: int
    returns_total_minor: int
    voids: int
    enrolments: int
    tenders: tuple[TenderFacts, ...]
    chain_head: str
    unsent: int
    copy: bool = False
    training: bool = False

    def __post_init__(self) -> None:
        if self.opened_at.tzinfo is None or self.closed_at.tzinfo is None:
            raise PaperError("time-without-zone", shift_no=self.shift_no)
