"""Enrolling: a phone number, a name and more if they like, and who it might be already."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ui.counter.form import ROOMY, Form
from ui.counter.people import PeopleList
from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import EnrolSheet
from ui.parts.chip import Chip
from ui.parts.code_edit import CodeLineEdit
from ui.parts.labels import Label, SentenceLabel
from ui.theme.look import look, mm


class EnrolPane(SheetPane):
    """Card, phone, name. What is typed stays in the fields until Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Chip()
        self._hint = SentenceLabel(role="body", ink="muted", lines=2)
        self._phone, self._name = CodeLineEdit(), QLineEdit()
        self._phone.setMaxLength(24)
        self._name.setMaxLength(120)
        self._labels = [Label(role="body", strong=True) for _ in range(2)]
        self._similar_words = SentenceLabel(role="key", strong=True, lines=2)
        self.leave_alt_to_the_screen(self._phone, self._name)
        self._people = PeopleList()
        self._people.picked.connect(partial(self.wished.emit, "member_picked"))
        self._form = QGridLayout()
        self._columns = 0
        for label, field in zip(self._labels, (self._phone, self._name), strict=True):
            label.setBuddy(field)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._hint)
        self._column.addLayout(self._form)
        self._more = Form()
        self._more.changed.connect(self._changed)
        self._more.made.connect(self.leave_alt_to_the_screen)
        self._column.addWidget(self._more)
        self._column.addWidget(self._similar_words)
        self._column.addWidget(self._people)
        self._column.addStretch(1)
        self._given = ("", "")
        self.set_air()

    def title(self) -> str:
        return self.tr("New member")

    def field(self) -> QLineEdit:
        return self._phone

    def form(self) -> Form:
        """What may be told besides."""
        return self._more

    def _changed(self, name: str, text: str) -> None:
        self.wished.emit("field_typed", (name, text))

    def entered(self) -> tuple[str, object]:
        return "enrol_saved", (self._phone.text(), self._name.text())

    def minimumSizeHint(self) -> QSize:
        """The height follows from the width: a sentence of two lines at most may need but one."""
        return QSize(super().minimumSizeHint().width(), 0)

    def picked(self, number: int) -> tuple[str, object]:
        return "member_picked", number

    def write(self, view: Any) -> None:
        """`view` is (EnrolSheet, currency)."""
        sheet: EnrolSheet = view[0]
        card = self.tr("Card {card}").format(card=sheet.card)
        self._card.show_fact(card if sheet.card else self.tr("No card yet"), "quiet", "card")
        self._hint.setText(
            self.tr("All may stay empty: the card works at once, the rest can follow.")
            if sheet.card
            else self.tr("Type a phone number, or scan a blank card.")
        )
        self._labels[0].setText(self.tr("Phone"))
        self._labels[1].setText(self.tr("Name"))
        self._phone.setAccessibleName(self.tr("Phone"))
        self._name.setAccessibleName(self.tr("Name"))
        # Only what the state says anew: the fields hold more than it knows.
        if (sheet.phone, sheet.name) != self._given:
            self._given = (sheet.phone, sheet.name)
            if self._phone.text() != sheet.phone:
                self._phone.setText(sheet.phone)
            if self._name.text() != sheet.name:
                self._name.setText(sheet.name)
        self._more.show_fields(sheet.fields)
        self._more.setVisible(bool(sheet.fields) and not sheet.similar)
        asked = self.tr("Is it one of them? Alt and the number takes who it is.")
        if sheet.card:
            asked = self.tr("Is it one of them? Alt and the number gives them this card.")
        self._similar_words.setText(asked)
        self._similar_words.setVisible(bool(sheet.similar))
        self._people.show_people(sheet.similar, self.tr("Member without a name"))
        self.show_notice(sheet.notice, view[1])

    def _place(self) -> None:
        """Phone and name side by side where there is room."""
        columns = 2 if look().measure.text_scale <= ROOMY else 1
        if columns == self._columns:
            return
        self._columns = columns
        for n, field in enumerate((self._phone, self._name)):
            row, left = (0, 2 * n) if columns == 2 else (n, 0)
            self._form.addWidget(self._labels[n], row, left)
            self._form.addWidget(field, row, left + 1)
            self._form.setColumnStretch(2 * n + 1, 1 if n < columns else 0)

    def set_air(self) -> None:
        self._column.setContentsMargins(0, mm(1), 0, 0)
        self._column.setSpacing(mm(2.4))
        self._form.setSpacing(mm(2))
        self._form.setHorizontalSpacing(mm(4))
        self._people.set_air()
        self._place()
        self._more.set_air()
