"""What paper is told: plain frozen facts (strings, integers, dates), no loyalty value, no row.

The counter fills these from a booked entry; `slip`, `voucher` and `note` turn them into documents.
Money is in minor units of ``currency`` (ISO 4217), points are whole, times are aware.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from receipts.writing.errors import PaperError


class SlipKind(Enum):
    """What happened. UNLINKED: goods without their sale; EXCHANGE: some back, others out."""

    SALE = "sale"
    RETURN = "return"
    VOID = "void"
    UNLINKED = "unlinked"
    EXCHANGE = "exchange"


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


class Means(Enum):
    """What paid besides money and points. EITHER: of a return, where nobody can say which."""

    VOUCHER = "used.voucher"
    STAMPS = "used.stamps"
    EITHER = "not-in-money"


@dataclass(frozen=True, slots=True)
class DeductionFacts:
    """A voucher or a full stamp card that paid; ``amount_minor`` is 0 for a gift."""

    means: Means
    name: str
    amount_minor: int = 0


@dataclass(frozen=True, slots=True)
class NextRewardFacts:
    """The nearest reward out of reach and how many points are missing."""

    name: str
    points_missing: int


@dataclass(frozen=True, slots=True)
class TierFacts:
    """A member's tier, empty for none yet, and how much of ``measure`` the next one lacks.

    ``measure``: ``points``, ``spend`` (minor units) or ``visits``; ``next_name`` is empty at the
    top.
    """

    name: str
    next_name: str = ""
    missing: int = 0
    measure: str = "points"


@dataclass(frozen=True, slots=True)
class StampFacts:
    """A stamp card: ``stamps`` on it of those ``needed``, and full cards that wait to be used."""

    name: str
    stamps: int
    needed: int
    full: int = 0


@dataclass(frozen=True, slots=True)
class MovedFacts:
    """A number that a return took back (below zero) or gave back, such as stamps on a card."""

    name: str
    number: int


class VoucherWorth(Enum):
    """What a voucher pays."""

    MONEY = "money"
    PERCENT = "percent"
    FREE = "free"
    GIFT = "gift"


@dataclass(frozen=True, slots=True)
class VoucherFacts:
    """A voucher on paper; ``code`` is its digits, both days are included.

    ``value_minor`` is what MONEY pays and the most the others do (0: no most). What is no number,
    such as the goods it is for, its name has to say. ``holder``: whom a personal one is for.
    """

    name: str
    code: str
    worth: VoucherWorth
    first_day: date
    last_day: date
    value_minor: int = 0
    percent: int = 0
    minimum_minor: int = 0
    given_on: date | None = None
    personal: bool = False
    holder: str = ""


@dataclass(frozen=True, slots=True)
class VoucherPaper:
    """A voucher on a paper of its own; ``copy`` marks a reprint."""

    shop: ShopFacts
    currency: str
    voucher: VoucherFacts
    copy: bool = False
    training: bool = False


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """A voucher as a slip refers to it: by name and code."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class DatedPoints:
    """Points that expire or become usable on a day; ``on`` is None for a vesting without a day."""

    points: int
    on: date | None


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What the slip says to a member.

    All points are positive counts: ``earned`` and ``redeemed`` are for a sale, ``taken_back``
    (earned by what was returned) and ``given_back`` (redeemed for it) for a return or a void. Of
    those taken back, ``owed`` wait for the next points and ``bought`` were paid for in money;
    ``waived`` were spent and are not asked for. ``vests_on``: when what was earned can be used.
    ``here``: the balance is what can be used in this shop; ``total`` is what there is in all, as it
    was known at ``total_at`` (None: it is not known).
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
    vests_on: date | None = None
    owed: int = 0
    bought: int = 0
    waived: int = 0
    here: bool = False
    total: int = 0
    total_at: datetime | None = None
    tier: TierFacts | None = None
    stamps: tuple[StampFacts, ...] = ()
    moved: tuple[MovedFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class BackFacts:
    """The half of an exchange that came back; money positive. ``original_no``: its receipt."""

    lines: tuple[LineFacts, ...]
    total_minor: int
    refund_minor: int
    points_minor: int = 0
    points: int = 0
    kept_minor: int = 0
    original_no: str = ""


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """One sale, return, void or exchange. ``code``: the sale code's digits, empty for none.

    ``total_minor`` and ``due_minor`` are positive for a return too (the refund). ``original_no`` is
    the receipt a return or void belongs to. ``copy`` marks a reprint, ``training`` a rehearsal.
    ``kept_minor`` was taken from the refund for ``member.bought`` points; ``deductions`` are what
    was paid with neither money nor points. ``lapsed`` vouchers are worthless now, ``revived`` ones
    good again, ``vouchers`` are handed out. An exchange has ``came_back``; its ``due_minor`` is the
    price of the new goods alone. ``why`` and ``approved`` where a person had to say so.
    ``claim_url`` is a sale's claim code (`receipts.claim_code`), ``hand_code`` what is typed
    instead.
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
    deductions: tuple[DeductionFacts, ...] = ()
    kept_minor: int = 0
    lapsed: tuple[CodeFacts, ...] = ()
    revived: tuple[CodeFacts, ...] = ()
    vouchers: tuple[VoucherFacts, ...] = ()
    came_back: BackFacts | None = None
    why: str = ""
    approved: str = ""
    claim_url: str = ""
    hand_code: str = ""

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise PaperError("time-without-zone", receipt_no=self.receipt_no)


class NoteKind(Enum):
    """What was done for a member outside of a sale."""

    STAMPS = "stamps"
    ADJUSTMENT = "adjustment"


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """Stamps of a paper card moved in, or points given or taken by hand.

    ``name``: of the stamp card, ``serial``: of the paper one, void from now on; ``number``: stamps,
    or points with their sign. Balances are points.
    """

    kind: NoteKind
    shop: ShopFacts
    operator: str
    terminal: str
    receipt_no: str
    at: datetime
    number: int
    member: str
    card_masked: str
    balance_before: int
    balance_after: int
    name: str = ""
    serial: str = ""
    stamps: StampFacts | None = None
    why: str = ""
    approved: str = ""
    copy: bool = False
    training: bool = False

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise PaperError("time-without-zone", receipt_no=self.receipt_no)
