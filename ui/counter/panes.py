"""The two sides of the counter: entry line and basket at the left, the member at the right. Each
side shows the one view that the state's phase asks for.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from ui.counter.basket import BasketPane
from ui.counter.brought_pane import BroughtPane
from ui.counter.done import DonePane, PaidPane
from ui.counter.entry import EntryPad
from ui.counter.idle import TodayPane, WelcomePane
from ui.counter.member import MemberCard
from ui.counter.pane import Pane, ground, scrolled
from ui.counter.rewards import RewardGrid
from ui.counter.state import CounterState, Phase
from ui.parts.key import IconButton
from ui.parts.keypad import KeyPad
from ui.parts.labels import SentenceLabel
from ui.theme.look import font, mm

COMPACT_LINES = 12  # of text: where a side has room for fewer, the member's notes are folded away


class LeftSide(Pane):
    """Entry line above; below it the day, the basket, or the money that changes hands. A key pad
    for fingers opens between them where somebody works by touch.

    Signals: `undo()`, `decide(int)`, `typed(str)`, `backspace()`.
    """

    undo = Signal()
    decide = Signal(int)
    typed = Signal(str)
    backspace = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "card")
        self.pad = EntryPad()
        self.today, self.basket, self.paid = TodayPane(), BasketPane(), PaidPane()
        self.today.undo.connect(self.undo)
        self.today.decide.connect(self.decide)
        self._stack = QStackedLayout()
        self._pages = {pane: scrolled(pane) for pane in (self.today, self.basket, self.paid)}
        self._blank = QWidget()
        for page in (*self._pages.values(), self._blank):
            self._stack.addWidget(page)
        self._opener = IconButton("keypad", "", kind="plain")
        self._opener.clicked.connect(self._open_keys)
        self.digits = KeyPad(with_enter=False)
        self.digits.hide()
        self.digits.digit.connect(self.typed)
        self.digits.erased.connect(self.backspace)
        self.digits.cleared.connect(self._clear)
        self._line = QHBoxLayout()
        self._line.addWidget(self.pad, 1)
        self._line.addWidget(self._opener)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._line)
        self._column.addWidget(self.digits)
        self._column.addLayout(self._stack, 1)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is the CounterState."""
        state: CounterState = view
        self._opener.set_name(self.tr("Key pad"))
        self.pad.show_entry(state.entry, self.tr("Entry line"), self._hint(state))
        if state.done is not None:
            self.paid.draw((state.done, state.currency))
            self._stack.setCurrentWidget(self._pages[self.paid])
        elif state.phase in (Phase.MEMBER, Phase.RINGING) or state.ticket.lines:
            self.basket.draw((state.ticket, state.currency))
            self._stack.setCurrentWidget(self._pages[self.basket])
        elif state.phase is Phase.SIGNED_OUT:
            self._stack.setCurrentWidget(self._blank)
        else:
            waiting = state.waiting, state.currency, len(state.captures)
            self.today.draw((state.today, state.last_act, *waiting))
            self._stack.setCurrentWidget(self._pages[self.today])

    def _open_keys(self) -> None:
        self.digits.setVisible(self.digits.isHidden())

    def _clear(self) -> None:
        for _ in self.pad.entry:
            self.backspace.emit()

    def _hint(self, state: CounterState) -> str:
        if state.phase is Phase.SIGNED_OUT:
            return ""
        if state.member is not None or state.ticket.lines:
            return self.tr("Amount")
        if state.receipts:
            return self.tr("Phone digits")
        return self.tr("Phone digits or amount")

    def set_air(self) -> None:
        pad = mm(2)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(mm(2))
        self._line.setSpacing(mm(1))


class RightSide(Pane):
    """The greeting, the member with the offers, or what was just done. Vouchers laid on the counter
    without a card are offers, too.

    Signals: `reward(int)`, `tender()`, `more()`.
    """

    reward = Signal(int)
    tender = Signal()
    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.welcome, self.done = WelcomePane(), DonePane()
        self.member, self.rewards = MemberCard(), RewardGrid()
        self.rewards.reward.connect(self.reward)
        self.rewards.tender.connect(self.tender)
        self.rewards.more.connect(self.more)
        self.nobody = SentenceLabel(role="key", strong=True, lines=2)
        self._pair = QWidget()
        # At twice the text size on a small till the banner needs the place more than the notes.
        self._pair.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._pair_column = QVBoxLayout(self._pair)
        self._pair_column.addWidget(self.nobody)
        self._pair_column.addWidget(self.member)
        self._pair_column.addWidget(self.rewards, 1)
        self._stack = QStackedLayout(self)
        self.brought = BroughtPane()
        self._done_page, self._brought_page = scrolled(self.done), scrolled(self.brought)
        for page in (self.welcome, self._pair, self._done_page, self._brought_page):
            self._stack.addWidget(page)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is the CounterState."""
        state: CounterState = view
        if state.done is not None:
            name = state.member.name if state.member else ""
            self.done.draw((state.done, name, state.currency))
            self._stack.setCurrentWidget(self._done_page)
        elif state.receipts and state.member is None:
            self.brought.draw(state.receipts)
            self._stack.setCurrentWidget(self._brought_page)
        elif state.member is not None or state.offers:
            self.nobody.setText(self.tr("Scan a card to collect points"))
            self.nobody.setVisible(state.member is None)
            self.member.setVisible(state.member is not None)
            if state.member is not None:
                self.member.draw((state.member, state.tender, state.currency))
            shown = state.offers, state.tender, state.suggestion, state.currency, state.more_offers
            self.rewards.draw(shown)
            self._stack.setCurrentWidget(self._pair)
        else:
            self.welcome.draw((state.shop, state.phase, bool(state.ticket.lines)))
            self._stack.setCurrentWidget(self.welcome)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        line = QFontMetricsF(font("body")).height()
        self.member.set_compact(self.height() < COMPACT_LINES * line)

    def set_air(self) -> None:
        self._fold()
        self._pair_column.setContentsMargins(0, 0, 0, 0)
        self._pair_column.setSpacing(mm(2))
