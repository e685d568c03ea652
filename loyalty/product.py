"""A product of the shop's catalogue: what a scanned barcode rings up."""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.codes import ean_holds
from loyalty.errors import LoyaltyError


@dataclass(frozen=True, slots=True)
class Product:
    """`price_minor` is for one piece, or for `per_grams` grams of a weighed product (0: by piece).

    `barcodes`: EAN-8, EAN-13 or UPC-A as scanned. A scale's label (EAN-13, GS1 prefix 20 to 29)
    carries price or weight itself; its product is known by the `plu` in it. `tax_bp`: tax included
    in the price, in hundredths of a percent. `cost_minor`: what it costs the shop, None: not known.
    """

    sku: str
    name: str
    price_minor: int
    barcodes: tuple[str, ...] = ()
    category: str = ""
    brand: str = ""
    cost_minor: int | None = None
    tax_bp: int = 0
    flags: frozenset[str] = frozenset()
    per_grams: int = 0
    plu: str = ""


def barcode(text: str) -> str:
    """A barcode as the catalogue keeps it: EAN-8 or EAN-13; a UPC-A is an EAN-13 behind a 0.

    LoyaltyError `barcode-check` when the last digit does not fit (ISO/IEC 15420), and
    `barcode-unreadable` for other lengths and signs.
    """
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) in (8, 12, 13)):
        raise LoyaltyError("barcode-unreadable", barcode=digits[:40])
    if not ean_holds(digits):
        raise LoyaltyError("barcode-check", barcode=digits)
    return f"0{digits}" if len(digits) == 12 else digits
