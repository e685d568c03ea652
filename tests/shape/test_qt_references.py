"""The installed PySide6 must not lose references to None (6.12.0 does, and aborts Python 3.11)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_qt_keeps_none_alive() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50
