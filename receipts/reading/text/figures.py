"""The rows of a receipt as figures: what each row is (its role) and the money that stands in it.

Whether a bare "38" is money depends on the page: where amounts have cents, it is not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from loyalty.errors import LoyaltyError
from loyalty.money import currency as currency_of
from receipts.reading.text.amounts import Amount, amounts
from receipts.reading.text.page import Page
from receipts.reading.text.roles import Role, role

_ENOUGH = 2  # amounts with cents, for all money on the page to have them
_LEAST, _UNGROUPED = 10, 10_000  # between which whole digits may be a price by themselves
_SIGNS = (
    ("MYR", r"\bRM\s?\d|\bMYR\b"),
    ("EUR", r"€|\bEUR\b|\bEURO\b"),
    ("GBP", r"£|\bGBP\b"),
    ("KRW", r"₩|\d원|\bKRW\b"),
    ("JPY", r"円|\bJPY\b"),
    ("CNY", r"\bRMB\b|\bCNY\b|\d元"),
    ("TWD", r"NT\$|\bTWD\b"),
    ("HKD", r"HK\$|\bHKD\b"),
    ("SGD", r"S\$|\bSGD\b"),
    ("BRL", r"R\$|\bBRL\b"),
    ("PLN", r"zł|\bPLN\b"),
    ("CZK", r"Kč|\bCZK\b"),
    ("CHF", r"\bCHF\b"),
    ("RUB", r"₽|\bРУБ"),
    ("INR", r"₹|\bINR\b"),
    ("USD", r"\bUS\$|\bUSD\b"),
)
_SEARCHED = tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in _SIGNS)


@dataclass(frozen=True, slots=True)
class Line:
    """Row number `at`; `money`: the amounts of it, from the left; `value`: the one it is about."""

    at: int
    text: str
    role: Role
    money: tuple[Amount, ...]
    value: Decimal | None


def currency_on(page: Page, otherwise: str) -> str:
    """ISO 4217 code of the sign the page uses most; `otherwise` where it shows none of its own."""
    found = Counter(code for row in page.rows for code, sign in _SEARCHED if sign.search(row.text))
    return found.most_common(1)[0][0] if found else otherwise


def figures(page: Page, currency: str) -> tuple[Line, ...]:
    """Each row with its role and money, in order."""
    read = [(row, role(row.sound), amounts(row.text)) for row in page.rows]
    with_cents = sum(a.decimals == 2 for _, _, found in read for a in found)
    strict = with_cents >= _ENOUGH and _exponent(currency) != 0
    lines = []
    for at, (row, is_a, found) in enumerate(read):
        money = tuple(a for a in found if _is_money(a, strict, is_a))
        lines.append(Line(at, row.text, is_a, money, money[-1].value if money else None))
    return tuple(_lowered(lines))


def _exponent(currency: str) -> int:
    try:
        return currency_of(currency).exponent
    except LoyaltyError:
        return 2


def _is_money(amount: Amount, strict: bool, is_a: Role) -> bool:
    if amount.decimals == 2 or amount.marked:
        return True
    if strict:
        return False
    if is_a is not Role.NONE:
        return True
    # Bare digits without a group are a number of something else.
    grouped = amount.end - amount.start > len(str(amount.value))
    return amount.value >= _LEAST and (grouped or amount.value < _UNGROUPED)


def _lowered(lines: list[Line]) -> list[Line]:
    """A figure alone under its word belongs to the word's row."""
    for upper, lower in pairwise(lines):
        named = upper.role not in {Role.NONE, Role.COUNT} and not upper.money
        if named and lower.role is Role.NONE and lower.money and _bare(lower.text):
            lines[upper.at] = Line(upper.at, upper.text, upper.role, lower.money, lower.value)
            lines[lower.at] = Line(lower.at, lower.text, lower.role, (), None)
    return lines


def _bare(text: str) -> bool:
    return sum(char.isalpha() for char in text) <= 3
