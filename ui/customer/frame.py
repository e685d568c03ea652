"""What stands around every page of the kiosk: languages above; below, the way back, what was just
said, and the way out; and over all of it the question whether anybody is still there.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.counter.notice import Mood, Notice
from ui.counter.pane import Pane, ground
from ui.customer.fitting import FitLabel, face_of, fitted, paint_fitted
from ui.customer.keys import KioskKey
from ui.customer.saying import words
from ui.customer.state import KioskState, Page
from ui.parts.paint import ground as paint_ground
from ui.theme.icons import paint_icon
from ui.theme.look import look, mm
from ui.wording.languages import FIRST, language, language_name

_START: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ICONS: Final = {
    Mood.OK: "ok",
    Mood.ATTENTION: "info",
    Mood.REFUSED: "refuse",
    Mood.QUIET: "info",
}


class LanguageBar(Pane):
    """The shop's name and a key for each language, in its own script.

    Signals: `chosen(str)` a language's code.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shop = FitLabel("title", lines=2)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._shop, 1)
        self._keys = {}
        for code in FIRST:
            key = self._keys[code] = KioskKey(role="key", wide_mm=27)
            key.setCheckable(True)
            key.setText(language_name(code))
            key.clicked.connect(lambda _on=False, code=code: self.chosen.emit(code))
            self._row.addWidget(key)
        self.set_air()

    def write(self, view: Any) -> None:
        self._shop.setText(view)
        for code, key in self._keys.items():
            key.setChecked(code == language())

    def set_air(self) -> None:
        self._row.setSpacing(mm(2))


class NoticeBox(QWidget):
    """One sentence with its sign on the mood's calm ground; empty, it is only room."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._mood = "", Mood.QUIET
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def say(self, notice: Notice | None, currency: str) -> None:
        """The sentence of a notice, or nothing."""
        self._words = words(notice, currency)
        self._mood = notice.mood if notice else Mood.QUIET
        self.setAccessibleName(self._words)
        self.update()

    def text(self) -> str:
        """What is said."""
        return self._words

    def fits(self) -> bool:
        """Whether all of it is seen."""
        return not self._words or fitted(self._words, face_of("key"), self._places()[1])[2]

    def sizeHint(self) -> QSize:
        return QSize(mm(80), mm(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(40), mm(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        painter, tokens = QPainter(self), look().tokens
        edge = tokens.hairline if tokens.edge_px > 1 else None
        soft = getattr(tokens, f"{self._mood.value}_soft")
        paint_ground(painter, QRectF(self.rect()), soft, edge, radius_mm=3)
        sign, place = self._places()
        ink = getattr(tokens, self._mood.value)
        paint_icon(painter, _ICONS[self._mood], ink, sign)
        painter.setPen(QColor(ink))
        paint_fitted(painter, self._words, face_of("key"), place, _START)

    def _places(self) -> tuple[QRectF, QRectF]:
        body = QRectF(self.rect()).adjusted(mm(3), mm(1), -mm(3), -mm(1))
        side = min(mm(10), body.height())
        sign = QRectF(body.x(), body.center().y() - side / 2, side, side)
        left = sign.right() + mm(3)
        return sign, QRectF(left, body.y(), body.right() - left, body.height())


class Foot(Pane):
    """Back, what was just said, and Finish.

    Signals: `back()`, `finish()`.
    """

    back = Signal()
    finish = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notice = NoticeBox()
        self._back, self._finish = KioskKey(wide_mm=40), KioskKey(icon="close", wide_mm=46)
        self._back.clicked.connect(self.back)
        self._finish.clicked.connect(self.finish)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._back)
        self._row.addWidget(self.notice, 1)
        self._row.addWidget(self._finish)
        for key in (self._back, self._finish):
            policy = key.sizePolicy()
            policy.setRetainSizeWhenHidden(False)
            key.setSizePolicy(policy)
        self.set_air()

    def write(self, view: Any) -> None:
        state: KioskState = view
        self.notice.say(state.notice, state.currency)
        self._back.setText(self.tr("Back"))
        self._finish.setText(self.tr("Finish"))
        first = (Page.IDLE, Page.STARTING, Page.THANKS)
        back = state.page not in (*first, Page.GUEST, Page.QUESTION, Page.TAKE, Page.VOUCHER)
        self._back.setVisible(back)
        self._finish.setVisible(state.page not in first)
        self.setVisible(state.page not in first or state.notice is not None)

    def set_air(self) -> None:
        self._row.setSpacing(mm(3))


class StillThere(QWidget):
    """A large question over everything, counting down. A touch anywhere is the answer.

    Signals: `stay()`.
    """

    stay = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = QWidget(self)
        ground(self._card, "card")
        self._head, self._text = FitLabel("hero"), FitLabel("title", strong=False, lines=3)
        self._key = KioskKey(icon="ok", kind="main", role="title")
        self._key.clicked.connect(self.stay)
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(mm(6), mm(5), mm(6), mm(5))
        self._column.addWidget(self._head, 2)
        self._column.addWidget(self._text, 2)
        self._column.addWidget(self._key)
        self.hide()

    def draw(self, left_s: int | None, held: bool) -> None:
        """Show the seconds that are left, or nothing; `held`: a receipt waits for a card."""
        self.setVisible(left_s is not None)
        if left_s is None:
            return
        self._head.setText(self.tr("Still there? %1").replace("%1", str(left_s)))
        self._text.setText(
            self.tr("Then everything here is cleared. Your receipt is not kept without a card.")
            if held
            else self.tr("Then everything here is cleared, for your privacy.")
        )
        self._key.setText(self.tr("I am still here"))
        self.place()
        self.raise_()

    def place(self) -> None:
        """Over all of whatever it lies on, the question in the middle."""
        around = self.parentWidget()
        if around is None:
            return
        self.setGeometry(around.rect())
        wide = min(around.width() - mm(8), mm(180))
        high = min(around.height() - mm(8), mm(100))
        left, top = (around.width() - wide) // 2, (around.height() - high) // 2
        self._card.setGeometry(left, top, wide, high)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the key, too."""
        self.stay.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(look().tokens.scrim))
