"""The in-page sheets of the counter, one value each; at most one open, and none blocks a scan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ui.counter.notice import Notice


@dataclass(frozen=True, slots=True)
class OperatorRow:
    """An operator who may sign in."""

    number: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """Who, and how many digits of the PIN were typed. `wait_s` > 0: too many wrong PINs."""

    operators: tuple[OperatorRow, ...]
    chosen: int = 0
    pin_length: int = 0
    wait_s: int = 0
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member found; phone and card are masked."""

    number: int
    name: str
    phone: str
    card: str
    points: int


@dataclass(frozen=True, slots=True)
class FindSheet:
    """Members by name, phone tail or card; `rows` at most nine."""

    text: str = ""
    rows: tuple[MemberRow, ...] = ()
    more: bool = False
    searched: bool = False


@dataclass(frozen=True, slots=True)
class EnrolSheet:
    """A new member, or an owner for a card without one. `card` is masked, or empty."""

    card: str = ""
    phone: str = ""
    name: str = ""
    notice: Notice | None = None
    similar: tuple[MemberRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """A line of the sale; `units` were sold, `left` are not returned, `chosen` come back now."""

    number: int
    text: str
    units: int
    left: int
    chosen: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class ReturnSheet:
    """What comes back, and what it means in points and money before any cash is handed out.

    `missing` points were already spent: `owed` of them are to be earned back, `waived` are given
    up, `kept_minor` is taken from the refund for the others. `touched`: lines were chosen by hand,
    and are no longer all of them.
    """

    number: str
    sold_at: datetime
    member: str
    lines: tuple[ReturnLine, ...]
    refund_minor: int
    taken_back: int
    given_back: int
    owed: int = 0
    waived: int = 0
    kept_minor: int = 0
    touched: bool = False
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class WhyStep:
    """One step of the way from lines to points (`ui.wording.sentences` has the words)."""

    code: str
    facts: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class WhySheet:
    """Why a sale earns, or earned, what it does. `number` is empty for the open basket."""

    number: str
    points: int
    steps: tuple[WhyStep, ...]


@dataclass(frozen=True, slots=True)
class ShiftSheet:
    """The open shift in figures, before it is closed, or as it was closed."""

    operator: str
    opened_at: datetime
    closed_at: datetime | None
    sales: int
    with_card: int
    total_minor: int
    due_minor: int
    earned: int
    redeemed: int
    clawed: int
    restored: int
    expired: int
    returns: int
    refund_minor: int
    voids: int
    enrolments: int
    head: str = ""


@dataclass(frozen=True, slots=True)
class SettingsSheet:
    """What may be changed while running."""

    language: str
    theme: str
    scale: int
    sounds: bool
    autoprint: bool
    printer: str
    camera: bool
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class CameraSheet:
    """The live picture; the picture itself goes to the screen directly, frame by frame."""

    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """A slip as text, to read on the screen and to print again."""

    number: str
    text: str
    notice: Notice | None = None


Sheet = (
    SignInSheet
    | FindSheet
    | EnrolSheet
    | ReturnSheet
    | WhySheet
    | ShiftSheet
    | SettingsSheet
    | CameraSheet
    | SlipSheet
)
