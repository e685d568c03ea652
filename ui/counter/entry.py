"""The entry line: where the focus rests. It looks like a field and is none, so that no input method
composes a scan into letters; what stands in it comes from the state.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.paint import body_of, focus_ring, ground
from ui.parts.scan_pad import ScanPad
from ui.theme.icons import paint_icon
from ui.theme.look import font, look, mm


class EntryPad(ScanPad):
    """One big line: what was typed, or a hint in grey. Keys it does not know go to the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._entry, self._hint = "", ""
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def entry(self) -> str:
        """What was typed and not yet taken."""
        return self._entry

    @property
    def hint(self) -> str:
        """What may be typed or scanned now."""
        return self._hint

    def show_entry(self, entry: str, name: str, hint: str) -> None:
        """Show `entry`, or `hint` while there is none; `name` is for those who hear the screen."""
        if (entry, name, hint) == (self._entry, self.accessibleName(), self._hint):
            return
        self._entry, self._hint = entry, hint
        self.setAccessibleName(name)
        self.setAccessibleDescription(entry or hint)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(mm(80), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        line = QFontMetricsF(font("hero", bold=True)).height()
        return QSize(mm(40), max(round(line + mm(1)), look().measure.target))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), look().tokens
        body = body_of(QRectF(self.rect()), focused=True)
        ground(painter, body, t.sunken, t.edge)
        if self.hasFocus():
            focus_ring(painter, body)
        inner = body.adjusted(mm(3), 0, -mm(3), 0)
        side = look().measure.text("key") * 1.3
        place = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
        paint_icon(painter, "scan", t.muted, place)
        inner.setLeft(place.right() + mm(2.4))
        if self._entry:
            self._paint_entry(painter, inner)
        else:
            self._paint_hint(painter, inner)

    def _paint_entry(self, painter: QPainter, inner: QRectF) -> None:
        t, face = look().tokens, font("hero", bold=True)
        # The end is what was typed last: cut at the left, and keep a caret's width free.
        metrics = QFontMetricsF(face)
        caret = mm(1.4)
        room = inner.width() - caret
        shown = metrics.elidedText(self._entry[-60:], Qt.TextElideMode.ElideLeft, room)
        painter.setFont(face)
        painter.setPen(QColor(t.text))
        text = inner.adjusted(0, 0, -caret, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            height = metrics.capHeight() * 1.2
            painter.setPen(QPen(QColor(t.accent), max(2, mm(0.6))))
            x, middle = inner.right() - caret / 2, inner.center().y()
            painter.drawLine(
                round(x), round(middle - height / 2), round(x), round(middle + height / 2)
            )

    def _paint_hint(self, painter: QPainter, inner: QRectF) -> None:
        face: QFont = font("body")
        painter.setFont(face)
        painter.setPen(QColor(look().tokens.muted))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, int(flags | Qt.TextFlag.TextWordWrap), self._hint)
