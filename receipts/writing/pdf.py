"""A document as PDF: a slip as long as it needs to be, or A4 and Letter pages.

On a sheet the text stands in one readable column, not across the whole page: a label and its amount
belong to one glance.
"""

from __future__ import annotations

from enum import Enum

from receipts.writing.code128 import QUIET, modules
from receipts.writing.document import (
    Align,
    Barcode,
    Cut,
    Document,
    Feed,
    Heading,
    Qr,
    Rule,
    Size,
)
from receipts.writing.errors import PaperError
from receipts.writing.layout import Cell, Item, Line, lay_out
from receipts.writing.pen import MM, Pen
from receipts.writing.qr import QUIET as QR_QUIET
from receipts.writing.qr import qr_modules

_EM = {Size.SMALL: 7.1, Size.NORMAL: 8.5, Size.LARGE: 12.8}
_LEAD = 1.38
_BAR_HEIGHT = 9 * MM
_LONGEST = 14_000.0
"""Points; viewers refuse pages over 14,400."""


class Page(Enum):
    """What the PDF is printed on: width and height in mm; a roll's height follows its content."""

    ROLL = (0, 0)
    A4 = (210, 297)
    LETTER = (216, 279)


def to_pdf(document: Document, page: Page = Page.ROLL) -> bytes:
    """``document`` as a PDF with embedded faces. PaperError: ``no-face``, ``too-wide``."""
    return _Setter(document, page).set()


class _Setter:
    """Measures all items first, so that a roll knows its length and a sheet its page count."""

    def __init__(self, document: Document, page: Page) -> None:
        self._roll = page is Page.ROLL
        self._scale = 1.0 if self._roll else 1.25
        width = document.paper_mm if self._roll else page.value[0]
        self._width, self._height = width * MM, page.value[1] * MM
        # 72 and 48 mm are what the roll's print head reaches.
        column = {80: 72, 58: 48}[document.paper_mm] if self._roll else 110
        self._column = column * MM
        self._left = (self._width - self._column) / 2
        self._top = 4 * MM if self._roll else 20 * MM
        title = next((b.text for b in document.blocks if isinstance(b, Heading)), "")
        self._pen = Pen(document.language, self._width, self._height or 1, title)
        self._items: list[Item] = []
        for block in document.blocks:
            self._items += lay_out(block, self._column, self._measure)

    def set(self) -> bytes:
        """Draw page after page."""
        pages = self._paged()
        for n, items in enumerate(pages, 1):
            height = self._height or sum(map(self._tall, items)) + 2 * self._top
            if n == 1:
                self._pen.resize(self._width, height)
            else:
                self._pen.next_page(self._width, height)
            top = self._top
            for item in items:
                self._put(item, top)
                top += self._tall(item)
            if not self._roll and len(pages) > 1:
                foot = height - 10 * MM
                self._pen.text(f"{n} / {len(pages)}", self._width / 2, foot, 8, align=Align.CENTRE)
        return self._pen.done()

    def _paged(self) -> list[list[Item]]:
        room = (self._height or _LONGEST) - 2 * self._top
        pages: list[list[Item]] = [[]]
        used = 0.0
        for item in self._items:
            tall = self._tall(item)
            full = used + tall > room or (pages[-1] and isinstance(pages[-1][-1], Cut))
            if full and pages[-1]:
                pages.append([])
                used = 0.0
            pages[-1].append(item)
            used += tall
        return pages

    def _measure(self, text: str, size: Size, bold: bool) -> float:
        return self._pen.width(text, _EM[size] * self._scale, bold)

    def _tall(self, item: Item) -> float:
        if isinstance(item, Line):
            return _EM[item.size] * _LEAD * self._scale + (3 if item.boxed else 0)
        if isinstance(item, Rule):
            return 6 * self._scale
        if isinstance(item, Feed):
            return 9 * item.lines * self._scale
        if isinstance(item, Qr):
            return (len(qr_modules(item.data)) + 2 * QR_QUIET) * self._module(item)
        if isinstance(item, Barcode):
            return _BAR_HEIGHT + 2 * MM
        return 0.0

    def _module(self, item: Qr) -> float:
        module = item.dots * MM / 8
        if (len(qr_modules(item.data)) + 2 * QR_QUIET) * module > self._column:
            raise PaperError("too-wide", modules=len(qr_modules(item.data)))
        return module

    def _put(self, item: Item, top: float) -> None:
        middle = self._left + self._column / 2
        if isinstance(item, Line):
            self._line(item, top)
        elif isinstance(item, Rule) and item.strong:
            self._pen.box(self._left, top + 3 * self._scale, self._column, 0.8)
        elif isinstance(item, Rule):
            self._pen.dashes(self._left, top + 3 * self._scale, self._column)
        elif isinstance(item, Qr):
            module = self._module(item)
            side = len(qr_modules(item.data)) * module
            self._pen.qr(item.data, middle - side / 2, top + QR_QUIET * module, module)
        elif isinstance(item, Barcode):
            # Two dots of a thermal head a module and no finer, or hand scanners give up.
            module = min(0.33 * MM, self._column / modules(item.digits))
            if module < 0.25 * MM:
                raise PaperError("too-wide", digits=len(item.digits))
            wide = (modules(item.digits) - 2 * QUIET) * module
            self._pen.barcode(item.digits, middle - wide / 2, top + MM, module, _BAR_HEIGHT)

    def _line(self, line: Line, top: float) -> None:
        tall, em = self._tall(line), _EM[line.size] * self._scale
        if line.boxed:
            self._pen.box(self._left, top + 1, self._column, tall - 2)
        base = top + tall / 2 + em * 0.36
        for cell in line.cells:
            x = self._left + _anchor(cell)
            self._pen.text(cell.text, x, base, em, line.bold, cell.align, white=line.boxed)


def _anchor(cell: Cell) -> float:
    share = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[cell.align]
    return cell.x + share * cell.width
