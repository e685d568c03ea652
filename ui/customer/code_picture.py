"""A QR code on the screen, black on white in any look: phones' cameras need it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from receipts.writing.qr import QUIET, Modules, qr_modules
from ui.theme.look import mm


class CodePicture(QWidget):
    """Shows `code`; whole pixels for a module, so that no edge is grey."""

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self._modules: Modules = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_code(self, code: str, name: str) -> None:
        """Show a code, or nothing; `name` is what it is for."""
        self.code = code
        self._modules = qr_modules(code) if code else ()
        self.setAccessibleName(name)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(45), mm(45))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._modules:
            return
        painter = QPainter(self)
        across = len(self._modules) + 2 * QUIET
        side = min(self.width(), self.height()) // across
        whole = side * across
        left, top = (self.width() - whole) // 2, (self.height() - whole) // 2
        painter.fillRect(left, top, whole, whole, Qt.GlobalColor.white)
        edge = side * QUIET
        for y, row in enumerate(self._modules):
            for x, black in enumerate(row):
                if black:
                    box = QRectF(left + edge + x * side, top + edge + y * side, side, side)
                    painter.fillRect(box, Qt.GlobalColor.black)
