"""The kiosk's window: the whole screen, no frame, and no way out but the one that asks for a badge.

Alt+F4, a session's "quit" and the window system all ask a window to close; this one refuses until
`let_go`. It has no menu, no shortcut and no context menu, so that no key does anything by itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget


class KioskWindow(QStackedWidget):
    """Holds the kiosk's screen, or what keeps it from opening.

    Signals: `closed()` it was let go and is closed.
    """

    closed = Signal()

    def __init__(self, screen: QWidget) -> None:
        super().__init__()
        self._kept = True
        self._screen = screen
        self.addWidget(screen)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._retranslate()

    def let_go(self) -> None:
        """Close: somebody with the right to has said so."""
        self._kept = False
        self.close()

    def show_page(self, page: QWidget) -> None:
        """Show `page` alone; another page than the kiosk's own goes once it is left."""
        before = self.currentWidget()
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        if before is not None and before is not page and before is not self._screen:
            self.removeWidget(before)
            before.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._kept:
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Regulars kiosk"))
