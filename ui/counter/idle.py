"""Between two customers: the greeting at the right; today and the last act at the left."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.counter.pane import Pane, ground
from ui.counter.state import ActView, Phase, Today
from ui.counter.words import act_words, points, time_of
from ui.parts.figures import FigureLabel
from ui.parts.key import Key
from ui.parts.labels import ElidedLabel, Label, SentenceLabel
from ui.parts.paint import RING_ROOM_PX
from ui.parts.rows import NumberedRow, RowText
from ui.parts.scan_pad import ScanPad
from ui.theme.look import mm
from ui.wording import figures
from ui.wording.sentences import sentence


class WelcomePane(Pane):
    """What to do first, large; the shop's name above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = ScanPad(icon="card", parent=self)
        self._sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the focus rests on the entry line
        self._shop = ElidedLabel(role="key", ink="muted", strong=True)
        self._shop.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sign)
        self._over = QVBoxLayout(self._sign)
        self._over.addWidget(self._shop)
        self._over.addStretch(1)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is (shop, phase, whether a basket is open)."""
        shop, phase, rung = view
        self._shop.setText(shop)
        below = self.tr("or type the last digits of a phone number")
        if phase is Phase.SIGNED_OUT:
            self._sign.show_words(self.tr("The till is opening…"), "", "clock")
        elif rung:
            self._sign.show_words(self.tr("Scan a card to collect points"), below, "card")
        else:
            self._sign.show_words(self.tr("Scan a card"), below, "card")

    def set_air(self) -> None:
        self._over.setContentsMargins(mm(4), mm(4), mm(4), mm(4))

    @property
    def sign(self) -> ScanPad:
        return self._sign


class TodayPane(Pane):
    """Four figures of the day and the last act.

    Signals: `undo()`, `decide(int)` the number under which requests wait.
    """

    undo = Signal()
    decide = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = NumberedRow(1)
        self._waiting.clicked.connect(partial(self.decide.emit, 1))
        self._heading = Label(role="small", ink="muted", strong=True)
        self._line = SentenceLabel(role="key", strong=True, lines=2)
        self._words = [Label(role="body", ink="muted") for _ in range(2)]
        self._figures = [FigureLabel(role="key") for _ in range(2)]
        self._captured = SentenceLabel(role="body", strong=True, ink="accent", lines=2)
        self._last = LastAct()
        self._last.undo.connect(self.undo)
        grid = QGridLayout()
        for row in range(2):
            grid.addWidget(self._words[row], row, 0)
            grid.addWidget(self._figures[row], row, 1)
        grid.setColumnStretch(1, 1)
        self._grid = grid
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._line)
        self._column.addLayout(grid)
        self._column.addStretch(1)
        self._column.addWidget(self._captured)
        self._column.addWidget(self._waiting)
        self._column.addWidget(self._last)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is (Today, ActView or None, how many requests wait, currency, how many receipts of
        another till wait for a card).
        """
        today: Today = view[0]
        self._heading.setText(self.tr("Today"))
        if today.sales:
            sales = self.tr("%Ln sale(s)", "", today.sales)
            cards = self.tr("{sales}, {count} with a card")
            self._line.setText(cards.format(sales=sales, count=figures.count(today.with_card)))
        else:
            self._line.setText(self.tr("No sale yet today"))
        self._words[0].setText(self.tr("Points earned"))
        self._words[1].setText(self.tr("Points redeemed"))
        self._figures[0].setText(figures.signed(today.earned))
        self._figures[1].setText(figures.signed(-today.redeemed))
        self._last.setVisible(view[1] is not None)
        if view[1] is not None:
            self._last.draw((view[1], view[3]))
        self._captured.setVisible(view[4] > 0)
        card = self.tr("%Ln receipt(s) of the other till wait(s) for a card", "", view[4])
        self._captured.setText(card)
        self._waiting.setVisible(view[2] > 0)
        words = sentence("approvals-waiting", {"count": view[2]})
        self._waiting.show_row(1, RowText(words, self.tr("Alt and 1, or a touch")))

    def set_air(self) -> None:
        self._column.setContentsMargins(RING_ROOM_PX, mm(1), RING_ROOM_PX, 0)
        self._column.setSpacing(mm(1.4))
        self._grid.setVerticalSpacing(mm(0.4))


class LastAct(Pane):
    """The last act in two lines, and the key that takes it back.

    Signals: `undo()`.
    """

    undo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "card")
        self._what = Label(role="small", ink="muted", strong=True)
        self._amount = FigureLabel(role="key")
        self._detail = SentenceLabel(role="body", lines=2)
        self._key = Key(icon="undo", hint="F8")
        self._key.clicked.connect(self.undo)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._what, 0, 0)
        self._grid.addWidget(self._amount, 0, 1)
        self._grid.addWidget(self._detail, 1, 0, 1, 2)
        self._grid.addWidget(self._key, 2, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is (ActView, currency)."""
        act: ActView = view[0]
        self._what.setText(f"{act_words(act.kind)} · {time_of(act.at)} · {act.number}")
        money = act.amount_minor != 0
        self._amount.setText(figures.money(act.amount_minor, view[1]) if money else "")
        # Points moved or a card was given: there is a member, only no name yet.
        somebody = act.earned or act.redeemed or act.kind == "enrolment"
        nobody = self.tr("Member without a name") if somebody else self.tr("Without a card")
        parts = [act.member or nobody]
        if act.earned:
            parts.append(points_moved(act.earned))
        if act.redeemed:
            parts.append(points_moved(-act.redeemed))
        self._detail.setText(" · ".join(parts))
        self._key.setVisible(act.undo_until is not None)
        self._key.setText(self.tr("Undo"))
        if act.undo_until is not None:
            until = self.tr("Undo until {time}").format(time=time_of(act.undo_until))
            self._key.setText(until)

    def set_air(self) -> None:
        self._grid.setContentsMargins(mm(3), mm(2), mm(3), mm(2.4))
        self._grid.setVerticalSpacing(mm(1))


def points_moved(number: int) -> str:
    """A movement with its sign and unit ("+12 points")."""
    return ("+" if number > 0 else "-") + points(abs(number))
