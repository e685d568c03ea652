"""Which keys are a scanner and which a person: a recogniser of bursts, without Qt.

A keyboard wedge types like nobody can: even, and faster than 35 ms a key. Keys are held back
until the rhythm tells; a person's keys go back to the screen in order, at most `gap_ms` late
(`stall_ms` once three keys came at a scanner's pace). Times are those of the keys themselves,
never of their handling: a stalled screen makes slow typing look fast.
"""

from __future__ import annotations

from dataclasses import dataclass

from pos.devices.canonical import LONGEST, canonical
from pos.devices.layouts import as_typed_on_us_keys
from pos.devices.ports import Scan

_SURE_AFTER = 3  # keys in scanner's rhythm, after which one late key does not end a burst
_KEYS_PER_LATE_ONE = 10  # one late key is forgiven for each ten: a person rolls three, not nine
_FRAMED_MS = 2_000  # prefix and suffix set: rhythm does not matter, but a lone prefix lets go
_PREFIXED_LENGTH = 3  # a prefix is proof enough for short codes


@dataclass(frozen=True, slots=True)
class WedgeSettings:
    """How this shop's scanner types.

    `prefix`, `suffix`: characters around each code ("" for none; Enter and Tab always end one).
    `gap_ms`: longest gap between keys (Bluetooth may need 80). `stall_ms`: gap forgiven in a
    sure burst, and the silence that ends a code without suffix. `min_length`: characters.
    `caps_lock`: letters arrive inverted.
    """

    prefix: str = ""
    suffix: str = ""
    gap_ms: int = 35
    stall_ms: int = 100
    min_length: int = 6
    caps_lock: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What to do, in this order.

    `give_back`: so many of the oldest held keys go to the screen. `burst`: a code is complete,
    all other held keys are dropped, and `typed` is what of it had already reached a text field.
    `eaten`: the key just fed must not reach the screen; with `held` it may be given back later.
    """

    give_back: int = 0
    burst: str | None = None
    typed: str = ""
    eaten: bool = False
    held: bool = False


class BurstReader:
    """Feed every key in order; do what `Heard` says. Not thread-safe."""

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        self._settings = settings or WedgeSettings()
        self._text: list[str] = []
        self._given = 0  # this many of _text are already on the screen
        self._first_ms = 0
        self._last_ms = 0
        self._late = 0
        self._flooded = False
        self._ended_ms: int | None = None

    @property
    def waiting(self) -> bool:
        """True while a silence would decide something."""
        return len(self._text) > self._given or self._flooded

    @property
    def patience_ms(self) -> int:
        """How long after the last key `silence()` is due."""
        settings = self._settings
        if settings.prefix and settings.suffix and self._prefixed():
            return _FRAMED_MS
        if len(self._text) >= _SURE_AFTER or self._flooded or self._prefixed():
            return max(settings.stall_ms, settings.gap_ms)
        return settings.gap_ms

    def key(self, text: str, at_ms: int) -> Heard:
        """A printable key (or GS) was pressed."""
        before = self._before(at_ms)
        if self._flooded or len(self._text) >= 2 * LONGEST:
            # Nothing types so much but a scanner gone wild: eat all, refuse it at the end.
            self._flooded, self._last_ms = True, at_ms
            return Heard(burst=before.burst, typed=before.typed, eaten=True)
        self._append(text, at_ms)
        if self._suffixed() and self._is_scan(ended=True):
            burst, typed = self._finish(at_ms)
            return Heard(before.give_back, burst, typed, eaten=True)
        return Heard(before.give_back, before.burst, before.typed, eaten=True, held=True)

    def end(self, at_ms: int) -> Heard:
        """Enter or Tab was pressed."""
        before = self._before(at_ms)
        if self._text and self._is_scan(ended=True):
            burst, typed = self._finish(at_ms)
            return Heard(burst=burst, typed=typed, eaten=True)
        if self._ended_ms is not None and 0 <= at_ms - self._ended_ms <= self._settings.gap_ms:
            self._ended_ms = at_ms  # CR and Tab, or two CRs, after one code
            return Heard(eaten=True)
        back = before.give_back + self._let_go()
        return Heard(back, before.burst, before.typed)

    def committed(self, text: str, at_ms: int) -> Heard:
        """An input method put `text` into a text field; it can only be taken out again."""
        before = self._before(at_ms)
        back = before.give_back + len(self._text) - self._given
        self._append(text, at_ms)
        self._given = len(self._text)
        return Heard(back, before.burst, before.typed)

    def other(self) -> Heard:
        """Any other key, or a click: no part of a code."""
        return Heard(self._let_go())

    def silence(self) -> Heard:
        """No key came for `patience_ms`."""
        if self._is_scan(ended=False):
            burst, typed = self._finish(self._last_ms)
            return Heard(burst=burst, typed=typed)
        back = len(self._text) - self._given
        # They stay known: if the screen stalled, the rest of the code may still be queued.
        self._given = len(self._text)
        return Heard(back)

    def _append(self, text: str, at_ms: int) -> None:
        if not self._text:
            self._first_ms, self._late = at_ms, 0
        elif at_ms - self._last_ms > self._settings.gap_ms:
            self._late += 1
        self._text.extend(text)
        self._last_ms = at_ms
        self._ended_ms = None

    def _before(self, at_ms: int) -> Heard:
        """Close what came before a key that does not follow in rhythm."""
        nothing = not self._text and not self._flooded
        if nothing or 0 <= at_ms - self._last_ms <= self.patience_ms:
            return Heard()
        if self._is_scan(ended=False):
            burst, typed = self._finish(self._last_ms)
            return Heard(burst=burst, typed=typed)
        return Heard(self._let_go())

    def _prefixed(self) -> bool:
        prefix = self._settings.prefix
        return bool(prefix) and "".join(self._text[: len(prefix)]) == prefix

    def _suffixed(self) -> bool:
        suffix = self._settings.suffix
        return bool(suffix) and "".join(self._text[-len(suffix) :]) == suffix

    def _body(self) -> str:
        prefix, suffix = self._settings.prefix, self._settings.suffix
        start = len(prefix) if self._prefixed() else 0
        stop = len(self._text) - (len(suffix) if self._suffixed() else 0)
        return "".join(self._text[start:stop])

    def _is_scan(self, *, ended: bool) -> bool:
        if self._flooded:
            return True
        settings = self._settings
        enough = _PREFIXED_LENGTH if self._prefixed() else settings.min_length
        if len(self._body()) < enough:
            return False
        if self._prefixed() and settings.suffix:
            return ended
        if self._late > len(self._text) // _KEYS_PER_LATE_ONE:
            return False
        return self._last_ms - self._first_ms <= settings.gap_ms * (len(self._text) - 1)

    def _finish(self, at_ms: int) -> tuple[str, str]:
        body = "x" * (LONGEST + 1) if self._flooded else self._body()
        typed = "".join(self._text[: self._given])
        self._let_go()
        self._ended_ms = at_ms
        return body, typed

    def _let_go(self) -> int:
        held = len(self._text) - self._given
        self._text, self._given, self._flooded = [], 0, False
        return held


def scan_of(burst: str, at_ms: int, *, caps_lock: bool = False) -> Scan:
    """The scan that a burst of keys means. Raises TroubleError("scan-too-long")."""
    text, symbology = canonical(as_typed_on_us_keys(burst, caps_lock=caps_lock))
    return Scan(text, "wedge", symbology, at_ms)
