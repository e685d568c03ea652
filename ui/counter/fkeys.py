"""The bar of F-keys: the same place, the same key, always; a touch does what the key does."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.counter.keys import F_KEYS
from ui.counter.pane import Pane, ground
from ui.parts.key import Coat, Key
from ui.theme.icons import paint_icon
from ui.theme.look import font, look, mm
from ui.theme.measure import SMALL_MM, TARGET_MM


class FKey(Key):
    """A narrow key: icon and key name above, the word below it."""

    def __init__(self, icon: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(icon=icon, hint=hint, role="small", parent=parent)
        self._share = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def word_width(self) -> int:
        """The width that its word needs at the text size asked for."""
        return round(QFontMetricsF(font("small", bold=True)).horizontalAdvance(self.text()) + mm(2))

    def set_share(self, share: float) -> None:
        """How much of the text size the bar has room for, up to 1.0."""
        if share != self._share:
            self._share = share
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(self.word_width(), mm(TARGET_MM)), self._body_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(TARGET_MM), self._body_height())

    def paint_face(self, painter: QPainter, body: QRectF, coat: Coat) -> None:
        word, cap = self._face(bold=True), self._face(bold=False)
        line = QFontMetricsF(word).height()
        side = cap.pixelSize() * 1.05
        hint = QFontMetricsF(cap).horizontalAdvance(self._hint)
        top = body.center().y() - line + mm(0.2)
        left = body.center().x() - (side + mm(1) + hint) / 2
        muted = coat.ink if not self.isEnabled() or self.isDown() else look().tokens.muted
        paint_icon(painter, self._icon, muted, QRectF(left, top + (line - side) / 2, side, side))
        painter.setPen(QColor(muted))
        painter.setFont(cap)
        painter.drawText(
            QRectF(left + side + mm(1), top, hint + 2, line),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self._hint,
        )
        painter.setPen(QColor(coat.ink))
        painter.setFont(word)
        below = QRectF(body.left() + 2, top + line - mm(0.4), body.width() - 4, line)
        elide = Qt.TextElideMode.ElideRight
        words = QFontMetricsF(word).elidedText(self.text(), elide, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)

    def shown_whole(self) -> bool:
        """Whether the word stands uncut."""
        width = QFontMetricsF(self._face(bold=True)).horizontalAdvance(self.text())
        return width <= self.width() - 4

    def _face(self, *, bold: bool) -> QFont:
        face = font("small", bold=bold)
        face.setPixelSize(max(mm(SMALL_MM * 0.8), int(face.pixelSize() * self._share)))
        return face

    def _body_height(self) -> int:
        lines = 2 * QFontMetricsF(self._face(bold=True)).height()
        return max(mm(TARGET_MM), round(lines + mm(0.8)))


class FKeyBar(Pane):
    """Twelve keys in one row.

    Signals: `wished(str)` the name of the screen's signal.
    """

    wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "foot")
        self._keys: dict[str, FKey] = {}
        self._grid = QGridLayout(self)
        for place, (_, wish, icon) in enumerate(F_KEYS, start=1):
            key = FKey(icon, f"F{place}")
            key.clicked.connect(partial(self.wished.emit, wish))
            self._keys[wish] = key
            self._grid.addWidget(key, 0, place - 1)
            self._grid.setColumnStretch(place - 1, 1)
        self.set_air()

    def key(self, wish: str) -> FKey:
        """The key that stands for a wish."""
        return self._keys[wish]

    def keys(self) -> tuple[FKey, ...]:
        return tuple(self._keys.values())

    def write(self, view: Any) -> None:
        """`view` is the frozenset of wishes that mean nothing now."""
        for wish, words in self._words().items():
            key = self._keys[wish]
            if key.text() != words:
                key.setText(words)
            key.setEnabled(wish not in view)
        self._arrange()

    def _words(self) -> dict[str, str]:
        return {
            "why": self.tr("Why"),
            "find": self.tr("Find"),
            "best": self.tr("Best"),
            "enrol": self.tr("Member"),
            "returns": self.tr("Return"),
            "tender": self.tr("Points"),
            "print_again": self.tr("Reprint"),
            "undo": self.tr("Undo"),
            "shift": self.tr("Shift"),
            "settings": self.tr("Settings"),
            "camera": self.tr("Camera"),
            "sign_out": self.tr("Sign out"),
        }

    def _arrange(self) -> None:
        """The words grow with the text size as far as one row has room for them: two rows of
        keys would take the member's place.
        """
        widest = max(key.word_width() for key in self._keys.values())
        gaps = 11 * self._grid.horizontalSpacing() + 2 * mm(2)
        room = (self.width() - gaps) / len(self._keys)
        share = min(1.0, room / widest) if room > 0 else 1.0
        for key in self._keys.values():
            key.set_share(share)

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(60), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def set_air(self) -> None:
        self._grid.setContentsMargins(mm(2), mm(1.6), mm(2), mm(1.6))
        self._grid.setSpacing(mm(2))
