"""What a receipt says of itself once it is read, and how far each thing it says can be believed.

Trust belongs to a check, not to a country: each answers pass, fail or not-possible, and nothing
here is ever a bare "valid". Whether a shop credits it is not decided in this room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Outcome(StrEnum):
    """How a check came out; not-possible: it needs a secret, a certificate or a network."""

    PASS = "pass"
    FAIL = "fail"
    NOT_POSSIBLE = "not-possible"


class DocumentKind(StrEnum):
    """What was printed. Only a sale may earn points."""

    SALE = "sale"
    REFUND = "refund"
    VOID = "void"
    TRAINING = "training"
    PROFORMA = "proforma"
    COPY = "copy"
    ADVANCE = "advance"
    PAYOUT = "payout"
    ZERO = "zero"
    PURCHASE = "purchase"
    PURCHASE_REFUND = "purchase-refund"


@dataclass(frozen=True, slots=True)
class Check:
    """One check by its name (snake_case, stable). A failed one refuses the receipt, unless it is
    only `advisory`: then a person is asked to look.
    """

    name: str
    outcome: Outcome
    advisory: bool = False


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """An item of a receipt: `units` pieces that cost `amount` together (major units)."""

    text: str
    amount: Decimal
    units: int = 1


@dataclass(frozen=True, slots=True)
class Claim:
    """A receipt, read.

    `scheme`: the family of the code ("pt-at"). `merchant`: the key of the shop or till inside the
    code; `receipt`: what makes it unique within its scheme, of decoded fields only. Both None where
    the code has none. `total` in major units of `currency` (ISO 4217), None where the code holds no
    total and a person has to key it. `issued_at`: ISO 8601 as far as the code states it, down to a
    month alone; with "Z" or an offset only where the code has one, else local to the shop.
    `device` and `counter`: the signing device and the number it counts up, where there are any.
    `within`: the merchant or device in whose numbers `receipt` is unique; empty where the number is
    unique in its whole scheme. `key`: what duplicates are found by; where there is no number, as
    much as there is.
    """

    scheme: str
    merchant: str | None
    receipt: str | None
    total: Decimal | None
    currency: str
    issued_at: str | None
    kind: DocumentKind
    checks: tuple[Check, ...]
    device: str | None = None
    counter: int | None = None
    lines: tuple[ReceiptLine, ...] = ()
    weak_key: str = ""
    within: str = ""

    @property
    def key(self) -> str:
        """What makes it the same receipt again, whatever form it is presented in."""
        number = self.receipt or self.weak_key
        return f"{self.within}/{number}" if self.within else number

    def outcome(self, name: str) -> Outcome | None:
        """How a check came out; None where the scheme has no such check."""
        return next((check.outcome for check in self.checks if check.name == name), None)


KnownKeys = Mapping[tuple[str, str], bytes]
"""Keys the shop has enrolled, by scheme and device; which bytes they are is the scheme's matter."""


def passed(name: str, holds: bool, advisory: bool = False) -> Check:
    """A check that could be made."""
    return Check(name, Outcome.PASS if holds else Outcome.FAIL, advisory)


def impossible(name: str) -> Check:
    """A check nobody can make offline."""
    return Check(name, Outcome.NOT_POSSIBLE)
