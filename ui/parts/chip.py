"""A chip: one standing fact of the status strip ("Printer: paper low") in icon, words and colour,
so that it can be read by somebody who tells no red from green.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.paint import ground
from ui.theme.icons import paint_icon
from ui.theme.look import font, look, mm

KINDS = ("ok", "attention", "refused", "quiet")
KIND_ICONS = {"ok": "ok", "attention": "warning", "refused": "refuse", "quiet": "info"}


class Chip(QWidget):
    """Icon and words on a soft ground. kind: "ok", "attention", "refused", "quiet".

    The words are cut, never the window widened; whole they are the accessible name and tool tip.
    """

    def __init__(
        self,
        words: str = "",
        kind: str = "quiet",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._kind, self._icon = "", "quiet", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_fact(words, kind, icon)

    @property
    def kind(self) -> str:
        return self._kind

    @property
    def words(self) -> str:
        return self._words

    def show_fact(self, words: str, kind: str, icon: str = "") -> None:
        """Say `words`; without an `icon` the kind's own sign is drawn. KeyError: unknown kind."""
        drawn = icon or KIND_ICONS[kind]
        words = " ".join(words.split())
        if (words, kind, drawn) == (self._words, self._kind, self._icon):
            return
        self._words, self._kind, self._icon = words, kind, drawn
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font("small", bold=True))
        most = mm(90) * look().measure.text_scale
        words = min(metrics.horizontalAdvance(self._words), most)
        height = self._height()
        lead = height * 0.58 + mm(1.4)
        return QSize(round(words + lead + mm(4.4)) + 1, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._height(), self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        t = look().tokens
        ink, soft = getattr(t, self._kind), getattr(t, f"{self._kind}_soft")
        body = QRectF(self.rect())
        ground(painter, body, soft, ink if t.edge_px > 1 else None, radius_mm=99)
        side = body.height() * 0.58
        left = mm(1.8)
        paint_icon(painter, self._icon, ink, QRectF(left, (body.height() - side) / 2, side, side))
        face = font("small", bold=True)
        start = left + side + mm(1.4)
        room = body.width() - start - mm(1.6)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        words = QFontMetricsF(face).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRectF(start, 0, max(0.0, room) + 1, body.height()),
            Qt.AlignmentFlag.AlignVCenter,
            words,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def _height(self) -> int:
        return round(QFontMetricsF(font("small", bold=True)).height() + mm(1.8))
