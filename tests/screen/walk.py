"""Walking over all widgets of a window: what is said, what has no name, what is cut."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

WITH_NAMES = {
    QAccessible.Role.PushButton,
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.List,
    QAccessible.Role.Table,
}


def said_by(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every text a visible widget shows or tells: (widget, text)."""
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        texts = {widget.toolTip(), widget.accessibleName()}
        if isinstance(widget, QLabel | QAbstractButton):
            texts.add(widget.text())
        if isinstance(widget, QLineEdit):
            texts.add(widget.placeholderText())
        yield from ((widget, text) for text in sorted(texts) if text)


def without_name(window: QWidget) -> list[str]:
    """Class names of visible controls that a screen reader could not name."""
    nameless = []
    for widget in window.findChildren(QWidget):
        face = QAccessible.queryAccessibleInterface(widget)
        if not widget.isVisible() or face.role() not in WITH_NAMES:
            continue
        if not face.text(QAccessible.Text.Name):
            nameless.append(type(widget).__name__)
    return nameless
