"""The terminal's window: one page at a time, the counter or what keeps it from opening."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ui.parts.training_frame import TrainingFrame
from ui.theme.look import mm


class Window(QMainWindow):
    """Holds the counter for good and any other page for as long as it shows.

    Signals: `closed()` somebody closed the window. `may_close` is asked first, and may say no.
    """

    closed = Signal()

    def __init__(self, counter: QWidget, *, training: bool = False) -> None:
        super().__init__()
        self._counter = counter
        self.may_close: Callable[[], bool] = _always
        self._pages = QStackedWidget()
        self._pages.addWidget(counter)
        self._training = TrainingFrame(self._pages) if training else None
        self.setCentralWidget(self._training or self._pages)
        room = self.screen().availableSize()
        # A till's window fills its screen; on a large desk one it stays a window.
        self.resize(min(room.width(), max(1024, mm(360))), min(room.height(), max(720, mm(210))))
        self._retranslate()

    @property
    def page(self) -> QWidget:
        """What is shown."""
        return self._pages.currentWidget() or self._counter

    def show_page(self, page: QWidget) -> None:
        """Show `page` alone; another page than the counter is deleted once it is left."""
        before = self.page
        if page is before:
            return
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not self._counter:
            self._pages.removeWidget(before)
            before.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(
            self.tr("Training: Regulars counter") if self._training else self.tr("Regulars counter")
        )


def _always() -> bool:
    """Nothing would be left behind."""
    return True
