"""The in-page sheets of the counter, one value each; at most one open, and none blocks a scan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pos.devices.reading_text import Snapshot
from pos.devices.scanner_setup import Learned
from ui.counter.here import HereView
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
class Approval:
    """A second person is asked to approve in place: `right` is what they must be allowed.

    They scan a badge, or choose themselves by number and type a PIN. `wait_s` > 0: too many wrong
    ones.
    """

    right: str
    operators: tuple[OperatorRow, ...]
    chosen: int = 0
    pin_length: int = 0
    wait_s: int = 0
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in. `choices`: the values it can have; none: it is typed.

    `code`: digits and signs only, so no input method composes them. `hint`: an example, as a code
    of `ui.wording.said_of_acts`, or a pattern of letters that stands for itself. `mark`: how far
    what it holds can be trusted, a code of `ui.wording.said_of_photographs`, or nothing.
    """

    name: str
    value: str = ""
    choices: tuple[str, ...] = ()
    code: bool = False
    hint: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Something to choose by its number. `id`: what it stands for. `text`: from outside; empty:
    the words of `id`. `detail` is said below it; `points` or `amount_minor` stand at its right.
    """

    number: int
    id: str
    text: str = ""
    detail: tuple[Notice, ...] = ()
    points: int | None = None
    amount_minor: int | None = None
    open: bool = True


@dataclass(frozen=True, slots=True)
class ActSheet:
    """An act that is prepared, shown and booked: facts, fields, and rows to choose from.

    `kind` names its words; `who` is whom it is about; `subject` and `other` are what it stands for
    (a member's id, a card, a sale's number). `act` is the id it will be booked under, so that a
    second Enter is the same act. `touched`: something was typed that must not get lost. `behind`:
    the sheet that Escape goes back to.
    """

    kind: str
    who: str = ""
    subject: str = ""
    other: str = ""
    act: UUID | None = None
    facts: tuple[Notice, ...] = ()
    fields: tuple[Field, ...] = ()
    rows: tuple[Row, ...] = ()
    ready: bool = True
    touched: bool = False
    approval: Approval | None = None
    notice: Notice | None = None
    behind: ActSheet | ReturnSheet | None = None

    def value(self, name: str) -> str:
        """What a field holds."""
        return next((field.value for field in self.fields if field.name == name), "")


@dataclass(frozen=True, slots=True)
class PhotographSheet(ActSheet):
    """A receipt without a code: its picture beside the form. `subject`: the merchant's key.

    `seconds` since its reading began; None: nothing is being read.
    """

    picture: Snapshot | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member found; phone and card are masked. `here`: None without a head office."""

    number: int
    name: str
    phone: str
    card: str
    points: int
    here: HereView | None = None


@dataclass(frozen=True, slots=True)
class FindSheet:
    """Members by name, phone tail or card; `rows` at most nine."""

    text: str = ""
    rows: tuple[MemberRow, ...] = ()
    more: bool = False
    searched: bool = False


@dataclass(frozen=True, slots=True)
class EnrolSheet:
    """A new member, or an owner for a card without one. `card` is masked, or empty.

    `fields`: what else they may tell. `similar`: members it may be already; after they were shown
    (`asked`), Enter enrols all the same.
    """

    card: str = ""
    phone: str = ""
    name: str = ""
    notice: Notice | None = None
    similar: tuple[MemberRow, ...] = ()
    fields: tuple[Field, ...] = ()
    asked: bool = False

    def value(self, name: str) -> str:
        """What a field holds."""
        return next((field.value for field in self.fields if field.name == name), "")


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
    up, `kept_minor` is taken from the refund for the others. `stamps` come off the stamp cards;
    of the vouchers that the sale handed out, `vouchers` become worthless, and `vouchers_used` were
    used already. `touched`: lines were chosen by hand, and are no longer all of them.
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
    stamps: int = 0
    vouchers: int = 0
    vouchers_used: int = 0
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
    linked: bool = False
    training: bool = False
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class ScannerSheet:
    """The keyboard scanner is being taught: what the set-up code told, and the code tried last."""

    found: Learned | None = None
    read: str = ""
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
    | ActSheet
    | ReturnSheet
    | WhySheet
    | ShiftSheet
    | SettingsSheet
    | ScannerSheet
    | CameraSheet
    | SlipSheet
)
