"""Rewards under their numbers, and points as money: what this member could have now."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.counter.pane import Pane, scrolled
from ui.counter.state import Reach, RewardView, TenderView
from ui.counter.words import points, said_or_nothing
from ui.parts.key import Coat
from ui.parts.labels import SentenceLabel
from ui.parts.rows import RewardKey, RowText
from ui.theme.look import look, mm
from ui.wording import figures

MOST = 9


class RewardTile(RewardKey):
    """A reward as a key; a chosen one stands on the accent's calm ground and says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._chosen = False
        super().__init__(parent)

    def set_chosen(self, chosen: bool) -> None:
        self._chosen = chosen
        self.update()

    def coat(self) -> Coat:
        t = look().tokens
        if self._chosen and self.isEnabled():
            return Coat(t.accent_soft, t.accent, t.on_accent_soft)
        return super().coat()


class RewardGrid(Pane):
    """Tiles in one column while they are few, else in two.

    Signals: `reward(int)` the number of the tile that was pressed; `tender()` points as money.
    """

    reward = Signal(int)
    tender = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._none = SentenceLabel(role="body", ink="muted", lines=3, parent=self)
        self._inside = QWidget()
        # A tile without a parent would open as a window of its own when it is first shown.
        self._tiles = [RewardTile(self._inside) for _ in range(MOST)]
        self._tender = RewardTile(self._inside)
        for number, tile in enumerate(self._tiles, start=1):
            tile.clicked.connect(partial(self.reward.emit, number))
        self._tender.clicked.connect(self.tender)
        self._grid = QGridLayout(self._inside)
        self._scroll = scrolled(self._inside)
        self._scroll.setParent(self)
        self._placed: tuple[int, int] = (0, 0)
        self.set_air()

    def tiles(self) -> tuple[RewardTile, ...]:
        """The tiles that are shown, that of points as money last."""
        return tuple(t for t in (*self._tiles, self._tender) if not t.isHidden())

    def write(self, view: Any) -> None:
        """`view` is (rewards, tender or None, suggestion, currency)."""
        rewards: tuple[RewardView, ...] = view[0]
        tender: TenderView | None = view[1]
        shown = {reward.number: reward for reward in rewards}
        for number, tile in enumerate(self._tiles, start=1):
            reward = shown.get(number)
            tile.setVisible(reward is not None)
            if reward is not None:
                self._write_tile(tile, reward, view[2] == number, view[3])
        self._tender.setVisible(tender is not None)
        if tender is not None:
            self._write_tender(tender, view[3])
        self._none.setVisible(not rewards and tender is None)
        self._none.setText(self.tr("No rewards today. Points are collected as ever."))
        self._arrange()

    def _write_tile(
        self, tile: RewardTile, reward: RewardView, suggested: bool, currency: str
    ) -> None:
        able = reward.reach in (Reach.READY, Reach.CHOSEN)
        near = reward.reach is Reach.NEAR and reward.points > 0
        reached = (reward.points - reward.missing) / reward.points if near else 1.0
        text = RowText(
            reward.name,
            self._detail(reward, suggested, currency),
            figures.count(reward.points),
        )
        tile.set_chosen(reward.reach is Reach.CHOSEN)
        tile.show_reward(reward.number if able else 0, text, reached)

    def _detail(self, reward: RewardView, suggested: bool, currency: str) -> str:
        if reward.reach is Reach.CHOSEN:
            return self.tr("Will be redeemed")
        if reward.reach is Reach.NEAR:
            return self.tr("{points} more").format(points=points(reward.missing))
        if reward.reach is Reach.REFUSED:
            return said_or_nothing(reward.why, currency)
        if suggested:
            return self.tr("Suggested (F3)")
        if reward.gift or not reward.value_minor:
            return self.tr("Free gift")
        money = figures.money(reward.value_minor, currency)
        return self.tr("{money} off").format(money=money)

    def _write_tender(self, tender: TenderView, currency: str) -> None:
        able = tender.chosen or (tender.points > 0 and tender.value_minor > 0)
        if tender.chosen:
            detail = self.tr("Will be used")
        elif able:
            used = points(tender.points)
            detail = self.tr("{points} (F6)").format(points=used)
        else:
            detail = said_or_nothing(tender.why, currency)
        figure = figures.money(tender.value_minor, currency) if tender.value_minor else ""
        self._tender.set_chosen(tender.chosen)
        self._tender.set_icon_name("points")
        self._tender.show_row(0, RowText(self.tr("Pay with points"), detail, figure))
        self._tender.setEnabled(able)

    def _arrange(self) -> None:
        """Lay the tiles out anew only when their number or the columns changed."""
        tiles = self.tiles()
        columns = self._columns(len(tiles))
        if (len(tiles), columns) == self._placed:
            return
        self._placed = (len(tiles), columns)
        while self._grid.count():
            self._grid.takeAt(0)
        rows = -(-len(tiles) // columns) if tiles else 0
        for place, tile in enumerate(tiles):
            # Down the first column, then the second: numbers are read like a list.
            self._grid.addWidget(tile, place % rows, place // rows)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for row in range(MOST + 2):
            self._grid.setRowStretch(row, 1 if row == rows else 0)

    def _columns(self, count: int) -> int:
        wide = self.width() >= mm(2 * 52 * look().measure.text_scale)
        tall = count * (self._tender.sizeHint().height() + mm(2)) > max(self.height(), mm(60))
        return 2 if wide and count > 2 and (tall or count > 5) else 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll.setGeometry(self.rect())
        self._none.setGeometry(self.rect().adjusted(mm(2), mm(2), -mm(2), -mm(2)))
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._placed = (0, 0)
        super().changeEvent(event)

    def set_air(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(mm(2))
