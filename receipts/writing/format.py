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
from babel.dates import format_date, format_skeleton
from babel.numbers import NumberPattern, format_decimal

import loyalty.money


def money(minor: int, currency: str, language: str) -> str:
    """``minor`` units of ``currency`` with its symbol, for a reader of ``language``.

    LoyaltyError ``currency-unknown``. The decimals are ISO 4217's, as our integers are: CLDR counts
    some currencies as people use them.
    """
    digits = loyalty.money.currency(currency).exponent
    pattern = _money_pattern(language, digits)
    amount = Decimal(minor).scaleb(-digits)
    text = pattern.apply(amount, language, currency=currency, currency_digits=False)
    # A currency without a symbol is its code, and a code must not run into the figures.
    return _spaces(text.replace(currency, currency + "\u00a0"))


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


def day_of_year(on: date, language: str) -> str:
    """A day whose year goes without saying ("Dec 31")."""
    return _spaces(format_skeleton("MMMd", on, locale=language))


def month_of(on: date, language: str) -> str:
    """The month of a day, with its year."""
    return _spaces(format_skeleton("yMMM", on, locale=language))


def decimals(number: float | Decimal, places: int, language: str, sign: bool = False) -> str:
    """A measure with so many decimals (halves to even); with its sign where ``sign``."""
    exact = round(Decimal(repr(number)) if isinstance(number, float) else number, places)
    text = _spaces(format_decimal(exact, format=_decimal_pattern(places), locale=language))
    return "+" + text if sign and exact > 0 else text


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


def _decimal_pattern(places: int) -> str:
    return "#,##0." + "0" * places if places else "#,##0"


def _spaces(text: str) -> str:
    # The narrow space is missing in many faces and in every printer's code page; the wide yen sign
    # tears a hole into a column of amounts.
    return text.replace("\u202f", "\u00a0").replace("\u2212", "-").replace("\uffe5", "\u00a5")
