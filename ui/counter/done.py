"""What just happened, large: the customer reads it from the other side of the counter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.counter.notice import Mood
from ui.counter.pane import Pane, ground
from ui.counter.state import Done
from ui.counter.words import (
    banner_of,
    chip_words,
    done_words,
    points,
    printed_words,
    receipts,
    stamps,
    total_words,
)
from ui.parts.banner import Banner
from ui.parts.chip import Chip
from ui.parts.figures import FigureLabel
from ui.parts.labels import Label, SentenceLabel
from ui.parts.name import NameLabel
from ui.parts.paint import RING_ROOM_PX
from ui.theme.icons import icon_pixmap
from ui.theme.look import look, mm
from ui.wording import figures

_RETURNS = ("return", "sale-undone")
_SALES = ("sale", "exchange")
_EARN = (*_SALES, "claim")
_ROLES = ("hero", "title", "title", "title", "hero")  # earned first, the balance last


class DonePane(Pane):
    """Headline, what was earned in the largest figures, the other movements, the new balance, what
    the customer is given besides (a tier, vouchers), and how far it is to the next reward.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "card")
        self._icon, self._headline = QLabel(), Label(role="title", ink="ok")
        self._name = NameLabel(role="key", strong=True)
        self._rows = [(Label(role="key", ink="muted"), FigureLabel(role=r)) for r in _ROLES]
        self._rows[0][1].set_ink("ok")
        self._rows[-1][1].set_ink("accent")
        self._total = SentenceLabel(role="key", ink="muted", lines=2)
        self._news = SentenceLabel(role="key", strong=True, ink="ok", lines=4)
        self._next = SentenceLabel(role="key", lines=3)
        self._head, self._grid = QHBoxLayout(), QGridLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self._headline, 1)
        for row, (words, figure) in enumerate(self._rows):
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(figure, row, 1)
        below = (self._total, self._news, self._next)
        for row, label in enumerate(below, start=len(self._rows)):
            self._grid.addWidget(label, row, 0, 1, 2)
        self._grid.setColumnStretch(1, 1)
        self._middle = QHBoxLayout()
        self._middle.addStretch(1)
        self._middle.addLayout(self._grid, 4)
        self._middle.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._name)
        self._column.addStretch(1)
        self._column.addLayout(self._middle)
        self._column.addStretch(1)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is (Done, member's name, currency)."""
        done: Done = view[0]
        side = round(look().measure.text("title") * 1.2)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icon_pixmap("ok", look().tokens.ok, side, ratio))
        self._headline.setText(done_words(done.kind))
        self._name.setText(view[1])
        self._name.setVisible(bool(view[1]))
        known = done.balance is not None
        # A member's sale that earned nothing says so; no other zero is worth a line.
        shown = (
            (self.tr("Earned"), done.earned, done.earned or (done.kind in _EARN and known)),
            (self.tr("Redeemed"), -done.redeemed, done.redeemed),
            (self.tr("Taken back"), -done.taken_back, done.taken_back),
            (self.tr("Given back"), done.given_back, done.given_back),
        )
        for (words, figure), (name, number, wanted) in zip(self._rows, shown, strict=False):
            words.setVisible(bool(wanted))
            figure.setVisible(bool(wanted))
            words.setText(name)
            figure.setText(figures.signed(number))
        words, figure = self._rows[-1]
        words.setVisible(known)
        figure.setVisible(known)
        words.setText(self.tr("Usable here") if done.here else self.tr("New balance"))
        figure.setText(figures.count(done.here.points if done.here else done.balance or 0))
        self._total.setVisible(done.here is not None)
        self._total.setText(total_words(done.here) if done.here else "")
        news = self._news_of(done)
        self._news.setText(" · ".join(news))
        self._news.setVisible(bool(news))
        self._next.setText(self._next_words(done))
        told = [f"{words.text()} {figure.text()}" for words, figure in self._rows if words.text()]
        seen = [text for text, row in zip(told, self._rows, strict=True) if not row[0].isHidden()]
        below = (self._total.text(), *news, self._next.text())
        said = (done_words(done.kind), *seen, *below)
        self.setAccessibleName(", ".join(part for part in said if part))

    def _news_of(self, done: Done) -> list[str]:
        """What came with this sale besides points."""
        news = []
        if done.tier:
            news.append(self.tr("Now {tier}").format(tier=done.tier[:60]))
        if done.vouchers:
            names = self.tr(", ").join(name[:60] for name in done.vouchers)
            news.append(self.tr("Voucher: {names}").format(names=names))
        if done.vests_on:
            day = figures.day(done.vests_on)
            news.append(self.tr("Usable from {day}").format(day=day))
        return news

    def _next_words(self, done: Done) -> str:
        """Cards as they are now, and what is nearest in reach."""
        if done.balance is None:
            return self.tr("Without a card no points are collected.") if done.kind == "sale" else ""
        parts = [f"{card.name[:60]} {card.have}/{card.needed}" for card in done.stamps]
        if done.next_reward and done.next_missing:
            more = self.tr("{points} more for {reward}")
            lacking = stamps if done.next_stamps else points
            missing = lacking(done.next_missing)
            parts.append(more.format(points=missing, reward=done.next_reward[:60]))
        return " · ".join(parts)

    def set_air(self) -> None:
        pad = mm(look().measure.density.pad_mm + 1)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(mm(1.6))
        self._head.setSpacing(mm(2))
        self._grid.setVerticalSpacing(mm(1))


class PaidPane(Pane):
    """At the left of it: the money that changes hands, the number, and the slip's fate."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = SentenceLabel(role="key", ink="muted", lines=2)
        self._amount = FigureLabel(role="hero")
        self._amount.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._number = Label(role="body", ink="muted")
        self._slip, self._trouble = Chip(), Banner()
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self._caption)
        self._column.addWidget(self._amount)
        self._column.addWidget(self._number)
        self._column.addStretch(1)
        self._column.addWidget(self._slip, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._trouble)
        self.set_air()

    def write(self, view: Any) -> None:
        """`view` is (Done, currency)."""
        done: Done = view[0]
        back = done.kind in _RETURNS or done.amount_minor < 0
        self._caption.setText(self.tr("Refund") if back else self.tr("To pay"))
        if done.receipts:
            self._caption.setText(self._receipts_words(done))
        money = bool(done.amount_minor) or done.kind in _SALES
        self._caption.setVisible(money)
        self._amount.setVisible(money)
        self._amount.setText(figures.money(abs(done.amount_minor), view[1]))
        number = self.tr("No. {number}").format(number=done.number[:40])
        self._number.setText(number if done.number else "")
        if done.receipts:  # each has a number of its own
            one = len(done.receipts) == 1
            self._number.setText(printed_words(done.receipts[0]) if one else "")
        calm = done.slip is not None and done.slip.mood in (Mood.OK, Mood.QUIET)
        self._slip.setVisible(calm)
        if done.slip is not None and calm:
            self._slip.show_fact(chip_words(done.slip), done.slip.mood.value, "receipt")
        trouble = banner_of(done.slip, view[1]) if done.slip is not None and not calm else None
        self._trouble.show_notice(trouble)

    def _receipts_words(self, done: Done) -> str:
        """Whose receipt was credited, or how many."""
        if len(done.receipts) > 1:
            return receipts(len(done.receipts))
        return self.tr("Receipt of {shop}").format(shop=done.receipts[0].shop[:60])

    def set_air(self) -> None:
        self._column.setContentsMargins(RING_ROOM_PX, mm(1), RING_ROOM_PX, RING_ROOM_PX)
        self._column.setSpacing(mm(0.6))
