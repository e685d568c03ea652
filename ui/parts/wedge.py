"""The keyboard wedge at the window: scans are heard whatever has the focus, typing is not lost.

Sits on the QWindow, because a filter on the application sees each key several times. Printable
keys wait for the recogniser (a person's at most 35 ms, 100 ms after three very fast ones) and
are then delivered in order; a shortcut on a bare printable key can therefore not fire: take such
keys from `typed` or a keyPressEvent. Function keys and Ctrl combinations pass at once.
"""

from __future__ import annotations

from collections import deque
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from shiboken6 import isValid

from pos.devices.debounce import Debounce
from pos.devices.ports import monotonic_ms
from pos.devices.wedge import BurstReader, Heard, WedgeSettings, scan_of
from pos.trouble import TroubleError

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_CLICKS = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
_GS = "\x1d"  # the separator of GS1 codes; scanners type it as Ctrl+]


class Wedge(QObject):
    """Hears the scanner in every window of the program.

    scanned(str): a code, canonical, debounced. heard(object): the same as a Scan.
    troubled(object): a TroubleError ("scan-too-long"). typed(str): a printable key of a person
    that no widget took, in order.
    """

    scanned = Signal(str)
    heard = Signal(object)
    troubled = Signal(object)
    typed = Signal(str)

    def __init__(
        self, settings: WedgeSettings | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings or WedgeSettings()
        self._reader = BurstReader(self._settings)
        self._debounce = Debounce()
        self._held: deque[tuple[QWindow, QKeyEvent]] = deque()
        self._swallowed: set[int] = set()  # keys whose release must not reach the screen
        self._own: QKeyEvent | None = None  # the one being given back
        self._field: QObject | None = None  # the watched focus object
        self._preedit_ms: list[int] = []
        self._clock_ahead_ms = 0  # of our clock before the key events' clock
        self._patience = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._patience.timeout.connect(self._settle)
        # An idle timer after the first: it fires once the queued keys have been handled, so
        # that a stalled loop does not take its own delay for the scanner's silence.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._silence)

    def start(self) -> None:
        """Watch every window that gets the focus, from now on."""
        app = cast(QGuiApplication, QGuiApplication.instance())
        app.focusWindowChanged.connect(self._watch_window)
        app.focusObjectChanged.connect(self._watch_field)
        self._watch_window(QGuiApplication.focusWindow())
        self._watch_field(QGuiApplication.focusObject())

    def stop(self) -> None:
        """Watch no more; keys still held are given back."""
        app = cast(QGuiApplication, QGuiApplication.instance())
        app.focusWindowChanged.disconnect(self._watch_window)
        app.focusObjectChanged.disconnect(self._watch_field)
        self._watch_field(None)
        for window in QGuiApplication.allWindows():
            window.removeEventFilter(self)
        self._patience.stop()
        self._settled.stop()
        self._obey(self._reader.other())

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # again is harmless: Qt keeps one

    def _watch_field(self, field: QObject | None) -> None:
        # Text of an input method goes to the focused field itself, past every window.
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        # A QWindow (QML, embedded) is its own focus object, and is watched for its keys already.
        self._field = None if isinstance(field, QWindow) else field
        if self._field is not None:
            self._field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.InputMethod:
            if watched is self._field:
                self._input_method(cast(QInputMethodEvent, event))
            return False
        if not isinstance(watched, QWindow):
            return False
        if kind == QEvent.Type.KeyPress:
            return self._press(watched, cast(QKeyEvent, event))
        if kind == QEvent.Type.KeyRelease:
            return self._release(watched, cast(QKeyEvent, event))
        if kind == QEvent.Type.ShortcutOverride:
            return self._override(cast(QKeyEvent, event))
        if kind in _CLICKS and self._reader.waiting:
            self._obey(self._reader.other())
        return False

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        if self._own is event:
            self._own = None
            return False
        if event.key() in _MODIFIERS:
            return False
        at_ms = self._at_ms(event)
        if not event.isAutoRepeat():
            self._swallowed.discard(event.key())
        else:
            # A key held down: no scanner does that. In its turn behind the held ones.
            self._obey(self._reader.other())
            return event.key() in self._swallowed
        if event.key() in _ENDS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            heard = self._reader.end(at_ms)
        elif text := self._code_text(event):
            heard = self._reader.key(text, at_ms)
        else:
            heard = self._reader.other()
        return self._obey(heard, window, event)

    def _release(self, window: QWindow, event: QKeyEvent) -> bool:
        if self._own is event:
            self._own = None
            return False
        if any(held.key() == event.key() for _, held in self._held):
            self._held.append((window, event.clone()))
            return True
        if event.key() in self._swallowed and not event.isAutoRepeat():
            self._swallowed.discard(event.key())
            return True
        return False

    def _override(self, event: QKeyEvent) -> bool:
        """Keep bare keys from shortcuts: they may be part of a code."""
        ends = event.key() in _ENDS and self._reader.waiting
        if self._code_text(event) or ends:
            event.accept()
            return True
        return False

    def _code_text(self, event: QKeyEvent) -> str:
        """The characters this key may add to a code, "" for none."""
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        command = bool(event.modifiers() & commands)
        if command and event.key() == Qt.Key.Key_BracketRight:
            return _GS if self._reader.waiting else ""
        text = event.text()
        # Ctrl and Alt together are AltGr on Windows, and type characters.
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        return text if text.isprintable() and alt == command else ""

    def _obey(
        self, heard: Heard, window: QWindow | None = None, event: QKeyEvent | None = None
    ) -> bool:
        """Do what the recogniser says; True when the key must not go on."""
        self._settled.stop()
        self._give_back(heard.give_back)
        if heard.burst is not None:
            self._drop_held()
            _take_back(heard.typed)
        if heard.held and window is not None and event is not None:
            self._held.append((window, event.clone()))
        elif heard.eaten and event is not None:
            self._swallowed.add(event.key())
        if self._reader.waiting:
            self._patience.start(self._reader.patience_ms)
        else:
            self._patience.stop()
        if heard.burst is not None:
            self._tell(heard.burst)
        return heard.eaten

    def _settle(self) -> None:
        self._settled.start()

    def _silence(self) -> None:
        self._obey(self._reader.silence())

    def _give_back(self, presses: int) -> None:
        """Deliver the oldest held presses, and releases up to the next press that stays."""
        while self._held:
            window, event = self._held[0]
            if event.type() == QEvent.Type.KeyPress:
                if presses == 0:
                    return
                presses -= 1
            self._held.popleft()
            self._deliver(window, event)

    def _deliver(self, window: QWindow, event: QKeyEvent) -> None:
        # The window may have closed in between; what was typed then belongs to the next one.
        target: QWindow | None = window if isValid(window) else QGuiApplication.focusWindow()
        if target is None:
            return
        self._own = event
        event.accept()  # Qt offers it to each parent in turn while it is refused
        QCoreApplication.sendEvent(target, event)
        self._own = None
        if event.type() == QEvent.Type.KeyPress and not event.isAccepted():
            self.typed.emit(event.text())

    def _drop_held(self) -> None:
        for _, event in self._held:
            if event.type() == QEvent.Type.KeyPress:
                self._swallowed.add(event.key())
            else:
                self._swallowed.discard(event.key())
        self._held.clear()

    def _tell(self, burst: str) -> None:
        at_ms = monotonic_ms()
        try:
            scan = scan_of(burst, at_ms, caps_lock=self._settings.caps_lock)
        except TroubleError as trouble:
            self.troubled.emit(trouble)
            return
        if scan.text and self._debounce.is_new(scan.text, at_ms):
            self.heard.emit(scan)
            self.scanned.emit(scan.text)

    def _input_method(self, event: QInputMethodEvent) -> None:
        now = monotonic_ms() - self._clock_ahead_ms
        text = event.commitString()
        if event.preeditString():
            self._preedit_ms.append(now)
        if not text:
            return
        times = self._preedit_ms or [now]
        if event.preeditString() and len(times) > 1:
            times, self._preedit_ms = times[:-1], times[-1:]
        else:
            self._preedit_ms = []
        if len(times) < len(text) // 2:
            # More text than keys: pasted, dictated or picked from a list.
            self._obey(self._reader.other())
            return
        skipped = max(0, len(times) - len(text))
        for index, sign in enumerate(text, start=skipped):
            self._obey(self._reader.committed(sign, times[min(index, len(times) - 1)]))
        if not self._reader.waiting:
            self._patience.start(self._reader.patience_ms)

    def _at_ms(self, event: QKeyEvent) -> int:
        stamp = event.timestamp()
        if stamp == 0:  # made by a program, not by a keyboard
            return monotonic_ms() - self._clock_ahead_ms
        self._clock_ahead_ms = monotonic_ms() - stamp
        return stamp


def _take_back(typed: str) -> None:
    """Take what of a code had reached the focused text field out of it again."""
    field = QApplication.focusWidget()
    if not typed:
        return
    if isinstance(field, QLineEdit):
        before = field.text()[: field.cursorPosition()]
        if before.endswith(typed) and not field.isReadOnly():
            field.setSelection(len(before) - len(typed), len(typed))
            field.del_()
    elif isinstance(field, QTextEdit | QPlainTextEdit):
        cursor = field.textCursor()
        start = cursor.position() - len(typed)
        if start >= 0 and field.toPlainText()[start : cursor.position()] == typed:
            cursor.setPosition(start, cursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
