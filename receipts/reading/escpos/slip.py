"""A receipt as it lies on the paper: lines of text, pictures and codes, from its tokens."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from receipts.reading.escpos.pages import Letters, Pages
from receipts.reading.escpos.picture import MOST_DOTS, Picture, strip_of
from receipts.reading.escpos.tokens import STAR, Kind, Token, Tokenizer

MOST_BYTES = 2 * 1024 * 1024
"""A longer receipt is passed on and not read."""
MOST_LINES = 2_000
MOST_LETTERS = 300  # of one line
_DOTS_A_COLUMN = 12
_TAB = 8
_NEW_LINE = (b"\x1bd", b"\x1bJ", b"\x1be", b"\x1bK", b"\x1d$", b"\x1d\\")
"""Feeds, and places on a page that is set as a whole."""
_CUTS = (b"\x1dV", b"\x1bi", b"\x1bm")

Decode = Callable[[Picture], tuple[str, ...]]
"""The codes in a picture."""
Recognise = Callable[[Picture], tuple[str, ...]]
"""The lines of text in a picture."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One receipt. `pictures` stand with the number of lines above them; `codes` are the contents
    of QR and bar codes. `unread` says why the text is not all there, or is empty: "star",
    "unknown", "too-long". `cut`: the paper was cut after it.
    """

    lines: tuple[str, ...] = ()
    pictures: tuple[tuple[int, Picture], ...] = ()
    codes: tuple[str, ...] = ()
    unread: str = ""
    cut: bool = False

    @property
    def empty(self) -> bool:
        """Nothing of it would be seen on paper."""
        return not (any(self.lines) or self.pictures or self.codes or self.unread)


def looked_into(slip: Slip, decode: Decode | None, recognise: Recognise | None) -> Slip:
    """The slip with what stands in its pictures: codes first, letters where no text was sent."""
    codes, lines = list(slip.codes), list(slip.lines)
    wanted = recognise is not None and not any(line.strip() for line in slip.lines)
    for above, picture in reversed(slip.pictures):
        if decode is not None:
            codes += decode(picture)
        if wanted and recognise is not None:
            lines[above:above] = recognise(picture)
    return Slip(tuple(lines), slip.pictures, tuple(codes), slip.unread, slip.cut)


def is_cut(token: Token) -> bool:
    """Whether the paper is cut: here a receipt ends."""
    return token.kind is Kind.COMMAND and token.data.startswith(_CUTS)


def read_stream(data: bytes, pages: Pages | None = None) -> list[Slip]:
    """All receipts of a whole stream; the last need not be cut."""
    reader = SlipReader(pages or Pages())
    taken = (reader.take(token) for token in Tokenizer().feed(data))
    slips = [done for done in taken if done is not None]
    last = reader.end()
    return slips if last.empty else [*slips, last]


@dataclass(slots=True)
class SlipReader:
    """Takes token by token, gives a slip at each cut; `end` gives what there is without one."""

    pages: Pages
    _letters: Letters = field(init=False)
    _raw: bytearray = field(default_factory=bytearray)
    _line: str = ""
    _lines: list[str] = field(default_factory=list)
    _pictures: list[tuple[int, Picture]] = field(default_factory=list)
    _codes: list[str] = field(default_factory=list)
    _stored: str = ""
    _unread: str = ""
    _bytes: int = 0
    _dots: int = 0
    _joins: bool = False

    def __post_init__(self) -> None:
        self._letters = Letters(self.pages)

    def take(self, token: Token) -> Slip | None:
        """The slip that this token completes, or None."""
        self._bytes += len(token.data)
        if self._bytes > MOST_BYTES:
            self._unread = self._unread or "too-long"
        if token.kind is Kind.UNREADABLE:
            self._unread = self._unread or ("star" if token.data.startswith(STAR) else "unknown")
        elif is_cut(token):
            return self.end(cut=True)
        elif self._unread == "too-long":
            return None
        elif token.kind is Kind.TEXT:
            # Letters of two bytes may be torn apart between two pieces: decoded when the run ends.
            self._raw += token.data
            self._joins = False
        elif token.kind is Kind.CONTROL:
            self._control(token.data)
        elif token.kind is Kind.COMMAND:
            self._command(token)
        return None

    def end(self, cut: bool = False) -> Slip:
        """What came since the last end."""
        self._break(force=False)
        slip = Slip(
            tuple(self._lines),
            tuple(self._pictures),
            tuple(self._codes),
            self._unread,
            cut,
        )
        self._lines, self._pictures, self._codes = [], [], []
        self._unread, self._bytes, self._dots, self._joins = "", 0, 0, False
        return slip

    def _control(self, data: bytes) -> None:
        if data in (b"\n", b"\x0c"):
            self._break()
        elif data == b"\t":
            self._flush()
            self._line += " " * max(2, _TAB - _columns(self._line) % _TAB)

    def _command(self, token: Token) -> None:
        data, name = token.data, token.name
        if (strip := strip_of(data)) is not None:
            self._picture(strip)
        elif name in _NEW_LINE:
            self._break(force=False)
        elif name in (b"\x1b$", b"\x1b\\"):
            self._move(data)
        elif name == b"\x1d(k":
            self._two_dimensional(data)
        elif name == b"\x1dk":
            self._codes.append(_barcode(data))
        else:
            self._flush()
            _choose(self._letters, data, name)
            if name == b"\x1b@":
                self._break(force=False)

    def _move(self, data: bytes) -> None:
        """A POS that sets columns by position: blanks, so that the columns stay apart."""
        self._flush()
        dots = data[2] | data[3] << 8
        if data[1:2] == b"$":
            gap = dots // _DOTS_A_COLUMN - _columns(self._line)
        else:
            gap = dots // _DOTS_A_COLUMN if dots < 0x8000 else 0
        if self._line and dots:
            self._line += " " * min(max(gap, 1), MOST_LETTERS)

    def _two_dimensional(self, data: bytes) -> None:
        """GS ( k cn fn …: 80 stores the contents, 81 prints them."""
        if len(data) >= 8 and data[6] in (80, 0x50):
            self._stored = _plain(data[8:])
        elif len(data) >= 7 and data[6] in (81, 0x51) and self._stored:
            self._codes.append(self._stored)

    def _picture(self, strip: Picture) -> None:
        self._break(force=False, keep=True)
        self._dots += strip.width * strip.height
        if self._dots > MOST_DOTS:
            self._unread = "too-long"
            return
        above = len(self._lines)
        if self._joins and self._pictures and self._pictures[-1][0] == above:
            strip = self._pictures.pop()[1].under(strip)
        self._pictures.append((above, strip))
        self._joins = True

    def _flush(self) -> None:
        if self._raw:
            self._line = (self._line + self._letters.decode(bytes(self._raw)))[:MOST_LETTERS]
            self._raw.clear()

    def _break(self, force: bool = True, keep: bool = False) -> None:
        """End the line; without `force` only where something stands in it."""
        self._flush()
        # The line feed after a strip of a picture is no empty line.
        if (self._line or (force and not self._joins)) and len(self._lines) < MOST_LINES:
            self._lines.append(self._line.rstrip())
        self._line = ""
        self._joins = self._joins or keep


def _choose(letters: Letters, data: bytes, name: bytes) -> None:
    """Commands that change what bytes mean."""
    if name == b"\x1b@":
        letters.reset()
    elif name == b"\x1bt":
        letters.page = data[2]
    elif name == b"\x1bR":
        letters.country = data[2]
    elif name in (b"\x1c&", b"\x1c."):
        letters.kanji = name == b"\x1c&"
    elif name == b"\x1cC":
        letters.shift_jis = data[2] in (1, 0x31)
    elif name == b"\x1c(C" and data[5:6] == b"0":
        letters.unicode = data[6:7] in (b"\x02", b"2")


def _barcode(data: bytes) -> str:
    body = data[3:-1] if data[2] <= 6 else data[4:]
    return _plain(body[2:] if body[:1] == b"{" else body)


def _plain(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
