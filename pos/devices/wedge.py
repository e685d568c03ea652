"""Which keys are a scanner and which a person: a recogniser of bursts, without Qt.

A keyboard wedge types like nobody can: even, and faster than 35 ms a key. Keys are held back
until the rhythm tells; a person's keys go back to the screen in order, at most `gap_ms` late
(`stall_ms` once three keys came at a scanner's pace). Times are those of the keys themselves,
never of their handling: a stalled screen makes slow typing look fast.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pos.devices.canonical import LONGEST, canonical
from pos.devices.layouts import as_typed_on_us_keys
from pos.devices.ports import Scan
from pos.settings import Settings

_SURE_AFTER = 3  # keys in scanner's rhythm, after which one late key does not end a burst
_KEYS_PER_LATE_ONE = 10  # one late key is forgiven for each ten: a person rolls three, not nine
_FRAMED_MS = 2_000  # prefix and suffix set: rhythm does not matter, but a lone prefix lets go
_PREFIXED_LENGTH = 3  # a prefix is proof enough for short codes
# What a card, a product or a parcel has on it, and no receipt with lines: its end is its end.
_ORDINARY = re.compile(r"(\][A-Za-z][0-9])?[A-Za-z0-9 .$/+%-]{1,40}")
_ENDS = {"enter": "\n", "tab": "\t"}
_LINE_ENDS = ("\n", "\t")


@dataclass(frozen=True, slots=True)
class WedgeSettings:
    r"""How this shop's scanner types.

    `prefix`, `suffix`: characters around each code ("" for none; "\n" is Enter, "\t" Tab). Without
    a suffix both keys end a code; with one, the other key is part of it. `gap_ms`: longest gap
    between keys (Bluetooth may need 80). `stall_ms`: gap forgiven in a sure burst, and the silence
    that ends a code without suffix. `min_length`: characters. `caps_lock`: letters arrive inverted.
    `layout`: see `pos.devices.scanner_setup`. `group`: what stands for GS ("f8": that key).
    """

    prefix: str = ""
    suffix: str = ""
    gap_ms: int = 35
    stall_ms: int = 100
    min_length: int = 6
    caps_lock: bool = False
    layout: str = ""
    group: str = ""


def wedge_settings(settings: Settings) -> WedgeSettings:
    """What a terminal's settings say of its keyboard scanner."""
    return WedgeSettings(
        prefix=settings.scanner_prefix,
        suffix=_ENDS.get(settings.scanner_suffix, settings.scanner_suffix),
        gap_ms=settings.scanner_gap_ms,
        stall_ms=max(100, 2 * settings.scanner_gap_ms),
        caps_lock=settings.scanner_caps,
        layout=settings.scanner_layout,
        group=settings.scanner_gs,
    )


@dataclass(frozen=True, slots=True)
class Heard:
    """What to do, in this order.

    `give_back`: so many of the oldest held keys go to the screen. `burst`: a code is complete,
    all other held keys but the newest `kept` are dropped, and `typed` is what of it had already
    reached a text field; the kept ones go to the screen. `eaten`: the key just fed must not reach
    the screen; with `held` it may be given back later.
    """

    give_back: int = 0
    burst: str | None = None
    typed: str = ""
    eaten: bool = False
    held: bool = False
    kept: int = 0


