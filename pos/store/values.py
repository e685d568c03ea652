"""What the store hands out beside the rules' own values: small, frozen, free of any row."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from loyalty.ledger.entry import EntryKey

Fact = str | int | bool | None


@dataclass(frozen=True, slots=True)
class SaleFacts:
    """A sale in a list. `returned`: units of it came back and stayed back."""

    key: EntryKey
    at_ms: int
    business_date: date
    member: UUID | None
    total_minor: int
    paid_minor: int
    earned: int
    redeemed: int
    currency: str
    shift: UUID | None
    operator: str
    number: str
    returned: bool

    @property
    def due_minor(self) -> int:
        """What was paid in money."""
        return self.total_minor - self.paid_minor


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who may sign in. `role` is a word of the staff rules (`cashier`, `manager`)."""

    id: str
    name: str
    role: str
    badge: str = ""  # the code of their card, or empty
    language: str = ""  # of their screen; empty means the shop's
    active: bool = True


@dataclass(frozen=True, slots=True)
class PinState:
    """An operator's PIN as a hash, and the failures since it was last right."""

    hash: str = field(repr=False, default="")
    failures: int = 0
    last_failure_ms: int = 0


class ShiftState(StrEnum):
    """Whether a shift still takes sales."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Shift:
    """A turn at one terminal; `closed_ms` is None while it is open."""

    id: UUID
    terminal: int
    operator: str
    opened_ms: int
    closed_ms: int | None = None

    @property
    def state(self) -> ShiftState:
        """Open until it was closed."""
        return ShiftState.OPEN if self.closed_ms is None else ShiftState.CLOSED


@dataclass(frozen=True, slots=True)
class Totals:
    """A shift or a day in figures, summed from the facts; undone returns are left out.

    Money in minor units: `total_minor` of goods, `due_minor` paid in money, `refund_minor` handed
    out. Points: `earned`, `redeemed`, `clawed` (debts included), `restored`, `expired`.
    `returns` counts refunds, those without a sale too; `voids` counts sales taken back at once.
    `expired` is of days only.
    """

    sales: int = 0
    with_card: int = 0
    total_minor: int = 0
    due_minor: int = 0
    earned: int = 0
    redeemed: int = 0
    returns: int = 0
    voids: int = 0
    refund_minor: int = 0
    void_minor: int = 0
    clawed: int = 0
    restored: int = 0
    expired: int = 0
    enrolments: int = 0


@dataclass(frozen=True, slots=True)
class Health:
    """Something start-up found: a code for the status strip, and the facts of its sentence."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the books that cannot be: where, what (a code), and the facts."""

    entry: EntryKey | None
    what: str
    facts: tuple[tuple[str, Fact], ...] = ()

    def __str__(self) -> str:
        """Terminal-epoch-seq, code and facts on one line."""
        key = self.entry
        where = f"{key.terminal}-{key.epoch}-{key.seq}" if key else "ledger"
        said = " ".join(f"{name}={value!r}" for name, value in self.facts)
        return f"{where} {self.what} {said}".rstrip()
