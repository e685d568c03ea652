"""The shop's own colour, in the middle of a screen: its name and a greeting on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.customer.fitting import face_of, fitted, paint_fitted
from ui.parts.paint import ground
from ui.theme.icons import paint_icon
from ui.theme.look import look, mm
from ui.theme.tokens import contrast

DARK, LIGHT = "#000000", "#ffffff"


def ink_on(colour: str) -> str:
    """Black or white, whichever is read better; one of the two has at least 4.5:1 on any colour."""
    return max((DARK, LIGHT), key=lambda ink: contrast(ink, colour))


class BrandPanel(QWidget):
    """Icons, a large line and a smaller one on the shop's colour, or the theme's accent.

    In high contrast the theme's accent stays: the shop's colour could be anything.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._large, self._below = "", "", ""
        self._icons: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_words(
        self, large: str, below: str = "", *, colour: str = "", icons: tuple[str, ...] = ()
    ) -> None:
        """What stands on it."""
        self._large, self._below, self._colour, self._icons = large, below, colour, icons
        self.setAccessibleName(f"{large} {below}".strip())
        self.update()

    def colours(self) -> tuple[str, str]:
        """Ground and ink."""
        tokens = look().tokens
        if not self._colour or tokens.name == "contrast":
            return tokens.accent, tokens.on_accent
        return self._colour, ink_on(self._colour)

    def text(self) -> str:
        """Both lines."""
        return f"{self._large}\n{self._below}".strip()

    def fits(self) -> bool:
        """Whether all words are on it."""
        _, large, below = self._places()
        one = fitted(self._large, _large_face(), large)[2]
        return one and (not self._below or fitted(self._below, face_of("title"), below)[2])

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(60), mm(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, ink = self.colours()
        ground(painter, QRectF(self.rect()), fill, radius_mm=4)
        signs, large, below = self._places()
        gap = mm(10)
        left = signs.center().x() - (len(self._icons) * (signs.height() + gap) - gap) / 2
        for number, icon in enumerate(self._icons):
            x = left + number * (signs.height() + gap)
            paint_icon(painter, icon, ink, QRectF(x, signs.y(), signs.height(), signs.height()))
        painter.setPen(QColor(ink))
        paint_fitted(painter, self._large, _large_face(), large, Qt.AlignmentFlag.AlignCenter)
        top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        paint_fitted(painter, self._below, face_of("title"), below, top)

    def _places(self) -> tuple[QRectF, QRectF, QRectF]:
        """Icons, large line, smaller line, from the top; without icons the lines have it all."""
        inner = QRectF(self.rect()).adjusted(mm(6), mm(5), -mm(6), -mm(5))
        high = inner.height()
        signs = min(high * 0.32, mm(36)) if self._icons else 0.0
        rest = high - signs
        share = 0.55 if self._below else 1.0
        return (
            QRectF(inner.x(), inner.y() + mm(2), inner.width(), signs),
            QRectF(inner.x(), inner.y() + signs, inner.width(), rest * share),
            QRectF(inner.x(), inner.y() + signs + rest * share, inner.width(), rest * (1 - share)),
        )


def _large_face() -> QFont:
    """Half as large again as the largest role: it is read from across the shop."""
    face = face_of("hero")
    face.setPixelSize(face.pixelSize() * 3 // 2)
    return face
