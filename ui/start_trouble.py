"""The page in place of the counter when the books cannot be opened: what is wrong, and ways on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pos.trouble import TroubleError
from ui.parts.key import BigKey
from ui.theme import font, mm
from ui.wording.sentences import sentence

RESTORABLE = frozenset({"store-corrupt", "store-unreadable"})


class StartTrouble(QWidget):
    """Signals: `again()` try to open once more, `restore()` take the newest backup, `leave()`."""

    again = Signal()
    restore = Signal()
    leave = Signal()

    def __init__(self, error: TroubleError) -> None:
        super().__init__()
        self._error = error
        self._words = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._words.setFont(font("title"))
        self._again, self._restore, self._leave = BigKey(), BigKey(), BigKey()
        for key, signal in (
            (self._again, self.again),
            (self._restore, self.restore),
            (self._leave, self.leave),
        ):
            key.clicked.connect(signal)
        self._restore.setVisible(error.code in RESTORABLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(mm(20), mm(15), mm(20), mm(15))
        column.setSpacing(mm(4))
        column.addStretch()
        column.addWidget(self._words)
        for key in (self._again, self._restore, self._leave):
            column.addWidget(key)
        column.addStretch()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language in force."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._words.setText(sentence(self._error.code, self._error.facts))
        self._again.setText(self.tr("Try again"))
        self._restore.setText(self.tr("Take the newest backup"))
        self._leave.setText(self.tr("Close"))
