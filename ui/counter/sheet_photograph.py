"""A receipt without a code: its picture at the left, what was read of it in a form beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.counter.sheet_act import ActPane
from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import PhotographSheet
from ui.parts.labels import SentenceLabel
from ui.parts.picture import LivePicture
from ui.theme.look import look, mm

FIELDS = 5  # all under each other: each has its mark behind it

TALLEST = 0.55  # of the window: the picture stays in sight where the form has to be scrolled
LARGE = 1.4  # text size from which the form needs the room


class PhotographPane(SheetPane):
    """The picture, how long it has been read, and the act pane with the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = LivePicture()
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._progress = SentenceLabel(role="body", ink="muted", lines=2)
        self._act = ActPane(down=FIELDS)
        self._act.wished.connect(self.wished)
        self._act.arrowed.connect(self.arrowed)
        self._left = QVBoxLayout()
        self._left.addWidget(self._picture, 1000)  # as high as it may be, and at the top
        self._left.addWidget(self._progress)
        self._left.addStretch()
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._left)
        self._row.addWidget(self._act)
        self._shown: object = None
        self.set_air()

    def title(self) -> str:
        return self._act.title()

    def field(self) -> QLineEdit | None:
        return self._act.field()

    def picked(self, number: int) -> tuple[str, object]:
        return self._act.picked(number)

    @property
    def act(self) -> ActPane:
        """The form's side."""
        return self._act

    def write(self, view: Any) -> None:
        """`view` is (PhotographSheet, currency)."""
        sheet: PhotographSheet = view[0]
        self._act.draw(view)
        picture = sheet.picture
        if picture is None:
            waiting = self.tr("The picture is being taken…")
            none = self.tr("No picture")
            self._picture.show_words(none if sheet.seconds is None else waiting)
        elif picture is not self._shown:
            self._picture.show_frame(picture.gray, picture.width, picture.height)
        self._shown = picture
        self._picture.setAccessibleName(self.tr("Picture of the receipt"))
        self._progress.setVisible(sheet.seconds is not None)
        reading = self.tr("Reading it… {seconds} s. You may type meanwhile; Esc stops.")
        self._progress.setText(reading.format(seconds=sheet.seconds or 0))

    def set_air(self) -> None:
        self._row.setContentsMargins(0, mm(1), 0, 0)
        self._row.setSpacing(mm(4))
        self._left.setSpacing(mm(1))
        large = look().measure.text_scale > LARGE
        self._row.setStretch(0, 20 if large else 34)
        self._row.setStretch(1, 80 if large else 66)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.setMaximumHeight(round(self.window().height() * TALLEST))
