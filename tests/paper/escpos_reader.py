"""Reads ESC/POS as a printer would, independently of the writer: tokens, text and a picture.

Every command is known with its exact length; an unknown one is an error, so nothing a field
smuggles in can pass for a command unseen. Native letters are drawn with Pillow's own font: only
their place and size count.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import segno
import zxingcpp
from PIL import Image, ImageDraw, ImageFont


class NotEscPosError(ValueError):
    """Bytes that are no text and no command we know."""


@dataclass
class Printed:
    """What came out of the printer."""

    dots: int
    commands: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    strips: list[Image.Image] = field(default_factory=list)
    cuts: int = 0
    kicks: int = 0
    qr: list[str] = field(default_factory=list)
    barcodes: list[str] = field(default_factory=list)

    def picture(self) -> Image.Image:
        """All strips below each other on white paper."""
        sheet = Image.new("L", (self.dots, sum(s.height for s in self.strips) or 1), 255)
        top = 0
        for strip in self.strips:
            sheet.paste(strip, (0, top))
            top += strip.height
        return sheet


# Fixed-length commands: prefix -> (name, argument bytes).
_FIXED = {
    b"\x1b@": ("init", 0),
    b"\x1bR": ("charset", 1),
    b"\x1ba": ("align", 1),
    b"\x1bt": ("page", 1),
    b"\x1bE": ("bold", 1),
    b"\x1bd": ("feed", 1),
    b"\x1bJ": ("feed-dots", 1),
    b"\x1bp": ("kick", 3),
    b"\x1d!": ("size", 1),
    b"\x1dB": ("invert", 1),
    b"\x1dH": ("hri", 1),
    b"\x1dh": ("height", 1),
    b"\x1dw": ("module", 1),
    b"\x1dV": ("cut", 2),
    b"\x1c.": ("no-kanji", 0),
}


class Reader:
    """One job on one printer; ``pages`` gives the codec behind each code page number."""

    def __init__(self, dots: int, pages: dict[int, str]) -> None:
        self.out = Printed(dots)
        self._pages = pages
        self._state = {"page": 0, "size": 0, "align": 0, "module": 3, "height": 162, "invert": 0}
        self._line = b""
        self._qr = b""
        self._qr_dots = 3

    def read(self, data: bytes) -> Printed:
        """All of ``data``; raises NotEscPosError where it makes no sense."""
        at = 0
        while at < len(data):
            at = self._next(data, at)
        if self._line:
            raise NotEscPosError("text without a line end")
        return self.out

    def _next(self, data: bytes, at: int) -> int:
        byte = data[at]
        if byte == 0x0A:
            self._end_line()
            return at + 1
        if byte >= 0x20 and byte != 0x7F:
            self._line += data[at : at + 1]
            return at + 1
        if self._line:
            raise NotEscPosError(f"command inside a line at {at}")
        return self._command(data, at)

    def _command(self, data: bytes, at: int) -> int:
        prefix = data[at : at + 2]
        if prefix in _FIXED:
            name, size = _FIXED[prefix]
            self._fixed(name, data[at + 2 : at + 2 + size])
            return at + 2 + size
        if data[at : at + 3] == b"\x1dv0":
            wide = int.from_bytes(data[at + 4 : at + 6], "little")
            high = int.from_bytes(data[at + 6 : at + 8], "little")
            self._raster(wide, high, data[at + 8 : at + 8 + wide * high])
            return at + 8 + wide * high
        if data[at : at + 3] == b"\x1d(k":
            size = int.from_bytes(data[at + 3 : at + 5], "little")
            self._two_d(data[at + 5 : at + 5 + size])
            return at + 5 + size
        if data[at : at + 3] == b"\x1dkI":
            size = data[at + 3]
            self._code128(data[at + 4 : at + 4 + size])
            return at + 4 + size
        raise NotEscPosError(f"unknown command {data[at : at + 4]!r} at {at}")

    def _fixed(self, name: str, argument: bytes) -> None:
        self.out.commands.append(name)
        if name == "init":
            self._state.update(page=0, size=0, align=0, invert=0)
        elif name == "cut":
            self.out.cuts += 1
        elif name == "kick":
            self.out.kicks += 1
        elif name == "feed":
            self._strip(Image.new("L", (self.out.dots, 30 * argument[0]), 255))
        elif name == "feed-dots":
            self._strip(Image.new("L", (self.out.dots, argument[0]), 255))
        elif argument:
            self._state[name] = argument[0]

    def _end_line(self) -> None:
        text = self._line.decode(self._pages[self._state["page"]])
        self._line = b""
        self.out.lines.append(text)
        scale = 2 if self._state["size"] & 0x11 else 1
        if len(text) * 12 * scale > self.out.dots:
            raise NotEscPosError(f"line of {len(text)} letters is wider than the paper: {text!r}")
        strip = Image.new("L", (self.out.dots, 30 * scale), 255)
        draw = ImageDraw.Draw(strip)
        font = ImageFont.load_default(20 * scale)
        for n, char in enumerate(text):
            draw.text((n * 12 * scale, 2), char, fill=0, font=font)
        if self._state["invert"]:
            strip = strip.point(range(255, -1, -1))
        self._strip(strip)

    def _raster(self, wide: int, high: int, rows: bytes) -> None:
        if high > 256 or wide * 8 > self.out.dots + 7 or len(rows) != wide * high:
            raise NotEscPosError(f"raster of {wide} bytes x {high} rows, {len(rows)} bytes given")
        self.out.commands.append("raster")
        strip = Image.frombytes("1", (wide * 8, high), rows).convert("L")
        self._strip(strip.point(range(255, -1, -1)))

    def _two_d(self, body: bytes) -> None:
        self.out.commands.append("qr")
        if body[:2] == b"1C":
            self._qr_dots = body[2]
        elif body[:3] == b"1P0":
            self._qr = body[3:]
        elif body == b"1Q0":
            text = self._qr.decode("ascii")
            self.out.qr.append(text)
            # As on real printers, without any quiet zone.
            code = segno.make(text, error="m", micro=False)
            rows = [list(row) for row in code.matrix_iter(border=0)]
            side = len(rows) * self._qr_dots
            small = Image.new("L", (len(rows), len(rows)), 255)
            small.putdata([0 if cell else 255 for row in rows for cell in row])
            self._placed(small.resize((side, side), Image.Resampling.NEAREST))
        elif body not in (b"1A2\x00", b"1E1"):
            raise NotEscPosError(f"unknown QR function {body[:3]!r}")

    def _code128(self, body: bytes) -> None:
        self.out.commands.append("code128")
        if body[:2] != b"{C" or any(value > 99 for value in body[2:]):
            raise NotEscPosError(f"not Code 128 set C: {body!r}")
        digits = "".join(f"{value:02d}" for value in body[2:])
        self.out.barcodes.append(digits)
        code = zxingcpp.create_barcode(digits, zxingcpp.BarcodeFormat.Code128)
        bars = Image.fromarray(zxingcpp.write_barcode_to_image(code)).convert("L")
        row = bars.crop((0, bars.height // 2, bars.width, bars.height // 2 + 1))
        size = (row.width * self._state["module"], self._state["height"])
        self._placed(row.resize(size, Image.Resampling.NEAREST))

    def _placed(self, code: Image.Image) -> None:
        if code.width > self.out.dots:
            raise NotEscPosError(f"code of {code.width} dots on {self.out.dots}")
        strip = Image.new("L", (self.out.dots, code.height), 255)
        left = (self.out.dots - code.width) // 2 if self._state["align"] == 1 else 0
        strip.paste(code, (left, 0))
        self._strip(strip)

    def _strip(self, strip: Image.Image) -> None:
        self.out.strips.append(strip)


def read(data: bytes, dots: int, pages: dict[int, str] | None = None) -> Printed:
    """What a printer with ``dots`` across makes of ``data``."""
    return Reader(dots, pages or {0: "cp437"}).read(data)
