"""Words that always fit their place: they shrink, down to what is still read from 60 cm, before
anything is cut. A kiosk's keys have fixed places and its sentences four languages.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.labels import SHOWN_AT_MOST, Label
from ui.theme.look import font, look, mm

LEAST_MM: Final = 3.2  # capitals of 2.3 mm
_STEP: Final = 0.93
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_ANYWHERE: Final = int(Qt.TextFlag.TextWrapAnywhere)


def fitted(text: str, face: QFont, place: QRectF) -> tuple[QFont, int, bool]:
    """`face` made as small as `text` needs in `place`, the flags to draw it with, and whether it
    fits so. A word too long for a line is broken only at the least size.
    """
    least = max(1, round(LEAST_MM * look().measure.px_per_mm))
    made, size = QFont(face), face.pixelSize()
    while size > least:
        made.setPixelSize(size)
        if _inside(text, made, place, _WRAP):
            return made, _WRAP, True
        size = min(size - 1, round(size * _STEP))
    made.setPixelSize(least)
    if _inside(text, made, place, _WRAP):
        return made, _WRAP, True
    return made, _ANYWHERE, _inside(text, made, place, _ANYWHERE)


def paint_fitted(
    painter: QPainter, text: str, face: QFont, place: QRectF, align: Qt.AlignmentFlag
) -> None:
    """Draw `text` inside `place` in the pen's colour."""
    made, flags, _ = fitted(text, face, place)
    painter.setFont(made)
    painter.drawText(place, int(align) | flags, text)


class FitLabel(Label):
    """A label that takes the place it is given and shrinks its words into it.

    `lines`: the height it asks for, in lines of its full size.
    """

    def __init__(
        self,
        role: str = "key",
        *,
        ink: str = "",
        strong: bool | None = None,
        lines: int = 1,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        parent: QWidget | None = None,
    ) -> None:
        bold = role in ("title", "hero") if strong is None else strong
        self._role, self._lines, self._bold = role, lines, bold
        super().__init__("", role, ink=ink, strong=bold, parent=parent)
        self.setAlignment(align)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text[:SHOWN_AT_MOST])
        self.setAccessibleName(text[:SHOWN_AT_MOST])
        self.update()

    def fits(self) -> bool:
        """Whether every letter is inside the label as it stands."""
        if not self.text():
            return True
        return fitted(self.text(), self._face(), QRectF(self.contentsRect()))[2]

    def sizeHint(self) -> QSize:
        return QSize(mm(40), round(QFontMetricsF(self._face()).lineSpacing() * self._lines) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(10), mm(LEAST_MM * 1.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        place = QRectF(self.contentsRect())
        paint_fitted(painter, self.text(), self._face(), place, self.alignment())

    def _face(self) -> QFont:
        face = QFont(self.font())
        face.setPixelSize(look().measure.text(self._role))
        face.setBold(self._bold)
        return face


def face_of(role: str, *, bold: bool = True) -> QFont:
    """The interface face of a role, for what is painted by hand."""
    return font(role, bold=bold)


def _inside(text: str, face: QFont, place: QRectF, flags: int) -> bool:
    box = QFontMetricsF(face).boundingRect(QRectF(0, 0, place.width(), 1e6), flags, text)
    return box.width() <= place.width() + 0.5 and box.height() <= place.height() + 0.5
