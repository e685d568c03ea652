"""The frame around every page of a window to train in: violet, with the word above and below, so
that it cannot be taken for the real one from across the shop or on a photograph of the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.labels import Label
from ui.theme.look import mm

EDGE_MM = 2.5


class TrainingFrame(QWidget):
    """A page in its violet frame; the page keeps its own size rules."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "training")
        self._above = Label(role="key", ink="training", strong=True)
        self._below = Label(role="small", ink="training", strong=True)
        self._column = QVBoxLayout(self)
        for band in (self._above, self._below):
            band.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self._above)
        self._column.addWidget(page, 1)
        self._column.addWidget(self._below)
        self._retranslate()
        self._set_air()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._set_air()

    def _retranslate(self) -> None:
        self._above.setText(self.tr("TRAINING: nothing here is kept, printed or sent"))
        self._below.setText(self.tr("Training. Close this window to end it."))

    def _set_air(self) -> None:
        edge = mm(EDGE_MM)
        self._column.setContentsMargins(edge, mm(1), edge, mm(1))
        self._column.setSpacing(mm(1))
