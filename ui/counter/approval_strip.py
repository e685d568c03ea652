"""Who approves: a badge, or a name and a PIN. It stands on the sheet of the act it is for."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.counter.pane import Pane
from ui.counter.sheet_sign_in import LONGEST_PIN, OperatorRow, PinDots
from ui.counter.sheets import Approval
from ui.counter.words import banner_of
from ui.parts.banner import Banner
from ui.parts.keypad import KeyPad
from ui.parts.labels import Label, SentenceLabel
from ui.parts.rows import RowText
from ui.theme.look import mm
from ui.wording.said_of_acts import right_words
from ui.wording.said_of_counter import role_words

MOST = 9


class ApprovalStrip(Pane):
    """Operators under their numbers at the left, the PIN and a key pad at the right.

    Signals: `wished(str, object)` as a sheet's.
    """

    wished = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = SentenceLabel(role="key", strong=True, ink="attention", lines=3)
        self._banner = Banner()
        self._rows = [OperatorRow() for _ in range(MOST)]
        self._list, self._side = QGridLayout(), QVBoxLayout()
        for number, row in enumerate(self._rows, start=1):
            row.clicked.connect(partial(self.wished.emit, "row", number))
            self._list.addWidget(row, (number - 1) % 5, (number - 1) // 5)
        self._pin, self._dots = Label(role="key", strong=True), PinDots()
        self._pad = KeyPad(with_enter=False)
        self._pad.digit.connect(partial(self.wished.emit, "typed"))
        self._pad.erased.connect(partial(self.wished.emit, "backspace", None))
        self._pad.cleared.connect(self._clear)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._side.addWidget(self._pin, 0, middle)
        self._side.addWidget(self._dots, 0, middle)
        self._side.addWidget(self._pad, 0, middle)
        self._side.addStretch(1)
        self._left = QVBoxLayout()
        self._left.addWidget(self._words)
        self._left.addLayout(self._list)
        self._left.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addLayout(self._left, 1)
        self._row.addLayout(self._side)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._banner)
        self._column.addLayout(self._row, 1)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is (Approval, currency)."""
        asked: Approval = view[0]
        words = self.tr(
            "{right}: a second person approves. Scan a badge, or choose and type a PIN."
        )
        self._words.setText(words.format(right=right_words(asked.right)))
        known = {row.number: row for row in asked.operators}
        for number, row in enumerate(self._rows, start=1):
            who = known.get(number)
            row.setVisible(who is not None)
            if who is not None:
                row.chosen = number == asked.chosen
                row.show_row(number, RowText(who.name, role_words(who.role)))
        self._list.setColumnStretch(0, 1)
        self._list.setColumnStretch(1, 1 if len(known) > 5 else 0)
        self._pin.setText(self.tr("PIN"))
        dots = self.tr("{count} digits typed").format(count=asked.pin_length)
        self._dots.show_count(min(asked.pin_length, LONGEST_PIN), dots)
        self._pad.setEnabled(bool(asked.chosen) and not asked.wait_s)
        notice = banner_of(asked.notice, view[1]) if asked.notice else None
        self._banner.show_notice(notice)

    def _clear(self) -> None:
        for _ in range(self._view[0].pin_length):
            self.wished.emit("backspace", None)

    def set_air(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(mm(2))
        self._row.setSpacing(mm(8))
        for layout in (self._list, self._side, self._left):
            layout.setSpacing(mm(2))
