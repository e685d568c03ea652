"""What each key of the keyboard wishes for: one table, so that help, bar and screen agree."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

# F-key, wish (the screen's signal), icon; in the order of the bar.
F_KEYS: Final = (
    (Qt.Key.Key_F1, "why", "info"),
    (Qt.Key.Key_F2, "find", "search"),
    (Qt.Key.Key_F3, "best", "gift"),
    (Qt.Key.Key_F4, "enrol", "person"),
    (Qt.Key.Key_F5, "returns", "return"),
    (Qt.Key.Key_F6, "tender", "points"),
    (Qt.Key.Key_F7, "print_again", "receipt"),
    (Qt.Key.Key_F8, "undo", "undo"),
    (Qt.Key.Key_F9, "shift", "shift"),
    (Qt.Key.Key_F10, "settings", "theme"),
    (Qt.Key.Key_F11, "camera", "camera"),
    (Qt.Key.Key_F12, "sign_out", "lock"),
)
_WISHES: Final[dict[int, str]] = {int(key): wish for key, wish, _ in F_KEYS} | {
    int(Qt.Key.Key_Return): "enter",
    int(Qt.Key.Key_Enter): "enter",
    int(Qt.Key.Key_Escape): "escape",
    int(Qt.Key.Key_Backspace): "backspace",
    int(Qt.Key.Key_Delete): "delete_line",
}


def wish_of(event: QKeyEvent) -> tuple[str, object]:
    """The wish and its argument (None: it takes none); ("", None) when the key means nothing."""
    key, text = event.key(), event.text()
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        digit = key - int(Qt.Key.Key_0)
        if digit == 0:
            return "more_offers", None
        return ("reward", digit) if 1 <= digit <= 9 else ("", None)
    if key in _WISHES:
        return _WISHES[key], None
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier):
        return "", None
    if text == "+":
        return "add_line", None
    return ("typed", text) if text and text.isprintable() else ("", None)
