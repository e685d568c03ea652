"""Where something may be put on a receipt: before the empty lines that precede the cut.

Everything goes through at once, but the blank feeds that a cut may follow. What a POS has set
(letters, alignment, code page) is remembered, so that it can be set again after our lines.
"""

from __future__ import annotations

from dataclasses import dataclass

from receipts.reading.escpos.slip import MOST_BYTES, is_cut
from receipts.reading.escpos.tokens import Kind, Token, Tokenizer

_MOST_HELD = 256  # bytes of blank feeds; whoever sends more wants them out
_FEEDS = (b"\x1bd", b"\x1bJ")
_PLAIN = (
    (b"\x1ba", b"\x1ba\x00"),  # left
    (b"\x1d!", b"\x1d!\x00"),  # size
    (b"\x1b!", b"\x1b!\x00"),
    (b"\x1bE", b"\x1bE\x00"),  # bold
    (b"\x1bG", b"\x1bG\x00"),
    (b"\x1dB", b"\x1dB\x00"),  # white on black
    (b"\x1b-", b"\x1b-\x00"),  # underlined
    (b"\x1c-", b"\x1c-\x00"),
    (b"\x1b{", b"\x1b{\x00"),  # upside down
    (b"\x1bV", b"\x1bV\x00"),  # turned
    (b"\x1bM", b"\x1bM\x00"),  # font
    (b"\x1b ", b"\x1b \x00"),  # between letters
    (b"\x1cS", b"\x1cS\x00\x00"),
    (b"\x1c!", b"\x1c!\x00"),
    (b"\x1dL", b"\x1dL\x00\x00"),  # left margin
    (b"\x1bR", b"\x1bR\x00"),  # national letters
    (b"\x1bt", b"\x1bt\x00"),
    (b"\x1c&", b"\x1c."),
    (b"\x1c.", b"\x1c."),
    (b"\x1cC", b"\x1cC\x00"),
    (b"\x1c(C", b""),
    (b"\x1dW", b""),  # nothing undoes a print area; ours is drawn inside it
    (b"\x1b2", b"\x1b2"),  # between lines
    (b"\x1b3", b"\x1b2"),
)
_SETTINGS = dict(_PLAIN)
_SAME = {b"\x1b3": b"\x1b2", b"\x1c.": b"\x1c&"}
"""Two commands that set one thing: the later counts."""
_OURS = b"\x1d!\x00\x1bE\x00\x1dB\x00"  # what our own lines may have left set
_TO_THE_KNIFE = b"\x1bd\x04"
_SHORT = 3  # bytes of a cut that is not whole


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes to pass on. `before`: they cut the paper, and `around` puts something in front."""

    data: bytes
    before: bool = False
    head: bytes = b""
    tail: bytes = b""

    def around(self, block: bytes) -> bytes:
        """`block` between a plain state and the one the POS had set."""
        page = b"\x1bt\x00" if b"\x1bt" in block else b""
        return self.head + block + _OURS + page + self.tail


class Gate:
    """Feed it what the POS sends; it gives it all back, in pieces, in order."""

    def __init__(self) -> None:
        self._tokens = Tokenizer()
        self._held = b""
        self._ahead = 0  # bytes of an unfinished command that have gone on already
        self._set: dict[bytes, bytes] = {}
        self._open = self._page = self._shown = False
        self._seen = 0

    @property
    def holds(self) -> bool:
        """Whether something waits that must not wait long."""
        return bool(self._held) or len(self._tokens.waiting) > self._ahead

    def feed(self, data: bytes) -> list[Piece]:
        """The pieces that may go on now; most of the time all of `data`, as one."""
        self._seen += len(data)
        pieces: list[Piece] = []
        for token in self._tokens.feed(data):
            fresh, whole = token.data[self._ahead :], self._ahead == 0
            self._ahead = 0
            self._take(token, fresh, whole, pieces)
        if len(self._tokens.waiting) > _SHORT:
            _add(pieces, self.let_go())
        return pieces

    def let_go(self) -> bytes:
        """What is held, because nothing came for a while, or because it can be no cut."""
        rest = self._tokens.waiting
        out = self._held + rest[self._ahead :]
        self._held, self._ahead = b"", len(rest)
        return out

    def idle(self) -> bytes:
        """The receipt is over without a cut: what is left of it, and a new beginning."""
        out = self.let_go()
        self._tokens.resume()
        self._ahead = 0
        self._over()
        return out

    def ending(self) -> Piece | None:
        """Where something may be put in at the end of a receipt that nothing cut; then `idle`."""
        if not self._may_write():
            return None
        return Piece(b"", True, self._head(), self._tail())

    def _take(self, token: Token, fresh: bytes, whole: bool, pieces: list[Piece]) -> None:
        if is_cut(token):
            if whole and self._may_write():
                bare = not self._held and token.data[2:3] in (b"", b"\0", b"\1", b"0", b"1")
                tail = (_TO_THE_KNIFE if bare else b"") + self._tail()
                pieces.append(Piece(self._held + fresh, True, self._head(), tail))
            else:
                _add(pieces, self._held + fresh)
            self._held = b""
            self._over()
        elif self._holds_back(token):
            self._held += fresh
            self._remember(token)
        else:
            _add(pieces, self._held + fresh)
            self._held = b""
            self._remember(token)
            self._follow(token)

    def _holds_back(self, token: Token) -> bool:
        if not self._shown or self._open or len(self._held) > _MOST_HELD:
            return False
        if token.data == b"\n" or token.name in _FEEDS:
            return True
        return bool(self._held) and (token.data == b"\r" or token.name in _SETTINGS)

    def _remember(self, token: Token) -> None:
        if token.kind is Kind.COMMAND and token.name in _SETTINGS:
            name = _SAME.get(token.name, token.name)
            self._set.pop(name, None)
            self._set[name] = token.data

    def _follow(self, token: Token) -> None:
        if token.kind is Kind.TEXT:
            self._open = self._shown = True
        elif token.data in (b"\n", b"\x0c") or token.name in _FEEDS:
            self._open = False
            self._page = self._page and token.data != b"\x0c"
        elif token.data == b"\x1b@":
            self._set.clear()
            self._open = self._page = False
        elif token.data in (b"\x1bL", b"\x1bS"):
            self._page = token.data == b"\x1bL"
        elif token.data[:2] in (b"\x1dv", b"\x1b*") or token.name in (b"\x1d8L", b"\x1d(L"):
            self._shown = True

    def _may_write(self) -> bool:
        lost = bool(self._tokens.lost) or self._seen > MOST_BYTES
        return self._shown and not self._page and not lost

    def _head(self) -> bytes:
        plain = b"".join(_SETTINGS[name] for name in self._set)
        return (b"\n" if self._open else b"") + plain

    def _tail(self) -> bytes:
        return b"".join(self._set.values())

    def _over(self) -> None:
        self._open = self._shown = False
        self._seen = 0


def _add(pieces: list[Piece], data: bytes) -> None:
    if not data:
        return
    if pieces and not pieces[-1].before:
        data = pieces.pop().data + data
    pieces.append(Piece(data))
