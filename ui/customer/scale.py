"""A question's scale: a key for each score, and below its two ends what they mean."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.customer.fitting import FitLabel
from ui.customer.keys import ScoreRow

_END: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Scale(QWidget):
    """Signals: `scored(int)`."""

    scored = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._row = ScoreRow()
        self._row.scored.connect(self.scored)
        self._least = FitLabel("key", ink="muted")
        self._most = FitLabel("key", ink="muted", align=_END)
        self._ends = QWidget()
        ends, middle = QHBoxLayout(self._ends), QHBoxLayout()
        ends.addWidget(self._least, 1)
        ends.addWidget(self._most, 1)
        middle.addStretch(1)
        middle.addWidget(self._ends, 1_000)  # as wide as the keys, and in the middle below them
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self._row)
        column.addLayout(middle)
        for box in (ends, middle, column):
            box.setContentsMargins(0, 0, 0, 0)

    def show_scale(self, scale: tuple[int, int], ends: tuple[str, str]) -> None:
        """Keys from the least to the most, and the words for both."""
        least, most = scale
        self._row.show_scale(least, most)
        self._ends.setMaximumWidth(self._row.width_of(most - least + 1))
        self._least.setText(ends[0])
        self._most.setText(ends[1])
