"""What is on offer under its numbers, and points as money: what could be had on this basket."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.counter.pane import Pane, scrolled
from ui.counter.state import ASKED_FOR, OfferKind, OfferView, Reach, TenderView
from ui.counter.words import points, said_or_nothing, stamps
from ui.parts.key import Coat
from ui.parts.labels import SentenceLabel
from ui.parts.rows import RewardKey, RowText
from ui.theme.look import look, mm
from ui.wording import figures

MOST = 9


class RewardTile(RewardKey):
    """An offer as a key; a chosen one stands on the accent's calm ground and says so."""

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

    Signals: `reward(int)` the number of the tile that was pressed; `tender()` points as money;
    `more()` the next page.
    """

    reward = Signal(int)
    tender = Signal()
    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._none = SentenceLabel(role="body", ink="muted", lines=3, parent=self)
        self._inside = QWidget()
        # A tile without a parent would open as a window of its own when it is first shown.
        self._tiles = [RewardTile(self._inside) for _ in range(MOST)]
        self._tender, self._more = RewardTile(self._inside), RewardTile(self._inside)
        for number, tile in enumerate(self._tiles, start=1):
            tile.clicked.connect(partial(self.reward.emit, number))
        self._tender.clicked.connect(self.tender)
        self._more.clicked.connect(self.more)
        self._grid = QGridLayout(self._inside)
        self._scroll = scrolled(self._inside)
        self._scroll.setParent(self)
        self._placed: tuple[int, int] = (0, 0)
        self.set_air()

    def tiles(self) -> tuple[RewardTile, ...]:
        """The tiles that are shown; after the offers that of points as money, then "more"."""
        return tuple(t for t in (*self._tiles, self._tender, self._more) if not t.isHidden())

    def write(self, view: Any) -> None:
        """`view` is (offers, tender or None, suggestion, currency, how many more)."""
        offers: tuple[OfferView, ...] = view[0]
        tender: TenderView | None = view[1]
        shown = {offer.number: offer for offer in offers}
        for number, tile in enumerate(self._tiles, start=1):
            offer = shown.get(number)
            tile.setVisible(offer is not None)
            if offer is not None:
                self._write_tile(tile, offer, view[2] == number, view[3])
        self._tender.setVisible(tender is not None)
        if tender is not None:
            self._write_tender(tender, view[3])
        self._more.setVisible(view[4] > 0)
        more = self.tr("{count} more").format(count=figures.count(view[4]))
        self._more.set_icon_name("add")
        self._more.show_row(0, RowText(more, self.tr("Alt+0 shows them")))
        self._none.setVisible(not offers and tender is None)
        self._none.setText(self.tr("No rewards today. Points are collected as ever."))
        self._arrange()

    def _write_tile(
        self, tile: RewardTile, offer: OfferView, suggested: bool, currency: str
    ) -> None:
        able = offer.reach in (Reach.READY, Reach.CHOSEN, Reach.WAITING, Reach.ELSEWHERE)
        text = RowText(
            offer.name,
            self._detail(offer, suggested, currency),
            self._figure(offer, currency),
        )
        tile.set_chosen(offer.reach in (Reach.CHOSEN, Reach.WAITING))
        tile.show_reward(offer.number if able else 0, text, _reached(offer))

    def _figure(self, offer: OfferView, currency: str) -> str:
        """What it costs in points, how full the card is, or what a voucher is worth now."""
        if offer.kind is OfferKind.STAMPS:
            have, needed = figures.count(offer.have), figures.count(offer.needed)
            return f"{have}/{needed}"
        if offer.points:
            return figures.count(offer.points)
        return figures.money(-offer.value_minor, currency) if offer.value_minor else ""

    def _detail(self, offer: OfferView, suggested: bool, currency: str) -> str:
        if offer.reach is Reach.CHOSEN:
            return self.tr("Will be redeemed")
        if offer.reach is Reach.NEAR:
            number = offer.missing
            lacking = stamps(number) if offer.kind is OfferKind.STAMPS else points(number)
            return self.tr("{points} more").format(points=lacking)
        if offer.reach is Reach.WAITING:
            return self.tr("Waits: {why}").format(why=said_or_nothing(offer.why, currency))
        if offer.reach is Reach.ELSEWHERE and not offer.voucher:
            return self.tr("The rest is at other shops")
        if offer.reach in (Reach.REFUSED, Reach.ELSEWHERE):
            return said_or_nothing(offer.why, currency)
        parts = [self.tr("Best (F3)"), self._gives(offer, currency)][0 if suggested else 1 :]
        if offer.voucher and offer.until and not suggested:
            parts.append(self.tr("until {day}").format(day=figures.short_day(offer.until)))
        return " · ".join(part for part in parts if part)

    def _gives(self, offer: OfferView, currency: str) -> str:
        """What it gives, in two words; a voucher's worth stands at its right already."""
        if offer.kind is OfferKind.GIFT:
            return self.tr("Free gift")
        if offer.kind is OfferKind.SERVICE:
            return self.tr("Free service")
        if offer.voucher:
            return self.tr("Voucher")
        money = figures.money(offer.value_minor, currency)
        if offer.kind in (OfferKind.PRODUCT, OfferKind.STAMPS):
            return self.tr("One free, {money}").format(money=money)
        return self.tr("{money} off").format(money=money)

    def _write_tender(self, tender: TenderView, currency: str) -> None:
        away = tender.why is not None and tender.why.code in ASKED_FOR
        able = tender.chosen or away or (tender.points > 0 and tender.value_minor > 0)
        if tender.chosen:
            detail = self.tr("Will be used")
        elif away:
            detail = self.tr("The rest is at other shops")
        elif able:
            used = points(tender.points)
            detail = self.tr("{points} (F6)").format(points=used)
            if tender.suggested:
                detail = " · ".join((self.tr("Best (F3)"), used))
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


def _reached(offer: OfferView) -> float:
    """The share of the points or stamps that is there; for the bar only."""
    if offer.reach is not Reach.NEAR:
        return 1.0
    whole = offer.needed if offer.kind is OfferKind.STAMPS else offer.points
    return (whole - offer.missing) / whole if whole > 0 else 1.0
