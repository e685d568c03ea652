"""A laid out chart as SVG 1.1, for files and the web; every number has the same two decimals."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from receipts.charts.shapes import Line, Path, Rect, Shape, Text
from receipts.writing.plain import plain

_FACES = "Noto Sans KR, Noto Sans JP, Noto Sans SC, sans-serif"
_MOST = 200


def to_svg(
    shapes: Iterable[Shape], width: float, height: float, ground: str = "", title: str = ""
) -> str:
    """The picture; `title` is what a reader who does not see it is told. Ends in a line break."""
    size = f'width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}"'
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">']
    if title:
        lines.append(f"<title>{escape(plain(title, _MOST))}</title>")
    if ground:
        lines.append(_element(Rect(0, 0, width, height, ground)))
    lines += map(_element, shapes)
    return "\n".join((*lines, "</svg>", ""))


def _element(shape: Shape) -> str:
    match shape:
        case Rect():
            box = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}"'
            ink = _ink(shape.stroke, shape.stroke_width, (), shape.fill)
            return f'<rect {box} height="{_n(shape.height)}"{ink}/>'
        case Line():
            ends = (
                f'x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" y2="{_n(shape.y2)}"'
            )
            return f"<line {ends}{_ink(shape.stroke, shape.width, shape.dash, '')}/>"
        case Path():
            kind = "polygon" if shape.fill else "polyline"
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
            ink = _ink(shape.stroke, shape.width, shape.dash, shape.fill)
            return f'<{kind} points="{points}"{ink}/>'
        case Text():
            where = f'x="{_n(shape.x)}" y="{_n(shape.base)}" font-size="{_n(shape.size)}"'
            look = f'fill="{shape.fill}" font-family="{_FACES}" text-anchor="{shape.anchor}"'
            bold = ' font-weight="bold"' if shape.bold else ""
            return f"<text {where} {look}{bold}>{escape(plain(shape.text, _MOST))}</text>"


def _ink(stroke: str, width: float, dash: tuple[float, ...], fill: str) -> str:
    said = f" fill={quoteattr(fill or 'none')}"
    if stroke:
        said += f' stroke={quoteattr(stroke)} stroke-width="{_n(width)}"'
    if dash:
        said += f' stroke-dasharray="{" ".join(map(_n, dash))}"'
    return said


def _n(number: float) -> str:
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text
