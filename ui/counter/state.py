"""Everything that is on the counter screen, as one frozen value.

Values are raw (integers, dates, codes); the screen words them, so that a change of language is
nothing but drawing the same state again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

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
    store: Notice | None = None  # only when a person must act: second window, old backup


@dataclass(frozen=True, slots=True)
class Today:
    """Today's line at idle."""

    sales: int = 0
    with_card: int = 0
    earned: int = 0
    redeemed: int = 0


class Reach(StrEnum):
    """Whether a reward can be had now."""

    READY = "ready"
    CHOSEN = "chosen"
    NEAR = "near"  # only points are missing
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RewardView:
    """A reward under its number (1 to 9); `why` says what stands in the way."""

    number: int
    name: str
    points: int
    value_minor: int
    gift: bool
    reach: Reach
    missing: int = 0
    why: Notice | None = None


@dataclass(frozen=True, slots=True)
class TenderView:
    """Points as money on this basket: how many would be used and what they pay."""

    points: int
    value_minor: int
    chosen: bool = False
    why: Notice | None = None


@dataclass(frozen=True, slots=True)
class MemberView:
    """The member at the counter. `name` is empty for a card without an owner's name yet.

    `usable` points can be redeemed now; `owed` are to be earned back first.
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
    """The basket, and what would happen at Enter."""

    lines: tuple[LineView, ...] = ()
    total_minor: int = 0
    paid_minor: int = 0
    due_minor: int = 0
    earns: int = 0
    uses: int = 0


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
class Done:
    """What just happened. `kind`: sale, return, sale-undone, return-undone, enrolment…"""

    kind: str
    number: str = ""
    earned: int = 0
    redeemed: int = 0
    taken_back: int = 0
    given_back: int = 0
    balance: int | None = None  # None: no member
    amount_minor: int = 0  # due, or for a return the refund
    next_reward: str = ""
    next_missing: int = 0
    slip: Notice | None = None  # printed, printing failed, printing is off


@dataclass(frozen=True, slots=True)
class CounterState:
    """The whole counter screen.

    `entry` is what was typed and not yet taken. `suggestion` is the number of the reward worth
    offering unasked, 0 for none. `busy`: an answer from the ledger is awaited.
    """

    phase: Phase = Phase.SIGNED_OUT
    shop: str = ""
    currency: str = "EUR"
    strip: Strip = Strip()
    today: Today = Today()
    entry: str = ""
    member: MemberView | None = None
    ticket: Ticket = Ticket()
    rewards: tuple[RewardView, ...] = ()
    tender: TenderView | None = None
    suggestion: int = 0
    last_act: ActView | None = None
    done: Done | None = None
    banner: Notice | None = None
    sheet: Sheet | None = None
    busy: bool = False
