"""How long each ESC/POS command is. One that is not known here has no length: nothing is guessed.

After Epson's public "ESC/POS Command Reference"; three more that common producers send are marked.
A search for the bytes of a cut would find them in pictures: only exact lengths tell them apart.
"""

from __future__ import annotations

from collections.abc import Callable

ESC, FS, GS, DLE = 0x1B, 0x1C, 0x1D, 0x10
LONGEST_COMMAND = 2 * 1024 * 1024
"""Bytes of one command; a picture beyond it is passed on unread."""

MORE = 0
"""The length shows only in bytes that have not come yet."""
UNKNOWN = -1
"""No command we know."""

_MOST_BARCODE = 256  # bytes before the NUL that ends an old barcode
_MOST_TABS = 32

Buffer = bytes | bytearray
Measure = Callable[[Buffer], int]


def length(buffer: Buffer) -> int:
    """Bytes of the command that `buffer` begins with (ESC, FS, GS or DLE), MORE or UNKNOWN."""
    if len(buffer) < 2:
        return MORE
    key = buffer[0], buffer[1]
    if key in _PLAIN:
        return _PLAIN[key]
    measure = _MEASURED.get(key)
    found = UNKNOWN if measure is None else measure(buffer)
    return UNKNOWN if found > LONGEST_COMMAND else found


def _table(lead: int, parameters: dict[str, int]) -> dict[tuple[int, int], int]:
    return {(lead, ord(name)): 2 + count for name, count in parameters.items()}


_PLAIN = {
    **_table(
        ESC,
        {" ": 1, "!": 1, "$": 2, "%": 1, "-": 1, "2": 0, "3": 1, "<": 0, "=": 1, "?": 1, "@": 0}
        | {"E": 1, "G": 1, "J": 1, "K": 1, "L": 0, "M": 1, "R": 1, "S": 0, "T": 1, "U": 1}
        | {"V": 1, "W": 8, "\\": 2, "a": 1, "d": 1, "e": 1, "f": 2, "i": 0, "m": 0, "p": 3}
        | {"r": 1, "t": 1, "u": 1, "v": 0, "{": 1, "\x0c": 0}
        | {"4": 1, "B": 2},  # italics (receipt-printer-encoder) and a beeper (python-escpos)
    ),
    **_table(
        FS,
        {"!": 1, "&": 0, "-": 1, ".": 0, "?": 2, "C": 1, "S": 2, "W": 1, "p": 2},
    ),
    **_table(
        GS,
        {"!": 1, "$": 2, "/": 1, ":": 0, "<": 0, "A": 2, "B": 1, "E": 1, "H": 1, "I": 1, "L": 2}
        | {"P": 2, "T": 1, "W": 2, "\\": 2, "^": 3, "a": 1, "b": 1, "c": 0, "f": 1, "h": 1}
        | {"j": 1, "r": 1, "w": 1}
        | {"x": 1},  # Seiko's and Citizen's dither setting
    ),
    (DLE, 0x05): 3,
}


def _sized(header: int, count: Measure) -> Measure:
    """A command whose payload is counted by its first `header` bytes."""

    def measure(buffer: Buffer) -> int:
        if len(buffer) < header:
            return MORE
        payload = count(buffer)
        return UNKNOWN if payload < 0 else header + payload

    return measure


def _word(buffer: Buffer, at: int) -> int:
    return buffer[at] | buffer[at + 1] << 8


def _long_function(buffer: Buffer) -> int:
    return _word(buffer, 3) | _word(buffer, 5) << 16


def _raster(buffer: Buffer) -> int:
    if buffer[2] not in (0, 0x30):  # GS v 0 and GS Q 0
        return UNKNOWN
    return _word(buffer, 4) * _word(buffer, 6)


def _columns(buffer: Buffer) -> int:
    """ESC *: columns of 8 or of 24 dots; other modes are Star's or unknown."""
    if len(buffer) < 3:
        return MORE
    depth = {0: 1, 1: 1, 32: 3, 33: 3}.get(buffer[2])
    if depth is None:
        return UNKNOWN
    return MORE if len(buffer) < 5 else 5 + depth * _word(buffer, 3)


