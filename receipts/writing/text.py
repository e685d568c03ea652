"""A document as plain text: for the screen, for files, and to read in tests.

Columns are those of a fixed-pitch printer: an East Asian wide character takes two.
"""

from __future__ import annotations

import unicodedata

from receipts.writing.document import (
    Align,
    Barcode,
    Document,
    Feed,
    Qr,
    Rule,
    Size,
)
from receipts.writing.layout import Cell, Item, Line, lay_out, wrap

COLUMNS = {58: 32, 80: 48}
"""Columns of 12 dots on the two common rolls (384 and 576 dots)."""


def columns(text: str) -> int:
    """How many fixed-pitch columns ``text`` takes."""
    return sum(_char_columns(char) for char in text)


def to_text(document: Document, width: int | None = None) -> str:
    """``document`` as lines of at most ``width`` columns (the roll's own by default).

    Codes are shown by their digits; the cut is a dashed mark. Ends in a line break.
    """
    room = width or COLUMNS[document.paper_mm]
    lines: list[str] = []
    for block in document.blocks:
        for item in lay_out(block, room, _measure):
            lines += _lines(item, room)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def placed(line: Line) -> str:
    """The cells of ``line`` put at their columns."""
    out, at = "", 0
    for cell in line.cells:
        start = _start(cell)
        out += " " * (start - at) + cell.text
        at = max(at, start) + columns(cell.text)
    return out


def _start(cell: Cell) -> int:
    spare = int(cell.width) - columns(cell.text)
    if cell.align is Align.LEFT or spare <= 0:
        return int(cell.x)
    return int(cell.x) + (spare if cell.align is Align.RIGHT else spare // 2)


def _lines(item: Item, room: int) -> list[str]:
    if isinstance(item, Line):
        text = placed(item)
        return [_centred(f"[{text.strip()}]", room) if item.boxed else text]
    if isinstance(item, Rule):
        return [("=" if item.strong else "-") * room]
    if isinstance(item, Qr):
        # A long code is cut into lines: text must never be wider than the paper.
        return [_centred(part, room) for part in wrap(f"[QR {item.data}]", room, columns)]
    if isinstance(item, Barcode):
        return [] if item.human else [_centred(item.digits, room)]
    if isinstance(item, Feed):
        return [""] * item.lines
    return [_centred("- - -", room)]


def _centred(text: str, room: int) -> str:
    return " " * max(0, (room - columns(text)) // 2) + text


def _measure(text: str, _size: Size, _bold: bool) -> float:
    return columns(text)


def _char_columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
