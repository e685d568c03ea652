"""The catalogue: what a scanned barcode or a scale's label rings up."""

from __future__ import annotations

from loyalty.basket import Line
from loyalty.codes import ean_holds
from loyalty.errors import LoyaltyError
from loyalty.money import LARGEST_MINOR
from loyalty.product import Product
from loyalty.scale_label import Label, label, layouts
from pos.shop import Shop
from pos.store import View

_FULL_BP = 10_000  # a hundred percent
_GTIN = (8, 12, 13)


def rung_up(shop: Shop, code: str, units: int = 1, grams: int = 0) -> Line:
    """The line that a scanned code rings up: a barcode, an SKU, a PLU, or a scale's label.

    `units` pieces; `grams` is what the scale shows of a product sold by weight whose code says
    neither price nor weight. A label is one piece, whatever `units` says. Errors: `barcode-check`
    (misread), `product-unknown`, `product-needs-weight`, `product-not-weighed`, `label-empty`,
    `line-amount`, `line-units`.
    """
    wanted = code.strip()
    with shop.store.reading() as view:
        product = _typed(view, wanted)
        seen = None if product else label(wanted, layouts(shop.settings.scale_labels))
        if seen is not None:
            return _weighed(_by_plu(view, seen, wanted), seen)
    if product is None:
        digits = wanted.isascii() and wanted.isdigit() and len(wanted) in _GTIN
        if digits and not ean_holds(wanted):
            raise LoyaltyError("barcode-check", barcode=wanted)
        raise LoyaltyError("product-unknown", product=wanted[:40])
    if product.per_grams:
        if grams <= 0:
            raise LoyaltyError("product-needs-weight", product=product.name)
        return _weighed(product, Label(product.plu, grams=grams))
    if units < 1:
        raise LoyaltyError("line-units", units=units)
    return _line(product, product.price_minor * units, units)


def find_products(shop: Shop, text: str = "", limit: int = 50) -> tuple[Product, ...]:
    """Products whose name, number, category or brand has words that begin so; empty: all, by name.

    A scanned or typed code that is a product's finds just that one.
    """
    with shop.store.reading() as view:
        exact = _typed(view, text.strip()) if text.strip() else None
        return (exact,) if exact else view.products(text, limit)


def product_of(shop: Shop, code: str) -> Product:
    """The product of a code; LoyaltyError `product-unknown`."""
    with shop.store.reading() as view:
        product = _typed(view, code.strip())
    if product is None:
        raise LoyaltyError("product-unknown", product=code[:40])
    return product


def remove_product(shop: Shop, code: str) -> Product:
    """Take a product out of the catalogue; past sales keep their lines. `product-unknown`."""
    with shop.store.writing() as work:
        product = _typed(work, code.strip())
        if product is None:
            raise LoyaltyError("product-unknown", product=code[:40])
        work.remove_product(product.sku)
    return product


def tax_of(amount_minor: int, tax_bp: int) -> int:
    """The tax inside an amount, rounded half up: of 1.19 at 19 % it is 0.19."""
    whole = _FULL_BP + tax_bp
    return (2 * amount_minor * tax_bp + whole) // (2 * whole)


def _typed(view: View, code: str) -> Product | None:
    """The product of a code; a PLU may be typed with the zeros that the scale shows before it."""
    product = view.product(code)
    if product is None and code.startswith("0") and code.isdigit() and len(code) < 8:
        bare = code.lstrip("0") or "0"
        other = view.product(bare)
        product = other if other is not None and other.plu == bare else None
    return product


def _by_plu(view: View, seen: Label, code: str) -> Product:
    """The product with the number on the label; an SKU that looks the same is not meant."""
    product = view.product(seen.plu)
    if product is None or product.plu != seen.plu:
        raise LoyaltyError("product-unknown", product=code)
    return product


def _weighed(product: Product, seen: Label) -> Line:
    if not (seen.minor or seen.grams):
        raise LoyaltyError("label-empty", product=product.name)
    if seen.minor is not None:
        return _line(product, seen.minor, 1)
    if not product.per_grams:
        raise LoyaltyError("product-not-weighed", product=product.name)
    grams = seen.grams or 0
    # Half up, as a scale rounds its own price.
    amount = (2 * product.price_minor * grams + product.per_grams) // (2 * product.per_grams)
    return _line(product, amount, 1)


def _line(product: Product, amount_minor: int, units: int) -> Line:
    if amount_minor > LARGEST_MINOR:
        raise LoyaltyError("line-amount", amount_minor=amount_minor)
    return Line(
        text=product.name,
        amount_minor=amount_minor,
        units=units,
        sku=product.sku,
        category=product.category,
        brand=product.brand,
        tax_minor=tax_of(amount_minor, product.tax_bp),
        flags=product.flags,
    )
