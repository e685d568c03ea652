"""Why a sale earns what it does: the steps as lines to read aloud."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import WhySheet
from ui.counter.words import points, step_words
from ui.parts.figures import FigureLabel
from ui.parts.labels import SentenceLabel
from ui.theme.look import mm


class WhyPane(SheetPane):
    """Step at the left, its figure at the right, the sum below."""

    is_text = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = SentenceLabel(role="key", ink="muted", lines=2)
        self._words: list[SentenceLabel] = []
        self._figures: list[FigureLabel] = []
        self._sum_words = SentenceLabel(role="title", strong=True)
        self._sum = FigureLabel(role="title", ink="accent")
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._foot = QGridLayout()
        self._foot.setColumnStretch(0, 1)
        self._foot.addWidget(self._sum_words, 0, 0)
        self._foot.addWidget(self._sum, 0, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._empty)
        self._column.addLayout(self._grid)
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        self.set_air()

    def title(self) -> str:
        number = self._view[0].number
        return (
            self.tr("Why sale {number} earned this").format(number=number[:40])
            if (number)
            else self.tr("Why this sale earns this")
        )

    def write(self, view: Any) -> None:
        """`view` is (WhySheet, currency)."""
        sheet: WhySheet = view[0]
        self._more_rows(len(sheet.steps))
        for row, (words, figure) in enumerate(zip(self._words, self._figures, strict=True)):
            shown = row < len(sheet.steps)
            words.setVisible(shown)
            figure.setVisible(shown)
            if shown:
                step = sheet.steps[row]
                said, at_right = step_words(step.code, dict(step.facts), view[1])
                words.setText(said)
                figure.setText(at_right)
        self._empty.setVisible(not sheet.steps)
        self._empty.setText(self.tr("Nothing has been rung up yet."))
        self._sum_words.setText(self.tr("Points for this sale"))
        self._sum.setText(points(sheet.points))

    def _more_rows(self, count: int) -> None:
        while len(self._words) < count:
            words, figure = (
                SentenceLabel(role="key", lines=2, parent=self),
                FigureLabel(role="key", parent=self),
            )
            row = len(self._words)
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(figure, row, 1)
            self._words.append(words)
            self._figures.append(figure)

    def set_air(self) -> None:
        self._column.setContentsMargins(0, mm(1), 0, 0)
        self._column.setSpacing(mm(4))
        self.setMaximumWidth(mm(260))  # a figure is still read with its words
        self._grid.setVerticalSpacing(mm(1.6))
        self._grid.setHorizontalSpacing(mm(4))
