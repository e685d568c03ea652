"""Labels for points and money: right-aligned, figures of equal width, so that a column stands and
a counting number does not dance.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.labels import ElidedLabel

_LONGEST = 24  # characters: more is no amount of any shop


class FigureLabel(ElidedLabel):
    """A figure already written out; keeps its width, so that the name beside it is what is cut."""

    def __init__(
        self, text: str = "", role: str = "key", *, ink: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, ink=ink, strong=True, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        longest = _LONGEST * self.fontMetrics().averageCharWidth()
        return QSize(min(self.sizeHint().width() + 1, longest), self.fontMetrics().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.Polish):
            self._equal_figures()
        return done

    def _equal_figures(self) -> None:
        face, tag = QFont(self.font()), QFont.Tag("tnum")
        if not face.isFeatureSet(tag):
            face.setFeature(tag, 1)
            self.setFont(face)
