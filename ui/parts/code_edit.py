"""A line for codes, phone numbers and PINs: no input method composes what is typed into it.

A line edit has input methods on even with WA_InputMethodEnabled taken away (tried on 6.11), and
committed text reaches no key filter; answering the query with False is what works.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget


class CodeLineEdit(QLineEdit):
    """A QLineEdit that refuses input methods. Signals: those of QLineEdit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # For on-screen keyboards, which ask for hints and not for ImEnabled.
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText
        )

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        if argument is None:
            return super().inputMethodQuery(query)
        return super().inputMethodQuery(query, argument)
