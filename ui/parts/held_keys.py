"""Keys that wait until it is known whether a scanner typed them, and what becomes of them then:
they go to their windows in order, or are forgotten together with their releases.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from shiboken6 import isValid

TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


class HeldKeys:
    """The waiting line. `untaken` is told the sign of each delivered press that nobody took."""

    def __init__(self, untaken: Callable[[str], object]) -> None:
        self._untaken = untaken
        self._line: deque[tuple[QWindow, QKeyEvent]] = deque()
        self._swallowed: set[int] = set()  # keys whose release must not reach the screen
        self._own: QKeyEvent | None = None  # the one being given back

    def is_own(self, event: QKeyEvent) -> bool:
        """Whether this is the event that is being delivered; asked once for each."""
        own = self._own is event
        if own:
            self._own = None
        return own

    def hold(self, window: QWindow, event: QKeyEvent) -> None:
        """Let a press wait."""
        self._line.append((window, event.clone()))

    def swallow(self, key: int) -> None:
        """A press that is gone for good: its release must go, too."""
        self._swallowed.add(key)

    def pressed(self, event: QKeyEvent) -> None:
        """A key went down anew."""
        self._swallowed.discard(event.key())

    def is_gone(self, event: QKeyEvent) -> bool:
        """Whether a key that repeats is held down since a press that is gone."""
        return event.key() in self._swallowed

    def takes_release(self, window: QWindow, event: QKeyEvent) -> bool:
        """Whether a release waits behind its press, or goes the way its press went."""
        if any(held.key() == event.key() for _, held in self._line):
            self.hold(window, event)
            return True
        if event.key() in self._swallowed and not event.isAutoRepeat():
            self._swallowed.discard(event.key())
            return True
        return False

    def give_back(self, presses: int) -> None:
        """Deliver the oldest presses, and releases up to the next press that stays."""
        while self._line:
            window, event = self._line[0]
            if event.type() == QEvent.Type.KeyPress:
                if presses == 0:
                    return
                presses -= 1
            self._line.popleft()
            self.deliver(window, event)

    def deliver(self, window: QWindow, event: QKeyEvent) -> None:
        """Send an event where it was meant to go."""
        # The window may have closed in between; what was typed then belongs to the next one.
        target: QWindow | None = window if isValid(window) else QGuiApplication.focusWindow()
        if target is None:
            return
        self._own = event
        event.accept()  # Qt offers it to each parent in turn while it is refused
        QCoreApplication.sendEvent(target, event)
        self._own = None
        printable = bool(event.text()) and event.text().isprintable()
        if printable and event.type() == QEvent.Type.KeyPress and not event.isAccepted():
            self._untaken(event.text())

    def drop(self, kept: int) -> None:
        """Forget all but the newest `kept` presses."""
        gone = sum(event.type() == QEvent.Type.KeyPress for _, event in self._line) - kept
        while self._line:
            _, event = self._line[0]
            if event.type() == QEvent.Type.KeyPress:
                if gone == 0:
                    return
                gone -= 1
                self._swallowed.add(event.key())
            else:
                self._swallowed.discard(event.key())
            self._line.popleft()


def take_back(typed: str) -> None:
    """Take what of a code had reached the focused text field out of it again."""
    field = QApplication.focusWidget()
    if not typed:
        return
    if isinstance(field, QLineEdit):
        before = field.text()[: field.cursorPosition()]
        if before.endswith(typed) and not field.isReadOnly():
            field.setSelection(len(before) - len(typed), len(typed))
            field.del_()
    elif isinstance(field, QTextEdit | QPlainTextEdit):
        cursor = field.textCursor()
        start = cursor.position() - len(typed)
        if start >= 0 and field.toPlainText()[start : cursor.position()] == typed:
            cursor.setPosition(start, cursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
