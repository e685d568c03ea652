"""What may be changed while the till runs; each change shows at once."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ui.counter.flow import FlowRow
from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import SettingsSheet
from ui.parts.code_edit import CodeLineEdit
from ui.parts.key import Key
from ui.parts.labels import Label
from ui.theme.look import mm
from ui.wording.languages import FIRST, language_name

SCALES = (100, 125, 150, 175, 200)
THEMES = ("light", "dark", "contrast")


class ChoiceKey(Key):
    """One of several: the one in force is marked by ground, edge and a sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setCheckable(True)

    def show_choice(self, words: str, in_force: bool) -> None:
        self.setChecked(in_force)
        self.set_icon_name("ok" if in_force else "")
        self.setText(words)


class SettingsPane(SheetPane):
    """A row for each setting: its name, then its choices as keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, tuple[tuple[object, ...], list[ChoiceKey]]] = {}
        self._labels: dict[str, Label] = {}
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for name, values in (
            ("language", FIRST),
            ("theme", THEMES),
            ("scale", SCALES),
            ("sounds", (True, False)),
            ("autoprint", (True, False)),
        ):
            self._add_choices(name, values)
        self._printer = CodeLineEdit()
        self._printer.setMaxLength(200)
        self._printer.editingFinished.connect(self._printer_typed)
        self._labels["printer"] = Label(role="key")
        self._grid.addWidget(self._labels["printer"], self._grid.rowCount(), 0)
        self._grid.addWidget(self._printer, self._grid.rowCount() - 1, 1)
        self._scanner = Key()
        self._scanner.clicked.connect(self._teach)
        self._labels["scanner"] = Label(role="key")
        self._grid.addWidget(self._labels["scanner"], self._grid.rowCount(), 0)
        self._grid.addWidget(FlowRow([self._scanner]), self._grid.rowCount() - 1, 1)
        self._office = Key()
        self._office.clicked.connect(self._show_office)
        self._labels["office"] = Label(role="key")
        self._grid.addWidget(self._labels["office"], self._grid.rowCount(), 0)
        self._grid.addWidget(FlowRow([self._office]), self._grid.rowCount() - 1, 1)
        self._room = Key()
        self._room.clicked.connect(self._show_room)
        self._labels["room"] = Label(role="key")
        self._grid.addWidget(self._labels["room"], self._grid.rowCount(), 0)
        self._grid.addWidget(FlowRow([self._room]), self._grid.rowCount() - 1, 1)
        self._training = Key()
        self._training.clicked.connect(self._train)
        self._labels["training"] = Label(role="key")
        self._grid.addWidget(self._labels["training"], self._grid.rowCount(), 0)
        self._grid.addWidget(FlowRow([self._training]), self._grid.rowCount() - 1, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.banner)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self.set_air()

    def title(self) -> str:
        return self.tr("Settings of this till")

    def keys(self, name: str) -> dict[object, ChoiceKey]:
        """The keys of a setting by their values."""
        values, keys = self._choices[name]
        return dict(zip(values, keys, strict=True))

    def printer_field(self) -> QLineEdit:
        """Where the printer is named."""
        return self._printer

    def _add_choices(self, name: str, values: tuple[object, ...]) -> None:
        keys = []
        for value in values:
            key = ChoiceKey()
            key.clicked.connect(partial(self._chosen, name, value))
            keys.append(key)
        row = len(self._choices)
        self._choices[name] = (values, keys)
        self._labels[name] = Label(role="key", wrap=True)
        self._grid.addWidget(self._labels[name], row, 0)
        self._grid.addWidget(FlowRow(list(keys)), row, 1)

    def _chosen(self, name: str, value: object) -> None:
        self.wished.emit("setting_changed", (name, value))
        self.write(self._view)  # the key marks itself; only the state says what is in force

    def _printer_typed(self) -> None:
        if self._printer.text() != self._view[0].printer:
            self.wished.emit("setting_changed", ("printer", self._printer.text()))

    def _teach(self) -> None:
        self.wished.emit("setting_changed", ("scanner", "teach"))

    def _show_room(self) -> None:
        self.wished.emit("setting_changed", ("room", "open"))

    def _train(self) -> None:
        self.wished.emit("setting_changed", ("training", "open"))

    def _show_office(self) -> None:
        self.wished.emit("setting_changed", ("office", "open"))

    def write(self, view: Any) -> None:
        """`view` is (SettingsSheet, currency)."""
        sheet: SettingsSheet = view[0]
        for name, words in self._names().items():
            self._labels[name].setText(words)
        for name, (values, keys) in self._choices.items():
            for value, key in zip(values, keys, strict=True):
                words = self._value_words(name, value)
                key.show_choice(words, getattr(sheet, name) == value)
                key.setAccessibleName(f"{self._labels[name].text()}: {words}")
        if not self._printer.hasFocus() and self._printer.text() != sheet.printer:
            self._printer.setText(sheet.printer)
        self._printer.setAccessibleName(self._labels["printer"].text())
        self._printer.setPlaceholderText(self.tr("none, network:192.0.2.7, file:slips …"))
        self._scanner.setText(self.tr("Set up by a code"))
        self._room.setText(self.tr("Go in"))
        self._training.setText(self.tr("End it") if sheet.training else self.tr("Open a window"))
        self._office.setText(self.tr("How it stands") if sheet.linked else self.tr("Join one"))
        self.show_notice(sheet.notice, view[1])

    def _names(self) -> dict[str, str]:
        return {
            "language": self.tr("Language"),
            "theme": self.tr("Look"),
            "scale": self.tr("Text size"),
            "sounds": self.tr("Sounds"),
            "autoprint": self.tr("Slip after each sale"),
            "printer": self.tr("Printer"),
            "scanner": self.tr("Keyboard scanner"),
            "office": self.tr("Head office"),
            "room": self.tr("Manager's room"),
            "training": self.tr("Training"),
        }

    def _value_words(self, name: str, value: object) -> str:
        if name == "language":
            return language_name(str(value))
        if name == "scale":
            return f"{value} %"
        if isinstance(value, bool):
            return self.tr("On") if value else self.tr("Off")
        themes = {
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        return themes[str(value)]

    def set_air(self) -> None:
        self._column.setContentsMargins(0, mm(1), 0, 0)
        self._column.setSpacing(mm(2))
        self._grid.setVerticalSpacing(mm(2))
        self._grid.setHorizontalSpacing(mm(6))
