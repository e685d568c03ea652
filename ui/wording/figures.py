"""Figures on the screen, in the language in force. They come from `receipts.writing.format`, so
that the same amount is written with the same signs on the screen and on the slip beside it.
"""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from receipts.writing import format as written
from ui.wording.languages import language


def money(minor: int, currency: str) -> str:
    """`minor` units of ISO 4217 `currency`: "₩12,500", "$12.50"."""
    return written.money(minor, currency, _known())


def count(number: int) -> str:
    """A whole number (points, lines) with the reader's grouping."""
    return written.count(number, _known())


def signed(number: int) -> str:
    """A movement, always with its sign: "+120", "-80"."""
    return written.signed(number, _known())


def day(on: date) -> str:
    """A day in full."""
    return written.day(on, _known())


def short_day(on: date) -> str:
    """A day whose year goes without saying."""
    return written.day_of_year(on, _known())


def minute(at: datetime, zone: tzinfo) -> str:
    """Day and time to the minute, ISO order, in the shop's `zone`."""
    return written.minute(at, zone)


def percent(part: float, places: int = 0) -> str:
    """A part of one in a hundred: "31%"."""
    return written.decimals(part * 100, places, _known()) + "%"


def measure(number: float, places: int = 1, *, sign: bool = False) -> str:
    """A measure with so many decimals."""
    return written.decimals(number, places, _known(), sign)


def written_in() -> str:
    """The language figures are written in, for tables of words that are not the screen's own."""
    return _known()


def _known() -> str:
    """The pseudo-language of the tests has texts, but no figures of its own."""
    code = language()
    return "en" if code == "en_XA" else code
