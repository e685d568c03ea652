"""Bytes written as text, in one canonical form each: what decodes to the same is written the same.

Python's own base64 skips letters it does not know and ignores bits left over; a signature must not.
"""

from __future__ import annotations

import base64
import re

_BLANKS = re.compile(r"\s+", re.ASCII)
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}", re.ASCII)
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})+", re.ASCII)


def from_base64(text: str) -> bytes:
    """Standard alphabet; line breaks inside and missing padding are tolerated. ValueError: another
    letter, a length that cannot be, bits that belong to no byte.
    """
    plain = _BLANKS.sub("", text)
    if not _BASE64.fullmatch(plain):
        raise ValueError("no base64")
    letters = plain.rstrip("=")
    found = base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
    if base64.b64encode(found).rstrip(b"=") != letters.encode():
        raise ValueError("bits left over")
    return found


def is_hex(text: str, length: int) -> bool:
    """Whether a text is exactly `length` bytes in hexadecimal, in either case."""
    return len(text) == 2 * length and _HEX.fullmatch(text) is not None
