"""A receipt as the rules see it, and what became of receipts before it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from loyalty.ledger.count import claimed_of
from loyalty.ledger.entry import EntryKey, Kind
from loyalty.ledger.granting import named_source


class Form(StrEnum):
    """How a receipt was presented."""

    CODE = "code"
    PHOTO = "photo"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt: `scheme` and `key` are what makes it the same one again, however presented.

    `issuer`: the merchant or till it came from. `issued_ms` is None where only the day is known.
    `sealed`: signed with a key the shop knows, so that nobody made its numbers up. `device` counts
    its receipts with `counter`. `own`: the sale of ours it was printed for. `likeness`: 64 bits of
    the picture it was read from, by which a second photograph of it is found.
    """

    scheme: str
    key: str
    issuer: str
    total_minor: int
    currency: str
    issued_on: date
    issued_ms: int | None = None
    form: Form = Form.CODE
    sealed: bool = False
    device: str = ""
    counter: int | None = None
    own: EntryKey | None = None
    likeness: int | None = None

    def source(self, attempt: int = 0) -> UUID:
        """The business event: the same receipt is the same event on every terminal.

        `attempt`: how often its credit was taken back so that it could be presented again.
        """
        again = (attempt,) if attempt else ()
        return named_source("claim", self.scheme, self.key, *again)

    @property
    def count(self) -> str:
        """The shop's count of its being credited: 0 or 1."""
        return claimed_of(hashlib.sha256(f"{self.scheme}:{self.key}".encode()).hexdigest()[:32])


OWN = "regulars"
"""The scheme of our own receipts."""


def own_key(sale: EntryKey) -> tuple[str, str]:
    """Scheme and key of the receipt of one of our own sales."""
    return OWN, f"{sale.terminal}-{sale.epoch}-{sale.seq}"


@dataclass(frozen=True, slots=True)
class Claimed:
    """What happened to a receipt once: credited, put before a person, declined or taken back.

    `again`: it was taken back as a mistake and may be presented again.
    """

    entry: EntryKey
    kind: Kind
    receipt: Receipt
    member: UUID | None
    at_ms: int
    again: bool = False
