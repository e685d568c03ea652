"""Everything that is on the counter screen, as one frozen value.

Values are raw (integers, dates, codes); the screen words them, so that a change of language is
nothing but drawing the same state again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from ui.counter.here import HereView
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import Sheet


class Phase(StrEnum):
    """Where the counter session stands."""

    SIGNED_OUT = "signed-out"
    IDLE = "idle"
    MEMBER = "member"
    RINGING = "ringing"
    DONE = "done"


OFFICE_NONE = Notice(Mood.QUIET, "office-none")
PRINTER_NONE = Notice(Mood.QUIET, "printer-none")
SCANNER_KEYBOARD = Notice(Mood.OK, "scanner-keyboard")
CAMERA_OFF = Notice(Mood.QUIET, "camera-off")


@dataclass(frozen=True, slots=True)
class Strip:
    """The status strip: who, since when, and every device in a word."""

    operator: str = ""
    shift_opened: datetime | None = None
    office: Notice = OFFICE_NONE
    printer: Notice = PRINTER_NONE
    scanner: Notice = SCANNER_KEYBOARD
    camera: Notice = CAMERA_OFF
    unsent: Notice | None = None  # what head office has not
    aside: Notice | None = None  # what it did not count
    store: Notice | None = None  # only when a person must act: second window, old backup


@dataclass(frozen=True, slots=True)
class Today:
    """Today's line at idle."""

    sales: int = 0
    with_card: int = 0
    earned: int = 0
    redeemed: int = 0


ASKED_FOR = frozenset({"points-elsewhere", "voucher-elsewhere"})
"""Reasons that end once what other shops have was brought."""


class Reach(StrEnum):
    """Whether something on offer can be had now."""

    READY = "ready"
    CHOSEN = "chosen"
    WAITING = "waiting"  # chosen, and applied as soon as the basket allows it
    NEAR = "near"  # only points or stamps are missing
    ELSEWHERE = "elsewhere"  # other shops have what it takes, and can be asked for it
    REFUSED = "refused"


class OfferKind(StrEnum):
    """What an offer gives, as for `loyalty.rules.rewards`; a full stamp card gives one unit."""

    STAMPS = "stamps"
    MONEY_OFF = "money-off"
    PERCENT_OFF = "percent-off"
    PRODUCT = "product"
    GIFT = "gift"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class OfferView:
    """A voucher, a stamp card or a reward under its number (1 to 9); `why`: what is in the way.

    `points` is its price, 0 where it costs none; `value_minor` what it is worth on this basket.
    `missing` points, or of a card stamps: `have` of `needed` are on it. `voucher`: it is one, and
    ends after `until`.
    """

    number: int
    kind: OfferKind
    name: str
    points: int
    value_minor: int
    reach: Reach
    missing: int = 0
    have: int = 0
    needed: int = 0
    voucher: bool = False
    until: date | None = None
    why: Notice | None = None


@dataclass(frozen=True, slots=True)
class TenderView:
    """Points as money on this basket: how many would be used and what they pay."""

    points: int
    value_minor: int
    chosen: bool = False
    suggested: bool = False
    why: Notice | None = None


@dataclass(frozen=True, slots=True)
class TierView:
    """A member's tier and the way to the next. `name` is empty below the first level.

    `missing` of `measure` (points, spend in minor units, visits) to `next_name`, by the day `by`
    where the window ends on one. `kept_until`: the tier's last day if nothing more is bought,
    where it is near, and `falls_to` the one after it.
    """

    name: str = ""
    next_name: str = ""
    missing: int = 0
    measure: str = "points"
    by: date | None = None
    kept_until: date | None = None
    falls_to: str = ""


