"""The tokeniser: a byte stream in pieces of any size, out come whole commands and runs of text.

It stays inside its limits and never waits for what a broken stream owes it: after the first command
of unknown length the rest of the receipt is only passed on, until `resume`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from receipts.reading.escpos.lengths import DLE, ESC, FS, GS, MORE, UNKNOWN, length

_TEXT = re.compile(rb"[^\x00-\x1f]+")
_SINGLE = frozenset(b"\x00\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x15\x18\x11\x13\x17")
"""Control bytes that stand alone: printed ones, and those that printers take no notice of."""
_HEAD = 512  # bytes that tell the length of nearly every command
STAR = (b"\x1b\x1d", b"\x1b\x1e", b"\x1b\x06", b"\x1b\x07", b"\x1b*r")
"""How commands of Star's own languages begin, where Epson's has none."""


class Kind(Enum):
    """What a token is. REALTIME ones are carried out the moment they arrive."""

    TEXT = "text"
    CONTROL = "control"
    COMMAND = "command"
    REALTIME = "realtime"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Token:
    """A whole piece of the stream; the tokens' bytes, put together, are the stream."""

    kind: Kind
    data: bytes

    @property
    def name(self) -> bytes:
        """The command's letters: two bytes, three where a bracket stands between (`GS ( k`)."""
        bracket = self.data[1:2] in (b"(", b"8")
        return self.data[: 3 if bracket else 2]


class Tokenizer:
    """Feed it bytes as they come. `lost` says why it reads no further, or is empty."""

    def __init__(self) -> None:
        self.lost = ""
        self._rest = bytearray()

    @property
    def waiting(self) -> bytes:
        """The beginning of a command that is not whole yet."""
        return bytes(self._rest)

    def feed(self, data: bytes) -> list[Token]:
        """The tokens that `data` completes, in their order."""
        self._rest += data
        found: list[Token] = []
        at, end = 0, len(self._rest)
        while at < end and not self.lost:
            token = self._next(at)
            if token is None:
                break
            found.append(token)
            at += len(token.data)
        if self.lost and at < end:
            found.append(Token(Kind.UNREADABLE, bytes(self._rest[at:])))
            at = end
        del self._rest[:at]
        return found

    def resume(self) -> bytes:
        """A new receipt begins: forget what went wrong. Gives back an unfinished command."""
        rest = self.waiting
        self._rest.clear()
        self.lost = ""
        return rest

    def _next(self, at: int) -> Token | None:
        first = self._rest[at]
        if first >= 0x20:
            run = _TEXT.match(self._rest, at)
            return Token(Kind.TEXT, run[0]) if run else None
        if first not in (ESC, FS, GS, DLE):
            if first in _SINGLE:
                return Token(Kind.CONTROL, bytes((first,)))
            self.lost = "unknown"
            return None
        head = self._rest[at : at + _HEAD]
        size = length(head)
        if size == MORE and len(head) == _HEAD:
            size = length(self._rest[at:])
        if size == UNKNOWN:
            self.lost = "star" if head.startswith(STAR) else "unknown"
        if size in (UNKNOWN, MORE) or len(self._rest) - at < size:
            return None
        kind = Kind.REALTIME if first == DLE else Kind.COMMAND
        return Token(kind, bytes(self._rest[at : at + size]))