class BurstReader:
    """Feed every key in order; do what `Heard` says. Not thread-safe."""

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        self._settings = settings or WedgeSettings()
        self._text: list[str] = []  # what the keys mean
        self._shown: list[str] = []  # what they look like in a text field
        self._given = 0  # this many of them are already on the screen
        self._whole = 0  # this many are a complete code, which more lines may follow
        self._first_ms = 0
        self._last_ms = 0
        self._late = 0
        self._beats = 0  # keys without a character: Shift, the digits of an Alt code
        self._flooded = False
        self._ended_ms: int | None = None

    @property
    def waiting(self) -> bool:
        """True while a silence would decide something."""
        return len(self._text) > self._given or self._flooded

    @property
    def last_ms(self) -> int:
        """When the last key came, while `waiting`."""
        return self._last_ms

    @property
    def patience_ms(self) -> int:
        """How long after the last key `silence()` is due."""
        settings = self._settings
        if self._whole and len(self._text) - self._whole < _SURE_AFTER:
            return settings.gap_ms  # the next line comes at once, or there is none
        if settings.prefix and settings.suffix and self._prefixed():
            return _FRAMED_MS
        last = self._text[-1] if self._text else ""
        if last in _LINE_ENDS and settings.suffix in ("", last):
            return settings.gap_ms
        if len(self._text) >= _SURE_AFTER or self._flooded or self._prefixed():
            return max(settings.stall_ms, settings.gap_ms)
        return settings.gap_ms

    def key(self, text: str, at_ms: int, shown: str | None = None) -> Heard:
        """A printable key (or GS) was pressed; `shown` is what a text field would make of it."""
        before = self._before(at_ms)
        if self._flooded or len(self._text) >= 2 * LONGEST:
            # Nothing types so much but a scanner gone wild: eat all, refuse it at the end.
            self._flooded, self._last_ms = True, at_ms
            return Heard(burst=before.burst, typed=before.typed, eaten=True)
        self._append(text, at_ms, shown)
        if self._suffixed() and self._is_scan(ended=True):
            return self._complete(before, at_ms)
        return _holding(before)

    def end(self, at_ms: int, sign: str = "\n") -> Heard:
        r"""Enter ("\n") or Tab ("\t") was pressed."""
        before = self._before(at_ms)
        inside = bool(self._text) and at_ms - self._last_ms <= self._settings.gap_ms
        if self._settings.suffix not in ("", sign) and (
            (inside and len(self._text) >= _SURE_AFTER) or self._prefixed()
        ):
            self._append(sign, at_ms)
            return _holding(before)
        if self._text and self._is_scan(ended=True):
            return self._complete(before, at_ms, sign)
        if self._ended_ms is not None and 0 <= at_ms - self._ended_ms <= self._settings.gap_ms:
            self._ended_ms = at_ms  # CR and Tab, or two CRs, after one code
            return Heard(eaten=True)
        if inside and len(self._text) >= _SURE_AFTER and not self._late:
            self._append(sign, at_ms)  # the first line of a receipt may be a short one
            return _holding(before)
        kept = before.give_back + self._let_go()
        return Heard(kept, before.burst, before.typed, kept=before.kept)

    def beat(self, at_ms: int) -> None:
        """A key without a character went by, such as Shift: it keeps the rhythm, no more."""
        if self._text and 0 <= at_ms - self._last_ms <= self._settings.gap_ms:
            self._last_ms = at_ms
            self._beats += 1

    def committed(self, text: str, at_ms: int) -> Heard:
        """An input method put `text` into a text field; it can only be taken out again."""
        before = self._before(at_ms)
        back = before.give_back + len(self._text) - self._given
        self._append(text, at_ms)
        self._given = len(self._text)
        return Heard(back, before.burst, before.typed, kept=before.kept)

    def other(self) -> Heard:
        """Any other key, or a click: no part of a code, and the end of one that was complete."""
        if self._whole:
            return self._finish_whole()
        return Heard(self._let_go())

    def silence(self) -> Heard:
        """No key came for `patience_ms`."""
        done = self._closed()
        if done is not None:
            return done
        back = len(self._text) - self._given
        # They stay known: if the screen stalled, the rest of the code may still be queued.
        self._given = len(self._text)
        return Heard(back)

    def _append(self, text: str, at_ms: int, shown: str | None = None) -> None:
        if not self._text:
            self._first_ms, self._late, self._beats = at_ms, 0, 0
        elif at_ms - self._last_ms > self._settings.gap_ms:
            self._late += 1
        self._text.extend(text)
        self._shown.extend(text if shown is None else [shown])
        self._last_ms = at_ms
        self._ended_ms = None

    def _complete(self, before: Heard, at_ms: int, sign: str = "") -> Heard:
        """A card's code is told at once; what may have more lines waits for them."""
        settings = self._settings
        framed = settings.prefix and settings.suffix not in ("", "\n") and self._prefixed()
        ordinary = not self._whole and is_ordinary(self._body())
        if self._flooded or framed or ordinary:
            burst, typed = self._finish(at_ms)
            return Heard(before.give_back, burst, typed, eaten=True)
        if sign:
            self._append(sign, at_ms)
        self._whole = len(self._text)
        return _holding(before)

    def _before(self, at_ms: int) -> Heard:
        """Close what came before a key that does not follow in rhythm."""
        nothing = not self._text and not self._flooded
        if nothing or 0 <= at_ms - self._last_ms <= self.patience_ms:
            return Heard()
        return self._closed() or Heard(self._let_go())

    def _closed(self) -> Heard | None:
        """The code that all there is makes, or its complete part; None when it is none."""
        more = len(self._text) - self._whole
        if self._is_scan(ended=False) and (not self._whole or not 0 < more < _SURE_AFTER):
            burst, typed = self._finish(self._last_ms)
            return Heard(burst=burst, typed=typed)
        return self._finish_whole() if self._whole else None

    def _finish_whole(self) -> Heard:
        """The complete part is the code; what followed was a person, and goes to the screen."""
        kept = len(self._text) - max(self._whole, self._given)
        del self._text[self._whole :], self._shown[self._whole :]
        self._given = min(self._given, self._whole)
        burst, typed = self._finish(self._last_ms)
        return Heard(burst=burst, typed=typed, kept=kept)

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
        return "".join(self._text[start:stop]).strip("\n\t")

    def _is_scan(self, *, ended: bool) -> bool:
        if self._flooded:
            return True
        settings = self._settings
        enough = _PREFIXED_LENGTH if self._prefixed() else settings.min_length
        if len(self._body()) < enough:
            return False
        if self._prefixed() and settings.suffix:
            return ended
        keys = len(self._text) + self._beats
        if self._late > keys // _KEYS_PER_LATE_ONE:
            return False
        return self._last_ms - self._first_ms <= settings.gap_ms * (keys - 1)

    def _finish(self, at_ms: int) -> tuple[str, str]:
        body = "x" * (LONGEST + 1) if self._flooded else self._body()
        typed = "".join(self._shown[: self._given])
        self._let_go()
        self._ended_ms = at_ms
        return body, typed

    def _let_go(self) -> int:
        held = len(self._text) - self._given
        self._text, self._shown, self._given, self._whole = [], [], 0, 0
        self._flooded = False
        return held


def _holding(before: Heard) -> Heard:
    return replace(before, eaten=True, held=True)


def is_ordinary(text: str) -> bool:
    """Whether a code is of the kind that never has a second line: a card, a product, a parcel."""
    return _ORDINARY.fullmatch(text) is not None


def is_link(line: str) -> bool:
    """Whether a line begins a code of its own, whatever came before it."""
    return re.match(r"https?://", line, re.IGNORECASE) is not None


def codes_in(burst: str) -> tuple[str, ...]:
    """A burst is one code, lines and all; but a memory emptied at once may hold several links."""
    lines = [line for line in re.split(r"[\n\t]+", burst) if line]
    return tuple(lines) if lines and all(map(is_link, lines)) else (burst,)


def scan_of(burst: str, at_ms: int, *, caps_lock: bool = False) -> Scan:
    """The scan that a burst of keys means. Raises TroubleError("scan-too-long")."""
    text, symbology = canonical(as_typed_on_us_keys(burst, caps_lock=caps_lock))
    return Scan(text, "wedge", symbology, at_ms)
