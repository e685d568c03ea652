"""A page's printable area and the pen over it: what tables, tiles and sentences are set with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from receipts.charts.axis import cut
from receipts.charts.palette import LIGHT
from receipts.reports.flow import Block
from receipts.reports.written import Written
from receipts.writing.document import Align
from receipts.writing.layout import wrap
from receipts.writing.pen import MM, Pen

LEAD = 1.35
INK, MUTED, GRID = LIGHT.ink, LIGHT.muted, LIGHT.grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pen, the reader's language, and where the column of text begins and how wide it is."""

    pen: Pen
    written: Written
    left: float
    width: float

    def wrapped(self, text: str, width: float, em: float, bold: bool = False) -> list[str]:
        """A text in lines no wider than `width`."""
        return wrap(text, width, lambda part: self.pen.width(part, em, bold))

    def cut(self, text: str, width: float, em: float, bold: bool = False) -> str:
        """A text that fits, with an ellipsis where it did not."""
        return cut(text, width, lambda part: self.pen.width(part, em, bold))

    def put(
        self,
        text: str,
        x: float,
        top: float,
        em: float,
        bold: bool = False,
        align: Align = Align.LEFT,
        colour: str = INK,
    ) -> None:
        """A line of text whose line begins at `top`."""
        self.pen.text(text, x, top + em * 1.02, em, bold, align, colour=colour)

    def rule(self, top: float, colour: str = GRID, thick: float = 0.5) -> None:
        """A line across the column."""
        ends = ((self.left, top), (self.left + self.width, top))
        self.pen.shape(ends, colour, thick)

    def paragraph(
        self,
        text: str,
        em: float,
        bold: bool = False,
        colour: str = INK,
        after: float = 0.0,
        glued: bool = False,
    ) -> Iterator[Block]:
        """A text over the whole column, a block a line, and `after` points of air."""
        lines = self.wrapped(text, self.width, em, bold)
        for line in lines:

            def draw(top: float, line: str = line) -> None:
                self.put(line, self.left, top, em, bold, colour=colour)

            yield Block(em * LEAD, draw, glued=glued)
        if after:
            yield space(after, glued)


def space(height: float, glued: bool = False) -> Block:
    """Nothing, so high."""
    return Block(height, lambda top: None, glued)


SIDE, HEAD, FOOT = 16 * MM, 24 * MM, 17 * MM
"""Margins of a page: left and right; above the text; below it."""
