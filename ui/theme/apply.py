"""Switching the look while the program runs: palette, style sheet and measure in one step."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.look import Look, look, put_in_force
from ui.theme.measure import measure_screen
from ui.theme.sheet import style_sheet
from ui.theme.tokens import THEMES, Tokens

_ROLE_COLOURS = (
    (QPalette.ColorRole.Window, "page"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "sunken"),
    (QPalette.ColorRole.AlternateBase, "card"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Button, "card"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.ToolTipBase, "card"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.Accent, "accent"),
)


def apply_theme(
    app: QApplication,
    name: str = "light",
    scale: float = 1.0,
    *,
    correction: float = 1.0,
    room: QSize | None = None,
) -> Look:
    """Put the theme ("light", "dark", "contrast") in force and let every widget restyle itself.

    `scale` is the text size, 1.0-2.0; `correction` multiplies the screen's own idea of a
    millimetre; `room` is the window's size, where smaller than the screen. An unknown name
    (a hand-edited setting) means light. Widgets hear of it as `QEvent.Type.StyleChange`.
    """
    tokens = THEMES.get(name, THEMES["light"])
    measure = measure_screen(app.primaryScreen(), scale, correction, room)
    new = Look(tokens, measure)
    if new == look() and app.styleSheet():
        return new
    put_in_force(new)
    app.setStyle("Fusion")
    app.setPalette(_palette(tokens))
    face = QFont(app.font())
    face.setPixelSize(measure.text("body"))
    app.setFont(face)
    app.setStyleSheet(style_sheet(new))
    return new


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, token in _ROLE_COLOURS:
        palette.setColor(role, QColor(getattr(tokens, token)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette
