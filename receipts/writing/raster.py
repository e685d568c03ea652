"""Draws in dots what a printer has no letters or codes of its own for.

The only place that knows Pillow. What comes out is a ``Picture``: packed rows, 1 = black.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from receipts.writing.code128 import QUIET, bars, modules
from receipts.writing.document import (
    Align,
    Barcode,
    Feed,
    Qr,
    Rule,
    Size,
)
from receipts.writing.errors import PaperError
from receipts.writing.fonts import Face, FaceBook, face_book
from receipts.writing.layout import Cell, Item, Line
from receipts.writing.qr import QUIET as QR_QUIET
from receipts.writing.qr import qr_modules

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

# Letter height and line height in dots; 24 is the kanji cell of the printers themselves.
_EM = {Size.SMALL: 20, Size.NORMAL: 24, Size.LARGE: 36}
_LINE = {Size.SMALL: 28, Size.NORMAL: 33, Size.LARGE: 50}
_DARK = 150
_FEED = 24
_RULE = 18
_BAR_HEIGHT = 72


@dataclass(frozen=True, slots=True)
class Picture:
    """A one-bit picture; ``rows`` are packed, most significant bit left, 1 = black."""

    width: int
    height: int
    rows: bytes


class Painter:
    """Paints laid-out items on a strip ``dots`` wide, with the letters of ``language``."""

    def __init__(self, language: str, dots: int, book: FaceBook | None = None) -> None:
        # late: Pillow is only needed once something is drawn, never before the window stands
        from PIL import Image, ImageDraw, ImageFont

        self.dots = dots
        self._language = language
        self._book = book or face_book()
        if not self._book.speaks("en"):
            raise PaperError("no-face", language=language)
        self._image, self._draw, self._font = Image, ImageDraw, ImageFont
        self._face = lru_cache(maxsize=None)(self._load)
        self.measure = lru_cache(maxsize=4096)(self._measure)

    def paint(self, items: Iterable[Item]) -> Picture | None:
        """``items`` below each other; None where nothing of them can be seen."""
        wanted = list(items)
        height = sum(self._height(item) for item in wanted)
        if not height:
            return None
        sheet = self._image.new("L", (self.dots, height), 255)
        draw = self._draw.Draw(sheet)
        top = 0
        for item in wanted:
            self._put(draw, item, top)
            top += self._height(item)
        packed = sheet.point([255] * _DARK + [0] * (256 - _DARK)).convert("1")
        return Picture(self.dots, height, packed.tobytes())

    def _load(self, face: Face, em: int) -> ImageFont.FreeTypeFont:
        return self._font.truetype(str(face.path), em)

    def _measure(self, text: str, size: Size, bold: bool) -> float:
        runs = self._book.runs(text, self._language, bold)
        return sum(self._face(run.face, _EM[size]).getlength(run.text) for run in runs)

    def _height(self, item: Item) -> int:
        if isinstance(item, Line):
            return _LINE[item.size] + (8 if item.boxed else 0)
        if isinstance(item, Rule):
            return _RULE
        if isinstance(item, Feed):
            return _FEED * item.lines
        if isinstance(item, Qr):
            return (len(qr_modules(item.data)) + 2 * QR_QUIET) * item.dots
        if isinstance(item, Barcode):
            return _BAR_HEIGHT + 8
        return 0

    def _put(self, draw: ImageDraw.ImageDraw, item: Item, top: int) -> None:
        if isinstance(item, Line):
            self._line(draw, item, top)
        elif isinstance(item, Rule):
            middle = top + _RULE // 2
            for x in range(0, self.dots, self.dots if item.strong else 8):
                end = self.dots if item.strong else x + 4
                draw.rectangle((x, middle - 1, end - 1, middle), fill=0)
        elif isinstance(item, Qr):
            self._qr(draw, item, top)
        elif isinstance(item, Barcode):
            self._bars(draw, item, top)

    def _line(self, draw: ImageDraw.ImageDraw, line: Line, top: int) -> None:
        height = self._height(line)
        if line.boxed:
            draw.rectangle((0, top + 2, self.dots - 1, top + height - 3), fill=0)
        base = top + (height + round(_EM[line.size] * 0.74)) // 2
        for cell in line.cells:
            self._cell(draw, cell, line, base)

    def _cell(self, draw: ImageDraw.ImageDraw, cell: Cell, line: Line, base: int) -> None:
        spare = cell.width - self.measure(cell.text, line.size, line.bold)
        shift = {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[cell.align]
        x = cell.x + max(0.0, shift)
        for run in self._book.runs(cell.text, self._language, line.bold):
            font = self._face(run.face, _EM[line.size])
            ink = 255 if line.boxed else 0
            draw.text((round(x), base), run.text, font=font, fill=ink, anchor="ls")
            x += font.getlength(run.text)

    def _qr(self, draw: ImageDraw.ImageDraw, item: Qr, top: int) -> None:
        rows = qr_modules(item.data)
        left = (self.dots - len(rows) * item.dots) // 2
        if left < QR_QUIET * item.dots:
            raise PaperError("too-wide", modules=len(rows), dots=self.dots)
        for y, row in enumerate(rows):
            for x, black in enumerate(row):
                if black:
                    at = (left + x * item.dots, top + (y + QR_QUIET) * item.dots)
                    draw.rectangle((*at, at[0] + item.dots - 1, at[1] + item.dots - 1), fill=0)

    def _bars(self, draw: ImageDraw.ImageDraw, item: Barcode, top: int) -> None:
        module = bar_module(item.digits, self.dots)
        x = (self.dots - (modules(item.digits) - 2 * QUIET) * module) // 2
        for n, width in enumerate(bars(item.digits)):
            if n % 2 == 0:
                draw.rectangle((x, top + 4, x + width * module - 1, top + 3 + _BAR_HEIGHT), fill=0)
            x += width * module


def bar_module(digits: str, dots: int) -> int:
    """Dots per module of a Code 128 of ``digits`` on ``dots``: 2 or 3; PaperError ``too-wide``."""
    module = min(3, dots // modules(digits))
    if module < 2:
        raise PaperError("too-wide", digits=len(digits), dots=dots)
    return module
