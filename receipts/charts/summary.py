"""A chart for who does not see it: a sentence for each row of numbers, and all of them as a table.

Made from the same value as the picture, so that they cannot tell different things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from receipts.charts.kinds import Bars, Chart, Heat, Lines, Ranking, Shares, Spark, Unit
from receipts.reports.cells import Cell, Count, Nothing, Share, Text
from receipts.reports.value import Said

Row = tuple[Cell, ...]
_Numbers = list[tuple[Cell, float]]
"""Numbers with the label each stands at."""


def sentences(chart: Chart) -> tuple[Said, ...]:
    """How many numbers there are, and which is the highest and the lowest."""
    if isinstance(chart, Shares):
        return _parts(chart)
    rows = [(name, numbers) for name, numbers in _rows(chart) if numbers]
    if not rows:
        return (Said("chart-none"),)
    named = len(rows) > 1
    return tuple(_said(name if named else None, numbers, chart.unit) for name, numbers in rows)


def as_rows(chart: Chart) -> tuple[Row, ...]:
    """The numbers as lines of cells, the headings first."""
    match chart:
        case Bars() | Lines():
            head: Row = (Nothing(), *(one.name for one in chart.series))
            columns = [one.values for one in chart.series]
            if isinstance(chart, Lines) and chart.low:
                head = (*head, Text("<"), Text(">"))
                columns += [chart.low, chart.high]
            lines = [
                (label, *(_cell(chart.unit, values[at]) for values in columns))
                for at, label in enumerate(chart.labels)
            ]
            return head, *lines
        case Heat():
            grid = [
                (row, *(_cell(chart.unit, value) for value in values))
                for row, values in zip(chart.rows, chart.values, strict=True)
            ]
            return (Nothing(), *chart.columns), *grid
        case Ranking() | Shares():
            pairs = chart.rows if isinstance(chart, Ranking) else chart.parts
            return tuple((name, chart.unit.cell(value)) for name, value in pairs)
        case Spark():
            return (tuple(_cell(chart.unit, value) for value in chart.values),)


def _rows(chart: Bars | Lines | Ranking | Heat | Spark) -> Iterator[tuple[Cell, _Numbers]]:
    match chart:
        case Bars() | Lines():
            for one in chart.series:
                yield one.name, _known(chart.labels, one.values)
        case Heat():
            for row, values in zip(chart.rows, chart.values, strict=True):
                yield row, _known(chart.columns, values)
        case Ranking():
            yield Nothing(), list(chart.rows)
        case Spark():
            places = [Count(number) for number in range(1, len(chart.values) + 1)]
            yield Nothing(), _known(places, chart.values)


def _known(labels: Sequence[Cell], values: Sequence[float | None]) -> _Numbers:
    pairs = zip(labels, values, strict=True)
    return [(label, value) for label, value in pairs if value is not None]


def _said(name: Cell | None, numbers: _Numbers, unit: Unit) -> Said:
    high_at, high = max(numbers, key=lambda pair: pair[1])
    low_at, low = min(numbers, key=lambda pair: pair[1])
    facts: tuple[tuple[str, Cell], ...] = (
        ("count", Count(len(numbers))),
        ("high", unit.cell(high)),
        ("high_at", high_at),
        ("low", unit.cell(low)),
        ("low_at", low_at),
    )
    if name is None:
        return Said("chart", facts)
    return Said("chart-of", (("name", name), *facts))


def _parts(chart: Shares) -> tuple[Said, ...]:
    whole = sum(value for _, value in chart.parts)
    if not whole:
        return (Said("chart-none"),)
    name, most = max(chart.parts, key=lambda part: part[1])
    facts: tuple[tuple[str, Cell], ...] = (
        ("count", Count(len(chart.parts))),
        ("whole", chart.unit.cell(whole)),
        ("name", name),
        ("share", Share(most / whole)),
    )
    return (Said("chart-parts", facts),)


def _cell(unit: Unit, value: float | None) -> Cell:
    return Nothing() if value is None else unit.cell(value)
