"""Breaks a document into lines for a given width; every renderer measures with its own letters.

One place decides how a long name wraps and where an amount stands, so text, roll and PDF agree. The
unit is the renderer's: columns, dots or points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from receipts.writing.document import (
    Align,
    Barcode,
    Block,
    Cut,
    Feed,
    Heading,
    Qr,
    Row,
    Rule,
    Size,
    Text,
)

Measure = Callable[[str, Size, bool], float]
"""Width of a text at a size and weight, in the renderer's unit."""

_NO_START = frozenset(
    "!%),.:;?]}·…’”、。〉》」』】〕〗！％），．：；？］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NO_END = frozenset("([{‘“〈《「『【〔〖（［｛￥¥₩$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A text between ``x`` and ``x + width``."""

    text: str
    x: float
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: cells that do not overlap, all of one size and weight."""

    cells: tuple[Cell, ...]
    size: Size = Size.NORMAL
    bold: bool = False
    boxed: bool = False


Item = Line | Rule | Qr | Barcode | Feed | Cut


def lay_out(block: Block, width: float, measure: Measure) -> list[Item]:
    """``block`` as printed lines; a code's caption follows it, the rest comes back as it is."""
    if isinstance(block, Heading):
        return list(_paragraph(Text(block.text, Align.CENTRE, True, Size.LARGE), width, measure))
    if isinstance(block, Text):
        return list(_paragraph(block, width, measure))
    if isinstance(block, Row):
        return list(_row(block, width, measure))
    if isinstance(block, Qr | Barcode):
        below = block.caption if isinstance(block, Qr) else block.human
        caption = Text(below, Align.CENTRE, size=Size.SMALL)
        return [block, *(_paragraph(caption, width, measure) if below else ())]
    return [block]


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """``text`` in lines no wider than ``width``; a single letter may be wider, nothing else.

    Breaks at spaces, between ideographs and kana (not before closing or after opening marks), and
    inside a word only where the word alone is too long.
    """
    lines: list[str] = []
    line = ""
    for atom in _atoms(text):
        if measure((line + atom).rstrip(" ")) <= width:
            line += atom
            continue
        if line.strip():
            lines.append(line.rstrip(" "))
        line = atom
        while measure(line.rstrip(" ")) > width:
            cut = _longest(line, width, measure)
            if cut >= len(line):
                break
            lines.append(line[:cut])
            line = line[cut:]
    if line.strip() or not lines:
        lines.append(line.rstrip(" "))
    return lines


def _longest(text: str, width: float, measure: Callable[[str], float]) -> int:
    cut = 1
    while cut < len(text) and measure(text[: cut + 1]) <= width:
        cut += 1
    while cut < len(text) and unicodedata.combining(text[cut]):
        cut += 1
    return cut


def _atoms(text: str) -> Iterator[str]:
    atom = ""
    for char in text:
        if atom and _may_break(atom[-1], char):
            yield atom
            atom = ""
        atom += char
    if atom:
        yield atom


def _may_break(before: str, after: str) -> bool:
    if after == " " or unicodedata.combining(after):
        return False
    if before == " ":
        return after not in _NO_START  # "200 %" is one thing
    if after in _NO_START or before in _NO_END:
        return False
    return _breaks_freely(before) or _breaks_freely(after)


def _breaks_freely(char: str) -> bool:
    # Hangul is wide too, but Korean breaks at spaces.
    return "\u2e80" <= char <= "\u9fff" or "\uff01" <= char <= "\uff60" or char >= "\U00020000"


def _paragraph(block: Text, width: float, measure: Measure) -> Iterator[Line]:
    def wide(text: str) -> float:
        return measure(text, block.size, block.bold)

    for part in wrap(block.text, width, wide):
        cell = Cell(part, 0, width, block.align)
        yield Line((cell,), block.size, block.bold, block.boxed)


def _row(block: Row, width: float, measure: Measure) -> Iterator[Line]:
    def wide(text: str) -> float:
        return measure(text, block.size, block.bold)

    gap, indent = wide("n"), block.indent * wide("n")
    right = wide(block.right)
    if right > width * 0.6:
        # Both are long: the value goes below its label, still at the right edge.
        for part in wrap(block.left, width - indent, wide) if block.left else ():
            yield Line((Cell(part, indent, width - indent),), block.size, block.bold)
        for part in wrap(block.right, width - indent, wide):
            cell = Cell(part, indent, width - indent, Align.RIGHT)
            yield Line((cell,), block.size, block.bold)
        return
    room = width - indent - (right + gap if block.right else 0)
    parts = wrap(block.left, room, wide)
    for part in parts[:-1]:
        yield Line((Cell(part, indent, room),), block.size, block.bold)
    cells = [Cell(parts[-1], indent, room)]
    if block.right:
        cells.append(Cell(block.right, width - right, right, Align.RIGHT))
    yield Line(tuple(cells), block.size, block.bold)
