"""What a key event may add to a code: its sign under the scanner's layout, its end, its time.

Apart from the filter because systems differ here: where they tell a key's place, how they spell an
Alt code, and which clock stamps their events.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow

from pos.devices.layouts import LOST, Keyboard, us_sign
from pos.devices.ports import monotonic_ms
from pos.devices.wedge import WedgeSettings

GS = "\x1d"  # the separator of GS1 codes; scanners type it as Ctrl+]
MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_ENDS = {Qt.Key.Key_Return: "\n", Qt.Key.Key_Enter: "\n", Qt.Key.Key_Tab: "\t"}
_LINE_FEEDS = (Qt.Key.Key_J, Qt.Key.Key_M)  # with Ctrl: how some scanners type LF and CR
_ALT, _KEYPAD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
# Windows joins the digits of an Alt code itself and sends the sign as a key of its own.
_SYSTEM_JOINS_ALT_CODES = sys.platform == "win32"
_LONGEST_ALT_CODE = 4
_SOONEST_REPEAT_MS = 8  # keyboards repeat 30 times a second, at most 60


class KeyReader:
    """Reads single key events by the settings of the shop's scanner."""

    def __init__(self, settings: WedgeSettings) -> None:
        self._group = settings.group
        self._keyboard = Keyboard(settings.layout)
        self._clock_ahead_ms = 0  # of our clock before the key events' clock
        self._x11 = QGuiApplication.platformName() in ("xcb", "wayland")
        self._windows = QGuiApplication.platformName() == "windows"

    def end(self, event: QKeyEvent, waiting: bool) -> str:
        r"""The end of a code that this key is, a line break or a tab; "" for none."""
        held = event.modifiers() & ~_KEYPAD
        key = Qt.Key(event.key())
        if key in _ENDS and not held:
            return _ENDS[key]
        control = held == Qt.KeyboardModifier.ControlModifier
        return "\n" if waiting and control and key in _LINE_FEEDS else ""

    def sign(self, event: QKeyEvent, waiting: bool) -> str:
        """The sign this key may add to a code, "" for none; GS only while a code is coming."""
        command = bool(event.modifiers() & _COMMANDS)
        if command and event.key() == Qt.Key.Key_BracketRight:
            return GS if waiting else ""
        if event.key() == Qt.Key.Key_F8 and not event.modifiers() and self._group == "f8":
            return GS if waiting else ""
        text = self.shown(event)
        dead = is_dead(event)
        if not text and not (dead and waiting):
            return ""
        sign = self._keyboard.sign(text, self.position(event), _shifted(event))
        if not sign and dead:
            return LOST  # the code is not whole: it must not pass for another one
        return GS if sign == self._group else sign

    def shown(self, event: QKeyEvent) -> str:
        """What a text field makes of this key, "" for a command."""
        text = event.text()
        command = bool(event.modifiers() & _COMMANDS)
        # Ctrl and Alt together are AltGr on Windows, and type characters.
        return text if text.isprintable() and bool(event.modifiers() & _ALT) == command else ""

    def on_us(self, event: QKeyEvent) -> str:
        """What a US keyboard has where this key lies; "" where the system does not tell."""
        return us_sign(self.position(event), _shifted(event))

    def position(self, event: QKeyEvent) -> int:
        """The key's place as scan code set 1; 0 where the system does not tell it."""
        code = event.nativeScanCode()
        if self._x11:
            return max(0, code - 8)  # X11's key codes are Linux's plus eight, Wayland's too
        return code if self._windows else 0

    def at_ms(self, event: QKeyEvent) -> int:
        """When the key was pressed, on the clock of the key events."""
        stamp = event.timestamp()
        if stamp == 0:  # made by a program, not by a keyboard
            return self.now_ms()
        self._clock_ahead_ms = monotonic_ms() - stamp
        return stamp

    def now_ms(self) -> int:
        """Now, on the clock of the key events."""
        return monotonic_ms() - self._clock_ahead_ms


class AltCode:
    """The digits typed on the keypad while Alt is held: one sign, spelt by its number.

    A scanner in ALT mode sends every sign so. A person's Alt and a digit, which picks a reward,
    is one digit and waits only as long as a scanner's next one could take.
    """

    def __init__(self) -> None:
        self._digits = ""
        self._held: list[tuple[QWindow, QKeyEvent]] = []

    @property
    def begun(self) -> bool:
        """Whether digits are waiting for more, or for Alt to be released."""
        return bool(self._digits)

    def takes(self, window: QWindow, event: QKeyEvent) -> bool:
        """Whether this key is a digit of it, and now waits."""
        digit = event.key() - int(Qt.Key.Key_0)
        spelt = event.modifiers() == _ALT | _KEYPAD and 0 <= digit <= 9
        if not spelt or len(self._digits) == _LONGEST_ALT_CODE:
            return False
        self._digits += str(digit)
        self._held.append((window, event.clone()))
        return True

    def takes_release(self, window: QWindow, event: QKeyEvent) -> bool:
        """Whether a release belongs to a digit that waits, and now waits behind it."""
        waits = any(held.key() == event.key() for _, held in self._held)
        if waits:
            self._held.append((window, event.clone()))
        return waits

    def sign(self) -> str:
        """The sign that was spelt when Alt was released, and the digits are spent; "" for none."""
        if len(self._digits) < 2 or int(self._digits) > 255:
            return ""
        sign = bytes((int(self._digits),)).decode("cp1252", "replace")
        self.let_go()
        if _SYSTEM_JOINS_ALT_CODES:
            return ""
        return sign if sign == GS or sign.isprintable() else ""

    def let_go(self) -> list[tuple[QWindow, QKeyEvent]]:
        """The digits as the keys they were."""
        held, self._held, self._digits = self._held, [], ""
        return held


class Composing:
    """When the signs that an input method puts into a field were typed, as far as can be known."""

    def __init__(self) -> None:
        self._preedit_ms: list[int] = []

    def signs(self, event: QInputMethodEvent, now_ms: int) -> list[tuple[str, int]] | None:
        """Each committed sign and its time; None for text that was pasted, dictated or picked."""
        text = event.commitString()
        if event.preeditString():
            self._preedit_ms.append(now_ms)
        if not text:
            return []
        times = self._preedit_ms or [now_ms]
        if event.preeditString() and len(times) > 1:
            times, self._preedit_ms = times[:-1], times[-1:]
        else:
            self._preedit_ms = []
        if len(times) < len(text) // 2:
            return None
        skipped = max(0, len(times) - len(text))
        last = len(times) - 1
        return [(sign, times[min(at, last)]) for at, sign in enumerate(text, start=skipped)]


def is_held_down(event: QKeyEvent, at_ms: int, last_ms: int | None) -> bool:
    """Whether a key only repeats because it is held down. X11 takes the second of two equal keys
    in one millisecond for that, too; but no keyboard repeats so soon after the key before.
    """
    soon = last_ms is not None and 0 <= at_ms - last_ms < _SOONEST_REPEAT_MS
    return event.isAutoRepeat() and not soon


def is_dead(event: QKeyEvent) -> bool:
    """Whether the key waits for a letter to put its accent on."""
    return Qt.Key.Key_Dead_Grave <= event.key() <= Qt.Key.Key_Dead_Longsolidusoverlay


def _shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
