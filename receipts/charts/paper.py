"""A laid out chart on a PDF page; shapes are in points from the chart's upper left corner."""

from __future__ import annotations

from collections.abc import Iterable

from receipts.charts.shapes import Line, Path, Rect, Shape, Text
from receipts.writing.document import Align
from receipts.writing.pen import Pen

_ALIGN = {"start": Align.LEFT, "middle": Align.CENTRE, "end": Align.RIGHT}


def draw(pen: Pen, shapes: Iterable[Shape], x: float, top: float) -> None:
    """Every shape in its order, the chart's corner at (x, top) of the page."""
    for shape in shapes:
        match shape:
            case Rect():
                corners = (
                    (x + shape.x, top + shape.y),
                    (x + shape.x + shape.width, top + shape.y),
                    (x + shape.x + shape.width, top + shape.y + shape.height),
                    (x + shape.x, top + shape.y + shape.height),
                )
                pen.shape(corners, shape.stroke, shape.stroke_width, (), shape.fill)
            case Line():
                ends = ((x + shape.x1, top + shape.y1), (x + shape.x2, top + shape.y2))
                pen.shape(ends, shape.stroke, shape.width, shape.dash)
            case Path():
                points = tuple((x + px, top + py) for px, py in shape.points)
                pen.shape(points, shape.stroke, shape.width, shape.dash, shape.fill)
            case Text():
                pen.text(
                    *(shape.text, x + shape.x, top + shape.base, shape.size, shape.bold),
                    align=_ALIGN[shape.anchor],
                    colour=shape.fill,
                )
