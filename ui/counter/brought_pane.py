"""Receipts that lie on the counter while nobody stands there: whose card is it?"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.counter.pane import Pane, ground
from ui.counter.state import ReceiptView
from ui.counter.words import printed_words
from ui.parts.figures import FigureLabel
from ui.parts.labels import Label, SentenceLabel
from ui.parts.name import NameLabel
from ui.parts.scan_pad import ScanPad
from ui.theme.look import mm
from ui.wording import figures

MOST = 3


class BroughtPane(Pane):
    """What to do next, large; below it each receipt with its shop, total, day and number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = ScanPad(icon="card", parent=self)
        self._sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the focus rests on the entry line
        self._cards = [ReceiptCard() for _ in range(MOST)]
        self._more = Label(role="body", ink="muted")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._sign, 1)
        for card in self._cards:
            self._column.addWidget(card)
        self._column.addWidget(self._more)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is the tuple of ReceiptView, at least one."""
        receipts: tuple[ReceiptView, ...] = view
        below = self.tr("The points of the receipt go to it. Esc puts the receipt away.")
        self._sign.show_words(self.tr("Scan the card"), below, "card")
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(receipts))
            if place < len(receipts):
                card.draw(receipts[place])
        left = len(receipts) - MOST
        self._more.setVisible(left > 0)
        more = self.tr("%Ln more receipt(s)", "", left) if left > 0 else ""
        self._more.setText(more)
        told = (card.accessibleName() for card in self._cards[: len(receipts)])
        self.setAccessibleName(", ".join((self._sign.accessibleName(), *told)))

    def set_air(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(mm(2))


class ReceiptCard(Pane):
    """One receipt: shop and total above, day and number below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "card")
        self._shop, self._total = NameLabel(role="key", strong=True), FigureLabel(role="title")
        self._printed = SentenceLabel(role="body", ink="muted", lines=2)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._shop, 0, 0)
        self._grid.addWidget(self._total, 0, 1)
        self._grid.addWidget(self._printed, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is a ReceiptView."""
        receipt: ReceiptView = view
        self._shop.setText(receipt.shop[:60])
        self._total.setText(figures.money(receipt.total_minor, receipt.currency))
        self._printed.setText(printed_words(receipt))
        self.setAccessibleName(
            ", ".join((receipt.shop[:60], self._total.text(), self._printed.text()))
        )

    def set_air(self) -> None:
        self._grid.setContentsMargins(mm(3), mm(2), mm(3), mm(2))
        self._grid.setVerticalSpacing(mm(0.6))
