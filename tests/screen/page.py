"""What tests of parts share: things put on an open page, and what can be seen of them."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

SCAN = "4" * 4000


def put(page: QWidget, *widgets: QWidget) -> None:
    column = page.layout()
    assert column is not None
    for widget in widgets:
        column.addWidget(widget)
    QApplication.processEvents()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def colours(widget: QWidget) -> set[str]:
    picture: QImage = widget.grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
