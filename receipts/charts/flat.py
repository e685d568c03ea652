"""Lying bars: a ranking with its numbers written, and one bar of a hundred cut into parts."""

from __future__ import annotations

from receipts.charts.bars import swatch
from receipts.charts.frame import Room
from receipts.charts.kinds import Ranking, Shares
from receipts.charts.shapes import Line, Shape
from receipts.reports.cells import Share

MOST_ROWS = 12


def places(chart: Shares, width: float, em: float) -> tuple[int, int]:
    """How many parts are named beside each other below the bar, and in how many rows."""
    columns = max(1, min(len(chart.parts), int(width / (em * 16))))
    return columns, -(-len(chart.parts) // columns)


def ranking(chart: Ranking, room: Room) -> list[Shape]:
    """The name, the bar and its number in each row; what is below nothing points to the left."""
    em, rows = room.em, chart.rows[:MOST_ROWS]
    names = [room.cut(room.write(name), room.width * 0.35) for name, _ in rows]
    said = [room.write(chart.unit.cell(value)) for _, value in rows]
    left = max(map(room.wide, names)) + em * 0.7
    after = max(map(room.wide, said)) + em * 0.6
    most, least = max(0.0, *(v for _, v in rows)), min(0.0, *(v for _, v in rows))
    before = after if least < 0 else 0.0
    scale = max(0.0, room.width - left - after - before) / ((most - least) or 1.0)
    zero = left + before - least * scale
    tall = min(room.height / len(rows), em * 2.4)
    found: list[Shape] = []
    for at, (_, value) in enumerate(rows):
        base = at * tall + tall / 2 + em * 0.36
        found.append(room.text(left - em * 0.7, base, names[at], anchor="end"))
        x, wide = min(zero, zero + value * scale), abs(value) * scale
        if wide:
            found += swatch(room, x, at * tall + tall * 0.14, wide, tall * 0.72, 0)
        end = (x - em * 0.4, "end") if value < 0 else (x + wide + em * 0.4, "start")
        found.append(room.text(end[0], base, said[at], anchor=end[1]))
    return [*found, Line(zero, 0, zero, tall * len(rows), room.theme.edge, em * 0.1)]


def shares(chart: Shares, room: Room) -> list[Shape]:
    """The bar on top; below it each part's area, name, share and number, in the order given."""
    em, whole = room.em, sum(value for _, value in chart.parts)
    # A name and its numbers need a line each; the bar takes what they leave, within reason.
    columns, rows = places(chart, room.width, em)
    tall = max(em, min(em * 2.6, room.height - rows * em * 1.7 - em * 0.6))
    found: list[Shape] = []
    x, wide = 0.0, room.width / columns
    for number, (name, value) in enumerate(chart.parts):
        part = value / whole * room.width
        if part:
            found += swatch(room, x, 0.0, part, tall, number)
        x += part
        left, top = number % columns * wide, tall + em * 0.6 + number // columns * em * 1.7
        found += swatch(room, left, top + em * 0.1, em * 1.1, em * 1.1, number)
        figures = f"{room.write(Share(value / whole))} · {room.write(chart.unit.cell(value))}"
        space = wide - em * 2.7 - room.wide(figures)
        said = room.cut(room.write(name), space)
        found.append(room.text(left + em * 1.5, top + em, said))
        after = left + em * 1.5 + (room.wide(said) + em * 0.6 if said else 0.0)
        found.append(room.text(after, top + em, figures, room.theme.muted))
    return found
