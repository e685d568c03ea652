"""Finding a member: one field, and the list as it is typed."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.counter.people import PeopleList
from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import FindSheet
from ui.parts.labels import SentenceLabel
from ui.theme.look import mm


class FindPane(SheetPane):
    """Field above, numbered members below. Input methods are welcome: names are in any script."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setMaxLength(60)
        self._edited = False  # by hand: then the field knows more than the state
        self._field.textEdited.connect(self._typed)
        self.leave_alt_to_the_screen(self._field)
        self._people = PeopleList()
        self._people.picked.connect(partial(self.wished.emit, "member_picked"))
        self._words = SentenceLabel(role="key", ink="muted", lines=2)
        self._column = QVBoxLayout(self)
        for widget in (self._field, self._words, self._people):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.set_air()

    def title(self) -> str:
        return self.tr("Find a member")

    def field(self) -> QLineEdit:
        return self._field

    def picked(self, number: int) -> tuple[str, object]:
        return "member_picked", number

    def _typed(self, text: str) -> None:
        self._edited = True
        self.wished.emit("find_text", text)

    def write(self, view: Any) -> None:
        """`view` is (FindSheet, currency)."""
        sheet: FindSheet = view[0]
        if not self._edited and self._field.text() != sheet.text:
            self._field.setText(sheet.text)
        self._field.setAccessibleName(self.tr("Name, end of the phone number, or card"))
        self._field.setPlaceholderText(self.tr("Name, end of the phone number, or card"))
        self._people.show_people(sheet.rows, self.tr("Member without a name"))
        self._words.setText(self._said(sheet))

    def _said(self, sheet: FindSheet) -> str:
        if sheet.rows:
            if sheet.more:
                return self.tr("There are more. Type more letters to narrow them down.")
            return self.tr("Press Alt and the number, or touch the name.")
        if sheet.searched:
            return self.tr("Nobody found. F4 enrols a new member.")
        return self.tr("The list appears while you type. A card can be scanned at any time.")

    def set_air(self) -> None:
        self._column.setContentsMargins(0, mm(1), 0, 0)
        self._column.setSpacing(mm(2))
        self._people.set_air()
