"""The way into training and out of it: a window of its own beside the till's, so that the till
stays as it is and nobody can forget to switch back.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QWidget


def train_or_end(command: Sequence[str], window: QWidget) -> None:
    """Open a window to train in by `command`; without one this is that window, which is closed."""
    if command:
        QProcess.startDetached(command[0], list(command[1:]))
    else:
        window.close()
