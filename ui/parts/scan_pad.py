"""Where the focus rests: a place that takes scans and no text. With an input method on, a focused
text field would compose a scan into Hangul; this widget has no input method at all.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.paint import body_of, focus_ring, ground
from ui.theme.icons import paint_icon
from ui.theme.look import font, look, mm


class ScanPad(QWidget):
    """Icon, a line of what to scan now, and a quieter line below. Keys it does not know pass on
    to the screen around it.
    """

    def __init__(
        self, words: str = "", below: str = "", icon: str = "scan", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_words(words, below, icon)

    def show_words(self, words: str, below: str = "", icon: str = "scan") -> None:
        """What may be scanned now ("Scan a card"), and what else ("or type a phone number")."""
        self._words, self._below, self._icon = words, below, icon
        self.setAccessibleName(words)
        self.setAccessibleDescription(below)
        self.update()

    def rest(self) -> None:
        """Let the focus rest here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(mm(90), mm(60))

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(40), mm(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), look().tokens
        body = body_of(QRectF(self.rect()), focused=self.hasFocus())
        ground(painter, body, t.card, radius_mm=3)
        pen = QPen(QColor(t.edge), max(1.5, t.edge_px))
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), mm(3), mm(3))
        if self.hasFocus():
            focus_ring(painter, body, radius_mm=3)
        self._paint_words(painter, body)

    def _paint_words(self, painter: QPainter, body: QRectF) -> None:
        t, inner = look().tokens, body.adjusted(mm(4), mm(2), -mm(4), -mm(2))
        title, small = font("title", bold=True), font("body")
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.setFont(title)
        words = painter.boundingRect(inner, flags, self._words)
        painter.setFont(small)
        below = painter.boundingRect(inner, flags, self._below) if self._below else QRectF()
        free = inner.height() - words.height() - below.height() - mm(4)
        side = min(max(0.0, free), mm(26))
        gap = mm(3) if side else 0
        y = inner.center().y() - (side + gap + words.height() + below.height()) / 2
        if side >= mm(5):
            self._paint_sign(painter, QPointF(inner.center().x(), y + side / 2), side)
        y += side + gap
        painter.setPen(QColor(t.text))
        painter.setFont(title)
        painter.drawText(QRectF(inner.x(), y, inner.width(), words.height()), flags, self._words)
        painter.setPen(QColor(t.muted))
        painter.setFont(small)
        y += words.height() + mm(0.5)
        place = QRectF(inner.x(), y, inner.width(), max(0.0, inner.bottom() - y))
        painter.drawText(
            place, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), self._below
        )

    def _paint_sign(self, painter: QPainter, middle: QPointF, side: float) -> None:
        t = look().tokens
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(middle)
        ground(painter, disc, t.accent_soft, t.accent if t.edge_px > 1 else None, radius_mm=99)
        inset = side * 0.25
        drawn = disc.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self._icon, t.on_accent_soft, drawn)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()
