"""A document as ESC/POS bytes: printer letters where they are proven, drawn strips for the rest.

Every document starts from a reset printer and a fresh state here, since the state of an encoder
that outlives its document is the classic source of wrong letters. Texts reach the bytes through one
gate (``_encode``) that lets no byte below 32 through.
"""

from __future__ import annotations

import struct

from receipts.writing.document import (
    Barcode,
    Block,
    Document,
    Feed,
    Qr,
    Rule,
    Size,
)
from receipts.writing.errors import PaperError
from receipts.writing.layout import Item, Line, lay_out
from receipts.writing.profiles import ROLL_DOTS, PrinterProfile
from receipts.writing.raster import Painter, bar_module
from receipts.writing.text import columns, placed

STRIP_ROWS = 256
"""Rows in one raster command; cheap printers have no buffer for more."""

_DRAW_ALL = 4
"""From one line in this many that needs drawing, all are drawn: two faces mixed look broken."""

_FOLDS = str.maketrans(
    {
        "\u00a0": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2022": "*",
        "\u2026": ".",
        "\u00d7": "x",
    }
)


def to_escpos(document: Document, printer: PrinterProfile) -> bytes:
    """The bytes that print ``document`` on ``printer``.

    PaperError: ``cannot-draw`` (a printer without raster and a text it has no letters for),
    ``too-wide`` (a code broader than the roll), ``no-face``.
    """
    job = _Job(printer, min(printer.dots, ROLL_DOTS[document.paper_mm]), document.language)
    draw_all = _mostly_drawn(document, job)
    for block in document.blocks:
        job.print(block, draw_all)
    return job.done()


def _mostly_drawn(document: Document, job: _Job) -> bool:
    lines = drawn = 0
    for block in document.blocks:
        for item in lay_out(block, job.columns, job.measure):
            if isinstance(item, Line):
                lines += 1
                drawn += not job.is_native(item)
    return drawn * _DRAW_ALL >= max(lines, 1) and job.printer.raster


