"""Pictures in a receipt: strips put together again, whichever of four commands carried them."""

from __future__ import annotations

from dataclasses import dataclass

MOST_DOTS = 2_000 * 20_000  # 5 MB of dots: two and a half metres of broad paper
_BLACK_AND_WHITE = 48


@dataclass(frozen=True, slots=True)
class Picture:
    """One bit a dot, 1 is black, the most significant bit left; `stride` bytes a row."""

    stride: int
    height: int
    rows: bytes

    @property
    def width(self) -> int:
        """In dots."""
        return self.stride * 8

    def under(self, other: Picture) -> Picture:
        """This one with `other` right below it; the narrower gets white at its right."""
        stride = max(self.stride, other.stride)
        rows = _wide(self, stride) + _wide(other, stride)
        return Picture(stride, self.height + other.height, rows)

    def gray(self) -> bytes:
        """A byte a dot, row by row: 0 is black, 255 white."""
        return b"".join(_DOTS[byte] for byte in self.rows)


_DOTS = tuple(bytes(0 if byte & 128 >> bit else 255 for bit in range(8)) for byte in range(256))


def strip_of(data: bytes) -> Picture | None:
    """The picture in a command: `GS v 0`, `GS ( L` and `GS 8 L` (function 112), `ESC *`."""
    if data[:2] == b"\x1dv":
        return _rows(_word(data, 4), _word(data, 6), data[8:])
    if data[:3] in (b"\x1d(L", b"\x1d8L"):
        return _graphics(data[5:] if data[1:2] == b"(" else data[7:])
    if data[:2] == b"\x1b*":
        return _columns(data)
    return None


def _graphics(body: bytes) -> Picture | None:
    """Function 112: m fn a bx by c xL xH yL yH d1…dk; only black and white is understood."""
    if len(body) < 10 or body[1] not in (112, 0x70) or body[2] != _BLACK_AND_WHITE:
        return None
    width, height = _word(body, 6), _word(body, 8)
    return _rows((width + 7) // 8, height, body[10:])


def _rows(stride: int, height: int, rows: bytes) -> Picture | None:
    if not stride or not height or len(rows) < stride * height:
        return None
    return Picture(stride, height, rows[: stride * height])


def _columns(data: bytes) -> Picture | None:
    """ESC * holds columns from left to right, each with its upper dot in the highest bit."""
    deep = 3 if data[2] in (32, 33) else 1
    body = data[5:]
    width = len(body) // deep
    if not width:
        return None
    stride = (width + 7) // 8
    rows = bytearray(stride * deep * 8)
    for x in range(width):
        column = int.from_bytes(body[x * deep : (x + 1) * deep])
        for y in range(deep * 8):
            if column >> (deep * 8 - 1 - y) & 1:
                rows[y * stride + x // 8] |= 128 >> x % 8
    return Picture(stride, deep * 8, bytes(rows))


def _wide(picture: Picture, stride: int) -> bytes:
    if picture.stride == stride:
        return picture.rows
    white = bytes(stride - picture.stride)
    cut = range(0, len(picture.rows), picture.stride)
    return b"".join(picture.rows[at : at + picture.stride] + white for at in cut)


def _word(data: bytes, at: int) -> int:
    return data[at] | data[at + 1] << 8
