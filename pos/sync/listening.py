"""The thread of a courier that waits at head office for news, and rings when there is some.

Nothing is changed by it, so whatever it says or hears may be lost or repeated.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable

import msgspec

from pos.sync.asking import Transport
from pos.sync.messages import Wait, Waited
from pos.sync.patience import Patience
from pos.trouble import TroubleError

HOLD_MS = 25_000
AT_ONCE_S, APART_S = 1, 5
"""Who is answered so soon without news finds no room to wait, and asks less often."""


class Listener:
    """Listens while `online` is set, until `stopping` is."""

    def __init__(
        self,
        way: Transport,
        stopping: threading.Event,
        online: threading.Event,
        ring: Callable[[], None],
    ) -> None:
        self._way = way
        self._stopping = stopping
        self._online = online
        self._ring = ring

    def listen(self) -> None:
        """What the thread does."""
        mark, patience = b"", Patience(lambda: secrets.randbelow(1_000))
        while not self._stopping.is_set():
            self._online.wait()
            if self._stopping.is_set():
                return
            began = time.monotonic()
            try:
                found = self._asked(mark)
            except (TroubleError, msgspec.MsgspecError):
                self._ring()  # a look at the line itself says whether it is lost
                self._stopping.wait(patience.failed() / 1000)
                continue
            patience.reset()
            if found != mark:
                mark = found
                self._ring()
            elif time.monotonic() - began < AT_ONCE_S:
                self._stopping.wait(APART_S)

    def _asked(self, mark: bytes) -> bytes:
        body = msgspec.json.encode(Wait(mark=mark, wait_ms=HOLD_MS))
        return msgspec.json.decode(self._way.send("wait", b"", 0, body), type=Waited).mark
