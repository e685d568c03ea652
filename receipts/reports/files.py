"""A report's tables as CSV (RFC 4180): one file a table, numbers bare, days ISO 8601.

What people wrote may begin like a formula, and a spreadsheet would carry it out: such a text gets
an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import StringIO

from receipts.reports.cells import Cell
from receipts.reports.grid import Grid, grids
from receipts.reports.plainly import bare
from receipts.reports.value import Report
from receipts.reports.written import Written

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How formulas begin; the wide ones too, which some spreadsheets take for the same."""
BOM = "\ufeff"
"""Without it, spreadsheets on Windows read UTF-8 as another encoding."""


def to_csv(report: Report, written: Written, bom: bool = True) -> dict[str, bytes]:
    """Each table's key with its file, in UTF-8; the figures come first, under `figures`.

    A report without tables has no files. LoyaltyError `currency-unknown`.
    """
    return {grid.key: _file(grid, written, bom) for grid in grids(report, written)}


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return "'" + text if text.startswith(_STARTS) else text


def _file(grid: Grid, written: Written, bom: bool) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(head) for head in grid.heads])
    for row in grid.rows:
        writer.writerow([_text(cell, written) for cell in row])
    return ((BOM if bom else "") + out.getvalue()).encode("utf-8")


def _text(cell: Cell, written: Written) -> str:
    value = bare(cell, written)
    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case date():
            return value.isoformat()
        case str():
            return harmless(value)
    return format(value, "f") if not isinstance(value, int) else str(value)
