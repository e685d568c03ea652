"""A report as a value: what it is about, and its parts in the order they are read.

Made by the shop's use cases, drawn by the screen, set as PDF, written as CSV, XLSX and JSON; every
sentence, column and figure is named by a key of `wording`, so that all of them say the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from receipts.charts.kinds import Chart
from receipts.reports.cells import Cell


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence (`said.KEY`) with its facts; `alert` where a person has to act on it."""

    key: str
    facts: tuple[tuple[str, Cell], ...] = ()
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """The heading of a section (`title.KEY`)."""

    key: str
    facts: tuple[tuple[str, Cell], ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure: its name (`figure.KEY`), what it means (`figure.KEY.means`), and how sure it is.

    `cell` carries the range where there is one; `n` is how many people (or purchases) it rests on,
    None where that means nothing. `said` are further sentences: too few, what changed, and whether
    that change is clear.
    """

    key: str
    cell: Cell
    n: int | None = None
    before: Cell | None = None
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Tiles:
    """Figures side by side."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns (`column.KEY`), with sums where sums mean something.

    `key` names its caption (`table.KEY`). `whole`: rows there are, where only the first are here.
    """

    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sums: tuple[Cell, ...] = ()
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart under its caption (`picture.KEY`)."""

    key: str
    chart: Chart


Part = Said | Title | Tiles | Table | Picture


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both included; for what is true at a moment, both are that day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Report:
    """A report (`report.NAME`) over a period, of the shop's books up to a place.

    `books` tells which books it was made from (the newest entry's hash, in hex): the same books and
    period give the same report. `made_ms`: when, milliseconds since 1970, UTC.
    """

    name: str
    shop: str
    period: Period
    made_ms: int
    books: str
    parts: tuple[Part, ...] = field(default_factory=tuple)
