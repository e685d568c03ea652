"""The camera's live picture, and how to hold a code."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pos.devices.ports import PreviewFrame
from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import CameraSheet
from ui.counter.words import said_or_nothing
from ui.parts.labels import SentenceLabel
from ui.parts.picture import LivePicture
from ui.theme.look import mm
from ui.wording.sentences import sentence


class CameraPane(SheetPane):
    """Picture and one sentence; frames come to `picture` directly, past the state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = LivePicture()
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._words = SentenceLabel(role="key", lines=2)
        self._started = False
        self._hint = ""
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._picture, 1)
        self._column.addWidget(self._words)
        self.set_air()

    def title(self) -> str:
        return self.tr("Scan with the camera")

    @property
    def picture(self) -> LivePicture:
        return self._picture

    def write(self, view: Any) -> None:
        """`view` is (CameraSheet, currency)."""
        sheet: CameraSheet = view[0]
        self._say()
        self._picture.setAccessibleName(self.tr("Live picture of the camera"))
        self.show_notice(sheet.notice, view[1])
        if not self._started:
            waiting = self.tr("The camera is starting…")
            self._picture.show_words(said_or_nothing(sheet.notice, view[1]) or waiting)

    def show_frame(self, frame: PreviewFrame) -> None:
        """One frame, the first code seen in it outlined, and what would help where none is read."""
        self._started = True
        seen = frame.outlines[0] if frame.outlines else ()
        outline = tuple((x * frame.width, y * frame.height) for x, y in seen)
        self._picture.show_frame(frame.gray, frame.width, frame.height, outline)
        if frame.hint != self._hint:
            self._hint = frame.hint
            self._say()

    def _say(self) -> None:
        if self._hint:
            self._words.setText(sentence(f"camera-{self._hint}", {}))
        else:
            self._words.setText(
                self.tr(
                    "Hold the code still, flat and in the light. A line goes round it when read."
                )
            )

    def set_air(self) -> None:
        self._column.setContentsMargins(0, mm(1), 0, 0)
        self._column.setSpacing(mm(2))
