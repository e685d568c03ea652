"""Puts one event filter where keys arrive: on every window that gets the focus, and on the focused
text field, whose input method's text goes past every window.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid


class FocusWatch(QObject):
    """Follows the focus with `watcher` as event filter, from `start` to `stop`."""

    def __init__(self, watcher: QObject) -> None:
        super().__init__(watcher)
        self._watcher = watcher
        self.field: QObject | None = None
        """The watched text field, if one has the focus."""

    def start(self) -> None:
        """Watch what has the focus, and whatever gets it."""
        app = cast(QGuiApplication, QGuiApplication.instance())
        app.focusWindowChanged.connect(self._watch_window)
        app.focusObjectChanged.connect(self._watch_field)
        self._watch_window(QGuiApplication.focusWindow())
        self._watch_field(QGuiApplication.focusObject())

    def stop(self) -> None:
        """Watch no more."""
        app = cast(QGuiApplication, QGuiApplication.instance())
        app.focusWindowChanged.disconnect(self._watch_window)
        app.focusObjectChanged.disconnect(self._watch_field)
        self._watch_field(None)
        for window in QGuiApplication.allWindows():
            window.removeEventFilter(self._watcher)

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self._watcher)  # again is harmless: Qt keeps one

    def _watch_field(self, field: QObject | None) -> None:
        if self.field is not None and isValid(self.field):
            self.field.removeEventFilter(self._watcher)
        # A QWindow (QML, embedded) is its own focus object, and is watched for its keys already.
        self.field = None if isinstance(field, QWindow) else field
        if self.field is not None:
            self.field.installEventFilter(self._watcher)
