"""Signing in: who, by number or touch, and a PIN on keys or pad; or simply the badge."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import SignInSheet
from ui.parts.key import Coat
from ui.parts.keypad import KeyPad
from ui.parts.labels import Label, SentenceLabel
from ui.parts.rows import NumberedRow, RowText
from ui.theme.look import look, mm
from ui.wording.said_of_counter import role_words

MOST = 9
LONGEST_PIN = 8


class PinDots(QWidget):
    """How many digits were typed, never which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0

    def show_count(self, count: int, name: str) -> None:
        self._count = count
        self.setAccessibleName(name)
        self.setAccessibleDescription("●" * count)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LONGEST_PIN * mm(6.4), mm(9))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, t, side = QPainter(self), look().tokens, mm(3.6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = max(4, self._count)
        step = mm(6.4)
        left = (self.width() - shown * step) / 2
        for place in range(shown):
            dot = QRectF(
                left + place * step + (step - side) / 2, (self.height() - side) / 2, side, side
            )
            painter.setPen(QPen(QColor(t.edge), 1.5))
            painter.setBrush(QColor(t.accent) if place < self._count else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot)


class OperatorRow(NumberedRow):
    """An operator; the chosen one stands on the accent's calm ground."""

    chosen = False

    def coat(self) -> Coat:
        t = look().tokens
        chosen = Coat(t.accent_soft, t.accent, t.on_accent_soft)
        return chosen if self.chosen else super().coat()


class SignInPane(SheetPane):
    """Operators under their numbers at the left, the PIN and a key pad at the right."""

    closable = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [OperatorRow(parent=self) for _ in range(MOST)]
        for number, row in enumerate(self._rows, start=1):
            row.clicked.connect(partial(self.wished.emit, "operator_chosen", number))
        self._badge = SentenceLabel(role="body", ink="muted", lines=2)
        self._pin_words = Label(role="key", strong=True)
        self._dots = PinDots()
        self._pad = KeyPad(with_enter=False)
        self._pad.digit.connect(partial(self.wished.emit, "typed"))
        self._pad.erased.connect(partial(self.wished.emit, "backspace", None))
        self._pad.cleared.connect(self._clear)
        self._list, self._side = QGridLayout(), QVBoxLayout()
        middle = Qt.AlignmentFlag.AlignHCenter
        self._side.addWidget(self._pin_words, 0, middle)
        self._side.addWidget(self._dots, 0, middle)
        self._side.addWidget(self._pad, 0, middle)
        self._side.addStretch(1)
        left = QVBoxLayout()
        left.addLayout(self._list)
        left.addStretch(1)
        left.addWidget(self._badge)
        self._row = QHBoxLayout()
        self._row.addLayout(left, 1)
        self._row.addLayout(self._side)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.banner)
        self._column.addLayout(self._row, 1)
        self._placed = 0
        self.set_air()

    def title(self) -> str:
        return self.tr("Who is at the till?")

    def write(self, view: Any) -> None:
        """`view` is (SignInSheet, currency)."""
        sheet: SignInSheet = view[0]
        operators = {row.number: row for row in sheet.operators}
        for number, row in enumerate(self._rows, start=1):
            who = operators.get(number)
            row.setVisible(who is not None)
            if who is not None:
                row.chosen = number == sheet.chosen
                row.show_row(number, RowText(who.name, role_words(who.role)))
        self._place(len(operators))
        self._badge.setText(self.tr("Or scan your badge: no PIN is needed then."))
        self._pin_words.setText(self.tr("PIN"))
        dots = self.tr("{count} digits typed").format(count=sheet.pin_length)
        self._dots.show_count(min(sheet.pin_length, LONGEST_PIN), dots)
        self._pad.setEnabled(bool(sheet.chosen) and not sheet.wait_s)
        self.show_notice(sheet.notice, view[1])

    def _place(self, count: int) -> None:
        """Two columns from the sixth operator on."""
        if count == self._placed:
            return
        self._placed = count
        down = 5
        while self._list.count():
            self._list.takeAt(0)
        for place, row in enumerate(self._rows[:count]):
            self._list.addWidget(row, place % down, place // down)
        for column in range(2):
            self._list.setColumnStretch(column, 1 if column * down < count else 0)

    def _clear(self) -> None:
        for _ in range(self._view[0].pin_length):
            self.wished.emit("backspace", None)

    def set_air(self) -> None:
        self._column.setContentsMargins(0, mm(1), 0, 0)
        self._column.setSpacing(mm(2))
        self._row.setSpacing(mm(8))
        self._list.setSpacing(mm(2))
        self._side.setSpacing(mm(2))
