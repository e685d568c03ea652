"""The foot: one sentence that says what will happen, and the one large key that does it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.counter.outcome import Outcome
from ui.counter.pane import Pane
from ui.parts.key import BigKey
from ui.parts.labels import SentenceLabel
from ui.theme.look import look, mm

BUSY_AFTER_MS = 300  # a wait shorter than this is better not mentioned


class ActionBar(Pane):
    """Sentence and key. A wait is only shown when it lasts.

    Signals: `pressed()`.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = SentenceLabel(role="title", strong=True, lines=2)
        self._key = BigKey(hint="Enter")
        self._key.clicked.connect(self.pressed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._waiting = QTimer(self, interval=BUSY_AFTER_MS, singleShot=True)
        self._waiting.timeout.connect(self.wait_over)
        self.set_air()

    @property
    def key(self) -> BigKey:
        return self._key

    @property
    def sentence(self) -> SentenceLabel:
        return self._sentence

    def write(self, view: Any) -> None:
        """`view` is (Outcome, busy)."""
        said: Outcome = view[0]
        if view[1] and not self._waiting.isActive():
            self._waiting.start()
        if view[1] and self._key.text():
            return  # the last words stand until the wait is worth a word
        if not view[1]:
            self._waiting.stop()
        self._sentence.setText(said.sentence)
        self._key.setText(said.key)
        self._key.set_icon_name(said.icon)
        self._key.setEnabled(said.able)
        self._key.setMinimumWidth(mm(62))

    def wait_over(self) -> None:
        """The wait is long enough to be said."""
        self._sentence.setText(self.tr("One moment…"))
        self._key.setEnabled(False)

    def set_air(self) -> None:
        pad = mm(look().measure.density.pad_mm)
        self._row.setContentsMargins(pad, mm(1.2), 0, mm(1.2))
        self._row.setSpacing(mm(4))
