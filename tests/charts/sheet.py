"""Layouts with a ruler that needs no font: a letter is 0.55 em wide, a wide one 1 em."""

from __future__ import annotations

from receipts.charts.kinds import Chart
from receipts.charts.layout import height_of, layout
from receipts.charts.palette import LIGHT
from receipts.charts.shapes import Line, Path, Rect, Shape, Text
from receipts.reports.written import Written
from receipts.writing.text import columns

EM = 8.0
THEME = LIGHT.sized(EM)
PEN = Written("en")


def ruler(text: str, size: float, bold: bool = False) -> float:
    """Width of a text at a size."""
    return columns(text) * size * (0.6 if bold else 0.55)


def laid(chart: Chart, width: float = 400.0, language: str = "en") -> tuple[Shape, ...]:
    """The shapes of a chart at its own height."""
    pen = Written(language)
    return layout(chart, width, height_of(chart, width, EM), pen.brief, ruler, THEME)


def edges(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape."""
    match shape:
        case Rect():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Line():
            x, y = sorted((shape.x1, shape.x2)), sorted((shape.y1, shape.y2))
            return x[0], y[0], x[1], y[1]
        case Path():
            across, down = zip(*shape.points, strict=True)
            return min(across), min(down), max(across), max(down)
        case Text():
            wide = ruler(shape.text, shape.size, shape.bold)
            left = shape.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor] * wide
            return left, shape.base - shape.size, left + wide, shape.base


def texts(shapes: tuple[Shape, ...]) -> list[str]:
    """What is written, in the order it is drawn."""
    return [shape.text for shape in shapes if isinstance(shape, Text)]
