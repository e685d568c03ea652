"""A sheet: a panel inside the page for what needs more than a banner (a list to choose from, the
crash report). It is no window and runs no loop of its own, so scans arrive as ever.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.parts.announce import announce
from ui.parts.key import IconButton
from ui.parts.labels import Label
from ui.theme.look import look, mm


class Sheet(QWidget):
    """A card over the darkened page. Escape and its cross close it; Tab stays inside.

    Signals: `closed()`, however it was closed. The focus returns to where it was.
    It keeps no reference to its page: parent and child holding each other would be left to the
    garbage collector, which takes them apart while Qt still sends them events.
    """

    closed = Signal()

    def __init__(self, page: QWidget, *, width_mm: float = 150.0) -> None:
        super().__init__(page)
        self._width_mm = width_mm
        self._came_from: QWidget | None = None
        self._title = Label(role="title", wrap=True)
        self._cross = IconButton("close", self.tr("Close"))
        self._cross.clicked.connect(self.close_sheet)
        self._card = QWidget(self)
        self._card.setProperty("ground", "card")
        self._card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scroll = QScrollArea(self._card)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content: QWidget | None = None
        self._lay_out()
        self.hide()
        page.installEventFilter(self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self._card)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self._column = column
        self._set_air()

    def open_sheet(self, title: str, content: QWidget) -> None:
        """Show `content` (taken over; an earlier one is deleted) under `title`."""
        if self._content is not None and self._content is not content:
            self._content.deleteLater()
        self._content = content
        content.setProperty("ground", "none")
        self._scroll.setWidget(content)
        self._title.setText(title)
        self.setAccessibleName(title)
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self._fit()
        self.show()
        self.raise_()
        first = next((w for w in self._stops() if w is not self._cross), self._cross)
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, title)

    def close_sheet(self) -> None:
        """Close it and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None
        self.closed.emit()

    @property
    def content(self) -> QWidget | None:
        return self._content

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes round inside: behind the darkness nothing may be pressed unseen."""
        ring = self._stops()
        if not ring:
            return True
        here = QApplication.focusWidget()
        at = ring.index(here) if here in ring else -1
        ring[(at + (1 if next_ else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stops(self) -> list[QWidget]:
        """What Tab stops at, from the top, from the left."""
        stops = [w for w in self._card.findChildren(QWidget) if _takes_tab(w)]
        places = {w: w.mapTo(self, w.rect().topLeft()) for w in stops}
        return sorted(stops, key=lambda w: (places[w].y(), places[w].x()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(look().tokens.scrim))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._cross.set_name(self.tr("Close"))
        if event.type() == QEvent.Type.StyleChange:
            self._set_air()
            self._fit()

    def _set_air(self) -> None:
        air = mm(look().measure.density.pad_mm)
        self._column.setContentsMargins(air, air, air, air)
        self._column.setSpacing(mm(2))

    def _fit(self) -> None:
        """The card as wide as asked and as high as its content, both within the page."""
        page, margin = _page_of(self).rect(), mm(4)
        self.setGeometry(page)
        width = min(mm(self._width_mm), page.width() - 2 * margin)
        around = self._column.contentsMargins()
        inner = width - around.left() - around.right()
        head = max(self._cross.sizeHint().height(), self._title.heightForWidth(inner))
        body = 0
        if self._content is not None:
            flows = self._content.hasHeightForWidth()
            hint = self._content.sizeHint().height()
            body = self._content.heightForWidth(inner) if flows else hint
        wanted = head + body + around.top() + around.bottom() + self._column.spacing() + 4
        height = min(max(wanted, mm(40)), page.height() - 2 * margin)
        place = QRect(0, 0, width, height)
        place.moveCenter(page.center())
        self._card.setGeometry(place)


def _page_of(sheet: QWidget) -> QWidget:
    page = sheet.parentWidget()
    assert page is not None  # __init__ demands one
    return page


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return (
        bool(policy & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.isVisible()
        and widget.focusProxy() is None
    )
