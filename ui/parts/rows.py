"""Numbered rows: what the digits 1-9 do. One row is one whole key, so that a thumb finds it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.key import Coat, Key
from ui.parts.paint import ground
from ui.theme.icons import paint_icon
from ui.theme.look import font, look, mm


@dataclass(frozen=True, slots=True)
class RowText:
    """What a row says: title, a second line (why, or what it brings), a figure at the right."""

    title: str
    detail: str = ""
    figure: str = ""


class NumberedRow(Key):
    """A wide key: number cap, title over detail, figure at the right end. `number` 0: none."""

    figure_above = False  # beside the title only, so that the detail has the whole width
    most_lines = 1  # of detail; a row of more grows where its sentence would be cut

    def __init__(
        self,
        number: int = 0,
        text: RowText | None = None,
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon=icon, role="key", parent=parent)
        self._number, self._row = number, RowText("")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_row(number, text or RowText(""))

    @property
    def number(self) -> int:
        return self._number

    @property
    def row(self) -> RowText:
        return self._row

    def show_row(self, number: int, text: RowText) -> None:
        """Show `text` under the digit `number`."""
        self._number, self._row = number, text
        lead = str(number) if number else ""
        self.setText(
            ", ".join(part for part in (lead, text.title, text.detail, text.figure) if part)
        )
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(mm(70), self._body_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.most_lines > 1 and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paint_face(self, painter: QPainter, body: QRectF, coat: Coat) -> None:
        inner = body.adjusted(mm(2), 0, -mm(3.2), 0)
        inner.setLeft(self._paint_lead(painter, inner, coat))
        title, detail = font("key", bold=True), font("small")
        top = QFontMetricsF(title).height()
        below = QFontMetricsF(detail).height() * self._lines() if self._row.detail else 0
        y = inner.center().y() - (top + below) / 2
        above = QRectF(inner.left(), y, inner.width(), top)
        beside = self._paint_figure(painter, above if self.figure_above else inner, coat) - mm(2)
        above.setRight(beside)
        if not self.figure_above:
            inner.setRight(beside)
        _line(painter, title, self._row.title, above)
        if self._row.detail:
            painter.setPen(QColor(coat.ink if self.isDown() else look().tokens.muted))
            place = QRectF(inner.left(), y + top, inner.width(), below)
            if self._lines() == 1:
                _line(painter, detail, self._row.detail, place)
            else:
                painter.setFont(detail)
                painter.drawText(place, _WRAPPED, self._row.detail)

    def shown_whole(self) -> bool:
        """Whether a row that grows has room for all of its detail."""
        return self._wanted() <= self.most_lines and self.height() >= self._body_height()

    def _lines(self) -> int:
        """Lines the detail takes at this width, in a row that grows."""
        return min(self.most_lines, self._wanted())

    def _wanted(self) -> int:
        if self.most_lines == 1 or not self._row.detail or self.width() <= 0:
            return 1
        face = QFontMetricsF(font("small"))
        lead = round(look().measure.text("key") * 1.75) + mm(2.6)
        room = QRectF(0, 0, self.width() - lead - mm(6.2), 1e4)
        tall = face.boundingRect(room, _WRAPPED, self._row.detail).height()
        return max(1, round(tall / face.height()))

    def _paint_lead(self, painter: QPainter, inner: QRectF, coat: Coat) -> float:
        """Number cap or icon; returns where the words start."""
        t, side = look().tokens, round(look().measure.text("key") * 1.75)
        place = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
        if self._number:
            on = self.isEnabled()
            fill, ink = (t.accent, t.on_accent) if on else (t.quiet_soft, t.quiet)
            ground(painter, place, fill, None if on else t.edge, radius_mm=1.6)
            painter.setPen(QColor(ink))
            painter.setFont(font("key", bold=True))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._number))
        elif self._icon:
            inset = side * 0.16
            drawn = place.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, self._icon, coat.ink, drawn)
        else:
            return inner.left() + mm(1)
        painter.setPen(QColor(coat.ink))
        return place.right() + mm(2.6)

    def _paint_figure(self, painter: QPainter, inner: QRectF, coat: Coat) -> float:
        """The figure at the right end; returns its left edge."""
        if not self._row.figure:
            return inner.right()
        face = font("key", bold=True)
        width = min(
            QFontMetricsF(face).horizontalAdvance(self._row.figure) + 1, inner.width() * 0.5
        )
        painter.setPen(QColor(coat.ink))
        place = QRectF(inner.right() - width, inner.top(), width, inner.height())
        _line(painter, face, self._row.figure, place)
        return inner.right() - width

    def _body_height(self) -> int:
        detail = QFontMetricsF(font("small")).height() * self._lines()
        lines = QFontMetricsF(font("key")).height() + detail
        return max(look().measure.target, round(lines + mm(2.2)))


class RewardKey(NumberedRow):
    """A reward under its digit. Within reach it is a key; nearly in reach it shows how far, as a
    bar and in words, and cannot be pressed.
    """

    figure_above = True
    most_lines = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        self._reached = 1.0
        super().__init__(parent=parent)
        # As tall as its neighbour, whose sentence may take more lines.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    @property
    def reached(self) -> float:
        return self._reached

    def show_reward(self, number: int, text: RowText, reached: float = 1.0) -> None:
        """`reached` is the share of the price the member has (for the bar only, never booked)."""
        self._reached = min(max(reached, 0.0), 1.0)
        self.setEnabled(number > 0)
        self.show_row(number, text)

    def paint_face(self, painter: QPainter, body: QRectF, coat: Coat) -> None:
        if self._reached >= 1.0:
            super().paint_face(painter, body, coat)
            return
        t, height, edge = look().tokens, max(5, mm(1.2)), mm(2.6)
        super().paint_face(painter, body.adjusted(0, 0, 0, -height - mm(0.8)), coat)
        track = QRectF(body.left() + edge, body.bottom() - height - mm(1), 0, height)
        track.setWidth(body.width() - 2 * edge)
        ground(painter, track, t.quiet_soft, t.edge, radius_mm=9)
        filled = QRectF(track)
        filled.setWidth(max(track.height(), track.width() * self._reached))
        ground(painter, filled, t.accent, radius_mm=9)


_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)


def _line(painter: QPainter, face: QFont, words: str, place: QRectF) -> None:
    painter.setFont(face)
    shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
