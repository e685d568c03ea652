"""The kinds of charts, as what they show: one value gives the picture, its table and its sentence.

Labels and names are cells of a report, so that a chart is written in the reader's language only
where it is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

from receipts.reports.cells import Cell, Count, Money, Number, Points, Share


@dataclass(frozen=True, slots=True)
class Unit:
    """What a chart counts: `count`, `money` (minor units), `points`, `share`, `days`."""

    kind: str = "count"
    currency: str = ""

    def cell(self, value: float) -> Cell:
        """A number of the chart as it is written. ValueError: no such kind."""
        match self.kind:
            case "count":
                return Count(round(value))
            case "money":
                return Money(round(value), self.currency)
            case "points":
                return Points(round(value))
            case "share":
                return Share(value)
            case "days":
                return Number(value)
        raise ValueError(self.kind)


COUNT = Unit()


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of numbers, one for each label of the chart; None: nothing there."""

    name: Cell
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Upright bars over `labels`, beside each other or `stacked`."""

    labels: tuple[Cell, ...]
    series: tuple[Series, ...]
    unit: Unit = COUNT
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over `labels` in order of time; `low` and `high` are a band around the first one.

    From label `forecast` on, the first line is what is expected (drawn dashed); -1: nowhere.
    """

    labels: tuple[Cell, ...]
    series: tuple[Series, ...]
    unit: Unit = COUNT
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    forecast: int = -1


@dataclass(frozen=True, slots=True)
class Ranking:
    """Lying bars in the order given, at most a dozen."""

    rows: tuple[tuple[Cell, float], ...]
    unit: Unit = COUNT


@dataclass(frozen=True, slots=True)
class Shares:
    """One bar of a hundred per cent, cut into named parts (all >= 0)."""

    parts: tuple[tuple[Cell, float], ...]
    unit: Unit = COUNT


@dataclass(frozen=True, slots=True)
class Heat:
    """A grid of cells: `values[row][column]`; None: nothing there (drawn empty)."""

    rows: tuple[Cell, ...]
    columns: tuple[Cell, ...]
    values: tuple[tuple[float | None, ...], ...]
    unit: Unit = COUNT


@dataclass(frozen=True, slots=True)
class Spark:
    """A small line without axes, beside a figure."""

    values: tuple[float | None, ...]
    unit: Unit = COUNT


Chart = Bars | Lines | Ranking | Shares | Heat | Spark
