"""The banner: what a dialog would say, without being one. A dialog eats the next scan (its Enter
presses the default button); a banner only stands there, says a sentence and offers ways on.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.parts.announce import announce
from ui.parts.chip import KIND_ICONS
from ui.parts.key import Key
from ui.parts.labels import SHOWN_AT_MOST, SentenceLabel
from ui.parts.notice import Notice
from ui.parts.paint import ground
from ui.theme.icons import paint_icon
from ui.theme.look import look, mm

FLASH_MS = 260  # one flash: far below three a second (WCAG 2.3.1)


class Banner(QWidget):
    """A sentence of one kind with its ways on; hidden while there is nothing to say.

    Signals: `chosen(str)` with the `Way.key` that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._flashing = False
        self._sentence = SentenceLabel(role="key", lines=3)
        self._keys: list[Key] = []
        self._key_row = QHBoxLayout()
        self._over = QTimer(self, interval=FLASH_MS, singleShot=True)
        self._over.timeout.connect(self._end_flash)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.addWidget(self._sentence, 1)
        self._line.addLayout(self._key_row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is being said."""
        return self._notice

    def show_notice(self, notice: Notice | None) -> None:
        """Say it, or nothing (None). The same notice again is not announced again."""
        if notice == self._notice:
            return
        self._notice = notice
        self._set_keys(notice)
        self.setVisible(notice is not None)
        if notice is None:
            return
        self._sentence.setText(notice.sentence[:SHOWN_AT_MOST])
        self._sentence.set_ink(notice.kind if notice.kind != "quiet" else "")
        self.setAccessibleName(notice.sentence[:SHOWN_AT_MOST])
        announce(self, notice.sentence[:SHOWN_AT_MOST], urgent=notice.kind == "refused")
        self.update()

    def flash(self) -> None:
        """The visual twin of a sound: the edge lights up once."""
        self._flashing = True
        self._over.start()
        self.update()

    def way_keys(self) -> tuple[Key, ...]:
        """The ways on, as keys, in their order."""
        return tuple(self._keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._notice is None:
            return
        t, kind = look().tokens, self._notice.kind
        ink, body = getattr(t, kind), QRectF(self.rect())
        ground(painter, body, getattr(t, f"{kind}_soft"), ink, radius_mm=2.6)
        if self._flashing:
            width = mm(1.0)
            painter.setPen(QPen(QColor(ink), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = width / 2
            painter.drawRoundedRect(body.adjusted(half, half, -half, -half), mm(2.4), mm(2.4))
        side = self._icon_side()
        top = self._sentence.geometry().center().y() - side / 2
        paint_icon(painter, KIND_ICONS[kind], ink, QRectF(mm(3.2), top, side, side))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(40), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_out()

    def _set_keys(self, notice: Notice | None) -> None:
        while self._key_row.count():
            self._key_row.takeAt(0)
        for key in self._keys:
            key.hide()
            key.deleteLater()
        self._keys = []
        for way in notice.ways if notice else ():
            key = Key(way.text, hint=way.hint)
            key.clicked.connect(partial(self.chosen.emit, way.key))
            self._key_row.addWidget(key)
            self._keys.append(key)
        self._turn()

    def _turn(self) -> None:
        """The keys beside the sentence, or below it where they would leave it too little."""
        wanted = sum(key.sizeHint().width() + mm(2) for key in self._keys)
        below = wanted > self.width() * 0.45
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if below else way.LeftToRight)
        start = Qt.AlignmentFlag.AlignLeft
        self._key_row.setAlignment(start if below else Qt.AlignmentFlag.AlignRight)

    def _lay_out(self) -> None:
        lead = mm(3.2) + self._icon_side() + mm(2.4)
        self._line.setContentsMargins(lead, mm(2), mm(2), mm(2))
        self._line.setSpacing(mm(2))
        self._key_row.setSpacing(mm(2))

    def _icon_side(self) -> int:
        return round(look().measure.text("key") * 1.35)

    def _end_flash(self) -> None:
        self._flashing = False
        self.update()
