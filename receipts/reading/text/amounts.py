"""Amounts of money in a line of a receipt, however the country writes them.

The last separator decides: two digits after it are cents, three are thousands. An engine splits
amounts at their point ("12. 50"); such a gap is closed first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from loyalty.money import LARGEST_MINOR

_SIGN = r"(?:RM|R\$|US\$|NT\$|HK\$|S\$|A\$|\$|€|£|¥|₩|₽|₹|฿|₺|kr|zł|Kč|USD|EUR|MYR|SGD|CHF|JPY|KRW)"
_SPACED = r"\d{1,3}(?: \d{3})+,\d{2}"  # only with a comma: "3 150.00" is three pieces
_GROUPED = r"\d{1,3}(?:[,.']\d{3})+(?:[.,]\d{2})?"
_PLAIN = r"(?:0|[1-9]\d{0,8})(?:[.,]\d{1,2})?|\.\d{2}"  # ".40"
_AMOUNT = re.compile(
    rf"(?<![A-Za-z0-9.,/%-])(?<!\d:)(?P<minus>-)?\s?(?P<before>{_SIGN})?\s?(?P<minus2>-)?"
    rf"(?P<figures>{_SPACED}|{_GROUPED}|{_PLAIN})(?P<tail>-(?!\d))?(?!\d)"
    rf"(?:\s?(?P<after>€|円|元|원|₽|zł|Kč|kr\b|EUR\b|USD\b|CHF\b|RM\b))?(?=(?P<rest>\S?))",
    re.IGNORECASE,
)
_NOT_AFTER = frozenset("%/:°-.,")
_UNITS = re.compile(
    r"\s?(?:kg|g|ml|l|pcs?|x|×|@|%|个|個|개|点|點|件|枚|人|名)(?![^\W\d_])", re.IGNORECASE
)
_TAX_MARK = re.compile(r"[A-Z*#](?!\w)")  # "9,90A": which tax it bears
_STUCK = re.compile(r"(?<=[A-Za-z])(?=(?:RM|EUR|USD|MYR|SGD|CHF) ?\d)")
_SPLIT = re.compile(r"(?<=\d)(?: ?([.,]) (?=\d{2}(?!\d))| ([.,])(?=\d{2}(?!\d)))")
_MISREAD = re.compile(r"(?<=[\d.,])[oO](?=[\d.,]|\b)|(?<=[.,])[oO]{2}\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure: `decimals` as written (0, 1 or 2), `marked` with a sign of money, where it ends."""

    value: Decimal
    decimals: int
    marked: bool
    start: int
    end: int


def amounts(line: str) -> tuple[Amount, ...]:
    """Every figure of a line that could be money, from the left; dates, weights and rates are not.

    `line` is in its plain form. Figures beyond what the books can hold are left out.
    """
    whole = _SPLIT.sub(lambda m: m[1] or m[2], _STUCK.sub(" ", line))
    whole = _MISREAD.sub(lambda m: "0" * len(m[0]), whole)
    return tuple(one for m in _AMOUNT.finditer(whole) if (one := _of(m, whole)) is not None)


def _of(match: re.Match[str], line: str) -> Amount | None:
    marked = bool(match["before"] or match["after"])
    end, rest = match.end("figures"), match["rest"]
    odd = rest in _NOT_AFTER or (rest.isalnum() and not _TAX_MARK.match(line, match.end()))
    if not marked and ((rest and odd) or _UNITS.match(line, end)):
        return None
    value, decimals = _value(match["figures"])
    if value * 100 > LARGEST_MINOR:
        return None
    taken = match["minus"] or match["minus2"] or match["tail"]
    return Amount(-value if taken else value, decimals, marked, match.start("figures"), end)


def _value(figures: str) -> tuple[Decimal, int]:
    digits = re.sub(r"[,.' ]", "", figures)
    cents = re.search(r"[.,](\d{1,2})$", figures)
    decimals = len(cents[1]) if cents else 0
    return Decimal(digits).scaleb(-decimals), decimals
