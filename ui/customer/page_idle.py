"""The kiosk while nobody is there: what to hold up, and what else can be done."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from ui.customer.brand import BrandPanel
from ui.customer.keys import KioskKey
from ui.customer.page import KioskPage, Split
from ui.customer.state import KioskState
from ui.parts.picture import LivePicture
from ui.theme.look import mm


class IdlePage(KioskPage):
    """The shop's colour with a greeting, the camera's picture where there is one, two keys."""

    def __init__(self) -> None:
        super().__init__()
        self._brand, self.picture = BrandPanel(), LivePicture()
        self._join = KioskKey(icon="person", role="title")
        self._number = KioskKey(icon="keypad", role="title")
        self._join.clicked.connect(lambda: self.wish("open_join"))
        self._number.clicked.connect(lambda: self.wish("open_number"))
        self._keys = QHBoxLayout()
        self._keys.addWidget(self._join, 1)
        self._keys.addWidget(self._number, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Split(self._brand, self.picture, (2, 1)), 1)
        self._column.addLayout(self._keys)
        self.set_air()

    def write(self, view: Any) -> None:
        state: KioskState = view
        below = self.tr("Points from a purchase, your rewards, or a card of your own")
        self._brand.show_words(
            self.tr("Hold up your card or a receipt"),
            below,
            colour=state.colour,
            icons=("card", "receipt"),
        )
        self.picture.setVisible(state.camera)
        if not self.picture.accessibleName():
            self.picture.show_words(self.tr("Hold it in front of the camera"))
        self._join.setText(self.tr("Become a member"))
        self._number.setText(self.tr("Type a receipt's number"))

    def set_air(self) -> None:
        for box in (self._keys, self._column):
            assert isinstance(box, QBoxLayout)
            box.setSpacing(mm(3))
