"""Goods of a file for the catalogue, known by their SKU: brought again, they are changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loyalty.product import Product, barcode
from pos.importing import cells
from pos.importing.faults import CellError, Faults
from pos.importing.kinds import Here, Key, Record, Source
from pos.importing.row import Row
from pos.importing.spool import Spool
from pos.store import View, Work

_LONGEST_CODE = 40
_MOST_CODES = 20
_MOST_GRAMS = 100_000


class Products:
    """Reads, looks up and books products. A record: line, and the fields of `Product`."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def read(self, row: Row) -> Record | None:
        """What a row says of a product; without a SKU its first barcode is one."""
        money, decimal = self._source.money, self._source.mapping.decimal
        codes = self._codes(row)
        sku = row.read("sku", _code, codes[0] if codes else "")
        if not sku and row.sound:
            row.wrong("sku", "", "cell-empty")
        said = [
            sku,
            row.wanted("name", cells.name, ""),
            row.wanted("price", lambda text: cells.money(text, money, decimal), 0),
            codes,
            row.read("category", cells.name, ""),
            row.read("brand", cells.name, ""),
            row.read("cost", lambda text: cells.money(text, money, decimal), None),
            row.read("tax", percent, 0),
            sorted(row.read("flags", cells.marks, cells.NO_WORDS)),
            row.read("per_grams", _grams, 0),
            row.read("plu", _plu, ""),
        ]
        return [row.line, *said] if row.sound else None

    def whole(self, spool: Spool, faults: Faults) -> Iterator[tuple[int, Record]]:
        """Each row is a product."""
        for record in spool.rows():
            yield record[0], record

    def look(self, view: View, record: Record) -> None:
        """Here when the catalogue has it just so; a code of another product is a fault."""
        fresh = product_from(record)
        for code in (*fresh.barcodes, *([fresh.plu] if fresh.plu else [])):
            other = view.product(code)
            if other is not None and other.sku != fresh.sku:
                raise CellError("product-code-taken", taken=code, sku=other.sku)
        known = view.product(fresh.sku)
        if known is not None and known.sku != fresh.sku:
            raise CellError("product-code-taken", taken=fresh.sku, sku=known.sku)
        if known == fresh:
            raise Here("sku", fresh.sku, same=True)

    def keys(self, record: Record) -> Iterable[Key]:
        """A code stands for one product, whether it is its SKU, a barcode or a PLU."""
        sku, codes, plu = record[1], record[4], record[11]
        yield Key("sku", sku, f"code {sku}")
        for code in codes:
            if code != sku:
                yield Key("barcode", code, f"code {code}")
        if plu and plu != sku:
            yield Key("plu", plu, f"code {plu}")

    def book(self, work: Work, record: Record) -> bool:
        """Put it into the catalogue, in the place of what was known of it."""
        work.put_product(product_from(record))
        return True

    def _codes(self, row: Row) -> list[str]:
        texts = (text for cell in row.texts("barcode") for text in cells.words(cell))
        codes = [row.taken("barcode", text, barcode, "") for text in texts]
        found = list(dict.fromkeys(code for code in codes if code))
        if len(found) > _MOST_CODES:
            row.wrong("barcode", "", "too-many-items", field="barcode", most=_MOST_CODES)
        return found


def product_from(record: Record) -> Product:
    """The product of a record."""
    _, sku, name, price, codes, category, brand, cost, tax, flags, grams, plu = record
    barcodes, marks = tuple(codes), frozenset(flags)
    return Product(sku, name, price, barcodes, category, brand, cost, tax, marks, grams, plu)


def percent(text: str) -> int:
    """Hundredths of a percent: `19`, `19%`, `7.7 %`; CellError `percent-unreadable`."""
    whole, _, part = text.replace("%", "").replace(",", ".").strip().partition(".")
    digits = whole + part
    if not (digits.isdecimal() and digits.isascii() and len(whole) <= 2 and len(part) <= 2):
        raise CellError("percent-unreadable")
    return int(whole or 0) * 100 + int(part.ljust(2, "0"))


def _grams(text: str) -> int:
    """`1000`, and the words `kg` and `g` for what has a price for one of them; no: by the piece."""
    word = text.casefold()
    named = {"kg": 1000, "g": 1, "100g": 100, "100 g": 100, "lb": 454}
    return named[word] if word in named else cells.number(text, 0, _MOST_GRAMS)


def _code(text: str) -> str:
    if len(text) > _LONGEST_CODE or not text.isprintable():
        raise CellError("product-code-unreadable")
    return text


def _plu(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) <= 10):
        raise CellError("product-code-unreadable")
    return text.lstrip("0") or "0"
