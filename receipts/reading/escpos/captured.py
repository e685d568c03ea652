"""What a captured receipt turned out to be, as values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from receipts.reading.claim import ReceiptLine


class SlipKind(StrEnum):
    """What a POS printed. Only a sale is ever offered as a basket or written upon."""

    SALE = "sale"
    REFUND = "refund"
    REPRINT = "reprint"
    KITCHEN = "kitchen"
    REPORT = "report"
    CARD_SLIP = "card-slip"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Captured:
    """A receipt, read. Amounts in major units; `issued_at` is ISO 8601 without a zone, down to what
    the paper states, or empty. `sure`: the total comes from a learned layout, or one row and no
    other is named as the total. `layout`: the one that was used, or empty.
    """

    kind: SlipKind
    total: Decimal | None = None
    lines: tuple[ReceiptLine, ...] = ()
    number: str = ""
    issued_at: str = ""
    sure: bool = False
    layout: str = ""
