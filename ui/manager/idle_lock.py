"""Nobody there for a while: the room must not stand open on a till in a shop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

LOCK_MS = 5 * 60_000
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleLock(QObject):
    """Watches a window for signs of a person.

    Signals: `expired()` none came for LOCK_MS.
    """

    expired = Signal()

    def __init__(self, window: QWindow | None, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=LOCK_MS, singleShot=True)
        self._timer.timeout.connect(self.expired)
        self._timer.start()
        if window is not None:
            # On the window, not the application: a Python filter on every event costs (wedge.py).
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._timer.start()
        return False
