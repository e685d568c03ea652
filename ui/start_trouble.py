"""The page in place of the counter when the books cannot be opened: what is wrong, and ways on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pos.trouble import TroubleError
from ui.parts.key import BigKey
from ui.theme import font, icon_pixmap, look, mm
from ui.wording.sentences import sentence

RESTORABLE = frozenset({"store-corrupt", "store-unreadable"})


class StartTrouble(QWidget):
    """Signals: `again()` open once more, `restore()` take the newest backup, `leave()` close.

    Enter does what helps most (the backup for a damaged ledger, else another try), Escape closes.
    """

    again = Signal()
    restore = Signal()
    leave = Signal()

    def __init__(self, error: TroubleError) -> None:
        super().__init__()
        self._error = error
        damaged = error.code in RESTORABLE
        self._sign = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._sign.setPixmap(icon_pixmap("warning", look().tokens.text, mm(18)))
        self._words = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._words.setFont(font("title"))
        again_kind = "plain" if damaged else "main"
        self._restore = BigKey(hint="Enter")
        self._again = BigKey(hint="F5" if damaged else "Enter", kind=again_kind)
        self._leave = BigKey(hint="Esc", kind="plain")
        self._restore.setVisible(damaged)
        self._first = self.restore if damaged else self.again
        keys = QHBoxLayout()
        keys.setSpacing(mm(3))
        for key, signal in (
            (self._leave, self.leave),
            (self._again, self.again),
            (self._restore, self.restore),
        ):
            key.clicked.connect(signal)
            keys.addWidget(key)
        column = QVBoxLayout(self)
        column.setContentsMargins(mm(25), mm(15), mm(25), mm(15))
        column.setSpacing(mm(6))
        column.addStretch()
        for widget in (self._sign, self._words):
            column.addWidget(widget)
        column.addLayout(keys)
        column.addStretch()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The three keys, whatever has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._first.emit()
        elif event.key() == Qt.Key.Key_F5:
            self.again.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Keys come here from the first moment."""
        super().showEvent(event)
        self.setFocus()

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
