"""Money as integers of minor units, with ISO 4217 exponents, and the reading of typed amounts.

An amount that can be read in two ways is refused, never guessed: a wrong guess is a wrong sale.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from loyalty.errors import LoyaltyError

# The largest amount a counter accepts: beyond it somebody scanned a barcode into the amount.
LARGEST_MINOR = 99_999_999_99

# ISO 4217 minor units where they are not 2.
_EXPONENTS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    2: (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD "
        "CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP "
        "GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD "
        "LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB "
        "PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC "
        "SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR "
        "ZMW ZWG"
    ),
}


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency: its code and how many digits its minor unit has."""

    code: str
    exponent: int


_CURRENCIES = {
    code: Currency(code, exponent)
    for exponent, codes in _EXPONENTS.items()
    for code in codes.split()
}
CODES = tuple(sorted(_CURRENCIES))
"""The codes of all currencies, for whoever offers a choice."""


def currency(code: str) -> Currency:
    """The currency of an ISO 4217 code; LoyaltyError `currency-unknown` for any other text."""
    found = _CURRENCIES.get(code)
    if found is None:
        raise LoyaltyError("currency-unknown", currency=code[:8])
    return found


def amount_from_text(text: str, money: Currency) -> int:
    """Minor units of a typed amount: `12`, `12.5`, `12,50`, `1,234.50`, `1.234,50`, `1 234`.

    Errors: `amount-empty`, `amount-unreadable`, `amount-negative`, `amount-zero`, `amount-too-fine`
    (more decimals than the currency has), `amount-ambiguous`, `amount-too-large`.
    """
    typed = unicodedata.normalize("NFKC", text).strip()
    if not typed:
        raise LoyaltyError("amount-empty")
    if typed[0] in "-\u2212(":
        raise LoyaltyError("amount-negative")
    if len(typed) > 24 or not re.fullmatch(r"[0-9][0-9., '\u2019]*|[.,][0-9]+", typed):
        raise LoyaltyError("amount-unreadable", typed=typed[:24])
    whole, decimals = _split(typed, money)
    minor: int = int(whole or "0") * 10**money.exponent + int(
        decimals.ljust(money.exponent, "0") or "0"
    )
    if minor > LARGEST_MINOR:
        raise LoyaltyError("amount-too-large", limit_minor=LARGEST_MINOR, currency=money.code)
    if minor == 0:
        raise LoyaltyError("amount-zero")
    return minor


def _split(typed: str, money: Currency) -> tuple[str, str]:
    """The digits before and after the decimal sign; the last separator decides.

    No thousand begins with 0, so `0,500` is never five hundred. Where a currency has three
    decimals, `1.234` is read as people there write it, and only `1,234` could be either.
    """
    separators = re.findall(r"[., '\u2019]", typed)
    if not separators:
        return typed, ""
    last = separators[-1]
    whole, decimals = typed.rsplit(last, 1)
    decimal_sign = last in ".," and separators.count(last) == 1 and decimals.isdigit()
    groups = len(decimals) == 3 and re.fullmatch(r"[0-9]{1,3}", _last_group(whole))
    thousands = groups and not typed.startswith("0")
    if decimal_sign and len(decimals) <= money.exponent:
        if thousands and typed.count(",") == len(separators) == 1:
            raise LoyaltyError("amount-ambiguous", typed=typed)
        return _ungrouped(whole, typed), decimals
    if thousands:
        return _ungrouped(typed, typed), ""
    if decimal_sign:
        raise LoyaltyError("amount-too-fine", digits=money.exponent, currency=money.code)
    raise LoyaltyError("amount-unreadable", typed=typed)


def _last_group(whole: str) -> str:
    return re.split(r"[., '\u2019]", whole)[-1]


def _ungrouped(whole: str, typed: str) -> str:
    """Digits of a number whose groups, if any, are three long and use one sign throughout."""
    if whole.isdigit() or not whole:
        return whole
    signs = set(re.findall(r"[., '\u2019]", whole))
    groups = re.split(r"[., '\u2019]", whole)
    first = groups[0]
    if len(signs) != 1 or not 1 <= len(first) <= 3 or any(len(g) != 3 for g in groups[1:]):
        raise LoyaltyError("amount-unreadable", typed=typed)
    if first.startswith("0"):
        raise LoyaltyError("amount-unreadable", typed=typed)
    return "".join(groups)
