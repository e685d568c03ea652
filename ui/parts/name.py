"""A member's name in the letter shapes of its own script: a Japanese name on a Chinese screen is
still a Japanese name.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont

from ui.fonts import families_for, script_of
from ui.parts.labels import ElidedLabel
from ui.wording.languages import language


class NameLabel(ElidedLabel):
    """An elided label for names of people."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self._take_face()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.Polish):
            self._take_face()
        return done

    def _take_face(self) -> None:
        face = QFont(self.font())
        wanted = list(families_for(script_of(self.whole_text()) or language()))
        if face.families() != wanted:
            face.setFamilies(wanted)
            self.setFont(face)
