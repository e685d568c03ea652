"""What just happened, large: the customer reads it from the other side of the counter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.counter.pane import Pane, ground
from ui.counter.state import Done
from ui.counter.words import done_words, points, said
from ui.parts.chip import Chip
from ui.parts.figures import FigureLabel
from ui.parts.labels import Label, SentenceLabel
from ui.parts.name import NameLabel
from ui.theme.icons import icon_pixmap
from ui.theme.look import look, mm
from ui.wording import figures

_RETURNS = ("return", "sale-undone")


class DonePane(Pane):
    """Headline, the new balance, each movement of points, how far to the next reward."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "card")
        self._icon, self._headline = QLabel(), Label(role="title", ink="ok")
        self._name = NameLabel(role="key", strong=True)
        self._words = [Label(role="key", ink="muted") for _ in range(4)]
        self._moved = [FigureLabel(role="title") for _ in range(4)]
        self._balance_words = Label(role="key", strong=True)
        self._balance = FigureLabel(role="hero", ink="accent")
        self._next = SentenceLabel(role="key", lines=2)
        self._head, self._grid = QHBoxLayout(), QGridLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self._headline, 1)
        for row in range(4):
            self._grid.addWidget(self._words[row], row, 0)
            self._grid.addWidget(self._moved[row], row, 1)
        self._grid.addWidget(self._balance_words, 4, 0)
        self._grid.addWidget(self._balance, 4, 1)
        self._grid.setColumnStretch(1, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._name)
        self._column.addStretch(1)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self._column.addWidget(self._next)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is (Done, member's name, currency)."""
        done: Done = view[0]
        side = round(look().measure.text("title") * 1.2)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icon_pixmap("ok", look().tokens.ok, side, ratio))
        self._headline.setText(done_words(done.kind))
        self._name.setText(view[1])
        self._name.setVisible(bool(view[1]))
        moved = (
            (self.tr("Earned"), done.earned),
            (self.tr("Redeemed"), -done.redeemed),
            (self.tr("Taken back"), -done.taken_back),
            (self.tr("Given back"), done.given_back),
        )
        for row, (words, number) in enumerate(moved):
            # A sale that earned nothing says so; nothing else is worth a zero.
            shown = number != 0 or (row == 0 and done.kind == "sale" and done.balance is not None)
            self._words[row].setVisible(shown)
            self._moved[row].setVisible(shown)
            self._words[row].setText(words)
            self._moved[row].setText(figures.signed(number))
        known = done.balance is not None
        self._balance_words.setVisible(known)
        self._balance.setVisible(known)
        self._balance_words.setText(self.tr("New balance"))
        self._balance.setText(figures.count(done.balance or 0))
        self._next.setText(self._next_words(done))

    def _next_words(self, done: Done) -> str:
        if done.balance is None:
            return self.tr("No card, no points. A card can be given to the next customer.")
        if done.next_reward and done.next_missing:
            more = self.tr("{points} more for {reward}")
            return more.format(points=points(done.next_missing), reward=done.next_reward[:60])
        return (
            self.tr("{reward} is ready").format(reward=done.next_reward[:60])
            if (done.next_reward)
            else ""
        )

    def set_air(self) -> None:
        pad = mm(look().measure.density.pad_mm + 1)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(mm(1.6))
        self._head.setSpacing(mm(2))
        self._grid.setVerticalSpacing(mm(0.6))


class PaidPane(Pane):
    """At the left of it: the money that changes hands, the number, and the slip's fate."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = Label(role="key", ink="muted")
        self._amount = FigureLabel(role="hero")
        self._amount.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._number = Label(role="body", ink="muted")
        self._slip = Chip()
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self._caption)
        self._column.addWidget(self._amount)
        self._column.addWidget(self._number)
        self._column.addStretch(1)
        self._column.addWidget(self._slip, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is (Done, currency)."""
        done: Done = view[0]
        back = done.kind in _RETURNS
        self._caption.setText(self.tr("Refund") if back else self.tr("To pay"))
        money = bool(done.amount_minor) or done.kind == "sale"
        self._caption.setVisible(money)
        self._amount.setVisible(money)
        self._amount.setText(figures.money(done.amount_minor, view[1]))
        number = self.tr("No. {number}").format(number=done.number[:40])
        self._number.setText(number if done.number else "")
        self._slip.setVisible(done.slip is not None)
        if done.slip is not None:
            mood = done.slip.mood.value
            icon = "receipt" if mood in ("ok", "quiet") else ""
            self._slip.show_fact(said(done.slip, view[1]), mood, icon)

    def set_air(self) -> None:
        self._column.setContentsMargins(mm(1), mm(1), mm(1), mm(1))
        self._column.setSpacing(mm(0.6))
