"""Somebody is there: their first name, receipts with what became of each, and where to go on."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.counter.words import points
from ui.customer.fitting import face_of, fitted, paint_fitted
from ui.customer.keys import KioskKey
from ui.customer.page import KioskPage, Split, Words
from ui.customer.saying import words
from ui.customer.state import Fate, KioskState, ReceiptView
from ui.parts.paint import ground
from ui.theme.icons import paint_icon
from ui.theme.look import look, mm
from ui.wording import figures

ROW_MM: Final = 24
MOST_ROWS: Final = 8
_ICONS: Final = {
    Fate.HELD: "clock",
    Fate.CREDITED: "ok",
    Fate.PENDING: "ok",
    Fate.LOOK: "person",
    Fate.REFUSED: "refuse",
}
_INKS: Final = {
    Fate.HELD: "quiet",
    Fate.CREDITED: "ok",
    Fate.PENDING: "ok",
    Fate.LOOK: "attention",
    Fate.REFUSED: "refused",
}


class Fates(QObject):
    """What became of a receipt, in a few words. A QObject for its `tr`."""

    def of(self, row: ReceiptView, currency: str, known: bool) -> str:
        """One sentence."""
        if row.fate is Fate.REFUSED:
            return words(row.why, row.currency or currency)
        if row.fate is Fate.LOOK:
            return self.tr("Somebody of ours will look at it. The points come after that.")
        if row.fate is Fate.HELD:
            return self.tr("One moment") if known else self.tr("Waits for your card")
        credited = points(row.points)
        if row.fate is Fate.PENDING:
            return self.tr("%1, usable in a few days").replace("%1", credited)
        return self.tr("%1 for you").replace("%1", credited)


class ReceiptRow(QWidget):
    """One receipt: a sign and a sentence in the colour of what became of it, the merchant and the
    total beside.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = ReceiptView(Fate.HELD)
        self._head, self._says = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_row(self, row: ReceiptView, head: str, says: str) -> None:
        """What it says."""
        self._row, self._head, self._says = row, head, says
        self.setAccessibleName(f"{head} {says}".strip())
        self.update()

    def text(self) -> str:
        """Both lines."""
        return " | ".join(part for part in (self._head, self._says) if part)

    def fits(self) -> bool:
        """Whether every letter is on it."""
        _, head, says = self._places()
        return (
            not self._head or fitted(self._head, face_of("body", bold=False), head)[2]
        ) and fitted(self._says, face_of("key"), says)[2]

    def sizeHint(self) -> QSize:
        return QSize(mm(90), mm(ROW_MM))

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(40), mm(ROW_MM))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), look().tokens
        ink = _INKS[self._row.fate]
        body = QRectF(self.rect())
        edge = tokens.hairline if tokens.edge_px > 1 else None
        ground(painter, body, getattr(tokens, f"{ink}_soft"), edge, radius_mm=3)
        sign, head, says = self._places()
        paint_icon(painter, _ICONS[self._row.fate], getattr(tokens, ink), sign)
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens.text))
        paint_fitted(painter, self._head, face_of("body", bold=False), head, start)
        painter.setPen(QColor(getattr(tokens, ink)))
        paint_fitted(painter, self._says, face_of("key"), says, start)

    def _places(self) -> tuple[QRectF, QRectF, QRectF]:
        body = QRectF(self.rect()).adjusted(mm(3), mm(1.2), -mm(3), -mm(1.2))
        side = min(mm(10), body.height())
        sign = QRectF(body.x(), body.center().y() - side / 2, side, side)
        left = body.x() + side + mm(3)
        high = body.height() * 0.34 if self._head else 0.0
        wide = body.right() - left
        return (
            sign,
            QRectF(left, body.y(), wide, high),
            QRectF(left, body.y() + high, wide, body.height() - high),
        )


class GuestPage(KioskPage):
    """A greeting or "now your card", the receipts, the newest first, and the ways on."""

    def __init__(self) -> None:
        super().__init__()
        self._state: KioskState | None = None
        self._words, self._fates = Words(2), Fates(self)
        self._rows = [ReceiptRow(self) for _ in range(MOST_ROWS)]
        self._points = KioskKey(icon="gift", kind="main", role="title")
        self._join = KioskKey(icon="person", role="title")
        self._number = KioskKey(icon="keypad")
        for key, name in (
            (self._points, "open_points"),
            (self._join, "open_join"),
            (self._number, "open_number"),
        ):
            key.clicked.connect(lambda _on=False, name=name: self.wish(name))
        left, right = QWidget(), QWidget()
        self._left, self._right = QVBoxLayout(left), QVBoxLayout(right)
        self._left.addWidget(self._words, 2)
        for key in (self._points, self._join, self._number):
            self._left.addWidget(key)
        for row in self._rows:
            row.hide()
            self._right.addWidget(row)
        self._right.addStretch(1)
        self._right_side = right
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Split(left, right, (5, 6)))
        self.set_air()

    def write(self, view: Any) -> None:
        state: KioskState = view
        self._state = state
        self._points.setVisible(state.known)
        self._join.setVisible(not state.known)
        self._points.setText(self.tr("My points and rewards"))
        self._join.setText(self.tr("No card yet? Become a member"))
        self._number.setText(self.tr("Type a receipt's number"))
        newest = tuple(reversed(state.receipts))[: self._room()]
        head, below = self._greeting(state)
        if len(newest) < len(state.receipts):
            below = self.tr("%1 receipts; the newest stand first.").replace(
                "%1", figures.count(len(state.receipts))
            )
        self._words.say(head, below)
        for row, widget in zip(newest, self._rows, strict=False):
            says = self._fates.of(row, state.currency, state.known)
            widget.show_row(row, _head(row), says)
        for number, widget in enumerate(self._rows):
            widget.setVisible(number < len(newest))
            if number >= len(newest):
                widget.show_row(ReceiptView(Fate.HELD), "", "")
        self._right_side.setVisible(bool(newest))

    def set_air(self) -> None:
        for box in (self._left, self._right):
            assert isinstance(box, QBoxLayout)
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(mm(2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows where there is more room."""
        super().resizeEvent(event)
        if self._state is not None:
            self.write(self._state)

    def _room(self) -> int:
        """How many rows are on the screen without any getting smaller than can be read."""
        high = self.height() if self.width() >= self.height() else self.height() // 2
        return max(2, min(MOST_ROWS, high // mm(ROW_MM + 2)))

    def _greeting(self, state: KioskState) -> tuple[str, str]:
        if not state.known:
            return (
                self.tr("Now hold up your card"),
                self.tr("Or more receipts first: they wait until your card comes."),
            )
        hello = self.tr("Hello, %1!").replace("%1", state.called) if state.called else ""
        return (
            hello or self.tr("Hello!"),
            self.tr("Hold up your receipts, one after the other."),
        )


def _head(row: ReceiptView) -> str:
    """Where it is from and what was paid, as far as that was read."""
    paid = figures.money(row.total_minor, row.currency) if row.currency else ""
    return " · ".join(part for part in (row.merchant, paid) if part)
