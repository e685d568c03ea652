"""One printed code that tells how a keyboard scanner types: what to expect, and what came.

The code holds every sign we use between two known ends, so that what a till made of it shows the
keyboard layout, Caps Lock, prefix, suffix, pace and the separator GS at once. Pure: keys in,
`Learned` out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from pos.devices.layouts import ASCII, BY_POSITION, KEYBOARDS, LOST, Keyboard, as_typed_on_us_keys

GS: Final = "\x1d"
F8: Final = "\ue008"
"""Stands for the key F8, which some scanners press for GS."""

_HEAD, _TAIL = "121233", "332121"
_SLIP_HEAD = "121244"
_CORE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz !#$%&()*,-./:;<>?@\\_|"
# Dead on some keyboard or other: they spoil their neighbours, so they stand together. The last
# space is for a dead key to take.
_FRAGILE = "\"'+=[]^`{}~ "
_BARS_CORE = "0456789AQWZYMaqwzym-./+$% "

SETUP_PAGE: Final = _HEAD + GS + _CORE + _FRAGILE + _TAIL
"""The set-up code as a QR code on a page or a screen: every printable ASCII sign, and GS."""
SETUP_SLIP: Final = _SLIP_HEAD + _CORE + _FRAGILE + _TAIL
"""The same without GS, for printers that take printable signs only."""
SETUP_BARS: Final = _HEAD + GS + _BARS_CORE + _TAIL
"""What a Code 128 has room for: digits, and the signs by which keyboards are told apart."""

_LONGEST_END = 11  # signs before the code: a prefix of eight and an AIM identifier
_FEWEST = 30  # signs; what is shorter is not the set-up code, however it was mangled
_USUAL_GAP_MS, _WIDEST_GAP_MS = 35, 120
# Signs that no card, product or receipt's link can do without are all but these.
_RARE = frozenset("\"'`~^[]{}\\<>$")


@dataclass(frozen=True, slots=True)
class SetupKey:
    """A key of the scan: what arrived, what a US keyboard has there ("": not told), and when.

    `text` is one sign; Enter is a line break, Tab a tab, `F8` and GS as they are.
    """

    text: str
    on_us: str = ""
    at_ms: int = 0


@dataclass(frozen=True, slots=True)
class Learned:
    """How a scanner types. The first six are settings, as `Settings.scanner_…` has them.

    `pace_ms`: usual gap between keys. `reads`: "all", "most" (rare signs are lost), "digits" (cards
    and products only) or "nothing". `lost`: signs that do not arrive, or not for sure. `keyboard`:
    a name of `KEYBOARDS`, or "other". `separator`: "seen", "lost", "doubtful" (another
    sign looks the same) or "untested". `aim`: the identifier before the code, or empty.
    """

    prefix: str = ""
    suffix: str = ""
    gap_ms: int = _USUAL_GAP_MS
    caps: bool = False
    layout: str = ""
    gs: str = ""
    pace_ms: int = 0
    reads: str = "nothing"
    lost: str = ""
    keyboard: str = "other"
    separator: str = "untested"
    aim: str = ""

    def settings(self) -> tuple[tuple[str, object], ...]:
        """(name, value) of each setting that makes it so."""
        names = ("prefix", "suffix", "gap_ms", "caps", "layout", "gs")
        return tuple((f"scanner_{name}", getattr(self, name)) for name in names)


@dataclass(frozen=True, slots=True)
class _Form:
    head: str
    group: bool
    core: str
    fragile: str


_FORMS = (
    _Form(_HEAD, True, _CORE, _FRAGILE),
    _Form(_SLIP_HEAD, False, _CORE, _FRAGILE),
    _Form(_HEAD, True, _BARS_CORE, ""),
)


@dataclass(frozen=True, slots=True)
class _Match:
    """Where the code lies in what came, and what each sign of it came as."""

    form: _Form
    start: int
    stop: int
    images: dict[str, str]
    group: str  # what stands for GS, "" for nothing


def learned(keys: Sequence[SetupKey]) -> Learned | None:
    """What the set-up code, scanned once, tells; None where the keys were no set-up code."""
    if len(keys) < _FEWEST:
        return None
    arrived = [key.text for key in keys]
    match = _found(arrived)
    if match is None:
        arrived = list(as_typed_on_us_keys("".join(arrived)))  # composed by an input method
        match = _found(arrived)
    by_keys = _found([key.on_us or key.text for key in keys])
    if by_keys is not None and _pure(by_keys) and (match is None or not _pure(match)):
        known = _told(by_keys, [key.on_us or key.text for key in keys], BY_POSITION)
        named = _keyboard(match.images, match.form) if match else "other"
        known = replace(known, keyboard=named)
    elif match is not None:
        known = _told(match, arrived, None)
    else:
        return Learned() if _looks_like_it(arrived) else None
    return _paced(known, keys)


def _found(signs: list[str]) -> _Match | None:
    for form in _FORMS:
        for start in range(min(_LONGEST_END, len(signs)) + 1):
            for room in (1, 0) if form.group else (0,):
                match = _at(signs, form, start, room)
                if match is not None:
                    return match
    return None


def _at(signs: list[str], form: _Form, start: int, room: int) -> _Match | None:
    """The code at one place, if each sign of it always came as the same."""
    middle = start + len(form.head) + room
    core_end = middle + len(form.core)
    images: dict[str, str] = {}
    came = signs[start : start + len(form.head)] + signs[middle:core_end]
    if len(came) < len(form.head) + len(form.core):
        return None
    for meant, sign in zip(form.head + form.core, came, strict=True):
        if images.setdefault(meant, sign) != sign:
            return None
    if len({images[digit] for digit in "0123456789"}) < 10:
        return None
    tail = [images[digit] for digit in _TAIL]
    for length in (len(form.fragile), *range(2 * len(form.fragile))):
        stop = core_end + length + len(tail)
        if signs[core_end + length : stop] == tail:
            break
    else:
        return None
    if length == len(form.fragile):
        images |= dict(zip(form.fragile, signs[core_end:], strict=False))
    group = signs[start + len(form.head)] if room else ""
    return _Match(form, start, stop, images, group)


def _pure(match: _Match) -> bool:
    """Every sign came as itself."""
    every = set(match.form.core + match.form.fragile)
    return set(match.images) == every and all(a == b for a, b in match.images.items())


def _told(match: _Match, signs: list[str], layout: str | None) -> Learned:
    images = match.images
    letters = [sign for sign in images if sign.isalpha()]
    caps = all(images[sign] == sign.swapcase() for sign in letters)
    if caps:
        images = {sign: sign if sign.isalpha() else came for sign, came in images.items()}
    table = _completed(images, match.form)
    if layout is None:
        layout = "" if table == ASCII else table
    asked = sorted(set(match.form.core + match.form.fragile))
    lost = "".join(sign for sign in asked if table[ord(sign) - 0x20] == LOST)
    board = Keyboard("" if layout == BY_POSITION else layout)
    meant = [board.sign(sign, 0, False) for sign in signs]
    prefix, aim = _aim("".join(meant[: match.start]))
    separator, gs = _separator(match, images)
    return Learned(
        prefix=prefix.replace(LOST, "")[:8],
        suffix=_suffix("".join(meant[match.stop :])),
        caps=caps,
        layout=layout,
        gs=gs,
        reads=_reads(lost),
        lost=lost,
        keyboard=_keyboard(images, match.form),
        separator=separator,
        aim=aim,
    )


def _completed(images: dict[str, str], form: _Form) -> str:
    """The layout table: what came; for signs that were not asked or were spoilt, what is known."""
    unasked = ASCII if form.core == _BARS_CORE else LOST * len(ASCII)
    rest = KEYBOARDS.get(_keyboard(images, form), unasked)
    table = [images.get(sign, rest[at]) for at, sign in enumerate(ASCII)]
    # Two signs that came as the same one cannot be told apart.
    return "".join(LOST if table.count(one) > 1 or len(one) != 1 else one for one in table)


def _keyboard(images: dict[str, str], form: _Form) -> str:
    """The known keyboard that gives just this, or "other"."""
    spoilt = bool(set(form.fragile) - set(images))
    for name, table in KEYBOARDS.items():
        fits = all(table[ord(sign) - 0x20] in (came, LOST) for sign, came in images.items())
        if fits and (LOST in table or not spoilt):
            return name
    return "other"


def _aim(before: str) -> tuple[str, str]:
    """The prefix and the AIM identifier of what stands before the code."""
    last = before[-3:]
    if len(last) == 3 and last[1] in "QC" and last[2].isdigit() and not last[0].isalnum():
        return before[:-3], f"]{last[1:]}"
    return before, ""


def _suffix(after: str) -> str:
    if after[:1] in ("\n", "\t"):
        return "enter" if after[0] == "\n" else "tab"
    return after.strip("\n\t")[:8]


def _separator(match: _Match, images: dict[str, str]) -> tuple[str, str]:
    """Whether GS came, and the setting that makes it one."""
    if not match.form.group:
        return "untested", ""
    if not match.group:
        return "lost", ""
    if match.group in images.values():
        return "doubtful", ""
    return "seen", {GS: "", F8: "f8"}.get(match.group, match.group)


def _reads(lost: str) -> str:
    if not lost:
        return "all"
    return "most" if set(lost) <= _RARE else "digits"


def _paced(known: Learned, keys: Sequence[SetupKey]) -> Learned:
    """With the pace of the keys; a hiccup of one key in twenty does not count."""
    gaps = sorted(max(0, later.at_ms - earlier.at_ms) for earlier, later in pairwise(keys))
    slow = gaps[len(gaps) * 95 // 100]
    wanted = max(_USUAL_GAP_MS, min(_WIDEST_GAP_MS, slow + slow // 2))
    return replace(known, pace_ms=round(median(gaps)), gap_ms=wanted)


def _looks_like_it(signs: list[str]) -> bool:
    """Mangled beyond repair, but nothing else is so long and so varied."""
    return len(signs) >= _FEWEST and len(set(signs)) >= _FEWEST


def keys_of(text: str) -> tuple[SetupKey, ...]:
    """A scan that was typed into a terminal, a sign a key and without times."""
    signs = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(SetupKey(sign) for sign in signs)
