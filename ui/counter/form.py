"""Fields of a sheet under each other: what is typed goes to the state as it is typed, so that
nothing is lost when the sheet is drawn anew.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.counter.flow import FlowRow
from ui.counter.sheet_settings import ChoiceKey
from ui.counter.sheets import Field
from ui.parts.code_edit import CodeLineEdit
from ui.parts.labels import Label
from ui.theme.look import look, mm
from ui.wording.languages import language_name
from ui.wording.said_of_acts import choice_words, field_words
from ui.wording.said_of_photographs import mark_words

LONGEST = 300
MOST_DOWN = 4  # fields under each other before there are two columns
ROOMY = 1.3  # text size up to which two columns fit
MARK_INK = {"mark-read": "ok", "mark-check": "attention", "mark-lacks": "attention"}
LANGUAGE = "language"  # its choices are named in their own script


class Form(QWidget):
    """A label and a line, or keys to choose from, for each field.

    Signals: `changed(str, str)` a field's name and what it holds; `made(object)` a new line edit.
    """

    changed = Signal(str, str)
    made = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, down: int = MOST_DOWN) -> None:
        """`down`: fields under each other before there are two columns."""
        super().__init__(parent)
        self._down = down
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._marks: dict[str, Label] = {}
        self._names: tuple[str, ...] = ()
        self._labels: dict[str, Label] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._keys: dict[str, dict[str, ChoiceKey]] = {}
        self._told: dict[str, set[str]] = {}
        self._places: list[QWidget] = []
        self._columns = 0

    def line(self, name: str) -> QLineEdit:
        """The line of a field that is typed."""
        return self._lines[name]

    def lines(self) -> tuple[QLineEdit, ...]:
        """The lines that are typed on, from above."""
        return tuple(self._lines.values())

    def keys(self, name: str) -> dict[str, ChoiceKey]:
        """The keys of a field by their values."""
        return self._keys[name]

    def first(self) -> QLineEdit | None:
        """Where typing begins."""
        return next(iter(self._lines.values()), None)

    def show_fields(self, fields: tuple[Field, ...]) -> None:
        """Show `fields`; a line keeps what was typed on it unless the state says something new."""
        names = tuple(field.name for field in fields)
        if names != self._names:
            self._build(fields)
            self._names = names
        for field in fields:
            words = field_words(field.name)
            self._labels[field.name].setText(words)
            if field.choices:
                self._show_choices(field, words)
            else:
                self._show_line(field, words)
            if field.mark or field.name in self._marks:
                self._show_mark(field)

    def start_anew(self) -> None:
        """Another act: what was typed for the one before is forgotten."""
        self._told = {}

    def _build(self, fields: tuple[Field, ...]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._labels, self._lines, self._keys, self._told = {}, {}, {}, {}
        self._places, self._columns, self._marks = [], 0, {}
        for field in fields:
            label = self._labels[field.name] = Label(role="body", strong=True, parent=self)
            place = self._choices(field) if field.choices else self._line(field)
            place.setParent(self)
            label.setBuddy(place)
            self._places.append(place)
        self._place()

    def _place(self) -> None:
        """Two columns where there are many and there is room: down the first, then the second."""
        many = len(self._places) > self._down
        columns = 2 if many and look().measure.text_scale <= ROOMY else 1
        if columns == self._columns:
            return
        self._columns = columns
        down = -(-len(self._places) // columns)
        for n, (label, place) in enumerate(zip(self._labels.values(), self._places, strict=True)):
            self._grid.addWidget(label, n % down, n // down * 2)
            self._grid.addWidget(place, n % down, n // down * 2 + 1)
        for column in (1, 3):
            self._grid.setColumnStretch(column, 1 if column < 2 * columns else 0)

    def _line(self, field: Field) -> QLineEdit:
        line = CodeLineEdit() if field.code else QLineEdit()
        line.setMaxLength(LONGEST)
        line.textEdited.connect(partial(self._typed, field.name))
        self._lines[field.name] = line
        self.made.emit(line)
        return line

    def _choices(self, field: Field) -> QWidget:
        keys = self._keys[field.name] = {value: ChoiceKey() for value in field.choices}
        for value, key in keys.items():
            key.clicked.connect(partial(self._chosen, field.name, value))
        return FlowRow(list(keys.values()))

    def _typed(self, name: str, text: str) -> None:
        self._told.setdefault(name, set()).add(text)
        self.changed.emit(name, text)

    def _chosen(self, name: str, value: str) -> None:
        self._keys[name][value].setChecked(True)
        self.changed.emit(name, value)

    def _show_line(self, field: Field, words: str) -> None:
        line = self._lines[field.name]
        line.setAccessibleName(words)
        line.setPlaceholderText(field.hint)
        if field.value not in self._told.get(field.name, set()) and line.text() != field.value:
            line.setText(field.value)

    def _show_mark(self, field: Field) -> None:
        """How far it can be trusted, in a word behind the line; only one-column forms have it."""
        if field.name not in self._marks:
            label = self._marks[field.name] = Label(role="small", strong=True, parent=self)
            self._grid.addWidget(label, tuple(self._labels).index(field.name), 2)
        label = self._marks[field.name]
        words = mark_words(field.mark) if field.mark else ""
        label.setText(words)
        label.set_ink(MARK_INK.get(field.mark, ""))
        if words:
            line = self._lines[field.name]
            line.setAccessibleName(f"{line.accessibleName()}: {words}")

    def _show_choices(self, field: Field, words: str) -> None:
        for value, key in self._keys[field.name].items():
            said = language_name(value) if field.name == LANGUAGE and value else choice_words(value)
            key.show_choice(said, value == field.value)
            key.setAccessibleName(f"{words}: {said}")

    def set_air(self) -> None:
        """Gaps of the look in force."""
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(mm(2))
        self._grid.setHorizontalSpacing(mm(4))
        self._place()
