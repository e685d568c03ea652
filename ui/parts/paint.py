"""Strokes that several parts share: rounded grounds, the focus ring with its gap, a key cap."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ui.theme.look import RING_GAP_PX, RING_PX, font, look, mm

RING_ROOM_PX = RING_PX + RING_GAP_PX  # every focusable part keeps this free around its body


def body_of(whole: QRectF) -> QRectF:
    """The visible body inside a focusable part: the rest is room for the ring."""
    room = RING_ROOM_PX
    return whole.adjusted(room, room, -room, -room)


def ground(
    painter: QPainter, body: QRectF, fill: str, edge: str | None = None, radius_mm: float = 2.2
) -> None:
    """A rounded body; `edge` draws a line of the theme's width just inside it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill))
    painter.setPen(Qt.PenStyle.NoPen)
    if edge is not None:
        width = look().tokens.edge_px
        painter.setPen(QPen(QColor(edge), width))
        body = body.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    radius = min(mm(radius_mm), body.height() / 2)
    painter.drawRoundedRect(body, radius, radius)


def focus_ring(painter: QPainter, body: QRectF, radius_mm: float = 2.2) -> None:
    """The ring of 3 px outside the body, with a gap that shows the ground between them: on the
    accent colour itself a ring has no contrast.
    """
    out = RING_GAP_PX + RING_PX / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look().tokens.focus), RING_PX))
    ring = body.adjusted(-out, -out, out, out)
    radius = min(mm(radius_mm), body.height() / 2) + out
    painter.drawRoundedRect(ring, radius, radius)


def key_cap_width(hint: str) -> float:
    """Width of a key cap with `hint` ("F8", "Enter"), 0 without one."""
    if not hint:
        return 0.0
    metrics = QFontMetricsF(font("small", bold=True))
    return max(metrics.horizontalAdvance(hint) + mm(2.4), metrics.height() + mm(0.8))


def key_cap(painter: QPainter, hint: str, ink: str, right_middle: tuple[float, float]) -> None:
    """A small key with the name of the keyboard's key, its right edge at `right_middle`."""
    face = font("small", bold=True)
    width, height = key_cap_width(hint), QFontMetricsF(face).height() + mm(0.4)
    right, middle = right_middle
    cap = QRectF(right - width, middle - height / 2, width, height)
    painter.setPen(QPen(QColor(ink), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap, mm(1.0), mm(1.0))
    painter.setFont(face)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, hint)
