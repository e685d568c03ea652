"""Products: kept, and found by barcode, number, scale code or words of the name."""

from __future__ import annotations

import json
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from loyalty.errors import LoyaltyError
from loyalty.product import Product
from pos.store.masters import product, product_code
from pos.store.names import typed_words
from pos.store.statements import Prepared, Row, Rows, given

_COLUMNS = [c for c in product.c if c.name not in ("merchant", "words")]
_MINE = product.c.merchant == given("merchant")
_BY_SKU = Prepared(sa.select(*_COLUMNS).where(_MINE, product.c.sku == given("sku")))
_BY_PLU = Prepared(
    sa.select(*_COLUMNS)
    .where(_MINE, product.c.plu == given("plu"), product.c.plu != "")
    .order_by(product.c.sku)
    .limit(1)
)
_OWNER = Prepared(
    sa.select(product_code.c.sku).where(
        product_code.c.merchant == given("merchant"), product_code.c.code == given("code")
    )
)
_CODES = Prepared(
    sa.select(product_code.c.code)
    .where(product_code.c.merchant == given("merchant"), product_code.c.sku == given("sku"))
    .order_by(product_code.c.n)
)
_LIST = Prepared(
    sa.select(product.c.words, *_COLUMNS)
    .where(_MINE, sa.func.instr(product.c.words, given("word")) > 0)
    .order_by(product.c.name)
)
_fresh = insert(product)
_PUT = Prepared(
    _fresh.on_conflict_do_update(
        index_elements=["merchant", "sku"],
        set_={c.name: _fresh.excluded[c.name] for c in product.c if not c.primary_key},
    )
)
_PUT_CODE = Prepared(product_code.insert())
_FORGET_CODES = Prepared(
    product_code.delete().where(
        product_code.c.merchant == given("merchant"), product_code.c.sku == given("sku")
    )
)
_REMOVE = Prepared(product.delete().where(_MINE, product.c.sku == given("sku")))


class GoodsView(Rows):
    """Products, read."""

    __slots__ = ()

    def product(self, code: str) -> Product | None:
        """By barcode, else by number, else by scale code."""
        for form in _forms(code):
            if row := self._one(_OWNER, self.merchant, form):
                return self._product(self._one(_BY_SKU, self.merchant, row[0]))
        for statement in (_BY_SKU, _BY_PLU):
            if row := self._one(statement, self.merchant, code):
                return self._product(row)
        return None

    def products(self, text: str = "", limit: int = 50) -> tuple[Product, ...]:
        """By name; with `text`: those with words (of name, number, category or brand) that begin
        with each of its words.
        """
        asked = sorted((" " + word for word in typed_words(text)), key=len, reverse=True)
        found: list[Product] = []
        for words, *row in self._all(_LIST, self.merchant, asked[0] if asked else ""):
            if len(found) >= limit:
                break
            if all(word in words for word in asked):
                kept = self._product(tuple(row))
                found += [kept] if kept else []
        return tuple(found)

    def _product(self, row: Row | None) -> Product | None:
        if row is None:
            return None
        sku, name, price_minor, category, brand, cost_minor, tax_bp, flags, per_grams, plu = row
        return Product(
            sku=sku,
            name=name,
            price_minor=price_minor,
            barcodes=tuple(code for (code,) in self._all(_CODES, self.merchant, sku)),
            category=category,
            brand=brand,
            cost_minor=cost_minor,
            tax_bp=tax_bp,
            flags=frozenset(json.loads(flags)),
            per_grams=per_grams,
            plu=plu,
        )


class GoodsWork(GoodsView):
    """Products, written."""

    __slots__ = ()

    def put_product(self, product: Product) -> None:
        """A new product, or new facts of the one with this number.

        LoyaltyError `barcode-taken` when another product has one of its barcodes.
        """
        for code in product.barcodes:
            for form in _forms(code):
                row = self._one(_OWNER, self.merchant, form)
                if row and row[0] != product.sku:
                    raise LoyaltyError("barcode-taken", barcode=code, product=row[0])
        self._do(_PUT, self.merchant, *_row(product))
        self._do(_FORGET_CODES, self.merchant, product.sku)
        codes = dict.fromkeys(product.barcodes)
        self._do_many(
            _PUT_CODE, [(self.merchant, code, product.sku, n) for n, code in enumerate(codes)]
        )

    def put_products(self, products: Iterable[Product]) -> None:
        """Many of them, as `put_product`."""
        for each in products:
            self.put_product(each)

    def remove_product(self, sku: str) -> None:
        """LoyaltyError `product-unknown`. Sales keep what they sold."""
        self._do(_FORGET_CODES, self.merchant, sku)
        if not self._do(_REMOVE, self.merchant, sku):
            raise LoyaltyError("product-unknown", product=sku)


def _forms(code: str) -> tuple[str, ...]:
    """A UPC-A barcode is read with or without the zero that makes it an EAN-13."""
    if code.isascii() and code.isdigit():
        if len(code) == 13 and code.startswith("0"):
            return code, code[1:]
        if len(code) == 12:
            return code, "0" + code
    return (code,)


def _row(product: Product) -> Row:
    told = (product.name, product.sku, product.category, product.brand)
    words = [word for text in told for word in typed_words(text)]
    return (
        *(product.sku, product.name, "".join(" " + word for word in dict.fromkeys(words))),
        *(product.price_minor, product.category, product.brand, product.cost_minor),
        *(product.tax_bp, json.dumps(sorted(product.flags), ensure_ascii=False)),
        *(product.per_grams, product.plu),
    )