def _barcode(buffer: Buffer) -> int:
    if len(buffer) < 3:
        return MORE
    if buffer[2] <= 6:
        end = buffer.find(0, 3, 3 + _MOST_BARCODE)
        if end >= 0:
            return end + 1
        return MORE if len(buffer) < 3 + _MOST_BARCODE else UNKNOWN
    if not 65 <= buffer[2] <= 79:
        return UNKNOWN
    return MORE if len(buffer) < 4 else 4 + buffer[3]


def _cut(buffer: Buffer) -> int:
    if len(buffer) < 3:
        return MORE
    if buffer[2] in (0, 1, 48, 49):
        return 3
    return 4 if buffer[2] in (65, 66, 97, 98, 103, 104) else UNKNOWN


def _tabs(buffer: Buffer) -> int:
    end = buffer.find(0, 2, 3 + _MOST_TABS)
    if end >= 0:
        return end + 1
    return MORE if len(buffer) < 3 + _MOST_TABS else UNKNOWN


def _letters(buffer: Buffer) -> int:
    """ESC & y c1 c2 [x d1…d(x*y)] for each letter: the user's own."""
    if len(buffer) < 5:
        return MORE
    height, first, last = buffer[2], buffer[3], buffer[4]
    if height not in (2, 3) or not 32 <= first <= last <= 126:
        return UNKNOWN
    at = 5
    for _ in range(first, last + 1):
        if len(buffer) <= at:
            return MORE
        at += 1 + height * buffer[at]
    return at


def _stored_pictures(buffer: Buffer) -> int:
    """FS q n [xL xH yL yH d…]: pictures for the printer's memory."""
    if len(buffer) < 3:
        return MORE
    at = 3
    for _ in range(buffer[2]):
        if len(buffer) < at + 4:
            return MORE
        at += 4 + 8 * _word(buffer, at) * _word(buffer, at + 2)
        if at > LONGEST_COMMAND:
            return UNKNOWN
    return at if buffer[2] else UNKNOWN


def _user_memory(buffer: Buffer) -> int:
    if buffer[2] == 0x31:
        return _word(buffer, 8)
    return 0 if buffer[2] == 0x32 else UNKNOWN


def _by_third(lengths: dict[int, int]) -> Measure:
    """A command whose third byte says how long it is."""

    def measure(buffer: Buffer) -> int:
        return MORE if len(buffer) < 3 else lengths.get(buffer[2], UNKNOWN)

    return measure


_FUNCTION = _sized(5, lambda buffer: _word(buffer, 3))
_MEASURED: dict[tuple[int, int], Measure] = {
    (ESC, ord("(")): _FUNCTION,
    (FS, ord("(")): _FUNCTION,
    (GS, ord("(")): _FUNCTION,
    (GS, ord("8")): _sized(7, _long_function),
    (GS, ord("v")): _sized(8, _raster),
    (GS, ord("Q")): _sized(8, _raster),
    (GS, ord("*")): _sized(4, lambda buffer: 8 * buffer[2] * buffer[3]),
    (GS, ord("k")): _barcode,
    (GS, ord("V")): _cut,
    (GS, ord("C")): _by_third({0: 5, 0x30: 5, 1: 9, 0x31: 9, 2: 5, 0x32: 5}),
    (GS, ord("g")): _by_third({0: 6, 0x30: 6, 2: 6, 0x32: 6}),
    (GS, ord("z")): _by_third({0: 5, 0x30: 5}),
    (ESC, ord("*")): _columns,
    (ESC, ord("D")): _tabs,
    (ESC, ord("&")): _letters,
    (ESC, ord("c")): _by_third(dict.fromkeys((*b"01345",), 4)),
    (FS, ord("q")): _stored_pictures,
    (FS, ord("g")): _sized(10, _user_memory),
    (DLE, 0x04): _by_third({1: 3, 2: 3, 3: 3, 4: 3, 5: 3, 6: 3, 7: 4, 8: 4, 18: 4}),
    (DLE, 0x14): _by_third({1: 5, 2: 5, 3: 8, 7: 4, 8: 10}),
}
