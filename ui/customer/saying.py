"""A notice in a customer's words: their own table, never the cashier's, which names people."""

from __future__ import annotations

from typing import Final

from ui.counter.notice import Notice
from ui.wording.said_of_customer import CUSTOMER
from ui.wording.sentences import sentence

PREFIX: Final = "kiosk-"
ELSE: Final = "kiosk-not-now"


def code_of(code: str) -> str:
    """The customer's sentence for a code of the core's."""
    own = code if code.startswith(PREFIX) else f"{PREFIX}{code}"
    return own if own in CUSTOMER else ELSE


def words(notice: Notice | None, currency: str) -> str:
    """The sentence, or nothing where there is none."""
    if notice is None:
        return ""
    return sentence(code_of(notice.code), dict(notice.facts), currency)
