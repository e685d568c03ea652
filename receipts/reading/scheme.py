"""One family of receipt codes, as a value: every file in `fiscal/` ends in one of these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from receipts.reading.claim import Claim, KnownKeys
from receipts.reading.payload import Payload


@dataclass(frozen=True, slots=True)
class Scheme:
    """`looks_like` is cheap and never raises; `read` raises ValueError for what only looks like it.

    `name`: stable, part of what duplicates are found by ("pt-at").
    """

    name: str
    looks_like: Callable[[Payload], bool]
    read: Callable[[Payload, KnownKeys], Claim]
