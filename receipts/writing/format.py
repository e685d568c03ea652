"""Money, points, days and times as each language writes them; integers in, text out.

Babel, not QLocale: paper and head office have no Qt, and the shop's currency has nothing to do with
the reader's language. Days are long or ISO: short Korean dates read like a sum (26. 11. 3.).
"""

from __future__ import annotations

from copy import copy
from datetime import date, datetime, tzinfo
from decimal import Decimal
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, format_decimal

from receipts.writing.errors import PaperError

# ISO 4217 exponents other than 2. CLDR's differ (it writes some currencies as people use them), and
# our integers are ISO minor units.
_EXPONENTS = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"), 0),
    **dict.fromkeys(("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMN", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}


def exponent(currency: str) -> int:
    """Decimal digits of ``currency``'s minor unit (ISO 4217)."""
    if not (len(currency) == 3 and currency.isascii() and currency.isupper()):
        raise PaperError("unknown-currency", currency=currency[:8])
    return _EXPONENTS.get(currency, 2)


def money(minor: int, currency: str, language: str) -> str:
    """``minor`` units of ``currency`` with its symbol, for a reader of ``language``."""
    digits = exponent(currency)
    pattern = _money_pattern(language, digits)
    amount = Decimal(minor).scaleb(-digits)
    return _spaces(pattern.apply(amount, language, currency=currency, currency_digits=False))


def count(number: int, language: str) -> str:
    """A whole number with the language's grouping."""
    return _spaces(format_decimal(number, locale=language))


def signed(number: int, language: str) -> str:
    """A movement: always with its sign."""
    sign = "+" if number > 0 else "-" if number < 0 else ""
    return sign + count(abs(number), language)


def day(on: date, language: str) -> str:
    """A day as a sentence names it, never in figures alone."""
    # Long where the short form is unclear; English months fit a narrow roll only when short.
    width: Literal["medium", "long"] = "medium" if language == "en" else "long"
    return _spaces(format_date(on, format=width, locale=language))


def moment(at: datetime, zone: tzinfo | None = None) -> str:
    """Date and time to the second, ISO order, in ``zone`` (or the time's own)."""
    return (at.astimezone(zone) if zone else at).strftime("%Y-%m-%d %H:%M:%S")


def minute(at: datetime, zone: tzinfo | None = None) -> str:
    """Date and time to the minute, ISO order, in ``zone`` (or the time's own)."""
    return moment(at, zone)[:16]


def groups(digits: str, sizes: tuple[int, ...]) -> str:
    """``digits`` cut into groups of ``sizes`` for people to read; a rest stays at the end."""
    parts, at = [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    return " ".join(part for part in (*parts, digits[at:]) if part)


@cache
def _money_pattern(language: str, digits: int) -> NumberPattern:
    pattern: NumberPattern = copy(Locale.parse(language).currency_formats["standard"])
    pattern.frac_prec = (digits, digits)
    return pattern


def _spaces(text: str) -> str:
    # The narrow space is missing in many faces and in every printer's code page; the wide yen sign
    # tears a hole into a column of amounts.
    return text.replace("\u202f", "\u00a0").replace("\u2212", "-").replace("\uffe5", "\u00a5")
