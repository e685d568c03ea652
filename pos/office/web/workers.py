"""Blocking work (the database, argon2) in a bounded number of threads, never on the event loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import anyio

from pos.office.web.refusals import Refused

T = TypeVar("T")


class Workers:
    """So many threads, and so many requests that wait for one; used from one event loop."""

    def __init__(self, threads: int, waiting: int) -> None:
        self._limiter = anyio.CapacityLimiter(threads)
        self._most = threads + waiting
        self._inside = 0

    async def run(self, work: Callable[[], T]) -> T:
        """What the work gives. Refused `too-busy` (seconds) when too many wait already."""
        if self._inside >= self._most:
            raise Refused(503, "too-busy", seconds=2)
        self._inside += 1
        try:
            return await anyio.to_thread.run_sync(work, limiter=self._limiter)
        finally:
            self._inside -= 1
