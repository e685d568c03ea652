"""Lines of a basket with all that rules look at: `Beans,11.90,2,sku=100,category=retail`."""

from __future__ import annotations

import csv
import re

from loyalty.basket import Line
from loyalty.errors import LoyaltyError
from loyalty.money import amount_from_text, currency
from pos.cli.amounts import basket_of
from pos.cli.told import Refused
from receipts.writing.plain import plain

_PRICE = re.compile(r"[0-9]{1,10}(\.[0-9]{1,3})?", re.ASCII)
_UNITS = re.compile(r"[0-9]{1,5}", re.ASCII)
_KEYS = ("sku", "category", "brand", "flag", "tax")
LONGEST = 600


def line_from(text: str, money: str) -> Line:
    """A line as `TEXT,AMOUNT[,UNITS][,KEY=VALUE…]`, or as `award` takes it (`TEXT=PRICExUNITS`).

    The amount is for all units together, with a point before the cents. Refused
    `line-comma-unreadable`, `line-unreadable` (where it was meant as the other form).
    """
    cells = next(csv.reader([text]), []) if len(text) <= LONGEST and text.isprintable() else []
    if len(cells) < 2 or not _PRICE.fullmatch(cells[1].strip()):
        if "=" not in text:
            raise Refused("line-comma-unreadable", text=text[:40])
        return basket_of(money, None, [text]).lines[0]
    rest = [cell.strip() for cell in cells[2:]]
    units = int(rest.pop(0)) if rest and _UNITS.fullmatch(rest[0]) else 1
    said: dict[str, str] = {}
    flags = set()
    for cell in rest:
        key, sign, value = cell.partition("=")
        if not sign or key not in _KEYS or key in said:
            raise Refused("line-comma-unreadable", text=text[:40])
        if key == "flag":
            flags.add(plain(value, 60))
        else:
            said[key] = plain(value, 60)
    tax = said.pop("tax", "")
    return Line(
        plain(cells[0], 200),
        _minor(cells[1].strip(), money),
        units,
        tax_minor=_minor(tax, money) if tax else 0,
        flags=frozenset(flags),
        **said,
    )


def _minor(text: str, money: str) -> int:
    """Minor units; the point is the decimal sign here, so 1.234 euros are too fine, not 1,234."""
    known = currency(money)
    if len(text.partition(".")[2]) > known.exponent:
        raise LoyaltyError("amount-too-fine", digits=known.exponent, currency=money)
    return amount_from_text(text, known)
