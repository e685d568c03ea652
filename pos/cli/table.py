"""Columns of text that stand straight, whatever script is in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from receipts.writing.plain import plain
from receipts.writing.text import columns

Cells = Sequence[str]


def table(rows: Iterable[Cells], right: Iterable[int] = (), indent: int = 0) -> tuple[str, ...]:
    """Rows as lines, two blanks between columns; the columns numbered in `right` end flush."""
    safe = [[_safe(cell) for cell in row] for row in rows]
    if not safe:
        return ()
    widths = [max(columns(row[n]) for row in safe) for n in range(len(safe[0]))]
    flush = frozenset(right)
    lines = []
    for row in safe:
        cells = []
        for n, cell in enumerate(row):
            blank = " " * (widths[n] - columns(cell))
            cells.append(blank + cell if n in flush else cell + blank)
        lines.append((" " * indent + "  ".join(cells)).rstrip())
    return tuple(lines)


def _safe(cell: str) -> str:
    """No field may steer the terminal it is shown on."""
    return plain(cell, 200)
