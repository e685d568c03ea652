"""The status strip: who serves, since when, and each device in a word and a sign."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.counter.notice import Notice
from ui.counter.pane import Pane, ground
from ui.counter.state import Strip
from ui.counter.words import chip_words, said, time_of
from ui.parts.chip import Chip
from ui.theme.look import mm

_ICONS = {"office": "online", "printer": "printer", "scanner": "scan", "camera": "camera"}


class StatusStrip(Pane):
    """Operator and shift at the left, devices at the right; a second row where one is too short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "strip")
        self._who = Chip(parent=self)
        names = ("aside", "unsent", *_ICONS, "store")
        self._chips = {name: Chip(parent=self) for name in names}
        self.setAccessibleName("")

    def write(self, view: Any) -> None:
        """`view` is (Strip, currency)."""
        strip: Strip = view[0]
        self.setAccessibleName(self.tr("Status"))
        self._who.show_fact(self._operator(strip), "quiet", "person")
        for name, chip in self._chips.items():
            notice: Notice | None = getattr(strip, name)
            chip.setVisible(notice is not None)
            if notice is not None:
                icon = "offline" if notice.code.startswith("office-off") else _ICONS.get(name, "")
                calm = notice.mood.value in ("ok", "quiet")
                chip.show_fact(chip_words(notice), notice.mood.value, icon if calm else "")
                whole = chip_words(notice) if calm else said(notice, view[1])
                chip.setToolTip(whole)
                chip.setAccessibleDescription(whole)
        self.updateGeometry()
        self._place()

    def chips(self) -> tuple[Chip, ...]:
        """The chips in their order, the operator's first."""
        return (self._who, *self._chips.values())

    def sizeHint(self) -> QSize:
        return QSize(mm(120), self._height_for(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(60), self._height_for(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def _operator(self, strip: Strip) -> str:
        if not strip.operator:
            return self.tr("Nobody is signed in")
        if strip.shift_opened is None:
            return strip.operator
        since = self.tr("since {time}").format(time=time_of(strip.shift_opened))
        return f"{strip.operator} · {since}"

    def _rows(self, width: int) -> list[list[Chip]]:
        """Chips by row: the operator keeps the first, devices go below where it is full."""
        gap = mm(1.6)
        devices = [chip for chip in self._chips.values() if not chip.isHidden()]
        room = width - 2 * mm(3)
        wanted = sum(chip.sizeHint().width() + gap for chip in devices)
        operator = min(self._who.sizeHint().width(), room)
        if operator + wanted <= room or width <= 0:
            return [[self._who, *devices]]
        rows: list[list[Chip]] = [[self._who]]
        used = operator + gap
        for chip in devices:
            size = chip.sizeHint().width() + gap
            if rows[-1] and used + size > room:
                rows.append([])
                used = 0
            rows[-1].append(chip)
            used += size
        return rows

    def _height_for(self, width: int) -> int:
        rows = len(self._rows(width))
        return rows * (self._who.sizeHint().height() + mm(1.2)) + mm(1.2)

    def _place(self) -> None:
        gap, edge, top = mm(1.6), mm(3), mm(1.2)
        height = self._who.sizeHint().height()
        for number, row in enumerate(self._rows(self.width())):
            right = self.width() - edge
            devices = row[1:] if number == 0 else row
            for chip in reversed(devices):
                size = min(chip.sizeHint().width(), self.width() - 2 * edge)
                right -= size
                chip.setGeometry(QRect(right, top, size, height))
                right -= gap
            if number == 0:
                self._who.setGeometry(
                    QRect(
                        edge,
                        top,
                        max(0, min(self._who.sizeHint().width(), right - edge)),
                        height,
                    )
                )
            top += height + mm(1.2)
