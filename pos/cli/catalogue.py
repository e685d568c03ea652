"""`regulars products list|show|remove`; `products import` is `regulars import products`."""

from __future__ import annotations

from argparse import Namespace

from loyalty.product import Product
from pos.catalogue import find_products, product_of, remove_product
from pos.cli.opened import opened
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.words import Words
from pos.places import Places


def show_all(options: Namespace, places: Places) -> Told:
    """Products by name; those whose words begin with the words given."""
    with opened(places) as shop:
        found = find_products(shop, options.text, options.limit)
        words = Words.of(shop)
    rows = [(one.sku, one.name, _price(words, one), one.category or "-") for one in found]
    head = ("Number", "Name", "Price", "Category")
    lines = table([head, *rows], right=(2,)) if rows else ("No such product.",)
    return Told({"products": [facts(one) for one in found]}, lines)


def show(options: Namespace, places: Places) -> Told:
    """All that is known of the product of a code."""
    with opened(places) as shop:
        product = product_of(shop, options.code)
        return Told({"product": facts(product)}, _lines(Words.of(shop), product))


def remove(options: Namespace, places: Places) -> Told:
    """Take a product out of the catalogue."""
    with opened(places) as shop:
        product = remove_product(shop, options.code)
    return Told({"product": facts(product)}, (f"Removed {product.name} ({product.sku}).",))


def facts(product: Product) -> Facts:
    """A product in plain values."""
    return {
        "sku": product.sku,
        "name": product.name,
        "price_minor": product.price_minor,
        "barcodes": list(product.barcodes),
        "category": product.category,
        "brand": product.brand,
        "cost_minor": product.cost_minor,
        "tax_bp": product.tax_bp,
        "flags": sorted(product.flags),
        "per_grams": product.per_grams,
        "plu": product.plu,
    }


def _lines(words: Words, product: Product) -> tuple[str, ...]:
    percent = f"{product.tax_bp // 100}.{product.tax_bp % 100:02d} %"
    cost = "-" if product.cost_minor is None else words.money(product.cost_minor)
    return table(
        [
            ("Number", product.sku),
            ("Name", product.name),
            ("Price", _price(words, product)),
            ("Cost", cost),
            ("Tax", percent),
            ("Barcodes", ", ".join(product.barcodes) or "-"),
            ("PLU", product.plu or "-"),
            ("Category", product.category or "-"),
            ("Brand", product.brand or "-"),
            ("Flags", ", ".join(sorted(product.flags)) or "-"),
        ]
    )


def _price(words: Words, product: Product) -> str:
    price = words.money(product.price_minor)
    return f"{price} / {product.per_grams} g" if product.per_grams else price
