"""Strokes that several parts share: rounded grounds, the focus ring with its gap, a key cap."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ui.theme.look import RING_GAP_PX, RING_PX, font, look, mm

RING_ROOM_PX = RING_PX + RING_GAP_PX


def body_of(whole: QRectF, *, focused: bool) -> QRectF:
    """The visible body of a focusable part: it steps back to make room for the ring, so that
    without the focus every part ends where its neighbours end.
    """
    room = RING_ROOM_PX if focused else 0
    return whole.adjusted(room, room, -room, -room)


def ground(
    painter: QPainter,
    body: QRectF,
    fill: str,
    edge: str | None = None,
    radius_mm: float = 2.2,
    *,
    dashed: bool = False,
) -> None:
    """A rounded body; `edge` draws a line of the theme's width just inside it, `dashed` where it
    cannot be pressed now: in high contrast nothing else tells.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill))
    painter.setPen(Qt.PenStyle.NoPen)
    if edge is not None:
        width = look().tokens.edge_px
        pen = QPen(QColor(edge), width)
        if dashed:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
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
