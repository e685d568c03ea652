"""The left side: the entry line, and below it the basket with its sums."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ui.counter.lines import LineList, LineWords
from ui.counter.pane import Pane
from ui.counter.state import Ticket
from ui.counter.words import points
from ui.parts.figures import FigureLabel
from ui.parts.labels import SentenceLabel
from ui.parts.paint import RING_ROOM_PX
from ui.theme.look import mm
from ui.wording import figures

ROWS = 3  # sums above what is left to pay


class BasketPane(Pane):
    """Lines, total, what points pay and goods that come back are worth, what is left to pay; below
    it the points to come, with the rules behind them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = LineList()
        self._empty = SentenceLabel(role="body", ink="muted", lines=2)
        self._rule = QFrame()
        self._rule.setProperty("ground", "strip")
        self._words = tuple(SentenceLabel(role="body", ink="muted", lines=2) for _ in range(ROWS))
        self._figures = tuple(FigureLabel(role="body") for _ in range(ROWS))
        self._due_words = SentenceLabel(role="key", strong=True, lines=1)
        self._due = FigureLabel(role="title")
        self._rules = SentenceLabel(role="small", ink="accent", strong=True, lines=2)
        self._sums = QGridLayout()
        for row in range(ROWS):
            self._sums.addWidget(self._words[row], row, 0)
            self._sums.addWidget(self._figures[row], row, 1)
        self._sums.addWidget(self._due_words, ROWS, 0)
        self._sums.addWidget(self._due, ROWS, 1)
        self._sums.setColumnStretch(0, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._list, 1)
        self._column.addWidget(self._rule)
        self._column.addLayout(self._sums)
        self._column.addWidget(self._rules)
        self.set_air()

    @property
    def lines(self) -> LineList:
        return self._list

    def write(self, view: Any) -> None:
        """`view` is (Ticket, currency)."""
        ticket: Ticket = view[0]
        currency: str = view[1]
        words = LineWords(
            self.tr("Lines of the basket"),
            self.tr("{count} more above"),
            self.tr("Amount"),
            self.tr("{count} more below"),
        )
        self._list.show_lines(ticket.lines, currency, words)
        rung = bool(ticket.lines) or ticket.total_minor > 0
        self._empty.setVisible(not rung)
        self._empty.setText(self._nothing(ticket))
        sums = rung or ticket.exchange
        self._rule.setVisible(sums)
        several = ticket.paid_minor > 0 or ticket.exchange
        self._row(0, rung and several, self.tr("Total"), ticket.total_minor, currency)
        paid = self.tr("Redeemed")
        if ticket.uses:
            paid = self.tr("Paid with {points}").format(points=points(ticket.uses))
        self._row(1, rung and ticket.paid_minor > 0, paid, -ticket.paid_minor, currency)
        back = self.tr("Goods that come back")
        self._row(2, ticket.exchange, back, -ticket.credit_minor, currency)
        self._due_words.setVisible(rung)
        self._due.setVisible(rung)
        self._due_words.setText(self.tr("To pay") if ticket.due_minor >= 0 else self.tr("Hand out"))
        self._due.setText(figures.money(abs(ticket.due_minor), currency))
        hint = " · ".join((points_to_come(ticket.earns), *ticket.rules)) if ticket.rules else ""
        self._rules.setText(hint)
        self._rules.setVisible(bool(hint))

    def _nothing(self, ticket: Ticket) -> str:
        if ticket.exchange:
            return self.tr("Ring up what goes out instead")
        return self.tr("Nothing rung up yet")

    def _row(self, row: int, shown: bool, words: str, minor: int, currency: str) -> None:
        self._words[row].setVisible(shown)
        self._figures[row].setVisible(shown)
        self._words[row].setText(words)
        self._figures[row].setText(figures.money(minor, currency))

    def set_air(self) -> None:
        self._column.setContentsMargins(RING_ROOM_PX, 0, RING_ROOM_PX, 0)
        self._column.setSpacing(mm(1.4))
        self._sums.setVerticalSpacing(mm(0.4))
        self._sums.setHorizontalSpacing(mm(3))
        self._rule.setFixedHeight(1)


def points_to_come(number: int) -> str:
    """A movement of points to come, with its sign."""
    return f"+{points(number)}"
