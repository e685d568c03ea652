"""A grid whose cells are the darker the more they hold; each number is written where it fits."""

from __future__ import annotations

from receipts.charts.axis import every
from receipts.charts.frame import Room
from receipts.charts.kinds import Heat
from receipts.charts.palette import mixed, readable
from receipts.charts.shapes import Rect, Shape

_WEAKEST, _STRONGEST = 0.08, 0.95
_WIDEST = 9.0
"""Em of a cell; a lone column is no bar."""


def laid(chart: Heat, room: Room) -> list[Shape]:
    """Names of rows at the left, of columns above; nothing there leaves the ground bare."""
    em = room.em
    names = [room.cut(room.write(row), room.width * 0.3) for row in chart.rows]
    left = max(map(room.wide, names)) + em * 0.6
    top = em * 1.6
    wide = min((room.width - left) / len(chart.columns), em * _WIDEST)
    tall = min((room.height - top) / len(chart.rows), em * 2.2)
    known = [value for row in chart.values for value in row if value is not None]
    low, high = min(0.0, *known), max(0.0, *known)
    found = _columns(chart, room, left, wide)
    for at, row in enumerate(chart.values):
        y = top + at * tall
        found.append(room.text(left - em * 0.6, y + tall / 2 + em * 0.36, names[at], anchor="end"))
        for column, value in enumerate(row):
            if value is not None:
                part = (value - low) / ((high - low) or 1.0)
                place = (left + column * wide, y, wide, tall)
                found += _cell(chart, room, place, value, part)
    return found


def _cell(
    chart: Heat,
    room: Room,
    place: tuple[float, float, float, float],
    value: float,
    part: float,
) -> list[Shape]:
    x, y, wide, tall = place
    strength = _WEAKEST + part * (_STRONGEST - _WEAKEST)
    fill = mixed(room.theme.line(0), room.theme.ground, strength)
    gap = room.em * 0.06
    found: list[Shape] = [Rect(x, y, wide - gap, tall - gap, fill)]
    said = room.write(chart.unit.cell(value))
    # Half a number would be a wrong one: it is written whole or not at all.
    if room.wide(said) <= wide - room.em * 0.2 and tall >= room.em * 1.1:
        base = y + tall / 2 + room.em * 0.36
        found.append(room.text(x + (wide - gap) / 2, base, said, readable(fill), "middle"))
    return found


def _columns(chart: Heat, room: Room, left: float, wide: float) -> list[Shape]:
    texts = [room.write(column) for column in chart.columns]
    nth = every(texts, wide, room.em * 0.5, room.wide)
    found: list[Shape] = []
    for at in range(0, len(texts), nth):
        half = room.wide(texts[at]) / 2
        x = min(left + (at + 0.5) * wide, room.width - half)
        found.append(room.text(x, room.em, texts[at], room.theme.muted, "middle"))
    return found
