"""The keyboard wedge at the window: scans are heard whatever has the focus, typing is not lost.

Sits on the QWindow, because a filter on the application sees each key several times. Printable
keys wait for the recogniser (a person's at most 35 ms, 100 ms after three very fast ones) and
are then delivered in order; a shortcut on a bare printable key can therefore not fire: take such
keys from `typed` or a keyPressEvent. Function keys and Ctrl combinations pass at once.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication

from pos.devices.canonical import canonical
from pos.devices.debounce import Debounce
from pos.devices.ports import Scan, monotonic_ms
from pos.devices.wedge import (
    BurstReader,
    Heard,
    WedgeSettings,
    codes_in,
    scan_of,
    wedge_settings,
)
from pos.settings import Settings
from pos.trouble import TroubleError
from ui.parts.focus_watch import FocusWatch
from ui.parts.held_keys import TEXT_FIELDS, HeldKeys, take_back
from ui.parts.wedge_keys import MODIFIERS, AltCode, Composing, KeyReader, is_held_down
from ui.parts.wedge_lesson import PATIENCE_MS, Lesson

_CLICKS = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}


class Wedge(QObject):
    """Hears the scanner in every window of the program.

    scanned(str): a code, canonical, debounced; also one pasted where no text field has the focus.
    heard(object): the same as a Scan. troubled(object): a TroubleError ("scan-too-long").
    typed(str): a printable key of a person that no widget took, in order. learned(object): what a
    set-up code told (`Learned`), while `learn` is on.
    """

    scanned = Signal(str)
    learned = Signal(object)
    heard = Signal(object)
    troubled = Signal(object)
    typed = Signal(str)

    def __init__(
        self, settings: WedgeSettings | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings or WedgeSettings()
        self._reader = BurstReader(self._settings)
        self._keys = KeyReader(self._settings)
        self._lesson: Lesson | None = None
        self._alt = AltCode()
        self._debounce = Debounce()
        self._held = HeldKeys(self.typed.emit)
        self._watch = FocusWatch(self)
        self._composing = Composing()
        self._patience = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._patience.timeout.connect(self._settle)
        # An idle timer after the first: it fires once the queued keys have been handled, so
        # that a stalled loop does not take its own delay for the scanner's silence.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._silence)
        self._alt_patience = QTimer(self, singleShot=True)
        self._alt_patience.timeout.connect(self._let_alt_go)

    def set_up(self, settings: Settings) -> None:
        """Read as the terminal's settings say from now on; keys still held are given back."""
        self._adopt(wedge_settings(settings))

    def learn(self, on: bool, settings: Settings) -> None:
        """Wait for a set-up code, or no more; what it tells is in force until then."""
        if on is (self._lesson is not None):
            return
        self._end_lesson()
        self._lesson = Lesson() if on else None
        self.set_up(settings)

    def _adopt(self, settings: WedgeSettings) -> None:
        if settings != self._settings:
            self._obey(self._reader.other())
            self._settings = settings
            self._reader, self._keys = BurstReader(settings), KeyReader(settings)

    def start(self) -> None:
        """Watch every window that gets the focus, from now on."""
        self._watch.start()

    def stop(self) -> None:
        """Watch no more; keys still held are given back."""
        self._watch.stop()
        self._end_lesson()
        self._let_alt_go()
        self._patience.stop()
        self._settled.stop()
        self._obey(self._reader.other())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.InputMethod:
            if watched is self._watch.field:
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
        if kind in _CLICKS and (self._reader.waiting or self._lesson is not None):
            self._end_lesson()
            self._obey(self._reader.other())
        return False

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        if self._held.is_own(event):
            return False
        if self._lesson is not None and self._lesson.takes(window, event, self._keys):
            self._patience.start(PATIENCE_MS)
            return True
        if self._lesson is not None and event.key() not in MODIFIERS:
            self._end_lesson()  # no key of a code: what came before it goes first
        return self._judge(window, event)

    def _judge(self, window: QWindow, event: QKeyEvent) -> bool:
        at_ms = self._keys.at_ms(event)
        if event.key() in MODIFIERS:
            self._beat(at_ms)
            return False
        if self._alt.takes(window, event):
            self._alt_patience.start(2 * self._settings.gap_ms)
            self._beat(at_ms)
            return True
        self._let_alt_go()
        waiting = self._reader.waiting
        if is_held_down(event, at_ms, self._reader.last_ms if waiting else None):
            # No scanner does that. In its turn behind the held ones.
            self._obey(self._reader.other())
            return self._held.is_gone(event)
        self._held.pressed(event)
        if end := self._keys.end(event, waiting):
            heard = self._reader.end(at_ms, end)
        elif sign := self._keys.sign(event, waiting):
            heard = self._reader.key(sign, at_ms, self._keys.shown(event))
        else:
            heard = self._reader.other()
            if _pastes(event):
                self._obey(heard)
                self._paste()
                return True
        return self._obey(heard, window, event)

    def _release(self, window: QWindow, event: QKeyEvent) -> bool:
        if self._held.is_own(event):
            return False
        if self._lesson is not None and self._lesson.holds(window, event):
            return True
        if event.key() == Qt.Key.Key_Alt and self._alt.begun:
            self._end_alt(window, event)
        if event.key() in MODIFIERS:
            self._beat(self._keys.at_ms(event))
        return self._alt.takes_release(window, event) or self._held.takes_release(window, event)

    def _override(self, event: QKeyEvent) -> bool:
        """Keep bare keys from shortcuts: they may be part of a code."""
        waiting = self._reader.waiting or self._lesson is not None
        ends = waiting and self._keys.end(event, waiting)
        if self._keys.sign(event, waiting) or ends:
            event.accept()
            return True
        return False

    def _beat(self, at_ms: int) -> None:
        """A key without a sign: the rhythm goes on."""
        self._reader.beat(at_ms)
        if self._reader.waiting:
            self._settled.stop()
            self._patience.start(self._reader.patience_ms)

    def _end_alt(self, window: QWindow, event: QKeyEvent) -> None:
        """Alt was released: its digits were a sign, or a person's choice."""
        sign = self._alt.sign()
        if not sign:
            self._let_alt_go()
            return
        self._alt_patience.stop()
        spelt = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        at_ms = self._keys.at_ms(event)
        self._obey(self._reader.key(sign, at_ms), window, spelt)

    def _let_alt_go(self) -> None:
        """The digits were no sign's: they go to the screen, after what is held already."""
        self._alt_patience.stop()
        held = self._alt.let_go()
        if held:
            self._obey(self._reader.other())
        for window, event in held:
            self._held.deliver(window, event)

    def _end_lesson(self) -> None:
        """No more keys come: they were the set-up code, or are judged as any others."""
        if self._lesson is None:
            return
        self._patience.stop()
        found, held = self._lesson.over()
        if found is not None:
            if found.reads != "nothing":
                settings = Settings(**dict(found.settings()))  # type: ignore[arg-type]  # its own
                self._adopt(wedge_settings(settings))
            self.learned.emit(found)
            return
        for window, event in held:
            press = event.type() == QEvent.Type.KeyPress
            if not (self._judge if press else self._release)(window, event):
                self._held.deliver(window, event)

    def _paste(self) -> None:
        try:
            self._announce(_pasted())
        except TroubleError as trouble:
            self.troubled.emit(trouble)

    def _obey(
        self, heard: Heard, window: QWindow | None = None, event: QKeyEvent | None = None
    ) -> bool:
        """Do what the recogniser says; True when the key must not go on."""
        self._settled.stop()
        self._held.give_back(heard.give_back)
        if heard.burst is not None:
            self._held.drop(heard.kept)
            take_back(heard.typed)
            self._held.give_back(heard.kept)
        if heard.held and window is not None and event is not None:
            self._held.hold(window, event)
        elif heard.eaten and event is not None:
            self._held.swallow(event.key())
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
        if self._lesson is not None and self._lesson.begun:
            self._end_lesson()
        else:
            self._obey(self._reader.silence())

    def _tell(self, burst: str) -> None:
        at_ms = monotonic_ms()
        for code in codes_in(burst):
            try:
                scan = scan_of(code, at_ms, caps_lock=self._settings.caps_lock)
            except TroubleError as trouble:
                self.troubled.emit(trouble)
            else:
                self._announce(scan)

    def _announce(self, scan: Scan) -> None:
        if scan.text and self._debounce.is_new(scan.text, scan.at_ms):
            self.heard.emit(scan)
            self.scanned.emit(scan.text)

    def _input_method(self, event: QInputMethodEvent) -> None:
        signs = self._composing.signs(event, self._keys.now_ms())
        if signs is None:
            self._obey(self._reader.other())
            return
        for sign, at_ms in signs:
            self._obey(self._reader.committed(sign, at_ms))
        if signs and not self._reader.waiting:
            self._patience.start(self._reader.patience_ms)


def _pastes(event: QKeyEvent) -> bool:
    """Whether the clipboard is asked for where no text field would take it."""
    asked = event.matches(QKeySequence.StandardKey.Paste)
    return asked and not isinstance(QApplication.focusWidget(), TEXT_FIELDS)


def _pasted() -> Scan:
    """The code on the clipboard. Raises TroubleError("scan-too-long")."""
    text, symbology = canonical(QGuiApplication.clipboard().text())
    return Scan(text, "paste", symbology, monotonic_ms())
