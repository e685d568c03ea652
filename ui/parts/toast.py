"""A toast: "Slip printed". Only for what nobody must read; whatever needs a person is a banner."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.parts.announce import announce
from ui.parts.chip import KIND_ICONS
from ui.parts.paint import ground
from ui.theme.icons import paint_icon
from ui.theme.look import font, look, mm

SHOWN_MS = 4000


class Toast(QWidget):
    """Stands at the page's foot for four seconds and lets every touch through."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._words, self._kind = "", "quiet"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._over.timeout.connect(self.hide)
        page.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        return self._words

    def say(self, words: str, kind: str = "ok") -> None:
        """Show `words`, replacing what stands there. kind as for `Chip`."""
        self._words, self._kind = " ".join(words.split()), kind
        self.setAccessibleName(self._words)
        self._fit()
        self.show()
        self.raise_()
        self.update()
        self._over.start()
        announce(self, self._words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t = QPainter(self), look().tokens
        body = QRectF(self.rect())
        fill, ink = (t.card, t.text) if t.edge_px > 1 else (t.text, t.page)
        ground(painter, body, fill, t.edge if t.edge_px > 1 else None, radius_mm=99)
        side = body.height() * 0.5
        place = QRectF(mm(3), (body.height() - side) / 2, side, side)
        paint_icon(painter, KIND_ICONS[self._kind], ink, place)
        face, left = font("body", bold=True), place.right() + mm(2)
        room = body.width() - left - mm(4)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        words = QFontMetricsF(face).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRectF(left, 0, room + 1, body.height()), Qt.AlignmentFlag.AlignVCenter, words
        )

    def _fit(self) -> None:
        metrics = QFontMetricsF(font("body", bold=True))
        height = round(metrics.height() + mm(4))
        wanted = metrics.horizontalAdvance(self._words) + mm(9.5) + height * 0.5
        page = self.parentWidget()
        assert page is not None  # __init__ demands one
        width = min(round(wanted) + 2, page.width() - 2 * mm(4))
        left = (page.width() - width) // 2
        self.setGeometry(left, page.height() - height - mm(22), width, height)
