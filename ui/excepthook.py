"""The last net: an error nobody foresaw is our bug. It is logged, and said in a sheet inside the
page; the ledger is safe, because a sale is one database transaction or nothing.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.parts.key import Key
from ui.parts.labels import Label
from ui.parts.sheet import Sheet
from ui.theme.look import mm

log = logging.getLogger(__name__)

DETAILS_AT_MOST = 20_000  # characters: a deep recursion's traceback is not read to its end


class CrashDetails(QWidget):
    """What the crash sheet holds: a sentence, what to do, the traceback to copy.

    Signals: `go_on()`.
    """

    go_on = Signal()

    def __init__(self, details: str) -> None:
        super().__init__()
        self._sentence = Label(role="key", strong=True, wrap=True)
        self._advice = Label(ink="muted", wrap=True)
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setMinimumHeight(mm(40))
        self._copy = Key(icon="copy")
        self._close = Key(kind="main", hint="Esc")
        self._copy.clicked.connect(self._copy_details)
        self._close.clicked.connect(self.go_on)
        column, keys = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(mm(2))
        for widget in (self._sentence, self._advice, self._details):
            column.addWidget(widget)
        keys.addWidget(self._copy)
        keys.addStretch(1)
        keys.addWidget(self._close)
        column.addLayout(keys)
        self._retranslate()

    def details(self) -> str:
        """The text that "Copy details" copies."""
        return self._details.toPlainText()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._sentence.setText(
            self.tr("The ledger is safe: what was confirmed is booked, what was not is not.")
        )
        self._advice.setText(
            self.tr(
                "Close this and go on. If it happens again, copy the details and send them to "
                "whoever looks after this till."
            )
        )
        self._details.setAccessibleName(self.tr("Details of the error"))
        self._copy.setText(self.tr("Copy details"))
        self._close.setText(self.tr("Go on"))

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
        self._copy.setText(self.tr("Copied"))


class CrashNet(QObject):
    """Catches what nobody caught, in any thread, and shows it on `page`.

    Signals: `caught(str)` with the details, on the screen's thread. While one sheet stands, a
    further error is only logged: a fault in painting would come sixty times a second.
    """

    caught = Signal(str)
    _from_thread = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._sheet: Sheet | None = None
        self._busy = False
        self._before = (sys.excepthook, threading.excepthook)
        self._from_thread.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over `sys.excepthook` and `threading.excepthook`."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def remove(self) -> None:
        """Give both hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """As `sys.excepthook`. A wish to end the program is no error."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        log.critical("unforeseen-error", exc_info=(kind, error, trace))
        # Queued even here: an error inside a paint event must not build widgets there.
        self._from_thread.emit(details_of(kind, error, trace))

    def _catch_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.catch(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, details: str) -> None:
        if self._busy or (self._sheet is not None and self._sheet.isVisible()):
            return
        self._busy = True
        if self._sheet is None:
            page = self.parent()
            assert isinstance(page, QWidget)  # as __init__ was given it
            self._sheet = Sheet(page)
        content = CrashDetails(details)
        content.go_on.connect(self._sheet.close_sheet)
        self._sheet.open_sheet(self.tr("Something went wrong in the program"), content)
        self._busy = False
        self.caught.emit(details)


def details_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a person who mends the program wants to read; no values of variables, so no names of
    members beyond what the error itself says.
    """
    head = f"Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.platform()}"
    text = "".join(traceback.format_exception(kind, error, trace))
    return f"{head}\n{text}"[-DETAILS_AT_MOST:]
