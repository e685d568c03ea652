"""QR codes as plain modules; the only place that knows segno."""

from __future__ import annotations

from functools import lru_cache

QUIET = 4
"""Empty modules a reader needs around a QR code."""

Modules = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=64)
def qr_modules(data: str) -> Modules:
    """The rows of a QR code of ``data`` (level M, smallest version), without its quiet zone.

    Digits alone give the numeric mode: 20 digits fit version 1.
    """
    import segno  # late: a terminal that prints natively or not at all never needs it

    code = segno.make(data, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
