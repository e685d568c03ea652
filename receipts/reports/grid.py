"""The tables of a report as files hold them: figures are one, and every amount names its currency.

CSV and XLSX both write these grids, so that they cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass

from receipts.reports.cells import Cell, Count, Money, Nothing, Number, Share, Text
from receipts.reports.value import Report, Table, Tile, Tiles
from receipts.reports.written import Written

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its headings written; `key` names its file or sheet, `title` says what it is.

    `sums`, where there are any, are as wide as a row.
    """

    key: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    sums: Row = ()


def grids(report: Report, written: Written) -> tuple[Grid, ...]:
    """The figures, if there are any, then every table in its order."""
    found = []
    tiles = [tile for part in report.parts if isinstance(part, Tiles) for tile in part.tiles]
    if tiles:
        heads = written.columns(("figure", "value", "low", "high", "n", "before"))
        rows = tuple(_figure(tile, written) for tile in tiles)
        found.append(Grid("figures", written.words("frame.figures"), heads, rows))
    for part in report.parts:
        if isinstance(part, Table):
            heads = written.columns(part.columns)
            title = written.words(f"table.{part.key}")
            sums = part.sums
            if sums and isinstance(sums[0], Nothing):
                sums = (Text(written.words("frame.sum")), *sums[1:])
            found.append(Grid(part.key, title, heads, part.rows, sums))
    return tuple(_with_currencies(grid, written) for grid in found)


def _figure(tile: Tile, written: Written) -> Row:
    cell = tile.cell
    low: Cell = Nothing()
    high: Cell = Nothing()
    if isinstance(cell, Share | Number) and cell.low is not None and cell.high is not None:
        kind = type(cell)
        low, high = kind(cell.low, places=cell.places), kind(cell.high, places=cell.places)
    n = Count(tile.n) if tile.n is not None else Nothing()
    name = Text(written.words(f"figure.{tile.key}"))
    return name, cell, low, high, n, tile.before or Nothing()


def _with_currencies(grid: Grid, written: Written) -> Grid:
    """The currency in the heading where a column has one, else in a column of its own."""
    lines = (*grid.rows, *([grid.sums] if grid.sums else []))
    heads: list[str] = []
    wide: list[list[Cell]] = [[] for _ in lines]
    for at, head in enumerate(grid.heads):
        column = [line[at] for line in lines]
        found = {cell.currency for cell in column if isinstance(cell, Money)}
        alone = all(isinstance(cell, Money | Nothing) for cell in column)
        apart = bool(found) and not (alone and len(found) == 1)
        named = bool(found) and not apart
        heads.append(
            written.words("frame.in-currency", column=head, currency=min(found)) if named else head
        )
        if apart:
            heads.append(written.words("frame.currency", column=head))
        for line, cell in zip(wide, column, strict=True):
            line.append(cell)
            if apart:
                line.append(Text(cell.currency) if isinstance(cell, Money) else Nothing())
    told = [tuple(line) for line in wide]
    sums = told.pop() if grid.sums else ()
    return Grid(grid.key, grid.title, tuple(heads), tuple(told), sums)
