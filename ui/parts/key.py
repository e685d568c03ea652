"""Keys: everything that is pressed. They are painted, not styled, because a ring with a gap, a key
cap and two sizes of words are beyond a style sheet; and a touch never takes the focus away from
the scan pad, so that the next scan finds it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.parts.paint import body_of, focus_ring, ground, key_cap, key_cap_width
from ui.theme.icons import paint_icon
from ui.theme.look import font, look, mm


@dataclass(frozen=True, slots=True)
class Coat:
    """Colours of a key in one state: fill, edge (None: no line), ink of its words."""

    fill: str
    edge: str | None
    ink: str


class Key(QAbstractButton):
    """A key with an icon, words and a key hint.

    kind: "main" (the accent; one on a screen), "plain", "bare" (no ground until pointed at),
    "attention", "refused". Signals: `clicked(bool)`.
    """

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        hint: str = "",
        kind: str = "plain",
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._hint, self._kind, self._role = icon, hint, kind, role
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(f"{text} ({self._hint})" if self._hint else text)
        self.updateGeometry()

    def set_icon_name(self, name: str) -> None:
        self._icon = name
        self.update()

    def set_hint(self, hint: str) -> None:
        """Name another key that does the same."""
        if hint != self._hint:
            self._hint = hint
            self.setText(self.text())
            self.update()

    def coat(self) -> Coat:
        """Colours for the state the key is in now."""
        t = look().tokens
        if not self.isEnabled():
            return Coat(t.page, t.edge, t.muted)
        over = self.underMouse() and not self.isDown()
        if self._kind == "main":
            return Coat(t.accent_hover if over or self.isDown() else t.accent, None, t.on_accent)
        if self._kind in ("attention", "refused"):
            ink = getattr(t, self._kind)
            return Coat(getattr(t, f"{self._kind}_soft"), ink, ink)
        if self.isDown() or self.isChecked():
            return Coat(t.accent_soft, t.accent, t.on_accent_soft)
        if self._kind == "bare":
            return Coat(t.quiet_soft if over else "#00000000", None, t.text)
        return Coat(t.sunken if over else t.card, t.edge, t.text)

    def sizeHint(self) -> QSize:
        text_width = QFontMetricsF(font(self._role, bold=True)).horizontalAdvance(self.text())
        extras = [
            w for w in (self._icon_side() if self._icon else 0, key_cap_width(self._hint)) if w
        ]
        width = text_width + sum(extras) + mm(2) * len(extras) + 2 * mm(4)
        side = self._body_height()
        return QSize(max(round(width), side), side)

    def minimumSizeHint(self) -> QSize:
        side = self._body_height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole, coat = QRectF(self.rect()), self.coat()
        body = body_of(whole, focused=self.hasFocus())
        ground(painter, body, coat.fill, coat.edge, dashed=not self.isEnabled())
        if self.hasFocus():
            focus_ring(painter, body)
        painter.setPen(QColor(coat.ink))
        self.paint_face(painter, whole, coat)

    def paint_face(self, painter: QPainter, body: QRectF, coat: Coat) -> None:
        """Icon and words as one block in the middle; the key cap at the right end."""
        inner = body.adjusted(mm(3), 0, -mm(3), 0)
        if self._hint:
            key_cap(painter, self._hint, coat.ink, (inner.right(), inner.center().y()))
            inner.setRight(inner.right() - key_cap_width(self._hint) - mm(2))
        face = font(self._role, bold=True)
        metrics = QFontMetricsF(face)
        lead = self._icon_side() + mm(2) if self._icon else 0
        words = metrics.elidedText(
            self.text(), Qt.TextElideMode.ElideRight, max(0.0, inner.width() - lead)
        )
        block = lead + metrics.horizontalAdvance(words)
        left = inner.left() + max(0.0, (inner.width() - block) / 2)
        if self._icon:
            side = self._icon_side()
            place = QRectF(left, inner.center().y() - side / 2, side, side)
            paint_icon(painter, self._icon, coat.ink, place)
        painter.setFont(face)
        painter.drawText(
            QRectF(left + lead, inner.top(), inner.right() - left - lead + 1, inner.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            words,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the key that shows the ring, as people expect of a touch till's keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def _icon_side(self) -> int:
        return round(look().measure.text(self._role) * 1.25)

    def _body_height(self) -> int:
        return look().measure.target


class BigKey(Key):
    """The one large key that does what the screen says will happen (Enter)."""

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        hint: str = "",
        kind: str = "main",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, icon=icon, hint=hint, kind=kind, role="key", parent=parent)

    def _body_height(self) -> int:
        return max(mm(16), round(look().measure.text("key") * 2.2))


class IconButton(Key):
    """A key with only an icon; `name` is its accessible name and tool tip."""

    def __init__(
        self, icon: str, name: str, *, kind: str = "bare", parent: QWidget | None = None
    ) -> None:
        super().__init__(icon=icon, kind=kind, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """What the key does, in words (again at each change of language)."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paint_face(self, painter: QPainter, body: QRectF, coat: Coat) -> None:
        side = min(body.height() * 0.62, look().measure.text("key") * 1.2)
        place = QRectF(0, 0, side, side)
        place.moveCenter(body.center())
        paint_icon(painter, self._icon, coat.ink, place)
