"""The look of every screen: colours, sizes in millimetres, icons, and one style sheet."""

from __future__ import annotations

from ui.theme.apply import apply_theme
from ui.theme.icons import icon_pixmap, paint_icon
from ui.theme.look import Look, font, look, mm
from ui.theme.measure import KIOSK_TARGET_MM, TARGET_MM, Measure
from ui.theme.tokens import THEMES, Tokens

__all__ = [
    "KIOSK_TARGET_MM",
    "TARGET_MM",
    "THEMES",
    "Look",
    "Measure",
    "Tokens",
    "apply_theme",
    "font",
    "icon_pixmap",
    "look",
    "mm",
    "paint_icon",
]
