"""A chart as shapes: one layout for paper, SVG and the screen, so that all show the same."""

from __future__ import annotations

from receipts.charts import bars, flat, heat, lines
from receipts.charts.frame import Measure, Room, Write
from receipts.charts.kinds import Bars, Chart, Heat, Lines, Ranking, Shares, Spark
from receipts.charts.palette import Theme
from receipts.charts.shapes import Path, Shape
from receipts.reports.cells import Nothing


def layout(
    chart: Chart, width: float, height: float, write: Write, measure: Measure, theme: Theme
) -> tuple[Shape, ...]:
    """`chart` within width x height, in the unit of `theme.size` and `measure`: points or pixels.

    A chart without a single value is the word for nothing, in the middle.
    """
    room = Room(width, height, write, measure, theme)
    if not values_of(chart):
        return () if isinstance(chart, Spark) else (_nothing(room),)
    match chart:
        case Bars():
            return tuple(bars.laid(chart, room))
        case Lines():
            return tuple(lines.laid(chart, room))
        case Ranking():
            return tuple(flat.ranking(chart, room))
        case Shares():
            return tuple(flat.shares(chart, room))
        case Heat():
            return tuple(heat.laid(chart, room))
        case Spark():
            return tuple(_spark(chart, room))


def values_of(chart: Chart) -> list[float]:
    """Every number a chart shows; of shares only what has a share."""
    match chart:
        case Bars() | Lines():
            return [v for one in chart.series for v in one.values if v is not None]
        case Ranking():
            return [value for _, value in chart.rows]
        case Shares():
            return [value for _, value in chart.parts if value > 0]
        case Heat():
            return [v for row in chart.values for v in row if v is not None]
        case Spark():
            return [v for v in chart.values if v is not None]


def height_of(chart: Chart, width: float, em: float) -> float:
    """How tall a chart of this width wants to be for text of `em`."""
    if not values_of(chart):
        return em * 4
    match chart:
        case Ranking():
            return em * 2.2 * max(1, min(len(chart.rows), flat.MOST_ROWS))
        case Shares():
            return em * (3.4 + 1.7 * flat.places(chart, width, em)[1])
        case Heat():
            return em * (1.8 + 2.0 * max(1, len(chart.rows)))
        case Spark():
            return em * 2.4
        case _:
            return em * 20


def _nothing(room: Room) -> Shape:
    said = room.cut(room.write(Nothing("no-data")), room.width)
    return room.text(room.width / 2, room.height / 2, said, room.theme.muted, "middle")


def _spark(chart: Spark, room: Room) -> list[Shape]:
    known = values_of(chart)
    low, high = min(known), max(known)
    inset = room.em * 0.4

    def at(number: int) -> tuple[float, float]:
        across = (room.width - 2 * inset) / max(1, len(chart.values) - 1)
        part = (((chart.values[number] or 0.0) - low) / (high - low)) if high > low else 0.5
        return inset + number * across, room.height - inset - part * (room.height - 2 * inset)

    found: list[Shape] = []
    places = lines.stretches(chart.values)
    for stretch in places:
        if len(stretch) > 1:
            points = tuple(at(number) for number in stretch)
            found.append(Path(points, room.theme.line(0), room.em * 0.16))
    x, y = at(places[-1][-1])
    return [*found, lines.mark(x, y, 0, room.theme.line(0), room.em * 0.3)]