class Birthday(StrEnum):
    """How near a member's birthday is."""

    TODAY = "today"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class MemberView:
    """The member at the counter. `name` is empty for a card without an owner's name yet.

    `usable` points can be redeemed now; `owed` are to be earned back first, `held` are promised to
    another open basket, `pending` will be usable from `pending_from` on (the next ones, if they
    come in parts). `shared`: the account is a household's. `here`: None without a head office.
    `cases`: complaints of theirs that are not settled.
    """

    name: str
    card: str  # masked
    phone: str  # masked
    points: int
    usable: int
    owed: int = 0
    joined_on: date | None = None
    expiring_points: int = 0
    expiring_on: date | None = None
    blocked: bool = False
    held: int = 0
    pending: int = 0
    pending_from: date | None = None
    tier: TierView | None = None
    birthday: Birthday | None = None
    birthday_on: date | None = None
    shared: bool = False
    vouchers: int = 0
    here: HereView | None = None
    cases: int = 0


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the basket as it is rung up; `paid_minor` is what points pay of it."""

    number: int
    text: str
    units: int
    amount_minor: int
    paid_minor: int = 0
    is_reward: bool = False


@dataclass(frozen=True, slots=True)
class Ticket:
    """The basket, and what would happen at Enter.

    `credit_minor` is what goods that come back in exchange are worth; `due_minor` is below zero
    where money is handed out. `rules`: multipliers and bonuses behind the points to come.
    """

    lines: tuple[LineView, ...] = ()
    total_minor: int = 0
    paid_minor: int = 0
    due_minor: int = 0
    earns: int = 0
    uses: int = 0
    credit_minor: int = 0
    exchange: bool = False
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActView:
    """The last act, which F8 takes back until `undo_until`. `kind`: sale, return, enrolment."""

    kind: str
    number: str
    at: datetime
    amount_minor: int
    earned: int
    redeemed: int
    member: str
    undo_until: datetime | None


@dataclass(frozen=True, slots=True)
class StampsView:
    """A stamp card after a sale."""

    name: str
    have: int
    needed: int


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """A receipt somebody brought: whose, how much, of what day and, where it says so, what time."""

    shop: str
    total_minor: int
    currency: str
    on: date
    at: datetime | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What just happened. `kind`: sale, return, exchange, sale-undone, return-undone, enrolment…

    What was earned is pending until `vests_on` where that is set. `vouchers` were handed out,
    `tier` was reached by this sale, `next_*` is nearest in reach (stamps or points are missing).
    `account`: whose points it moved; `here`: what they have by now, where there is a head office.
    """

    kind: str
    number: str = ""
    earned: int = 0
    redeemed: int = 0
    taken_back: int = 0
    given_back: int = 0
    balance: int | None = None  # None: no member
    account: UUID | None = None
    here: HereView | None = None
    amount_minor: int = 0  # due, or for a return the refund
    next_reward: str = ""
    next_missing: int = 0
    next_stamps: bool = False
    vests_on: date | None = None
    vouchers: tuple[str, ...] = ()
    stamps: tuple[StampsView, ...] = ()
    tier: str = ""
    slip: Notice | None = None  # printed, printing failed, printing is off
    receipts: tuple[ReceiptView, ...] = ()  # that were credited


@dataclass(frozen=True, slots=True)
class CounterState:
    """The whole counter screen.

    `entry` is what was typed and not yet taken. `suggestion` is the number of the offer worth
    making unasked, 0 for none; `more_offers` are on other pages. `waiting` requests
    may be decided by whoever is signed in. `receipts` were brought and are not credited yet;
    `captures` are sales of another till that wait for a card.
    `busy`: an answer from the ledger is awaited.
    """

    phase: Phase = Phase.SIGNED_OUT
    shop: str = ""
    currency: str = "EUR"
    strip: Strip = Strip()
    today: Today = Today()
    entry: str = ""
    member: MemberView | None = None
    ticket: Ticket = Ticket()
    offers: tuple[OfferView, ...] = ()
    more_offers: int = 0
    tender: TenderView | None = None
    suggestion: int = 0
    last_act: ActView | None = None
    done: Done | None = None
    banner: Notice | None = None
    sheet: Sheet | None = None
    waiting: int = 0
    receipts: tuple[ReceiptView, ...] = ()
    captures: tuple[ReceiptView, ...] = ()
    busy: bool = False
