"""Figures on paper, three beside each other: value, range, what it rests on, and what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from receipts.reports.flow import Block, Draw
from receipts.reports.sheet import GRID, INK, LEAD, MUTED, Sheet, space
from receipts.reports.value import Tile, Tiles
from receipts.reports.wording import known
from receipts.writing import format as fmt

_ACROSS, _GAP, _INSET = 3, 8.0, 6.0
_Line = tuple[str, float, bool, str]
"""Text, em, bold, colour."""


def tile_blocks(tiles: Tiles, sheet: Sheet) -> Iterator[Block]:
    """A block for each row of figures, as tall as its tallest."""
    for start in range(0, len(tiles.tiles), _ACROSS):
        row = tiles.tiles[start : start + _ACROSS]
        width = (sheet.width - (_ACROSS - 1) * _GAP) / _ACROSS
        lines = [_lines(tile, sheet, width - 2 * _INSET) for tile in row]
        tall = max(sum(em * LEAD for _, em, _, _ in one) for one in lines) + 2 * _INSET
        yield Block(tall, _drawer(sheet, lines, width, tall))
        yield space(_GAP)


def _lines(tile: Tile, sheet: Sheet, width: float) -> list[_Line]:
    written = sheet.written
    found: list[_Line] = []

    def add(text: str, em: float, bold: bool = False, colour: str = INK) -> None:
        found.extend((line, em, bold, colour) for line in sheet.wrapped(text, width, em, bold))

    add(written.words(f"figure.{tile.key}"), 8, True)
    value = written.full(tile.cell)
    # A large amount is set smaller, never cut.
    em = next((em for em in (16, 13, 10) if sheet.pen.width(value, em, True) <= width), 8)
    add(value, em, True)
    if likely := written.range_of(tile.cell):
        add(likely, 7.5)
    if tile.n is not None:
        add(written.words("frame.n", n=fmt.count(tile.n, written.language)), 7.5)
    if tile.before is not None:
        add(written.words("frame.before", value=written.full(tile.before)), 7.5)
    for said in tile.said:
        add(written.said(said), 7.5, said.alert)
    if known(f"figure.{tile.key}.means"):
        add(written.words(f"figure.{tile.key}.means"), 6.8, colour=MUTED)
    return found


def _drawer(sheet: Sheet, columns: Sequence[Sequence[_Line]], width: float, tall: float) -> Draw:
    def draw(top: float) -> None:
        for number, lines in enumerate(columns):
            x = sheet.left + number * (width + _GAP)
            corners = ((x, top), (x + width, top), (x + width, top + tall), (x, top + tall))
            sheet.pen.shape((*corners, corners[0]), GRID, 0.8)
            at = top + _INSET
            for text, em, bold, colour in lines:
                sheet.put(text, x + _INSET, at, em, bold, colour=colour)
                at += em * LEAD

    return draw
