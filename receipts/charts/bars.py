"""Upright bars: beside each other, or stacked; what is below nothing hangs down."""

from __future__ import annotations

from receipts.charts.frame import Frame, Room, axis_of, framed, labels_below
from receipts.charts.hatching import hatched
from receipts.charts.kinds import Bars, Series
from receipts.charts.shapes import Rect, Shape

_FILLED = 0.72
"""The part of a label's place that bars take; the rest parts them from their neighbours."""
_WIDEST = 7.0
"""Em: a bar alone is still a bar."""


def laid(chart: Bars, room: Room) -> list[Shape]:
    """The axis, the bars with their hatching, and the names above where there are several."""
    named = legend(room, chart.series) if len(chart.series) > 1 else []
    lowest = max((one.y + one.height for one in named if isinstance(one, Rect)), default=0.0)
    above = lowest + room.em * 0.5 if named else 0.0
    frame = framed(room, _extremes(chart), chart.unit, len(chart.labels), above)
    return [
        *named,
        *axis_of(room, frame, chart.unit),
        *labels_below(room, frame, chart.labels),
        *(_stacked(chart, room, frame) if chart.stacked else _beside(chart, room, frame)),
    ]


def block(room: Room, rect: Rect, number: int) -> list[Shape]:
    """An area of the n-th series: its colour, its edge, its hatching."""
    return [rect, *hatched(rect, number, room.theme.edge, room.em)]


def swatch(room: Room, x: float, y: float, width: float, height: float, number: int) -> list[Shape]:
    """A rectangle as the n-th series is filled."""
    fill = room.theme.fill(number)
    # Slivers side by side would be all edge.
    thin = room.em * 0.06 if width > room.em * 0.5 else 0.0
    edge = room.theme.edge if thin else ""
    return block(room, Rect(x, y, width, height, fill, edge, thin), number)


def legend(room: Room, series: tuple[Series, ...]) -> list[Shape]:
    """The names with their areas, in as many rows as they need."""
    found: list[Shape] = []
    em, x, y = room.em, 0.0, 0.0
    for number, one in enumerate(series):
        name = room.cut(room.write(one.name), room.width - em * 2)
        wide = em * 1.6 + room.wide(name)
        if x and x + wide > room.width:
            x, y = 0.0, y + em * 1.6
        found += swatch(room, x, y + em * 0.1, em * 1.1, em * 1.1, number)
        found.append(room.text(x + em * 1.5, y + em, name))
        x += wide + em * 1.2
    return found


def _extremes(chart: Bars) -> list[float]:
    if not chart.stacked:
        return [value for one in chart.series for value in one.values if value is not None]
    found = []
    for at in range(len(chart.labels)):
        values = [one.values[at] or 0.0 for one in chart.series]
        found += [sum(v for v in values if v > 0), sum(v for v in values if v < 0)]
    return found


def _beside(chart: Bars, room: Room, frame: Frame) -> list[Shape]:
    wide = min(frame.slot * _FILLED / max(1, len(chart.series)), room.em * _WIDEST)
    found: list[Shape] = []
    for number, one in enumerate(chart.series):
        for at, value in enumerate(one.values):
            if value:
                x = frame.x(at) + (number - len(chart.series) / 2) * wide
                found += _bar(room, frame, x, wide, (0.0, value), number)
    return found


def _stacked(chart: Bars, room: Room, frame: Frame) -> list[Shape]:
    wide = min(frame.slot * _FILLED, room.em * _WIDEST)
    found: list[Shape] = []
    for at in range(len(chart.labels)):
        up, down = 0.0, 0.0
        for number, one in enumerate(chart.series):
            value = one.values[at] or 0.0
            span = (up, up + value) if value > 0 else (down, down + value)
            if value > 0:
                up += value
            elif value < 0:
                down += value
            if value:
                found += _bar(room, frame, frame.x(at) - wide / 2, wide, span, number)
    return found


def _bar(
    room: Room, frame: Frame, x: float, wide: float, span: tuple[float, float], number: int
) -> list[Shape]:
    top, bottom = sorted((frame.y(span[0]), frame.y(span[1])))
    return swatch(room, x, top, wide, bottom - top, number)
