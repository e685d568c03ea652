"""The articles of a receipt: rows above the first sum that end in an amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from receipts.reading.claim import ReceiptLine
from receipts.reading.text.amounts import Amount
from receipts.reading.text.figures import Line
from receipts.reading.text.roles import Role

MOST_ITEMS = 200
_ENDS = frozenset({Role.TOTAL, Role.SUBTOTAL, Role.CASH, Role.CHANGE, Role.CARD, Role.TAX})
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_CLOCK = re.compile(r"\d[:/]\d\d|\d{4}[-.]\d\d[-.]\d\d")
_EXPLAINS = re.compile(r"\W*(\d{1,3})\s?[xX×@*]\s?\W*(?:[A-Z]{2,3}\s?)?[\d.,]+\W*$")
_SIGN = re.compile(r"\s(?:RM|EUR|USD|CHF|NT)\W*$")
_TAIL = re.compile(r"[\s.:¥$€£×@*-]*(?:\s\d{1,3}\s?(?:[xX×@コ個개点件]\s?)*)?[\s¥$€£×@]*$")
_HOW_MANY = re.compile(r"(?<![\d.,])(\d{1,3})\s?(?:[xX×*@]|個|개|点|件|$|\s)")


def items(lines: Sequence[Line]) -> tuple[ReceiptLine, ...]:
    """Articles in order, with discounts between them as negative amounts. Major units."""
    found: list[ReceiptLine] = []
    name = ""
    for line in lines:
        if line.role in _ENDS and (found or line.value is not None):
            if found:
                break
            continue
        if line.value is None or not line.money:
            wordy = line.role is Role.NONE and _LETTERS.search(line.text)
            name = line.text if wordy else name
            continue
        if found and (pieces := _pieces_of(found[-1], line)) > 1:
            found[-1] = replace(found[-1], units=pieces)
            continue
        if (one := _item(line, name)) is not None and len(found) < MOST_ITEMS:
            found.append(one)
            name = ""
    return tuple(found)


def _pieces_of(above: ReceiptLine, line: Line) -> int:
    """How many pieces of the article above a row explains ("@8 X RM 2.95"); else 0."""
    match = _EXPLAINS.match(line.text)
    if match is None or line.value is None or len(line.money) != 1:
        return 0
    return int(match[1]) if int(match[1]) * line.value == above.amount else 0


def _item(line: Line, above: str) -> ReceiptLine | None:
    if line.role not in {Role.NONE, Role.DISCOUNT} or _CLOCK.search(line.text):
        return None
    last = line.money[-1]
    own = _TAIL.sub("", _SIGN.sub("", line.text[: line.money[0].start]))
    own_name = own if _LETTERS.search(own) else ""
    value = last.value
    if line.role is Role.DISCOUNT:
        value = -abs(value)
    name = own_name or above
    if not name:
        return None
    return ReceiptLine(name[:80], value, _units(line, last.value))


def _units(line: Line, value: Decimal) -> int:
    """How many pieces, where pieces times a price of the same row make the amount; else 1."""
    prices = {price.value for price in _prices(line)}
    for match in _HOW_MANY.finditer(line.text):
        count = int(match[1])
        if count > 1 and any(count * price == value for price in prices):
            return count
    return 1


def _prices(line: Line) -> tuple[Amount, ...]:
    return line.money[:-1]
