"""The list of members: one field that searches as it is typed, and the table below it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.counter.pane import Pane
from ui.manager.state import MemberLine, MembersView
from ui.parts.key import Key
from ui.parts.labels import SentenceLabel
from ui.parts.table import Cell, Column, DataTable
from ui.theme.look import mm
from ui.wording import figures


class MembersPage(Pane):
    """Search, table, and what the list is.

    Signals: `searched(str)` · `opened(int)` · `further()` · `kept(str, object, object)` the name
    of a list, its headings and rows.
    """

    searched = Signal(str)
    opened = Signal(int)
    further = Signal()
    kept = Signal(str, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setMaxLength(60)
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self.searched)
        self.field.installEventFilter(self)
        self.table = DataTable()
        self.table.opened.connect(self.opened)
        self.table.wanted_more.connect(self.further)
        self._words = SentenceLabel(role="body", ink="muted", lines=2)
        self._keep = Key(icon="copy")
        self._keep.clicked.connect(self._keep_list)
        foot = QHBoxLayout()
        foot.addWidget(self._words, 1)
        foot.addWidget(self._keep)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.field)
        self._column.addWidget(self.table, 1)
        self._column.addLayout(foot)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is MembersView."""
        shown: MembersView = view
        name = self.tr("Name, end of the phone number, e-mail, or card (Ctrl+F)")
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        if not self.field.hasFocus() and self.field.text() != shown.text:
            self.field.setText(shown.text)
        self.table.setAccessibleName(self.tr("Members"))
        self.table.show_rows(
            self._columns(), [self._cells(row) for row in shown.rows], shown.further
        )
        self._words.setText(self._said(shown))
        self._keep.setText(self.tr("Keep as CSV"))
        self._keep.setEnabled(bool(shown.rows))

    def take_focus(self) -> None:
        """Ready to be searched."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field, Down goes into the table and Enter opens its current row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.table.current is not None and not event.isAutoRepeat():
                    self.opened.emit(self.table.current)
                return True
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Name")),
            Column(self.tr("Phone"), 44),
            Column(self.tr("Card"), 44),
            Column(self.tr("Points"), 28, figures=True),
            Column(self.tr("Since"), 40),
            Column(self.tr("State"), 32),
        )

    def _cells(self, row: MemberLine) -> tuple[Cell, ...]:
        return (
            Cell(row.name or self.tr("Member without a name")),
            Cell(row.phone),
            Cell(row.card),
            Cell(figures.count(row.points), row.points),
            Cell(figures.day(row.joined), row.joined),
            Cell(self.tr("Blocked") if row.blocked else ""),
        )

    def _said(self, shown: MembersView) -> str:
        if shown.rows:
            if shown.more:
                return self.tr("There are more. Type more letters to narrow them down.")
            return self.tr("Enter opens a member; a scanned card does, too. A heading sorts.")
        if shown.text:
            return self.tr("Nobody found. A part of the name is enough, in any script.")
        if shown.searched:
            return self.tr("Nobody is enrolled yet. F4 at the counter enrols the first member.")
        return ""

    def _keep_list(self) -> None:
        headings, rows = self.table.as_texts()
        self.kept.emit("members", headings, rows)

    def set_air(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(mm(2))
