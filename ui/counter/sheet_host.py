"""The place where a sheet stands: over the two panes, between status strip and foot, so that both
stay in sight. Whether it opens or closes is the state's matter: cross and Escape only ask.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.counter.notice import Notice
from ui.counter.pane import Pane
from ui.counter.words import banner_of
from ui.parts.banner import Banner
from ui.parts.sheet import Sheet
from ui.theme.look import look, mm


class SheetPane(Pane):
    """What a sheet holds.

    Signals: `wished(str, object)` the name of the screen's signal and its argument (None: none;
    a tuple: several); `arrowed(bool)` Up (False) or Down (True).
    """

    wished = Signal(str, object)
    arrowed = Signal(bool)
    closable = True
    is_text = False  # nothing to choose in it: arrows scroll

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner()
        self.banner.chosen.connect(self._way)
        self._notice: Notice | None = None

    def title(self) -> str:
        """The sheet's heading in the language in force."""
        raise NotImplementedError

    def field(self) -> QLineEdit | None:
        """The text field that takes the focus on opening; None: it stays on the entry line."""
        return None

    def entered(self) -> tuple[str, object]:
        """What Enter wishes here, where the sheet itself knows more than the state."""
        return "", None

    def picked(self, number: int) -> tuple[str, object]:
        """What Alt and a digit wish here."""
        return "", None

    def leave_alt_to_the_screen(self, *fields: QLineEdit) -> None:
        """Alt and a digit picks a row; a line edit would take the digit for text."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        held = event.modifiers() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.KeyPress and held == Qt.KeyboardModifier.AltModifier:
            event.ignore()  # not taken: it goes on to the screen
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are taken here: the scroll area around would scroll instead."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.arrowed.emit(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def show_notice(self, notice: Notice | None, currency: str = "") -> None:
        """Say what is wrong, with its ways on."""
        self._notice = notice
        self.banner.show_notice(banner_of(notice, currency) if notice is not None else None)

    def _way(self, place: str) -> None:
        if self._notice is not None:
            way = self._notice.ways[int(place)]
            self.wished.emit("way", (way.wish, way.number))


class SheetHost(Sheet):
    """A sheet that asks instead of closing by itself.

    Signals: `asked()` its cross was pressed.
    """

    asked = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, width_mm=400.0)

    def close_sheet(self) -> None:
        """The cross: only a wish."""
        self.asked.emit()

    def leave(self) -> None:
        """The state holds no sheet any more."""
        super().close_sheet()

    def show_pane(self, pane: SheetPane) -> None:
        """Put `pane` on; the focus is the screen's matter."""
        self.open_sheet(pane.title(), pane)
        self._cross.setVisible(pane.closable)

    def refit(self, title: str) -> None:
        """After the pane was written anew, perhaps in another language."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._fit()

    def focusNextPrevChild(self, next_: bool) -> bool:
        """What has the focus is in sight."""
        moved = super().focusNextPrevChild(next_)
        here = QApplication.focusWidget()
        if here is not None and self._scroll.isAncestorOf(here):
            self._scroll.ensureWidgetVisible(here, 0, mm(4))
        return moved

    def scroll_by(self, rows: int) -> None:
        """Move what does not fit by so many lines; arrows do it where nothing else wants them."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + rows * look().measure.text("body") * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key is the screen's."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())

    def _fit(self) -> None:
        """The card fills the panes' place: it does not jump while a list grows."""
        desk = self.parentWidget()
        if desk is not None:
            self.setGeometry(desk.rect())
        edge = mm(2)
        self._card.setGeometry(QRect(edge, edge, self.width() - 2 * edge, self.height() - edge))
