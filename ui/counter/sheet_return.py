"""A return: which lines come back, and what that means in money and points, before Enter."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.counter.pane import Pane, scrolled
from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import ReturnLine, ReturnSheet
from ui.counter.words import moment_of, points
from ui.parts.figures import FigureLabel
from ui.parts.key import Coat, Key
from ui.parts.labels import ElidedLabel, Label, SentenceLabel
from ui.parts.rows import NumberedRow, RowText
from ui.theme.look import look, mm
from ui.wording import figures


class ReturnTile(NumberedRow):
    """A line of the sale; one that comes back stands on the accent's calm ground."""

    chosen = False

    def coat(self) -> Coat:
        t = look().tokens
        chosen = Coat(t.accent_soft, t.accent, t.on_accent_soft)
        return chosen if self.chosen and self.isEnabled() else super().coat()


class ReturnRow(Pane):
    """One line with a key for one unit less and one more.

    Signals: `toggled()`, `changed(int)` by how many units.
    """

    toggled = Signal()
    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tile = ReturnTile()
        self._less, self._more = Key("−", role="key"), Key("+", role="key")
        self._count = Label(role="key", strong=True)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tile.clicked.connect(self.toggled)
        self._less.clicked.connect(partial(self.changed.emit, -1))
        self._more.clicked.connect(partial(self.changed.emit, 1))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._tile, 1)
        for widget in (self._less, self._count, self._more):
            self._row.addWidget(widget)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is (ReturnLine, currency)."""
        line: ReturnLine = view[0]
        detail = self.tr("{left} of {units} can come back")
        if not line.left:
            detail = self.tr("Came back already")
        counts = {"left": figures.count(line.left), "units": figures.count(line.units)}
        self._tile.chosen = line.chosen > 0
        self._tile.setEnabled(line.left > 0)
        self._tile.show_row(
            line.number,
            RowText(
                line.text or self.tr("Amount"),
                detail.format(**counts),
                figures.money(line.amount_minor, view[1]),
            ),
        )
        several = line.left > 1
        for widget in (self._less, self._count, self._more):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            widget.setVisible(several)
        self._count.setText(figures.count(line.chosen))
        self._less.setEnabled(line.chosen > 0)
        self._more.setEnabled(line.chosen < line.left)
        name = {"number": line.number}
        self._less.setAccessibleName(self.tr("One fewer of line {number}").format(**name))
        self._more.setAccessibleName(self.tr("One more of line {number}").format(**name))

    def set_air(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(mm(2))
        self._count.setMinimumWidth(mm(8))


class ReturnPane(SheetPane):
    """Lines at the left; refund and points at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = ElidedLabel(role="body", ink="muted")
        self._rows: list[ReturnRow] = []
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.addStretch(1)
        self._effect = ReturnEffect()
        self._exchange = Key(icon="return", hint="F5")
        self._void = Key(icon="undo", hint="F8")
        self._exchange.clicked.connect(partial(self.wished.emit, "returns", None))
        self._void.clicked.connect(partial(self.wished.emit, "undo", None))
        self._head = QHBoxLayout()
        self._head.addWidget(self._who, 1)
        self._head.addWidget(self._exchange)
        self._head.addWidget(self._void)
        self._row = QHBoxLayout()
        self._row.addWidget(scrolled(self._inside), 58)
        self._row.addWidget(scrolled(self._effect), 42)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.banner)
        self._column.addLayout(self._head)
        self._column.addLayout(self._row, 1)
        self.set_air()

    def title(self) -> str:
        return self.tr("Return of sale {number}").format(number=self._view[0].number[:40])

    def write(self, view: Any) -> None:
        """`view` is (ReturnSheet, currency)."""
        sheet: ReturnSheet = view[0]
        sold = self.tr("Sold {moment} to {name}")
        if not sheet.member:
            sold = self.tr("Sold {moment} without a card")
        self._who.setText(sold.format(moment=moment_of(sheet.sold_at), name=sheet.member[:60]))
        while len(self._rows) < len(sheet.lines):
            self._add_row()
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(sheet.lines))
            if place < len(sheet.lines):
                row.draw((sheet.lines[place], view[1]))
        self._exchange.setText(self.tr("Exchange"))
        self._void.setText(self.tr("Void"))
        self._effect.draw(view)
        self.show_notice(sheet.notice, view[1])

    def _add_row(self) -> None:
        row, number = ReturnRow(self._inside), len(self._rows) + 1
        row.toggled.connect(partial(self.wished.emit, "return_line", number))
        row.changed.connect(partial(self._units, number))
        self._list.insertWidget(len(self._rows), row)
        self._rows.append(row)

    def _units(self, number: int, delta: int) -> None:
        self.wished.emit("return_units", (number, delta))

    def set_air(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(mm(2))
        self._row.setSpacing(mm(6))
        self._head.setSpacing(mm(2))
        self._list.setContentsMargins(0, 0, mm(1), 0)
        self._list.setSpacing(mm(2))


class ReturnEffect(Pane):
    """Refund, points taken and given back, and plainly what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = Label(role="key", ink="muted")
        self._refund = FigureLabel(role="hero")
        self._refund.setMinimumWidth(1)  # the sentence at the foot names it as well
        self._words = [Label(role="key", ink="muted", wrap=True) for _ in range(2)]
        self._moved = [FigureLabel(role="key") for _ in range(2)]
        self._missing = SentenceLabel(role="body", ink="attention", strong=True, lines=5)
        self._also = SentenceLabel(role="body", lines=5)
        self._grid = QGridLayout()
        for row in range(2):
            self._grid.addWidget(self._words[row], row, 0)
            self._grid.addWidget(self._moved[row], row, 1)
        self._grid.setColumnStretch(0, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._caption)
        self._column.addWidget(self._refund)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._missing)
        self._column.addWidget(self._also)
        self._column.addStretch(1)
        self.set_air()

    def write(self, view: Any) -> None:
        sheet: ReturnSheet = view[0]
        self._caption.setText(self.tr("Refund"))
        self._refund.setText(figures.money(sheet.refund_minor, view[1]))
        self._words[0].setText(self.tr("Points taken back"))
        self._words[1].setText(self.tr("Points given back"))
        self._moved[0].setText(figures.signed(-sheet.taken_back))
        self._moved[1].setText(figures.signed(sheet.given_back))
        missing = self._missing_words(sheet, view[1])
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        also = self._also_words(sheet)
        self._also.setText(also)
        self._also.setVisible(bool(also))

    def _also_words(self, sheet: ReturnSheet) -> str:
        """What else comes off: stamps, and vouchers the sale handed out."""
        parts = []
        if sheet.stamps > 0:
            words = self.tr("Stamps taken back: {count}.")
            parts.append(words.format(count=figures.count(sheet.stamps)))
        if sheet.vouchers > sheet.vouchers_used:
            words = self.tr("Vouchers of this sale that become worthless: {count}.")
            left = sheet.vouchers - sheet.vouchers_used
            parts.append(words.format(count=figures.count(left)))
        if sheet.vouchers_used:
            words = self.tr("Vouchers of this sale that were used already: {count}.")
            parts.append(words.format(count=figures.count(sheet.vouchers_used)))
        return " ".join(parts)

    def _missing_words(self, sheet: ReturnSheet, currency: str) -> str:
        parts = []
        if sheet.owed:
            words = self.tr("{points} were spent already: they are to be earned back first.")
            parts.append(words.format(points=points(sheet.owed)))
        if sheet.waived:
            words = self.tr("{points} were spent already: the shop gives them up.")
            parts.append(words.format(points=points(sheet.waived)))
        if sheet.kept_minor:
            money = figures.money(sheet.kept_minor, currency)
            words = self.tr("{money} is kept from the refund for points that were spent.")
            parts.append(words.format(money=money))
        return " ".join(parts)

    def set_air(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(mm(1.6))
        self._grid.setVerticalSpacing(mm(1))
