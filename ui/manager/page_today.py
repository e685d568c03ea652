"""The first page: twelve figures, what needs a person today, and whom to write to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pos.insight.values import FirstScreen, Quality, Task, ToWrite
from ui.counter.notice import Mood, Notice
from ui.counter.pane import Pane
from ui.counter.words import said
from ui.manager.state import TodayView
from ui.manager.tile import FigureTile
from ui.parts.key import Key
from ui.parts.labels import Label, SentenceLabel
from ui.parts.table import Cell, Column, DataTable
from ui.theme.look import mm
from ui.wording import figures

ACROSS = 4
TILES = 12
NEEDS = 9
DECIDED = ("activities-waiting", "claims-waiting")


class TodayPage(Pane):
    """Figures above; below, what to do at the left and whom to write to at the right.

    Signals: `decide()` · `members()` · `written(int)` a row of whom to write to.
    """

    decide = Signal()
    members = Signal()
    written = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = [FigureTile() for _ in range(TILES)]
        self._grid = QGridLayout()
        for place, tile in enumerate(self.tiles):
            tile.told.connect(self._tell)
            self._grid.addWidget(tile, place // ACROSS, place % ACROSS)
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1)
        self._means = SentenceLabel(role="small", ink="muted", lines=2)
        self._means.setMinimumHeight(1)
        self._needs_head, self._write_head = (
            Label(role="key", strong=True),
            Label(role="key", strong=True),
        )
        self._needs = [SentenceLabel(role="body", lines=2) for _ in range(NEEDS)]
        self.decide_key, self.members_key = Key(kind="main", icon="ok"), Key(icon="search")
        self.decide_key.clicked.connect(self.decide)
        self.members_key.clicked.connect(self.members)
        self.table = DataTable()
        self.table.opened.connect(self.written)
        self._write_words = SentenceLabel(role="small", ink="muted", lines=2)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._means)
        self._halves = QHBoxLayout()
        self._halves.addLayout(self._left(), 42)
        self._halves.addLayout(self._right(), 58)
        self._column.addLayout(self._halves, 1)
        self.set_air()

    def _left(self) -> QVBoxLayout:
        column, keys = QVBoxLayout(), QHBoxLayout()
        column.addWidget(self._needs_head)
        for need in self._needs:
            need.hide()  # until there is something to say: an empty page must not be taller
            column.addWidget(need)
        keys.addWidget(self.decide_key)
        keys.addWidget(self.members_key)
        keys.addStretch(1)
        column.addStretch(1)
        column.addLayout(keys)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self._write_head)
        column.addWidget(self.table, 100)
        column.addWidget(self._write_words)
        column.addStretch(1)
        return column

    def write(self, view: Any) -> None:
        """`view` is (TodayView, currency)."""
        shown: TodayView = view[0]
        first = shown.first
        tiles = first.tiles if first is not None else ()
        for place, tile in enumerate(self.tiles):
            tile.setVisible(place < len(tiles))
            if place < len(tiles):
                tile.draw((tiles[place], view[1]))
        self._needs_head.setText(self.tr("What needs you today"))
        self._write_head.setText(self.tr("Members to write to today"))
        self.decide_key.setText(self.tr("Decide"))
        waits = {task.code for task in first.tasks} if first else set()
        self.decide_key.setVisible(bool(waits & set(DECIDED)))
        self.members_key.setText(self.tr("Find a member"))
        self._write_needs(self._sentences(shown), view[1])
        self._write_list(first, view[1])
        self._tell("")

    def take_focus(self) -> None:
        """The first figure: from there Tab goes through the page."""
        first = self.tiles[0] if self.tiles[0].isVisibleTo(self) else self.members_key
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, means: str) -> None:
        usual = self.tr("Tab goes through the figures; here stands what each one means.")
        self._means.setText(means or usual)

    def _sentences(self, shown: TodayView) -> list[Notice | str]:
        first = shown.first
        if first is None:
            return [self.tr("The books are being counted…")] if shown.counting else []
        if first.tiles and not first.tiles[0].figure.n:
            return [
                self.tr("This shop has no members yet."),
                self.tr("1. Go to the counter (F12) and scan a blank card."),
                self.tr("2. Press F4: the card collects points from then on."),
                self.tr("3. Look again tomorrow: figures come with the purchases."),
            ]
        found: list[Notice | str] = [_need(task) for task in first.tasks]
        if not found:
            found.append(self.tr("Nothing waits for you."))
        return [*found, *_quality(first.quality)]

    def _write_needs(self, sentences: list[Notice | str], currency: str) -> None:
        for place, label in enumerate(self._needs):
            there = sentences[place] if place < len(sentences) else ""
            label.setVisible(bool(there))
            label.setText(said(there, currency) if isinstance(there, Notice) else there)
            urgent = isinstance(there, Notice) and there.mood is Mood.ATTENTION
            label.set_ink("attention" if urgent else "")

    def _write_list(self, first: FirstScreen | None, currency: str) -> None:
        rows = first.write if first is not None else ()
        columns = (
            Column(self.tr("Name")),
            Column(self.tr("Last seen"), 36),
            Column(self.tr("Days away"), 28, figures=True),
            Column(self.tr("Usual basket"), 34, figures=True),
        )
        self.table.setAccessibleName(self.tr("Members to write to today"))
        self.table.show_rows(columns, [self._cells(one, currency) for one in rows])
        self.table.setVisible(bool(rows))
        self._write_words.setText(self._about(first))

    def _cells(self, one: ToWrite, currency: str) -> tuple[Cell, ...]:
        return (
            Cell(one.name or self.tr("Member without a name")),
            Cell(figures.day(one.last), one.last),
            Cell(figures.count(one.away), one.away),
            Cell(figures.money(one.basket_minor, currency), one.basket_minor),
        )

    def _about(self, first: FirstScreen | None) -> str:
        if first is None:
            return ""
        words = self.tr("Late for their own habit: {late}; may not be written to: {silenced}.")
        told = words.format(late=figures.count(first.late), silenced=figures.count(first.silenced))
        if first.write:
            return told
        return self.tr("Nobody who may be written to is late for their habit.") + " " + told

    def set_air(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(mm(2))
        self._grid.setSpacing(mm(2))
        self._halves.setSpacing(mm(5))


def _need(task: Task) -> Notice:
    facts = (("count", task.count), *task.facts.items())
    return Notice(Mood.ATTENTION, f"need-{task.code}", facts)


def _quality(found: Quality) -> list[Notice]:
    """What should be cleaned up, as far as there is any."""
    told = []
    if found.never_seen:
        told.append(_quiet("quality-never-seen", count=found.never_seen))
    if found.shared_phones:
        told.append(_quiet("quality-phones", count=found.shared_phones))
    if found.unlinked_returns:
        count, minor = found.unlinked_returns, found.unlinked_minor
        told.append(_quiet("quality-unlinked", count=count, amount_minor=minor))
    return told


def _quiet(code: str, **facts: object) -> Notice:
    return Notice(Mood.QUIET, code, tuple(facts.items()))