class _Job:
    """The bytes so far, what waits to be drawn, and the printer's letter state."""

    def __init__(self, printer: PrinterProfile, dots: int, language: str) -> None:
        self.printer = printer
        self.columns = min(printer.columns, dots // 12)
        self._dots = dots
        self._language = language
        self._painter: Painter | None = None
        self._waiting: list[Item] = []
        self._page = -1
        self._style = (0, False, False)
        # Reset, no national replacement of ASCII letters, left margin.
        self._out = bytearray(b"\x1b@\x1bR\x00\x1ba\x00")

    @property
    def painter(self) -> Painter:
        """Made at the first strip: a Latin slip never loads a font."""
        if not self.printer.raster:
            raise PaperError("cannot-draw", printer=self.printer.name)
        if self._painter is None:
            self._painter = Painter(self._language, self._dots)
        return self._painter

    def print(self, block: Block, draw_all: bool) -> None:
        """Add ``block``: in columns where the printer has all its letters, else drawn in dots."""
        if not draw_all:
            native = lay_out(block, self.columns, self.measure)
            if all(self.is_native(item) for item in native if isinstance(item, Line)):
                self._put_all(native, drawn=False)
                return
        self._put_all(lay_out(block, self.painter.dots, self.painter.measure), drawn=True)

    def measure(self, text: str, size: Size, _bold: bool) -> float:
        """Columns on the printer; large letters are twice as wide."""
        return columns(text) * (2 if size is Size.LARGE else 1)

    def is_native(self, line: Line) -> bool:
        """Whether one proven code page has every letter of ``line``."""
        return self._encode("".join(cell.text for cell in line.cells)) is not None

    def done(self) -> bytes:
        """All bytes; the job is spent."""
        self._flush()
        return bytes(self._out)

    def _put_all(self, items: list[Item], drawn: bool) -> None:
        for item in items:
            if self._waits(item, drawn):
                self._waiting.append(item)
            else:
                self._flush()
                self._native(item)

    def _waits(self, item: Item, drawn: bool) -> bool:
        if isinstance(item, Qr):
            return not self.printer.qr
        if isinstance(item, Barcode):
            return not self.printer.barcode
        if isinstance(item, Rule | Feed):
            return bool(self._waiting)
        return isinstance(item, Line) and drawn

    def _native(self, item: Item) -> None:
        if isinstance(item, Line):
            self._line(item)
        elif isinstance(item, Rule):
            self._set_style(0, False, False)
            self._out += (b"=" if item.strong else b"-") * self.columns + b"\n"
        elif isinstance(item, Feed):
            self._out += b"\n" * item.lines
        elif isinstance(item, Qr):
            self._qr(item)
        elif isinstance(item, Barcode):
            self._barcode(item)
        else:
            self._cut()

    def _line(self, line: Line) -> None:
        large = line.size is Size.LARGE
        self._set_style(0x11 if large else 0, line.bold, line.boxed)
        if large:
            # Letters are two columns wide: place them on half the columns.
            text = _halved(line)
        else:
            text = placed(line)
        encoded = self._encode(text)
        if encoded is None:
            raise PaperError("cannot-draw", printer=self.printer.name)
        page, data = encoded
        self._choose(page)
        if line.boxed:
            # The whole line is black, not only as far as its letters.
            self._out += data.ljust(self.columns // (2 if large else 1)) + b"\n"
        else:
            self._out += data.rstrip(b" ") + b"\n"

    def _encode(self, text: str) -> tuple[int, bytes] | None:
        folded = text.translate(_FOLDS)
        if folded.isascii():
            return -1, bytes(b for b in folded.encode("ascii") if 32 <= b < 127)
        for codec, number in self.printer.pages:
            try:
                data = folded.encode(codec)
            except UnicodeEncodeError:
                continue
            if len(data) == len(folded) and all(b >= 32 and b != 127 for b in data):
                return number, data
        return None

    def _choose(self, page: int) -> None:
        if page >= 0 and page != self._page:
            # Leave kanji mode: printers for the Chinese market read bytes from 128 as GB 18030.
            self._out += b"\x1c.\x1bt" + bytes([page])
            self._page = page

    def _set_style(self, size: int, bold: bool, boxed: bool) -> None:
        if (size, bold, boxed) != self._style:
            self._out += b"\x1d!" + bytes([size]) + b"\x1bE" + bytes([bold])
            self._out += b"\x1dB" + bytes([boxed])
            self._style = (size, bold, boxed)

    def _qr(self, item: Qr) -> None:
        data = item.data.encode("ascii")
        commands = (
            b"1A2\x00",
            b"1C" + bytes([item.dots]),
            b"1E1",
            b"1P0" + data,
            b"1Q0",
        )
        # Printers draw no quiet zone of their own: four modules above and below.
        quiet = b"\x1bJ" + bytes([4 * item.dots])
        self._out += quiet + b"\x1ba\x01"
        for command in commands:
            self._out += b"\x1d(k" + struct.pack("<H", len(command)) + command
        self._out += b"\x1ba\x00" + quiet

    def _barcode(self, item: Barcode) -> None:
        pairs = [int(item.digits[at : at + 2]) for at in range(0, len(item.digits), 2)]
        data = b"{C" + bytes(pairs)
        self._out += b"\x1ba\x01\x1dH\x00\x1dh\x48\x1dw"
        self._out += bytes([bar_module(item.digits, self._dots)])
        self._out += b"\x1dkI" + bytes([len(data)]) + data + b"\x1ba\x00"

    def _cut(self) -> None:
        knife = {"partial": b"\x1dVB\x00", "full": b"\x1dVA\x00"}.get(self.printer.cut)
        # Function B feeds to the knife by itself; a tear bar needs the lines between head and edge.
        self._out += knife or b"\x1bd\x04"

    def _flush(self) -> None:
        if not self._waiting:
            return
        picture = self.painter.paint(self._waiting)
        self._waiting = []
        if picture is None:
            return
        self._set_style(0, False, False)
        stride = (picture.width + 7) // 8
        for top in range(0, picture.height, STRIP_ROWS):
            rows = picture.rows[top * stride : (top + STRIP_ROWS) * stride]
            self._out += b"\x1dv0\x00" + struct.pack("<HH", stride, len(rows) // stride) + rows


def _halved(line: Line) -> str:
    text, at = "", 0
    for cell in line.cells:
        spare = int(cell.width) // 2 - columns(cell.text)
        shift = {"left": 0, "centre": spare // 2, "right": spare}[cell.align.value]
        start = max(at, int(cell.x) // 2 + max(0, shift))
        text += " " * (start - at) + cell.text
        at = start + columns(cell.text)
    return text
