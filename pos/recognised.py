"""A basket made of what is printed on a receipt: items the shop knows become its products, so that
its rules for products apply; what cannot be trusted to the cent is one line with the total.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from loyalty.basket import MOST_LINES, Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.money import currency
from pos.store import View
from receipts.reading.claim import ReceiptLine

MOST_LOOKUPS = 60  # items of one receipt that are looked for by name


def minor(amount: Decimal, code: str) -> int | None:
    """A printed amount in minor units; None where it is no whole number of them."""
    shifted = amount.scaleb(currency(code).exponent)
    return int(shifted) if shifted == shifted.to_integral_value() else None


def recognised(
    view: View, printed: Sequence[ReceiptLine], total_minor: int, code: str, name: str = ""
) -> Basket:
    """The basket of a receipt with `total_minor`; `name`: what its one line is called otherwise.

    LoyaltyError `line-amount`, `currency-unknown`.
    """
    lines = _lines(view, printed, code)
    if lines is None or sum(line.amount_minor for line in lines) != total_minor:
        lines = [Line(name, total_minor)]
    return Basket(code, tuple(lines))


def _lines(view: View, printed: Sequence[ReceiptLine], code: str) -> list[Line] | None:
    if not 0 < len(printed) <= MOST_LINES:
        return None
    lines = []
    for index, one in enumerate(printed):
        amount = minor(one.amount, code)
        if amount is None or amount < 0:
            return None
        try:
            plain = Line(one.text[:200], amount, one.units)
        except LoyaltyError:
            return None
        lines.append(_as_product(view, plain) if index < MOST_LOOKUPS else plain)
    return lines


def _as_product(view: View, line: Line) -> Line:
    """The line as the product whose name is printed; only an exact name is believed."""
    if not line.text.strip():
        return line
    wanted = _folded(line.text)
    for product in view.products(line.text, limit=5):
        if _folded(product.name) == wanted:
            return Line(
                product.name,
                line.amount_minor,
                line.units,
                sku=product.sku,
                category=product.category,
                brand=product.brand,
                flags=product.flags,
            )
    return line


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
