"""A product of the shop's catalogue: what a scanned barcode rings up."""

from __future__ import annotations

from dataclasses import dataclass


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
