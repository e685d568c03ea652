"""What a scanner hands over, made safe to look at: bytes, and the text they most likely are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from loyalty.errors import LoyaltyError
from loyalty.money import LARGEST_MINOR

LONGEST = 4_096
"""Bytes. The largest QR code holds 2,953; whatever is longer is no receipt's code."""

_AMOUNT = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Payload:
    """A code as scanned. `text`: UTF-8, or else Latin-1; `raw` stays what was signed."""

    raw: bytes
    text: str

    @classmethod
    def of(cls, scanned: bytes | str) -> Payload:
        """LoyaltyError `receipt-empty`, `receipt-too-long`."""
        raw = scanned.encode("utf-8", "replace") if isinstance(scanned, str) else scanned
        if len(raw) > LONGEST:
            raise LoyaltyError("receipt-too-long", bytes=len(raw))
        if not raw.strip():
            raise LoyaltyError("receipt-empty")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("latin-1")
        return cls(raw, text)


def amount(text: str) -> Decimal:
    """A decimal with a point, of sane size, ASCII digits only; ValueError for anything else."""
    if not _AMOUNT.fullmatch(text):
        raise ValueError(text[:40])
    found = Decimal(text)
    if abs(found) * 100 > LARGEST_MINOR:
        raise ValueError(text[:40])
    return found
