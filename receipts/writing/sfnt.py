"""Which characters a TrueType file can draw, read from its tables with the standard library.

reportlab and Pillow both take a face and draw empty boxes for what it lacks; we look first. Source:
OpenType specification, chapters "font file" and "cmap" (formats 4 and 12).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_OUTLINES = (b"\x00\x01\x00\x00", b"true")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Sorted, disjoint code point ranges a face has glyphs for."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __contains__(self, char: str) -> bool:
        at = bisect_right(self.starts, ord(char)) - 1
        return at >= 0 and ord(char) <= self.ends[at]


def coverage(path: Path, index: int = 0) -> Coverage | None:
    """The code points of face ``index`` of a .ttf or .ttc file.

    None where the file is unreadable, damaged, or has PostScript outlines (reportlab refuses them).
    """
    try:
        with path.open("rb") as file:
            tables = _tables(file, index)
            if b"glyf" not in tables or b"cmap" not in tables:
                return None
            # Faces are up to 10 MB, their character tables some hundred kilobytes.
            offset, length = tables[b"cmap"]
            file.seek(offset)
            return _cmap(file.read(length))
    except (OSError, struct.error, IndexError):
        return None


def _tables(file: BinaryIO, index: int) -> dict[bytes, tuple[int, int]]:
    """Offset and length of each table; none for outlines that are not TrueType's."""
    head = file.read(16 + 4 * index)
    start = 0
    if head[:4] == b"ttcf":
        (start,) = struct.unpack_from(">I", head, 12 + 4 * index)
    file.seek(start)
    kind, count = struct.unpack(">4sH6x", file.read(12))
    if kind not in _OUTLINES:
        return {}
    directory = file.read(16 * count)
    records = (struct.unpack_from(">4sIII", directory, 16 * n) for n in range(count))
    return {tag: (offset, length) for tag, _, offset, length in records}


def _cmap(data: bytes) -> Coverage | None:
    (count,) = struct.unpack_from(">H", data, 2)
    found: dict[int, int] = {}
    for n in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", data, 4 + 8 * n)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            (form,) = struct.unpack_from(">H", data, offset)
            found.setdefault(form, offset)
    if 12 in found:
        return _merged(_format_12(data, found[12]))
    return _merged(_format_4(data, found[4])) if 4 in found else None


def _format_12(data: bytes, at: int) -> list[tuple[int, int]]:
    (groups,) = struct.unpack_from(">I", data, at + 12)
    ranges = []
    for n in range(groups):
        first, last, glyph = struct.unpack_from(">III", data, at + 16 + 12 * n)
        ranges.append((first + (glyph == 0), last))
    return ranges


def _format_4(data: bytes, at: int) -> list[tuple[int, int]]:
    (double,) = struct.unpack_from(">H", data, at + 6)
    segments = double // 2
    ends = struct.unpack_from(f">{segments}H", data, at + 14)
    starts = struct.unpack_from(f">{segments}H", data, at + 16 + double)
    deltas = struct.unpack_from(f">{segments}H", data, at + 16 + 2 * double)
    offsets_at = at + 16 + 3 * double
    ranges = []
    for n, (first, last) in enumerate(zip(starts, ends, strict=True)):
        (offset,) = struct.unpack_from(">H", data, offsets_at + 2 * n)
        if first == 0xFFFF:
            continue
        if offset == 0:
            missing = -deltas[n] & 0xFFFF
            ranges += [(c, c) for c in range(first, last + 1) if c != missing]
            continue
        base = offsets_at + 2 * n + offset
        glyphs = struct.unpack_from(f">{last - first + 1}H", data, base)
        ranges += [(first + i, first + i) for i, glyph in enumerate(glyphs) if glyph]
    return ranges


def _merged(ranges: list[tuple[int, int]]) -> Coverage:
    joined: list[list[int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], last)
        elif first <= last:
            joined.append([first, last])
    return Coverage(tuple(r[0] for r in joined), tuple(r[1] for r in joined))
