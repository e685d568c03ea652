"""The shift in figures, before it is closed and as it was closed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import ShiftSheet
from ui.counter.words import moment_of
from ui.parts.figures import FigureLabel
from ui.parts.labels import Label, SentenceLabel
from ui.theme.look import look, mm
from ui.wording import figures

LEFT, RIGHT = 6, 7


class ShiftPane(SheetPane):
    """Sales and money at the left, points and people at the right."""

    is_text = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = SentenceLabel(role="body", ink="muted", lines=2)
        self._words = [Label(role="key", ink="muted") for _ in range(LEFT + RIGHT)]
        self._figures = [FigureLabel(role="key") for _ in range(LEFT + RIGHT)]
        self._grids = (QGridLayout(), QGridLayout())
        for place in range(LEFT + RIGHT):
            grid, row = (self._grids[0], place) if place < LEFT else (self._grids[1], place - LEFT)
            grid.addWidget(self._words[place], row, 0)
            grid.addWidget(self._figures[place], row, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for grid in self._grids:
            grid.setColumnStretch(1, 1)
            grid.setRowStretch(RIGHT, 1)
            self._row.addLayout(grid, 1)
        self._head = Label(role="small", ink="muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._who)
        self._column.addLayout(self._row)
        self._column.addStretch(1)
        self._column.addWidget(self._head)
        self.set_air()

    def title(self) -> str:
        open_ = self._view[0].closed_at is None
        return self.tr("This shift so far") if open_ else self.tr("Shift closed")

    def write(self, view: Any) -> None:
        """`view` is (ShiftSheet, currency)."""
        sheet: ShiftSheet = view[0]
        since = self.tr("{name}, since {moment}")
        if sheet.closed_at is not None:
            since = self.tr("{name}, from {moment} to {end}")
        end = moment_of(sheet.closed_at) if sheet.closed_at else ""
        self._who.setText(
            since.format(name=sheet.operator[:60], moment=moment_of(sheet.opened_at), end=end)
        )
        for place, (words, shown) in enumerate(self._facts(sheet, view[1])):
            self._words[place].setText(words)
            self._figures[place].setText(shown)
        self._head.setText(self.tr("Fingerprint {head}").format(head=sheet.head[:80]))
        self._head.setVisible(bool(sheet.head))

    def _facts(self, sheet: ShiftSheet, currency: str) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Sales"), figures.count(sheet.sales)),
            (self.tr("With a card"), figures.count(sheet.with_card)),
            (self.tr("Sales total"), figures.money(sheet.total_minor, currency)),
            (self.tr("Paid in money"), figures.money(sheet.due_minor, currency)),
            (self.tr("Returns"), figures.count(sheet.returns)),
            (self.tr("Refunds"), figures.money(sheet.refund_minor, currency)),
            (self.tr("Points earned"), figures.signed(sheet.earned)),
            (self.tr("Points redeemed"), figures.signed(-sheet.redeemed)),
            (self.tr("Taken back"), figures.signed(-sheet.clawed)),
            (self.tr("Given back"), figures.signed(sheet.restored)),
            (self.tr("Expired"), figures.signed(-sheet.expired)),
            (self.tr("Undone"), figures.count(sheet.voids)),
            (self.tr("New members"), figures.count(sheet.enrolments)),
        )

    def set_air(self) -> None:
        self._column.setContentsMargins(0, mm(1), 0, 0)
        self._column.setSpacing(mm(3))
        self.setMaximumWidth(mm(300))  # a figure is still read with its words
        way = QBoxLayout.Direction
        large = look().measure.text_scale > 1.5
        self._row.setDirection(way.TopToBottom if large else way.LeftToRight)
        self._row.setSpacing(mm(2) if large else mm(14))
        for grid in self._grids:
            grid.setVerticalSpacing(mm(1.2))
