"""One member: what is known at the left, what happened at the right, what can be done below."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.counter.flow import FlowRow
from ui.counter.notice import Mood
from ui.counter.pane import Pane, ground, scrolled
from ui.counter.words import said
from ui.manager.state import Moved, ProfileView
from ui.parts.key import Key
from ui.parts.labels import Label, SentenceLabel
from ui.parts.table import Cell, Column, DataTable
from ui.theme.look import look, mm
from ui.wording import figures
from ui.wording.said_of_acts import row_words
from ui.wording.said_of_room import kind_words

ACTS = (
    *("unblock", "profile", "cards", "vouchers", "adjust", "stamps", "activities", "household"),
    *("merge", "block", "export", "erase"),
)
FACTS = 18


class ProfilePage(Pane):
    """A member's page.

    Signals: `acted(str)` an act by its name · `why(int)` a line of the timeline · `older()`.
    """

    acted = Signal(str)
    why = Signal(int)
    older = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = [SentenceLabel(role="body", lines=3) for _ in range(FACTS)]
        self._card = QWidget()
        ground(self._card, "card")
        inner = QVBoxLayout(self._card)
        for label in self._facts:
            inner.addWidget(label)
        inner.addStretch(1)
        self._inner = inner
        self.table = DataTable()
        self.table.opened.connect(self.why)
        self.table.wanted_more.connect(self.older)
        self._hint = SentenceLabel(role="small", ink="muted", lines=2)
        self._moves = Label(role="key", strong=True)
        right = QVBoxLayout()
        right.addWidget(self._moves)
        right.addWidget(self.table, 1)
        right.addWidget(self._hint)
        self._keys = {name: Key(kind="refused" if name == "erase" else "plain") for name in ACTS}
        for name, key in self._keys.items():
            key.clicked.connect(partial(self.acted.emit, name))
        self._row = QHBoxLayout()
        facts = scrolled(self._card)
        # As high as the timeline beside it: what it would like to be makes the page no higher.
        facts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._row.addWidget(facts, 28)
        self._row.addLayout(right, 72)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row, 1)
        self._column.addWidget(FlowRow(list(self._keys.values())))
        self.set_air()

    def key(self, name: str) -> Key:
        """The key of an act."""
        return self._keys[name]

    def write(self, view: Any) -> None:
        """`view` is (ProfileView, currency)."""
        shown: ProfileView = view[0]
        for place, label in enumerate(self._facts):
            fact = shown.facts[place] if place < len(shown.facts) else None
            label.setVisible(fact is not None)
            label.setText(said(fact, view[1]) if fact is not None else "")
            label.set_ink("attention" if fact and fact.mood is Mood.ATTENTION else "")
        for name, key in self._keys.items():
            key.setText(row_words(name))
            key.setVisible(name in shown.acts)
        self._moves.setText(self.tr("What happened"))
        self.table.setAccessibleName(self.tr("What happened"))
        cells = [self._cells(moved) for moved in shown.moved]
        self.table.show_rows(self._columns(), cells, shown.older)
        self._hint.setText(self.tr("Enter on a sale says why it brought its points."))

    def take_focus(self) -> None:
        """Ready to be read."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("When"), 48),
            Column(self.tr("What"), 50),
            Column(self.tr("Points"), 24, figures=True),
            Column(self.tr("Amount"), 28, figures=True),
            Column(self.tr("Who, and why")),
        )

    def _cells(self, moved: Moved) -> tuple[Cell, ...]:
        amount = ""
        if moved.total_minor is not None:
            amount = figures.money(moved.total_minor, moved.currency)
        who = moved.operator
        if moved.approved:
            who = self.tr("{name}, allowed by {second}").format(name=who, second=moved.approved)
        return (
            Cell(f"{moved.at:%Y-%m-%d %H:%M}", moved.at),
            Cell(f"{kind_words(moved.kind.value)} {moved.number}"),
            Cell(figures.signed(moved.points) if moved.points else "", moved.points),
            Cell(amount, moved.total_minor or 0),
            Cell(": ".join(part for part in (who, moved.why) if part)),
        )

    def set_air(self) -> None:
        air = mm(look().measure.density.pad_mm)
        self._inner.setContentsMargins(air, air, air, air)
        self._inner.setSpacing(mm(1.4))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(mm(2))
        self._row.setSpacing(mm(3))
