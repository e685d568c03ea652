"""A report as XLSX: a sheet that says what it is, and one for each table.

Numbers are numbers, days are days, and texts are written as texts, whatever they begin with.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from loyalty.money import currency as currency_of
from receipts.reports.cells import Cell, Count, Day, Moment, Money, Month, Number, Points, Share
from receipts.reports.grid import Grid, grids
from receipts.reports.plainly import bare
from receipts.reports.value import Report, Said, Tiles, Title
from receipts.reports.written import Written
from receipts.writing.errors import PaperError

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    # It publishes no types.
    Format = Any
    Worksheet = Any

MOST_ROWS = 1_048_000
"""Rows of a sheet (ECMA-376 ends at 1,048,576), with room for heading and sums."""
_WIDEST = 60


def to_xlsx(report: Report, written: Written) -> bytes:
    """The workbook. PaperError `too-many-rows`; LoyaltyError `currency-unknown`."""
    # late: it is only needed once someone asks for a file
    from xlsxwriter import Workbook

    found = grids(report, written)
    most = max((len(grid.rows) for grid in found), default=0)
    if most > MOST_ROWS:
        raise PaperError("too-many-rows", most=MOST_ROWS)
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    made = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=report.made_ms)
    title = written.words(f"report.{report.name}")
    book.set_properties({"title": title, "author": report.shop, "created": made})
    looks = _Looks(book)
    taken: set[str] = set()
    _about(book.add_worksheet(_named(title, taken)), report, written, looks)
    for grid in found:
        _fill(book.add_worksheet(_named(grid.title, taken)), grid, written, looks)
    book.close()
    return out.getvalue()


class _Looks:
    """The formats of a workbook, made once each."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}

    def of(self, cell: Cell | None, bold: bool = False) -> Format:
        """How a kind of cell looks; None for a heading."""
        match cell:
            case Money(_, currency):
                digits = currency_of(currency).exponent
                shown = "#,##0" + ("." + "0" * digits if digits else "")
            case Points() | Count():
                shown = "#,##0"
            case Share(_, _, _, places):
                shown = "0." + "0" * places + "%" if places else "0%"
            case Number(_, places):
                shown = "#,##0." + "0" * places if places else "#,##0"
            case Day():
                shown = "yyyy-mm-dd"
            case Month():
                shown = "yyyy-mm"
            case Moment():
                shown = "yyyy-mm-dd hh:mm"
            case _:
                shown = ""
        if (shown, bold) not in self._made:
            look = {"bold": bold} | ({"num_format": shown} if shown else {})
            self._made[shown, bold] = self._book.add_format(look)
        return self._made[shown, bold]


def _about(sheet: Worksheet, report: Report, written: Written, looks: _Looks) -> None:
    lines = [
        report.shop,
        written.words(f"report.{report.name}"),
        written.period(report.period),
        written.words("frame.made", at=written.short(Moment(report.made_ms))),
        written.words("frame.books", books=report.books[:16]),
        "",
    ]
    for part in report.parts:
        if isinstance(part, Said):
            lines.append(written.said(part))
        elif isinstance(part, Title):
            lines.append(written.title(part))
        elif isinstance(part, Tiles):
            lines += [
                f"{written.words(f'figure.{t.key}')}: {written.full(t.cell)}" for t in part.tiles
            ]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, looks.of(None, row < 2))
    sheet.set_column(0, 0, 90)


def _fill(sheet: Worksheet, grid: Grid, written: Written, looks: _Looks) -> None:
    for column, head in enumerate(grid.heads):
        sheet.write_string(0, column, head, looks.of(None, True))
        shown = [written.short(row[column]) for row in grid.rows[:200]]
        widest = max((len(head), *map(len, shown)))
        sheet.set_column(column, column, min(_WIDEST, widest + 3))
    sheet.freeze_panes(1, 0)
    for row, cells in enumerate(grid.rows, 1):
        for column, cell in enumerate(cells):
            _put(sheet, row, column, cell, written, looks.of(cell))
    if grid.sums:
        last = len(grid.rows) + 1
        for column, cell in enumerate(grid.sums):
            _put(sheet, last, column, cell, written, looks.of(cell, True))
    elif grid.rows:
        sheet.autofilter(0, 0, len(grid.rows), len(grid.heads) - 1)


def _put(
    sheet: Worksheet, row: int, column: int, cell: Cell, written: Written, look: Format
) -> None:
    value = bare(cell, written)
    if value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look)
    elif isinstance(value, int | Decimal):
        # A sheet counts in floating point anyway; ours ends here.
        sheet.write_number(row, column, float(value), look)
    else:
        sheet.write_datetime(row, column, value, look)


def _named(title: str, taken: set[str]) -> str:
    """A name no other sheet has, as short and as plain as the format wants it."""
    plain = re.sub(r"[\[\]:*?/\\']", " ", title).strip()[:28] or "-"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain[:25]} {number}"
    taken.add(name.casefold())
    return name
