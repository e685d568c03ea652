"""Paper, SVG and screen draw the same shapes: read back from each, or seen side by side."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from receipts.charts.layout import height_of, layout
from receipts.charts.palette import LIGHT
from receipts.charts.paper import draw as draw_on_paper
from receipts.charts.shapes import Line, Path, Rect, Shape, Text
from receipts.charts.svg import to_svg
from receipts.reports.written import Written
from receipts.writing.pen import Pen
from tests.charts.examples import EXAMPLES
from tests.charts.sheet import EM, laid, texts
from tests.paper.pdf_reader import Pdf
from ui.parts.chart import draw as draw_on_screen

EVERY = pytest.mark.parametrize("name", EXAMPLES)
SVG = "{http://www.w3.org/2000/svg}"


@EVERY
def test_an_svg_holds_exactly_the_shapes(name: str) -> None:
    shapes = laid(EXAMPLES[name])
    picture = ET.fromstring(to_svg(shapes, 400, 200))
    assert [_from_svg(element) for element in picture] == [_rounded(shape) for shape in shapes]


def test_an_svg_says_what_it_is_and_hostile_names_stay_text() -> None:
    shapes = (Text(0, 8, "</text><script>&'\"", 8, "#000000"),)
    picture = ET.fromstring(to_svg(shapes, 40, 20, "#ffffff", "A <b> & c"))
    assert picture.findtext(f"{SVG}title") == "A <b> & c"
    assert picture.findtext(f"{SVG}text") == "</text><script>&'\""


@EVERY
def test_paper_draws_each_shape_once_in_its_colour(name: str) -> None:
    pen = Pen("en", 420, 320, name)
    chart = EXAMPLES[name]
    shapes = layout(chart, 400, height_of(chart, 400, EM), Written("en").brief, pen.width, LIGHT)
    draw_on_paper(pen, shapes, 10, 10)
    data = pen.done()
    stream = _stream(data)
    painted = re.findall(r"^(?:.* )?(S|f\*?|B\*?)$", stream, re.MULTILINE)
    drawn = [shape for shape in shapes if not isinstance(shape, Text)]
    assert len(painted) == len(drawn)
    kinds = {"S": "line", "f": "fill", "B": "both"}
    assert [kinds[one[0]] for one in painted] == [_kind(shape) for shape in drawn]
    said = "".join("".join(page.texts) for page in Pdf(data).pages())
    assert said.replace(" ", "") == "".join(texts(shapes)).replace(" ", "")


@EVERY
def test_the_screen_looks_like_the_svg(name: str, qapp: object) -> None:
    """Qt's own SVG renderer beside our painter: all but the letters, whose faces differ."""
    shapes = [shape for shape in laid(EXAMPLES[name]) if not isinstance(shape, Text)]
    height = round(height_of(EXAMPLES[name], 400, EM))
    ours, theirs = _canvas(height), _canvas(height)
    painter = QPainter(ours)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(2, 2)
    draw_on_screen(painter, shapes)
    painter.end()
    painter = QPainter(theirs)
    drawing = to_svg(shapes, 400, height).encode()
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, 800, height * 2))
    painter.end()
    one, other = bytes(ours.constBits()), bytes(theirs.constBits())
    unlike = sum(abs(a - b) > 60 for a, b in zip(one, other, strict=True))
    assert unlike <= len(one) * 0.004, f"{unlike} of {len(one)}"
    assert not shapes or one != bytes(_canvas(height).constBits())


def _canvas(height: int) -> QImage:
    image = QImage(800, height * 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    return image


def _stream(data: bytes) -> str:
    reader = Pdf(data)
    (number,) = re.findall(rb"/Contents (\d+) 0 R", data)
    return reader._stream(int(number)).decode("latin-1")


def _kind(shape: Shape) -> str:
    match shape:
        case Line():
            return "line"
        case Rect() | Path():
            return "both" if shape.fill and shape.stroke else "fill" if shape.fill else "line"
    raise AssertionError(shape)


def _n(number: float) -> float:
    return round(number, 2) + 0.0


def _rounded(shape: Shape) -> tuple[object, ...]:
    """A shape as the two decimals of a file tell it."""
    match shape:
        case Rect():
            place = tuple(map(_n, (shape.x, shape.y, shape.width, shape.height)))
            return ("rect", place, shape.fill, shape.stroke or None)
        case Line():
            place = tuple(map(_n, (shape.x1, shape.y1, shape.x2, shape.y2)))
            return ("line", place, shape.stroke, tuple(map(_n, shape.dash)))
        case Path():
            points = tuple((_n(x), _n(y)) for x, y in shape.points)
            dash = tuple(map(_n, shape.dash))
            return ("path", points, shape.fill or "none", shape.stroke or None, dash)
        case Text():
            return ("text", _n(shape.x), _n(shape.base), shape.text, shape.anchor, shape.fill)


def _from_svg(element: ET.Element) -> tuple[object, ...]:
    kind = element.tag.removeprefix(SVG)
    dash = tuple(map(float, (element.get("stroke-dasharray") or "").split()))

    def numbers(*names: str) -> tuple[float, ...]:
        return tuple(float(element.get(name) or "nan") for name in names)

    if kind == "rect":
        place = numbers("x", "y", "width", "height")
        return ("rect", place, element.get("fill"), element.get("stroke"))
    if kind == "line":
        return ("line", numbers("x1", "y1", "x2", "y2"), element.get("stroke"), dash)
    if kind == "text":
        x, base = numbers("x", "y")
        return ("text", x, base, element.text, element.get("text-anchor"), element.get("fill"))
    pairs = [pair.split(",") for pair in (element.get("points") or "").split()]
    points = tuple((float(x), float(y)) for x, y in pairs)
    return ("path", points, element.get("fill"), element.get("stroke"), dash)
