"""The camera's live picture with the code found in it outlined. Bytes in, nothing else: what reads
cameras stays behind its port.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import paint_icon
from ui.theme.look import font, look, mm


class LivePicture(QWidget):
    """Shows grey frames, fitted, and a polygon in frame coordinates around the code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._outline: tuple[tuple[float, float], ...] = ()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_frame(
        self, grey: bytes, width: int, height: int, outline: Sequence[tuple[float, float]] = ()
    ) -> None:
        """Show one frame: `width * height` bytes, 0 black to 255 white, rows from the top.

        `outline` are the corners of the code in frame pixels, in order; empty: none found.
        ValueError when the bytes are not the size they say (Qt would read past their end).
        """
        if width <= 0 or height <= 0 or len(grey) != width * height:
            raise ValueError(f"{len(grey)} bytes are no frame of {width} x {height}")
        frame = QImage(grey, width, height, width, QImage.Format.Format_Grayscale8)
        self._image = frame.copy()  # Qt does not copy; the camera reuses its buffer
        self._outline = tuple(outline)
        self.update()

    def show_words(self, words: str) -> None:
        """No picture, and why ("Camera unplugged")."""
        self._image, self._outline, self._words = QImage(), (), words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(mm(64), mm(48))

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(32), mm(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip, body = QPainterPath(), QRectF(self.rect())
        clip.addRoundedRect(body, mm(2.2), mm(2.2))
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), QColor(look().tokens.quiet_soft))
        if self._image.isNull():
            self._paint_words(painter, body)
        else:
            self._paint_frame(painter, body)

    def _paint_frame(self, painter: QPainter, body: QRectF) -> None:
        size = self._image.size().scaled(body.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(body.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        if len(self._outline) < 2:
            return
        zoom = place.width() / self._image.width()
        corners = [QPointF(place.x() + x * zoom, place.y() + y * zoom) for x, y in self._outline]
        # Dark under bright: the line is seen on a white card and on a dark counter.
        for colour, width in (("#000000", mm(1.3)), ("#4dff9a", mm(0.7))):
            pen = QPen(QColor(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(QPolygonF(corners))

    def _paint_words(self, painter: QPainter, body: QRectF) -> None:
        t, side = look().tokens, min(mm(10), self.height() // 3)
        place = QRectF(0, 0, side, side)
        place.moveCenter(QPointF(body.center().x(), body.center().y() - side * 0.5))
        paint_icon(painter, "camera", t.quiet, place)
        painter.setPen(QColor(t.quiet))
        painter.setFont(font("small"))
        below = QRectF(mm(2), place.bottom() + mm(1), body.width() - mm(4), body.height() / 2)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, int(flags | Qt.TextFlag.TextWordWrap), self._words)
