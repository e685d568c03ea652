"""Keys of a kiosk: 20 mm for a finger at arm's length, 2 mm apart, their words never cut; and the
pads that are typed on, ours because a shop's kiosk has no keyboard and no keyboard shortcuts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.customer.fitting import face_of, fitted, paint_fitted
from ui.parts.key import Coat, Key
from ui.theme.icons import paint_icon
from ui.theme.look import mm
from ui.theme.measure import KIOSK_TARGET_MM

GAP_MM: Final = 2
ERASE: Final = "\b"


class KioskKey(Key):
    """A key at least 20 mm high whose words shrink and break into lines before they are cut."""

    def __init__(
        self, *, icon: str = "", kind: str = "plain", role: str = "key", wide_mm: float = 0
    ) -> None:
        self._wide_mm = wide_mm
        super().__init__(icon=icon, kind=kind, role=role)
        policy = QSizePolicy.Policy.Fixed if wide_mm else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        side = self._body_height()
        if self._wide_mm:
            return QSize(mm(self._wide_mm), side)
        words = QFontMetricsF(face_of(self._role)).horizontalAdvance(self.text())
        lead = side * 0.5 + mm(2) if self._icon else 0
        return QSize(min(round(words + lead) + mm(8), mm(90)), side)

    def minimumSizeHint(self) -> QSize:
        side = self._body_height()
        return QSize(mm(self._wide_mm) if self._wide_mm else side, side)

    def fits(self) -> bool:
        """Whether all of its words are on it."""
        if not self.text():
            return True
        return fitted(self.text(), face_of(self._role), self._places(QRectF(self.rect()))[1])[2]

    def paint_face(self, painter: QPainter, body: QRectF, coat: Coat) -> None:
        sign, words = self._places(body)
        if self._icon:
            paint_icon(painter, self._icon, coat.ink, sign)
        align = Qt.AlignmentFlag.AlignCenter
        if self._icon:
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        paint_fitted(painter, self.text(), face_of(self._role), words, align)

    def _places(self, body: QRectF) -> tuple[QRectF, QRectF]:
        """Where the icon and the words go: together in the middle."""
        inner = body.adjusted(mm(1.6), mm(1), -mm(1.6), -mm(1))
        if not self._icon:
            return QRectF(), inner
        side = min(inner.height() * 0.55, mm(11))
        lead = side + mm(2) if self.text() else side
        room = inner.width() - lead
        face = face_of(self._role)
        words = min(QFontMetricsF(face).horizontalAdvance(self.text()) + 2, room)
        left = inner.left() + max(0.0, (room - words) / 2)
        sign = QRectF(left, inner.center().y() - side / 2, side, side)
        rest = QRectF(left + lead, inner.top(), inner.right() - left - lead, inner.height())
        return sign, rest

    def _body_height(self) -> int:
        return mm(KIOSK_TARGET_MM)


class CharPad(QWidget):
    """A pad of signs, row by row; the erase key is the last of the last row.

    Signals: `typed(str)` one sign, or ERASE.
    """

    typed = Signal(str)

    def __init__(self, rows: Sequence[str], *, space: bool = False) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._keys: list[KioskKey] = []
        self._rows = rows
        for row, signs in enumerate(rows):
            for column, sign in enumerate(signs):
                key = self._key(sign)
                key.setText(sign)
                self._grid.addWidget(key, row, column)
        last, width = len(rows) - 1, max(len(row) for row in rows)
        at = len(rows[-1])
        self._space = self._key(" ") if space else None
        if self._space is not None:
            self._grid.addWidget(self._space, last, at, 1, max(1, width - at - 2))
            at = max(at + 1, width - 2)
        self._erase = self._key(ERASE, icon="erase")
        self._grid.addWidget(self._erase, last, at, 1, max(1, width - at))
        self._grid.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._size_keys()
        self._retranslate()

    def set_shown(self, shown: Sequence[str]) -> None:
        """Show other signs on the same keys, such as capitals; what is typed is what is shown."""
        signs = "".join(shown)
        for key, sign in zip(self._keys, signs, strict=False):
            key.setText(sign)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.StyleChange:
            self._size_keys()

    def _key(self, sign: str, icon: str = "") -> KioskKey:
        key = KioskKey(icon=icon, role="title")
        key.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if icon or sign == " ":
            key.clicked.connect(partial(self.typed.emit, sign))
        else:
            self._keys.append(key)
            key.clicked.connect(partial(self._pressed, key))
        return key

    def _pressed(self, key: KioskKey) -> None:
        self.typed.emit(key.text())

    def _size_keys(self) -> None:
        side = mm(KIOSK_TARGET_MM)
        for key in (*self._keys, self._erase, *([self._space] if self._space else [])):
            key.setMinimumSize(side, side)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnMinimumWidth(column, side)
        self._grid.setSpacing(mm(GAP_MM))
        self._grid.setContentsMargins(0, 0, 0, 0)

    def _retranslate(self) -> None:
        self._erase.setAccessibleName(self.tr("Erase the last sign"))
        if self._space is not None:
            self._space.setText(self.tr("Space"))


class ScoreRow(QWidget):
    """One key for each score, in one row or, where that is too narrow, in two.

    Signals: `scored(int)`.
    """

    scored = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._keys: list[KioskKey] = []
        self._scale = (0, -1)

    def show_scale(self, least: int, most: int) -> None:
        """Keys from `least` to `most`."""
        if (least, most) == self._scale:
            return
        self._scale = (least, most)
        for key in self._keys:
            key.deleteLater()
        self._keys = []
        for score in range(least, most + 1):
            key = KioskKey(role="title", wide_mm=KIOSK_TARGET_MM)
            key.setText(str(score))
            key.clicked.connect(partial(self.scored.emit, score))
            self._keys.append(key)
        self._place()

    def width_of(self, keys: int) -> int:
        """How wide so many keys are beside each other."""
        return keys * (mm(KIOSK_TARGET_MM) + mm(GAP_MM)) - mm(GAP_MM)

    def resizeEvent(self, event: QEvent) -> None:
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()

    def _place(self) -> None:
        step = mm(KIOSK_TARGET_MM) + mm(GAP_MM)
        room = max(1, (self.width() + mm(GAP_MM)) // step)
        across = len(self._keys) if room >= len(self._keys) else -(-len(self._keys) // 2)
        for number, key in enumerate(self._keys):
            self._grid.addWidget(key, number // max(1, across), number % max(1, across))
        self._grid.setSpacing(mm(GAP_MM))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows = -(-len(self._keys) // max(1, across))
        self.setMinimumHeight(rows * step)
