"""What bars and lines stand in: the plot's edges, its axis of numbers and the labels below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from receipts.charts.axis import cut, every, grain, steps
from receipts.charts.kinds import Unit
from receipts.charts.palette import Theme
from receipts.charts.shapes import Line, Shape, Text
from receipts.reports.cells import Cell, Day, Moment, Month, Number

Write = Callable[[Cell], str]
"""A cell in the reader's language, as briefly as a chart needs it."""

Measure = Callable[[str, float, bool], float]
"""Width of a text at an em, bold or not, in the unit of the layout."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a chart is laid out and with what; handed to every part of a layout."""

    width: float
    height: float
    write: Write
    measure: Measure
    theme: Theme

    @property
    def em(self) -> float:
        """The size of its text."""
        return self.theme.size

    def wide(self, text: str, bold: bool = False) -> float:
        """How wide a text is at that size."""
        return self.measure(text, self.em, bold)

    def cut(self, text: str, room: float) -> str:
        """A text that fits."""
        return cut(text, room, self.wide)

    def text(self, x: float, base: float, text: str, fill: str = "", anchor: str = "start") -> Text:
        """A text at the chart's size, in ink unless told otherwise."""
        return Text(x, base, text, self.em, fill or self.theme.ink, anchor)


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot: its edges, the numbers at its top and bottom, and how many labels share it."""

    left: float
    top: float
    right: float
    bottom: float
    marks: tuple[float, ...]
    labels: int

    def y(self, value: float) -> float:
        """The height of a number."""
        low, high = self.marks[0], self.marks[-1]
        return self.bottom - (value - low) / (high - low) * (self.bottom - self.top)

    @property
    def slot(self) -> float:
        """The width a label has to itself."""
        return (self.right - self.left) / max(1, self.labels)

    def x(self, number: int) -> float:
        """The middle of the n-th label's place."""
        return self.left + (number + 0.5) * self.slot


def framed(
    room: Room,
    values: Sequence[float],
    unit: Unit,
    labels: int,
    above: float = 0.0,
    beside: float = 0.0,
    from_zero: bool = True,
) -> Frame:
    """Room for the numbers at the left, labels below, `above` and `beside` for names."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if from_zero or low <= 0.5 * high or low == high:
        low, high = min(0.0, low), max(0.0, high)
    top, bottom = above + room.em * 0.9, room.height - room.em * 1.7
    most = min(6, max(1, int((bottom - top) / (room.em * 1.9))))
    marks = steps(low, high, most, grain(unit))
    widest = max(room.wide(room.write(unit.cell(mark))) for mark in marks)
    left = min(widest + room.em * 0.6, room.width * 0.4)
    right = room.width - max(beside, room.em * 0.5)
    return Frame(left, top, right, max(bottom, top + room.em), marks, labels)


def axis_of(room: Room, frame: Frame, unit: Unit) -> list[Shape]:
    """Grid lines with their numbers; the line of nothing is drawn strongest."""
    found: list[Shape] = []
    for mark in frame.marks:
        y = frame.y(mark)
        zero = abs(mark) < 1e-9
        stroke = room.theme.edge if zero else room.theme.grid
        found.append(Line(frame.left, y, frame.right, y, stroke, room.em * (0.1 if zero else 0.06)))
        said = room.cut(room.write(unit.cell(mark)), frame.left - room.em * 0.4)
        base, x = y + room.em * 0.36, frame.left - room.em * 0.4
        found.append(room.text(x, base, said, room.theme.muted, "end"))
    return found


def labels_below(room: Room, frame: Frame, labels: Sequence[Cell]) -> list[Shape]:
    """Days, months and numbers thinned until they fit; names cut, since each of them is needed."""
    texts = [room.write(label) for label in labels]
    running = all(isinstance(label, Day | Month | Moment | Number) for label in labels)
    apart = room.em * 0.8
    nth = every(texts, frame.slot, apart, room.wide) if running else 1
    if not running and frame.slot < room.em * 3:
        nth = every(["…" * 4], frame.slot, apart, room.wide)
    found: list[Shape] = []
    free = 0.0
    for number in range(0, len(texts), nth):
        # Each may be as wide as the places of those that are left out, but stays on the sheet.
        said = texts[number] if running else room.cut(texts[number], nth * frame.slot - apart / 2)
        half = room.wide(said) / 2
        x = min(max(frame.x(number), half), room.width - half)
        if x - half >= free:
            base = frame.bottom + room.em * 1.3
            found.append(room.text(x, base, said, room.theme.muted, "middle"))
            free = x + half + apart / 4
    return found
