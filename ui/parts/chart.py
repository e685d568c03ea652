"""A chart on the screen, drawn from the same shapes as on paper, with its sentence for readers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from receipts.charts.kinds import Chart
from receipts.charts.layout import height_of, layout
from receipts.charts.palette import DARK, LIGHT, Theme
from receipts.charts.shapes import Line, Path, Rect, Shape, Text
from receipts.charts.summary import as_rows, sentences
from receipts.reports.written import Written
from ui.theme.look import font, look, mm

_MOST_ROWS = 60
"""Of the table that is read out; a report has all of them."""


class ChartPicture(QWidget):
    """Draws one chart as wide as it is; its accessible text is its sentences and its table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._written = Written("en")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chart(self, chart: Chart, title: str, written: Written) -> None:
        """Show `chart`, named `title`, in the language of `written`."""
        self._chart, self._written = chart, written
        said = [written.said(one) for one in sentences(chart)]
        lines = ["\t".join(map(written.short, row)) for row in as_rows(chart)[:_MOST_ROWS]]
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join((*said, *lines)))
        self.setToolTip("\n".join(said))
        self.updateGeometry()
        self.update()

    def shapes(self) -> tuple[Shape, ...]:
        """What is drawn at the present size and look."""
        if self._chart is None:
            return ()
        width, height = float(self.width()), float(self.height())
        return layout(self._chart, width, height, self._written.brief, _width, _theme())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._chart is None:
            return 0
        return round(height_of(self._chart, width, look().measure.text("small")))

    def sizeHint(self) -> QSize:
        return QSize(mm(90), self.heightForWidth(mm(90)))

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(50), min(self.sizeHint().height(), mm(30)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, self.shapes())
        painter.end()


def draw(painter: QPainter, shapes: Iterable[Shape]) -> None:
    """Every shape in its order, in the painter's own units."""
    for shape in shapes:
        match shape:
            case Rect():
                _pen(painter, shape.stroke, shape.stroke_width)
                _brush(painter, shape.fill)
                painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))
            case Line():
                _pen(painter, shape.stroke, shape.width, shape.dash)
                painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
            case Path():
                _pen(painter, shape.stroke, shape.width, shape.dash)
                points = QPolygonF([QPointF(x, y) for x, y in shape.points])
                if shape.fill:
                    _brush(painter, shape.fill)
                    painter.drawPolygon(points)
                else:
                    painter.drawPolyline(points)
            case Text():
                _write(painter, shape)


def _write(painter: QPainter, shape: Text) -> None:
    face = font("small", bold=shape.bold)
    face.setPixelSize(max(1, round(shape.size)))
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
    wide = QFontMetricsF(face).horizontalAdvance(shape.text)
    painter.setFont(face)
    painter.setPen(QColor(shape.fill))
    painter.drawText(QPointF(shape.x - share * wide, shape.base), shape.text)


def _pen(painter: QPainter, stroke: str, width: float, dash: tuple[float, ...] = ()) -> None:
    if not stroke:
        painter.setPen(Qt.PenStyle.NoPen)
        return
    pen = QPen(QColor(stroke), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash:
        pen.setDashPattern([length / width for length in dash])  # Qt counts in pen widths
    painter.setPen(pen)


def _brush(painter: QPainter, fill: str) -> None:
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)


def _width(text: str, size: float, bold: bool) -> float:
    face = font("small", bold=bold)
    face.setPixelSize(max(1, round(size)))
    return QFontMetricsF(face).horizontalAdvance(text)


def _theme() -> Theme:
    """The palette on the card of the look in force."""
    tokens = look().tokens
    given = DARK if tokens.dark else LIGHT
    size = float(look().measure.text("small"))
    inks = (tokens.card, tokens.text, tokens.muted, tokens.hairline)
    return Theme(*inks, tokens.edge, given.fills, given.lines, size)
