"""A table: sorted by any column, read to a screen reader, moved in by keys, kept as a file.

Rows come a page at a time: near its end the table asks for more, so 200,000 members cost no more
than those who were looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme.look import font, look, mm

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and how wide it wants to be (mm; 0 takes what is left)."""

    title: str
    width_mm: float = 0.0
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What is written, and what it is sorted by: the text itself where nothing is given."""

    text: str
    order: Any = None

    @property
    def key(self) -> Any:
        """What it is sorted by."""
        return self.text.casefold() if self.order is None else self.order


class _Rows(QAbstractTableModel):
    """Rows of cells in an order of their own; `places` tells which row was given as which."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.cells: tuple[tuple[Cell, ...], ...] = ()
        self.places: list[int] = []
        self.sorted_by: tuple[int, bool] | None = None

    def show_rows(self, columns: Sequence[Column], cells: Sequence[tuple[Cell, ...]]) -> None:
        self.beginResetModel()
        self.columns, self.cells = tuple(columns), tuple(cells)
        self._order()
        self.endResetModel()

    def sort_by(self, column: int, downwards: bool) -> None:
        self.layoutAboutToBeChanged.emit()
        self.sorted_by = (column, downwards)
        self._order()
        self.layoutChanged.emit()

    def _order(self) -> None:
        self.places = list(range(len(self.cells)))
        if self.sorted_by is not None and self.sorted_by[0] < len(self.columns):
            column, downwards = self.sorted_by
            self.places.sort(key=lambda place: self.cells[place][column].key, reverse=downwards)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.places):
            return None
        text = self.cells[self.places[index.row()]][index.column()].text
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {text}" if text else f"{column.title}: –"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class DataTable(QTableView):
    """Rows under columns. Enter or a double click opens a row; a heading sorts, once more turns it.

    Signals: `opened(int)` the row as it was given · `wanted_more()` the end is near.
    """

    opened = Signal(int)
    wanted_more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._asked = -1  # rows there were when more was asked for
        self._further = False
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(False)
        head.setHighlightSections(False)
        head.sectionClicked.connect(self._sort)
        self.doubleClicked.connect(self._open)
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        self._set_air()

    def show_rows(
        self,
        columns: Sequence[Column],
        cells: Sequence[tuple[Cell, ...]],
        further: bool = False,
    ) -> None:
        """Show rows; the current one stays current where rows only came behind. `further`: there
        are more to be had.
        """
        kept = self._rows.cells
        more = len(cells) >= len(kept) and tuple(cells[: len(kept)]) == kept
        current = self.current if more else None
        place = self.verticalScrollBar().value() if more else 0
        self._further, self._asked = further, -1
        self._rows.show_rows(columns, cells)
        self._set_widths()
        if current is not None:
            self.setCurrentIndex(self._rows.index(self._rows.places.index(current), 0))
        elif cells:
            self.setCurrentIndex(self._rows.index(0, 0))
        self.verticalScrollBar().setValue(place)

    @property
    def current(self) -> int | None:
        """The current row as it was given."""
        index = self.currentIndex()
        known = index.isValid() and index.row() < len(self._rows.places)
        return self._rows.places[index.row()] if known else None

    def as_texts(self) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Headings and rows as they stand here, in their order."""
        rows = [tuple(cell.text for cell in self._rows.cells[p]) for p in self._rows.places]
        return tuple(column.title for column in self._rows.columns), rows

    def sort_by(self, column: int, downwards: bool = False) -> None:
        """Sort what is here; the heading shows it."""
        self._rows.sort_by(column, downwards)
        order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicator(column, order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and self.current is not None:
                self.opened.emit(self.current)
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)
        self._look_ahead()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_air()
            self._set_widths()

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the search field of the page."""

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.places[index.row()])

    def _sort(self, column: int) -> None:
        before = self._rows.sorted_by
        self.sort_by(column, downwards=before == (column, False))

    def _look_ahead(self) -> None:
        """Ask for more, once for each page, where fewer than a screenful lie below."""
        bar, rows = self.verticalScrollBar(), len(self._rows.places)
        near = bar.maximum() - bar.value() <= bar.pageStep()
        if self._further and near and self._asked != rows:
            self._asked = rows
            self.wanted_more.emit()

    def _set_widths(self) -> None:
        head = self.horizontalHeader()
        for place, column in enumerate(self._rows.columns):
            if column.width_mm:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                grown = mm(column.width_mm * look().measure.text_scale)
                head.resizeSection(place, grown)
            else:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _set_air(self) -> None:
        self.setFont(font("body"))
        height = max(mm(8), round(look().measure.text("body") * 1.7))
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumSectionSize(height)
