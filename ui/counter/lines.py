"""The lines of the basket, painted as one: number, words, units, what points pay, amount. One
widget, because a widget for each cell would cost a layout at every scan.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.counter.state import LineView
from ui.theme.icons import paint_icon
from ui.theme.look import font, look, mm
from ui.wording import figures


@dataclass(frozen=True, slots=True)
class LineWords:
    """Words of the list in the language in force: its name, "{count} more above" and "below", and
    what stands for a line that has only an amount.
    """

    name: str
    above: str
    amount: str
    below: str = ""


class LineList(QWidget):
    """Shows the newest lines; when they do not all fit, the first row says how many are above.
    Page keys, a wheel or a finger go back to those; the next scan shows the newest again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[LineView, ...] = ()
        self._currency, self._said = "", LineWords("", "", "")
        self._back = 0  # lines below what is shown
        self._held: float | None = None  # where a finger went down
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: tuple[LineView, ...], currency: str, words: LineWords) -> None:
        """Show `lines`, amounts in `currency`."""
        if lines != self._lines:
            self._back = 0
        self._lines, self._currency, self._said = lines, currency, words
        self.setAccessibleName(words.name)
        self.setAccessibleDescription("\n".join(self.texts()))
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Each line as one text."""
        return tuple(" ".join(part for part in self._cells(line) if part) for line in self._lines)

    def visible_count(self) -> int:
        """How many lines stand on the screen now."""
        fit = max(1, int(self.height() // self._row_height()))
        if len(self._lines) <= fit:
            return len(self._lines)
        return max(1, fit - (2 if self._back else 1))

    def scroll_by(self, lines: int) -> None:
        """Go back by so many lines; below zero towards the newest."""
        most = max(0, len(self._lines) - max(1, int(self.height() // self._row_height()) - 2))
        fits = self.visible_count() == len(self._lines)
        self._back = 0 if fits else min(most, max(0, self._back + lines))
        self.update()

    def page(self, back: bool) -> None:
        """A whole page back, or towards the newest."""
        self.scroll_by(self.visible_count() if back else -self.visible_count())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.scroll_by(1 if event.angleDelta().y() > 0 else -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position().y()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A finger takes the lines along, row by row."""
        if self._held is None:
            return
        rows = int((event.position().y() - self._held) / self._row_height())
        if rows:
            self._held += rows * self._row_height()
            self.scroll_by(rows)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        event.ignore()  # the screen brings the focus back to where scans are heard

    def sizeHint(self) -> QSize:
        return QSize(mm(80), self._row_height() * max(1, len(self._lines)))

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(30), self._row_height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, height = QPainter(self), self._row_height()
        shown = self.visible_count()
        last = len(self._lines) - (self._back if shown < len(self._lines) else 0)
        above = max(0, last - shown)
        y = 0.0
        if above and self.height() >= 2 * height:
            y = self._paint_count(painter, self._said.above, above, y)
        for line in self._lines[above:last]:
            self._paint_line(painter, line, QRectF(0, y, self.width(), height))
            y += height
        if last < len(self._lines):
            self._paint_count(painter, self._said.below, len(self._lines) - last, y)

    def _paint_count(self, painter: QPainter, words: str, number: int, y: float) -> float:
        """How many lines are out of sight; returns where the next row starts."""
        height = self._row_height()
        painter.setPen(QColor(look().tokens.muted))
        painter.setFont(font("small"))
        place = QRectF(0, y, self.width(), height)
        counted = words.format(count=figures.count(number))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, counted)
        return y + height

    def _cells(self, line: LineView) -> tuple[str, str, str, str, str]:
        units = f"{figures.count(line.units)} ×" if line.units != 1 else ""
        paid = figures.money(-line.paid_minor, self._currency) if line.paid_minor else ""
        amount = figures.money(line.amount_minor, self._currency)
        return (
            figures.count(line.number),
            units,
            " ".join(line.text.split()) or self._said.amount,
            paid,
            amount,
        )

    def _paint_line(self, painter: QPainter, line: LineView, row: QRectF) -> None:
        t = look().tokens
        number, units, text, paid, amount = self._cells(line)
        small, body, figure = font("small"), font("body"), font("body", bold=True)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        inner = QRectF(row)
        lead = QFontMetricsF(small).horizontalAdvance("00") + mm(2)
        painter.setFont(small)
        painter.setPen(QColor(t.muted))
        painter.drawText(inner, left, number)
        inner.setLeft(inner.left() + lead)
        painter.setFont(figure)
        painter.setPen(QColor(t.text))
        painter.drawText(inner, right, amount)
        inner.setRight(inner.right() - QFontMetricsF(figure).horizontalAdvance(amount) - mm(3))
        if paid:
            painter.setFont(small)
            painter.setPen(QColor(t.accent))
            painter.drawText(inner, right, paid)
            inner.setRight(inner.right() - QFontMetricsF(small).horizontalAdvance(paid) - mm(3))
        if line.is_reward:
            side = look().measure.text("body") * 1.05
            place = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
            paint_icon(painter, "gift", t.accent, place)
            inner.setLeft(place.right() + mm(1.6))
        painter.setFont(body)
        painter.setPen(QColor(t.text))
        whole = f"{units} {text}" if units else text
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(inner, left, QFontMetricsF(body).elidedText(whole, elide, inner.width()))

    def _row_height(self) -> int:
        return round(QFontMetricsF(font("body")).height() + mm(1.2))
