"""A list of members under numbers, for finding and for "is it one of them?"."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.counter.sheets import MemberRow
from ui.counter.words import points, total_words
from ui.parts.rows import NumberedRow, RowText
from ui.theme.look import look, mm

MOST = 9


class PersonRow(NumberedRow):
    """A member; the points stand beside the name, so that the total with its time is whole."""

    figure_above = True


class PeopleList(QWidget):
    """Up to nine members, in two columns where there is room.

    Signals: `picked(int)` the number.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [PersonRow() for _ in range(MOST)]
        for number, row in enumerate(self._rows, start=1):
            row.clicked.connect(partial(self.picked.emit, number))
            row.hide()
        self._grid = QGridLayout(self)
        self._columns = 0
        self._place(2)

    def rows(self) -> tuple[NumberedRow, ...]:
        """The rows that are shown."""
        return tuple(row for row in self._rows if not row.isHidden())

    def show_people(self, people: tuple[MemberRow, ...], nameless: str) -> None:
        """`nameless` stands for a member without a name."""
        shown = {person.number: person for person in people}
        for number, row in enumerate(self._rows, start=1):
            person = shown.get(number)
            row.setVisible(person is not None)
            if person is not None:
                parts = (person.phone, person.card)
                if person.here:  # there is room for one of the two beside it
                    parts = (person.phone or person.card, total_words(person.here))
                detail = " · ".join(part for part in parts if part)
                have = person.here.points if person.here else person.points
                row.show_row(number, RowText(person.name or nameless, detail, points(have)))

    def set_air(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(mm(2))
        self._place(1 if look().measure.text_scale > 1.4 else 2)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        down = -(-MOST // columns)
        for place, row in enumerate(self._rows):
            self._grid.addWidget(row, place % down, place // down)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setRowStretch(down, 1)
