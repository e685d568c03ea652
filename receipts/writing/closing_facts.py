"""What the report that closes a shift is told: plain frozen facts, like those of slips."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from receipts.writing.errors import PaperError
from receipts.writing.facts import ShopFacts


@dataclass(frozen=True, slots=True)
class TenderFacts:
    """What one means of payment brought in; ``name`` is worded by the caller or a tender code."""

    name: str
    count: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class CountedFacts:
    """How often something happened, and what it was worth where that is money or points."""

    count: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """What a shift did besides selling. Amounts are minor units, of ``adjusted`` points (signed).

    ``rewards`` by name with how often; ``vested`` became usable, by the night before or in the
    shift; ``pending`` was earned and is not usable yet.
    """

    vouchers_given: CountedFacts = CountedFacts()
    vouchers_used: CountedFacts = CountedFacts()
    rewards: tuple[tuple[str, int], ...] = ()
    cards_used: CountedFacts = CountedFacts()
    without_slip: CountedFacts = CountedFacts()
    adjusted: CountedFacts = CountedFacts()
    stamps_moved: CountedFacts = CountedFacts()
    vested: int = 0
    pending: int = 0
    kept_minor: int = 0
    waived: int = 0


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
    voids_total_minor: int = 0
    program: ProgramFacts = ProgramFacts()

    def __post_init__(self) -> None:
        if self.opened_at.tzinfo is None or self.closed_at.tzinfo is None:
            raise PaperError("time-without-zone", shift_no=self.shift_no)
