"""What a receipt's text was read as: fields for a person to confirm, and what can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from receipts.reading.claim import ReceiptLine
from receipts.reading.text.merchants import Merchant
from receipts.reading.text.template import Template


@dataclass(frozen=True, slots=True)
class Expected:
    """What the shop knows before it looks: its day, its country (ISO 3166, "" for unknown), its
    currency (ISO 4217), the merchants it has enrolled and the layouts it has learned.
    """

    today: date
    country: str = ""
    currency: str = ""
    merchants: tuple[Merchant, ...] = ()
    templates: tuple[Template, ...] = ()


@dataclass(frozen=True, slots=True)
class TextReceipt:
    """A receipt read from its text. Nothing in it is known, only read.

    `merchant_key`: of the enrolled merchant it matched, "" for a mere proposal (score 0).
    `total` in major units of `currency`; `on` the day and `at` the time ("HH:MM" or "HH:MM:SS", "")
    as printed, local to the shop. `trusted`: arithmetic proves the total and exactly one date was
    found. `reasons`: what proves it ("cash-less-change", "items-add-up", "three-times"), and what
    is missing ("no-total", "total-unproved", "total-guessed", "total-contested", "no-date",
    "several-dates", "date-unsure"). `template`: the learned layout that was used, or "".
    """

    merchant: str
    merchant_key: str
    merchant_score: float
    tax_number: str
    on: date | None
    at: str
    total: Decimal | None
    currency: str
    number: str
    lines: tuple[ReceiptLine, ...]
    trusted: bool
    reasons: tuple[str, ...]
    template: str = ""
