"""What every chart comes down to: four shapes, drawn alike by paper, SVG and the screen.

Lengths are in the unit the caller laid out in: points on paper, pixels on a screen; y runs down.
Colours are `#rrggbb`, empty for none. Hatching is lines among the others, so no back end knows it.
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle, with an outline where `stroke` is set."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str = ""
    stroke_width: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; `dash` are lengths drawn and left out in turn."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Joined points: an open line, or with `fill` a closed area."""

    points: tuple[Point, ...]
    stroke: str = ""
    width: float = 0.0
    dash: tuple[float, ...] = ()
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text with its base line at `base`; `anchor` says which end `x` is.

    `start`, `middle` or `end`.
    """

    x: float
    base: float
    text: str
    size: float
    fill: str
    anchor: str = "start"
    bold: bool = False


Shape = Rect | Line | Path | Text
