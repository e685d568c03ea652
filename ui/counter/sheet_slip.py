"""A slip as it stands on paper."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import SlipSheet
from ui.fonts import families_for
from ui.parts.labels import Label
from ui.theme.look import look, mm
from ui.wording.languages import language

MONO = ("DejaVu Sans Mono", "Consolas", "Menlo", "Courier New")
LONGEST = 20_000  # letters: a slip of a thousand lines is shown to here


class SlipPane(SheetPane):
    """The text with its columns kept."""

    is_text = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = Label(role="body")
        self._paper.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._paper.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.set_air()

    def title(self) -> str:
        return self.tr("Slip {number}").format(number=self._view[0].number[:40])

    def write(self, view: Any) -> None:
        """`view` is (SlipSheet, currency)."""
        sheet: SlipSheet = view[0]
        face = QFont(self._paper.font())
        face.setFamilies([*MONO, *families_for(language())])
        face.setPixelSize(look().measure.text("small"))
        self._paper.setFont(face)
        self._paper.setText(sheet.text[:LONGEST])
        self._paper.setAccessibleName(sheet.text[:LONGEST])
        self.show_notice(sheet.notice, view[1])

    def set_air(self) -> None:
        self._column.setContentsMargins(0, mm(1), 0, 0)
        self._column.setSpacing(mm(2))
