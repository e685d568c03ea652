"""A table on paper: headings on every page it reaches, sums at its end, nothing overlapping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from receipts.reports.columns import Cut, cuts, days_in, names_in
from receipts.reports.flow import Block
from receipts.reports.sheet import GRID, INK, LEAD, MUTED, Sheet, space
from receipts.reports.value import Table
from receipts.writing.document import Align

_HEAD_LINES = 3
_WHOLE = 12
"""Rows of a table that stays on one page."""


def table_blocks(table: Table, sheet: Sheet) -> Iterator[Block]:
    """The caption, the table in as many pieces as its width needs, and what was left out."""
    written = sheet.written
    yield from sheet.paragraph(written.words(f"table.{table.key}"), 9.5, True, after=2, glued=True)
    if not table.rows:
        nothing = written.words("frame.no-rows")
        yield from sheet.paragraph(nothing, 8.5, colour=MUTED, after=8)
        return
    heads = written.columns(table.columns)
    rows = [tuple(map(written.short, row)) for row in table.rows]
    sums = written.sums(table.sums)
    names = names_in(table.rows, len(heads))
    lefts = [*map(max, names, days_in(table.rows, len(heads)))]
    lines = [*rows, sums] if sums else rows

    def wide(text: str, em: float) -> float:
        return sheet.pen.width(text, em, True)  # headings and sums are, and they are the wider

    for piece in cuts(heads, lines, names, sheet.width, wide):
        yield from _Piece(sheet, piece, heads, lefts).blocks(rows, sums)
        yield space(8)
    if table.whole > len(rows):
        shown, whole = (f"{number:,}" for number in (len(rows), table.whole))
        left_out = written.words("frame.first-rows", shown=shown, whole=whole)
        yield from sheet.paragraph(left_out, 8, colour=MUTED, after=8)


class _Piece:
    """Some columns of the table over all its rows."""

    def __init__(
        self, sheet: Sheet, piece: Cut, heads: Sequence[str], lefts: Sequence[bool]
    ) -> None:
        self._sheet, self._piece, self._lefts = sheet, piece, lefts
        self._gap = piece.em * 0.9
        self._heads = [
            self._head(heads[at], width - self._gap)
            for at, width in zip(piece.columns, piece.widths, strict=True)
        ]

    def blocks(self, rows: Sequence[tuple[str, ...]], sums: tuple[str, ...]) -> Iterator[Block]:
        """The headings, then line by line; the sums are never alone on a page."""
        tall = self._piece.em * 1.6
        lines = max(map(len, self._heads))
        head = Block(lines * self._piece.em * LEAD + 4, self._draw_head, glued=True)
        yield head
        for number, row in enumerate(rows, 1):

            def draw(top: float, row: tuple[str, ...] = row) -> None:
                self._draw_row(row, top, False)

            # A short table is not torn apart, and sums are never alone on a page.
            last = number == len(rows)
            glued = bool(sums) if last else len(rows) <= _WHOLE
            yield Block(tall, draw, glued, head)
        if sums:
            yield Block(tall + 1, lambda top: self._draw_sums(sums, top), head=head)

    def _head(self, text: str, width: float) -> list[str]:
        """At most three lines; a word that is wider than its column is cut."""
        em, sheet = self._piece.em, self._sheet
        lines = sheet.wrapped(text, width, em, True)
        if len(lines) > _HEAD_LINES:
            lines = [*lines[: _HEAD_LINES - 1], "".join(lines[_HEAD_LINES - 1 :])]
        return [sheet.cut(line, width, em, True) for line in lines]

    def _draw_head(self, top: float) -> None:
        em, sheet = self._piece.em, self._sheet
        most = max(map(len, self._heads))
        for (x, width, left), lines in zip(self._places(), self._heads, strict=True):
            for number, line in enumerate(lines, most - len(lines)):
                self._put(line, x, width, left, top + number * em * LEAD, True)
        end = sheet.left + sum(self._piece.widths)
        under = top + most * em * LEAD + 2
        sheet.pen.shape(((sheet.left, under), (end, under)), INK, 0.7)

    def _draw_row(self, row: tuple[str, ...], top: float, bold: bool) -> None:
        em, sheet = self._piece.em, self._sheet
        for (x, width, left), at in zip(self._places(), self._piece.columns, strict=True):
            # Only names can be too wide: numbers have the width they need.
            fits = sheet.cut(row[at], width, em, bold) if left else row[at]
            self._put(fits, x, width, left, top + em * 0.1, bold)
        if not bold:
            end, under = sheet.left + sum(self._piece.widths), top + em * 1.55
            sheet.pen.shape(((sheet.left, under), (end, under)), GRID, 0.4)

    def _draw_sums(self, sums: tuple[str, ...], top: float) -> None:
        end = self._sheet.left + sum(self._piece.widths)
        self._sheet.pen.shape(((self._sheet.left, top), (end, top)), INK, 0.7)
        self._draw_row(sums, top + 1, True)

    def _put(self, text: str, x: float, width: float, left: bool, top: float, bold: bool) -> None:
        align, at = (Align.LEFT, x) if left else (Align.RIGHT, x + width)
        self._sheet.put(text, at, top, self._piece.em, bold, align)

    def _places(self) -> Iterator[tuple[float, float, bool]]:
        x = self._sheet.left
        for at, width in zip(self._piece.columns, self._piece.widths, strict=True):
            yield x, width - self._gap, self._lefts[at]
            x += width
