"""What all panes of the counter share: a pane is drawn when its part of the state changed, and
again when the language or the look does; otherwise drawing costs one comparison.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QScroller, QWidget

_NOTHING: Final = object()


class Pane(QWidget):
    """A part of the screen. `draw(view)` writes what differs; `write` and `set_air` do the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Any = _NOTHING

    def draw(self, view: Any) -> None:
        """Show `view`, a frozen value; the same one again costs nothing."""
        if self._view is not _NOTHING and view == self._view:
            return
        self._view = view
        self.write(view)

    def write(self, view: Any) -> None:
        """Put `view` on the widgets, in the language in force."""
        raise NotImplementedError

    def set_air(self) -> None:
        """Margins and gaps in millimetres of the look in force."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kind = event.type()
        if kind == QEvent.Type.StyleChange:
            self.set_air()
        if kind in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.update()
            if self._view is not _NOTHING:
                self.write(self._view)


def ground(widget: QWidget, kind: str) -> None:
    """Give a plain widget one of the sheet's grounds ("card", "page", "strip", "foot", "none")."""
    widget.setProperty("ground", kind)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def scrolled(pane: QWidget) -> QScrollArea:
    """`pane` in an area that scrolls where the screen is too low for it, and takes no focus."""
    area = QScrollArea()
    area.setWidget(pane)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumHeight(1)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
    if pane.property("ground") is None:
        pane.setProperty("ground", "none")
    return area
