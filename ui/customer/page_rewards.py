"""Points and what can be had for them; the last look before points go; the voucher."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject, QRectF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from ui.counter.words import points
from ui.customer.fitting import FitLabel
from ui.customer.keys import KioskKey
from ui.customer.page import KioskPage, Words
from ui.customer.saying import words
from ui.customer.state import KioskState, RewardView
from ui.theme.look import mm

SHOWN: Final = 6
TALL_MM: Final = 34


class RewardKey(KioskKey):
    """A reward: its name, and its price or what stands in its way; the signs stand in a column."""

    def _places(self, body: QRectF) -> tuple[QRectF, QRectF]:
        inner = body.adjusted(mm(4), mm(1), -mm(2), -mm(1))
        side = min(inner.height() * 0.5, mm(14))
        left = inner.left() + side + mm(4)
        sign = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
        return sign, QRectF(left, inner.top(), inner.right() - left, inner.height())

    def _body_height(self) -> int:
        return mm(TALL_MM)


class Prices(QObject):
    """What stands on a reward's key. A QObject for its `tr`."""

    def of(self, one: RewardView, currency: str) -> str:
        """Name and price, or name and why not."""
        if one.why is None:
            return f"{one.name}\n{points(one.points)}"
        if one.missing:
            lacking = self.tr("%1 more to go").replace("%1", points(one.missing))
            return f"{one.name}\n{lacking}"
        return f"{one.name}\n{words(one.why, currency)}"


class RewardsPage(KioskPage):
    """Points, large; six rewards at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._head, self._more_text = FitLabel("hero", ink="accent"), FitLabel("key", ink="muted")
        self._none = FitLabel("title", lines=2)
        self._prices = Prices(self)
        self._tiles = [RewardKey(icon="gift", role="title") for _ in range(SHOWN)]
        self._ids = [""] * SHOWN
        self._next = 0
        for place, tile in enumerate(self._tiles):
            tile.clicked.connect(lambda _on=False, place=place: self._chosen(place))
        self._more = KioskKey(role="title")
        self._more.clicked.connect(lambda: self.wish("turn_page", self._next))
        self._grid = QGridLayout()
        for place, tile in enumerate(self._tiles):
            tile.hide()
            self._grid.addWidget(tile, place // 2, place % 2)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        top = QHBoxLayout()
        top.addWidget(self._head, 3)
        top.addWidget(self._more_text, 2)
        top.addWidget(self._more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(top)
        self._column.addWidget(self._none)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self.set_air()

    def write(self, view: Any) -> None:
        state: KioskState = view
        self._head.setText(points(state.points or 0))
        later = self.tr("%1 more in a few days").replace("%1", points(state.pending))
        self._more_text.setText(later if state.pending else "")
        shown = state.rewards[state.shown_from : state.shown_from + SHOWN]
        self._none.setVisible(not shown)
        self._none.setText(self.tr("There is nothing to choose from at present."))
        for place, tile in enumerate(self._tiles):
            one = shown[place] if place < len(shown) else None
            self._ids[place] = one.id if one else ""
            tile.setText(self._prices.of(one, state.currency) if one else "")
            tile.setEnabled(one is not None and one.why is None)
            tile.setVisible(one is not None)
        after = state.shown_from + SHOWN
        self._next = after if after < len(state.rewards) else 0
        self._more.setVisible(len(state.rewards) > SHOWN)
        self._more.setText(self.tr("More"))

    def set_air(self) -> None:
        self._grid.setSpacing(mm(3))
        self._column.setSpacing(mm(3))

    def _chosen(self, place: int) -> None:
        self.wish("choose", self._ids[place])


class TakePage(KioskPage):
    """What is about to be taken and what it costs, in one question."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words()
        self._yes = KioskKey(icon="ok", kind="main", role="title")
        self._no = KioskKey(role="title")
        self._yes.clicked.connect(lambda: self.wish("go_on"))
        self._no.clicked.connect(lambda: self.wish("go_back"))
        self._keys = QHBoxLayout()
        self._keys.addWidget(self._no, 1)
        self._keys.addWidget(self._yes, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._words, 1)
        self._column.addLayout(self._keys)
        self.set_air()

    def write(self, view: Any) -> None:
        state: KioskState = view
        name = state.reward.name if state.reward else ""
        price = points(state.reward.points) if state.reward else ""
        self._words.say(
            self.tr("%1 for %2?").replace("%1", name).replace("%2", price),
            self.tr("You get a voucher for the counter. This cannot be taken back here."),
        )
        self._yes.setText(self.tr("Yes, print the voucher"))
        self._no.setText(self.tr("No, keep my points"))
        self._yes.setEnabled(not state.busy)

    def set_air(self) -> None:
        self._keys.setSpacing(mm(4))
        self._column.setSpacing(mm(3))


class VoucherPage(KioskPage):
    """The voucher is on paper, or it is not, and where it is then."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words(4)
        self._on = KioskKey(icon="gift", role="title")
        self._on.clicked.connect(lambda: self.wish("go_back"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words, 1)
        column.addWidget(self._on)

    def write(self, view: Any) -> None:
        state: KioskState = view
        if state.printed:
            head = self.tr("Please take your voucher")
            text = self.tr("Show it at the counter together with your card.")
        else:
            head = self.tr("The voucher could not be printed")
            text = self.tr(
                "Nothing is lost: it is on your card. Just show the card at the counter."
            )
        self._words.say(head, text)
        self._on.setText(self.tr("More rewards"))
