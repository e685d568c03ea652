"""New ids: UUIDv7 (RFC 9562), whose time order keeps an index small where random ids bloat it."""

from __future__ import annotations

import os
from uuid import UUID

from pos.clock import Clock, milliseconds


def new_id(clock: Clock) -> UUID:
    """A fresh UUIDv7: 48 bits of UTC milliseconds, then 74 random bits."""
    at_ms = milliseconds(clock.now())
    raw = bytearray(at_ms.to_bytes(6, "big") + os.urandom(10))
    raw[6] = 0x70 | raw[6] & 0x0F
    raw[8] = 0x80 | raw[8] & 0x3F
    return UUID(bytes=bytes(raw))
