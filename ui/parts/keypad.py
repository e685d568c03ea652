"""A key pad for fingers: digits, clear, erase and Enter. Ours, not Qt's virtual keyboard, which is
GPL-only and covers half the screen.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.parts.key import IconButton, Key
from ui.theme.look import look, mm
from ui.theme.measure import KIOSK_TARGET_MM, TARGET_MM


class KeyPad(QWidget):
    """Three columns of digits, below them Clear, 0, Erase; `with_enter` adds Enter under all.

    Signals: `digit(str)` one of "0"-"9", `cleared()`, `erased()`, `entered()`.
    """

    digit = Signal(str)
    cleared = Signal()
    erased = Signal()
    entered = Signal()

    def __init__(
        self, *, kiosk: bool = False, with_enter: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side_mm = KIOSK_TARGET_MM if kiosk else TARGET_MM + 2
        self._grid = QGridLayout(self)
        self._digits = {str(n): Key(str(n), role="title" if kiosk else "key") for n in range(10)}
        for name, key in self._digits.items():
            key.clicked.connect(partial(self.digit.emit, name))
            row, column = (3, 1) if name == "0" else divmod(int(name) - 1, 3)
            self._grid.addWidget(key, row, column)
        self._clear = IconButton("close", "", kind="plain")
        self._erase = IconButton("erase", "", kind="plain")
        self._enter = Key(icon="ok", kind="main", role="key")
        self._clear.clicked.connect(self.cleared)
        self._erase.clicked.connect(self.erased)
        self._enter.clicked.connect(self.entered)
        self._grid.addWidget(self._clear, 3, 0)
        self._grid.addWidget(self._erase, 3, 2)
        if with_enter:
            self._grid.addWidget(self._enter, 4, 0, 1, 3)
        else:
            self._enter.setParent(None)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._size_keys()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QEvent.Type.StyleChange:
            self._size_keys()

    def _size_keys(self) -> None:
        """Fixed sides: a number pad that stretches is a number pad that is missed."""
        side = max(mm(self._side_mm), look().measure.target)
        for key in (*self._digits.values(), self._clear, self._erase):
            key.setFixedSize(round(side * 1.15), side)
        self._enter.setFixedHeight(side)
        self._grid.setSpacing(mm(2))
        self._grid.setContentsMargins(0, 0, 0, 0)

    def _retranslate(self) -> None:
        self._clear.set_name(self.tr("Clear all"))
        self._erase.set_name(self.tr("Erase the last digit"))
        self._enter.setText(self.tr("Enter"))
