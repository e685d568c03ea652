"""The pages of the room at the left, each under its Alt key, and the way back to the counter."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.counter.pane import Pane, ground
from ui.manager.state import Page
from ui.parts.key import Coat, Key
from ui.parts.labels import ElidedLabel
from ui.parts.paint import key_cap, key_cap_width
from ui.theme.icons import paint_icon
from ui.theme.look import font, look, mm
from ui.wording.said_of_room import page_words

ICONS = {Page.TODAY: "clock", Page.MEMBERS: "person"}


class PageKey(Key):
    """A page's key: icon and name stand in columns, so that the list can be read down."""

    def paint_face(self, painter: QPainter, body: QRectF, coat: Coat) -> None:
        face, side = font("body", bold=True), look().measure.text("body") * 1.2
        inner = body.adjusted(mm(3), 0, -mm(3), 0)
        place = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
        paint_icon(painter, self._icon, coat.ink, place)
        key_cap(painter, self._hint, coat.ink, (inner.right(), inner.center().y()))
        inner.setLeft(place.right() + mm(2))
        inner.setRight(inner.right() - key_cap_width(self._hint) - mm(2))
        painter.setPen(QColor(coat.ink))
        painter.setFont(face)
        elide = Qt.TextElideMode.ElideRight
        words = QFontMetricsF(face).elidedText(self.text(), elide, inner.width())
        painter.drawText(inner, _LEFT, words)


_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class Navigation(Pane):
    """The keys of the pages.

    Signals: `chosen(str)` a page by its name · `left()` to the counter.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "card")
        self._shop = ElidedLabel(role="body", strong=True)
        self._who = ElidedLabel(role="small", ink="muted")
        self._keys: dict[Page, Key] = {}
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._shop)
        self._column.addWidget(self._who)
        for number, page in enumerate(Page, start=1):
            key = PageKey(icon=ICONS[page], hint=f"Alt {number}", kind="bare")
            key.setCheckable(True)
            key.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            key.clicked.connect(partial(self._choose, page))
            self._keys[page] = key
            self._column.addWidget(key)
        self._column.addStretch(1)
        self.back = PageKey(icon="return", hint="F12")
        self.back.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.left)
        self._column.addWidget(self.back)
        self.set_air()

    def key(self, page: Page) -> Key:
        """The key of a page."""
        return self._keys[page]

    def write(self, view: Any) -> None:
        """`view` is (page, shop, operator)."""
        self._shop.setText(view[1])
        self._who.setText(view[2])
        for page, key in self._keys.items():
            key.setText(page_words(page.value))
            key.setChecked(page is view[0])
        self.back.setText(self.tr("Counter"))
        wide = max(key.sizeHint().width() for key in (*self._keys.values(), self.back))
        self.setFixedWidth(wide + 2 * mm(2))

    def _choose(self, page: Page) -> None:
        self._keys[page].setChecked(page is self._view[0])  # only the state says where one is
        self.chosen.emit(page.value)

    def set_air(self) -> None:
        self._column.setContentsMargins(mm(2), mm(3), mm(2), mm(3))
        self._column.setSpacing(mm(1.6))
