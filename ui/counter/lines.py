"""The lines of the basket, painted as one: number, words, units, what points pay, amount. One
widget, because a widget for each cell would cost a layout at every scan.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.counter.state import LineView
from ui.theme.icons import paint_icon
from ui.theme.look import font, look, mm
from ui.wording import figures


@dataclass(frozen=True, slots=True)
class LineWords:
    """Words of the list in the language in force: its name, "{count} more above", and what stands
    for a line that has only an amount.
    """

    name: str
    above: str
    amount: str


class LineList(QWidget):
    """Shows the newest lines; when they do not all fit, the first row says how many are above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[LineView, ...] = ()
        self._currency, self._said = "", LineWords("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: tuple[LineView, ...], currency: str, words: LineWords) -> None:
        """Show `lines`, amounts in `currency`."""
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
        return len(self._lines) if len(self._lines) <= fit else max(1, fit - 1)

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
        hidden = len(self._lines) - shown
        y = 0.0
        if hidden and self.height() >= 2 * height:
            painter.setPen(QColor(look().tokens.muted))
            painter.setFont(font("small"))
            words = self._said.above.format(count=figures.count(hidden))
            place = QRectF(0, 0, self.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            y += height
        for line in self._lines[hidden:]:
            self._paint_line(painter, line, QRectF(0, y, self.width(), height))
            y += height

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
