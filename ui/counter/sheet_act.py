"""An act that is prepared: facts above, fields below them, rows under their numbers; and in their
place, while it takes a second person, the strip that asks for one.
"""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ui.counter.approval_strip import ApprovalStrip
from ui.counter.form import MOST_DOWN, Form
from ui.counter.notice import Mood
from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import ActSheet, Row
from ui.counter.words import points, said
from ui.parts.key import Key
from ui.parts.labels import SentenceLabel
from ui.parts.rows import NumberedRow, RowText
from ui.theme.look import look, mm
from ui.wording import figures
from ui.wording.said_of_acts import extra_words, hint_words, row_words, title_words

EXTRA = {
    "sales": ("returns", "F5"),
    "decide": ("undo", "F8"),
    "claim-doubt": ("undo", "F8"),
    "claim-decide": ("undo", "F8"),
}
"""Kinds with a second answer: its wish and its key."""
APPROVED = {"claim-doubt": 5, "claim-decide": 5}
"""How many facts a second person has to see, where it is more than the first."""
ROOMY = 1.4
"""Text size up to which facts stand in two columns, and beside who approves."""
MOST = 9
FACTS = 14


class ActPane(SheetPane):
    """One pane for every kind: the kind's words are a table, its contents the state's."""

    def __init__(self, parent: QWidget | None = None, *, down: int = MOST_DOWN) -> None:
        """`down`: fields under each other before there are two columns."""
        super().__init__(parent)
        first = SentenceLabel(role="key", lines=4, parent=self)  # it may have to say the most
        rest = (SentenceLabel(role="key", lines=2, parent=self) for _ in range(1, FACTS))
        self._facts = [first, *rest]
        self._form = Form(down=down)
        self._form.changed.connect(self._changed)
        self._form.made.connect(self.leave_alt_to_the_screen)
        self._rows = [NumberedRow(parent=self) for _ in range(MOST)]
        for number, row in enumerate(self._rows, start=1):
            row.clicked.connect(partial(self.wished.emit, "row", number))
        self._extra = Key()
        self._extra.clicked.connect(self._pressed)
        self._hint = SentenceLabel(role="body", ink="muted", lines=3)
        self._strip = ApprovalStrip()
        self._strip.wished.connect(self.wished)
        self._fact_grid, self._row_grid = QGridLayout(), QGridLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.banner)
        self._column.addLayout(self._fact_grid)
        self._column.addWidget(self._form)
        self._column.addLayout(self._row_grid)
        self._column.addWidget(self._strip, 1)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._extra, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._placed = (0, 0, 0)
        self._act: UUID | None = None
        self.set_air()

    def title(self) -> str:
        sheet: ActSheet = self._view[0]
        words = title_words(sheet.kind)
        return f"{words}: {sheet.who[:60]}" if sheet.who else words

    def field(self) -> QLineEdit | None:
        """While somebody is asked to approve, digits are a PIN and no field takes them."""
        return self._form.first() if self._view[0].approval is None else None

    def minimumSizeHint(self) -> QSize:
        """The height follows from the width: a sentence of two lines at most may need but one."""
        return QSize(super().minimumSizeHint().width(), 0)

    def picked(self, number: int) -> tuple[str, object]:
        return "row", number

    def form(self) -> Form:
        """The fields."""
        return self._form

    def write(self, view: Any) -> None:
        """`view` is (ActSheet, currency)."""
        sheet: ActSheet = view[0]
        asked = sheet.approval
        if sheet.act != self._act:
            self._act = sheet.act
            self._form.start_anew()
        second = APPROVED.get(sheet.kind, 1) if look().measure.text_scale <= ROOMY else 1
        shown = sheet.facts[: FACTS if asked is None else second]
        facts = [said(fact, view[1]) for fact in shown]
        rows = sheet.rows[:MOST] if asked is None else ()
        self._place(len(facts), len(rows))
        for label, words in zip(self._facts, [*facts, *[""] * FACTS], strict=False):
            label.setText(words)
            label.setVisible(bool(words))
        leads = bool(shown) and shown[0].mood is Mood.ATTENTION
        self._facts[0].set_ink("attention" if leads else "")
        self._form.show_fields(sheet.fields)
        self._form.setVisible(bool(sheet.fields) and asked is None)
        for place, key in enumerate(self._rows):
            key.setVisible(place < len(rows))
            if place < len(rows):
                self._show_row(key, rows[place], view[1])
        self._strip.setVisible(asked is not None)
        if asked is not None:
            self._strip.draw((asked, view[1]))
        hint = hint_words(sheet.kind) if asked is None else ""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._show_extra(sheet)
        self.show_notice(sheet.notice, view[1])

    def _show_extra(self, sheet: ActSheet) -> None:
        """The key of a sheet that has a second answer."""
        shown = sheet.kind in EXTRA and sheet.approval is None
        self._extra.setVisible(shown)
        if shown:
            self._extra.set_hint(EXTRA[sheet.kind][1])
            self._extra.setText(extra_words(sheet.kind))

    def _pressed(self) -> None:
        self.wished.emit(EXTRA[self._view[0].kind][0], None)

    def _show_row(self, key: NumberedRow, row: Row, currency: str) -> None:
        detail = " · ".join(said(each, currency) for each in row.detail)
        figure = points(row.points) if row.points is not None else ""
        if row.amount_minor is not None:
            figure = figures.money(row.amount_minor, currency)
        key.setEnabled(row.open)
        key.show_row(row.number, RowText(row.text or row_words(row.id), detail, figure))

    def _changed(self, name: str, text: str) -> None:
        self.wished.emit("field_typed", (name, text))

    def _place(self, facts: int, rows: int) -> None:
        """Two columns where there is room: down the first, then down the second."""
        columns = 1 if look().measure.text_scale > ROOMY else 2
        if (facts, rows, columns) == self._placed:
            return
        self._placed = (facts, rows, columns)
        self._fill_facts(facts, columns if facts > 3 else 1)
        _fill(self._row_grid, self._rows, rows, columns if rows > 3 else 1)

    def _fill_facts(self, count: int, columns: int) -> None:
        """The first one leads, over the whole width; the others follow in columns."""
        _fill(self._fact_grid, self._facts[1:], max(0, count - 1), columns, down_from=1)
        if count:
            self._fact_grid.addWidget(self._facts[0], 0, 0, 1, columns)

    def set_air(self) -> None:
        self._column.setContentsMargins(0, mm(1), 0, 0)
        self._column.setSpacing(mm(2.4))
        self._fact_grid.setVerticalSpacing(mm(0.8))
        self._fact_grid.setHorizontalSpacing(mm(6))
        self._row_grid.setSpacing(mm(2))
        self._form.set_air()


def _fill(
    grid: QGridLayout, widgets: list[Any], count: int, columns: int, down_from: int = 0
) -> None:
    while grid.count():
        grid.takeAt(0)
    down = -(-count // columns) or 1
    for place, widget in enumerate(widgets[:count]):
        grid.addWidget(widget, down_from + place % down, place // down)
    for column in range(2):
        grid.setColumnStretch(column, 1 if column < columns else 0)
