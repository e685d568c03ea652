"""What all pages of the kiosk share: a pane that draws the state and passes wishes on, words with
a pad beside or above them, whichever way the screen stands.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.counter.pane import Pane
from ui.customer.fitting import FitLabel
from ui.theme.look import mm

WIDE: Final = 1.15


class KioskPage(Pane):
    """A page of the kiosk. Signals: `wished(str, object)` a wish's name and its argument or None.

    `draw(state)` takes the whole `KioskState`.
    """

    wished = Signal(str, object)

    def wish(self, name: str, argument: object = None) -> None:
        """Pass a wish on."""
        self.wished.emit(name, argument)


class Words(QWidget):
    """A headline and a sentence below it, close together in the middle."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        high = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self._head = FitLabel("hero", lines=2, align=low)
        self._below = FitLabel("title", ink="muted", strong=False, lines=lines, align=high)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._head, 1)
        self._column.addWidget(self._below, 1)
        self._column.setSpacing(mm(3))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def say(self, head: str, text: str = "") -> None:
        """What stands there."""
        self._head.setText(head)
        self._below.setText(text)


class Split(QWidget):
    """Two parts side by side on a screen that lies, one above the other on one that stands."""

    def __init__(self, first: QWidget, second: QWidget, shares: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(first, shares[0])
        self._box.addWidget(second, shares[1])
        self._box.setSpacing(mm(5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lies = self.width() >= self.height() * WIDE
        way = QBoxLayout.Direction.LeftToRight if lies else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not way:
            self._box.setDirection(way)
