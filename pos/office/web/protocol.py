"""uvicorn's HTTP protocol, with bounds it lacks: late headers, and connections of one address."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from collections import Counter

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from pos.office.web.rates import neighbourhood, network

LOG = logging.getLogger(__name__)
HEADERS_S = 10
MOST_OF_ONE = 100  # a large shop's terminals may wait behind one address
_OPEN: Counter[str] = Counter()
# What a stranger can make uvicorn say as often as they like; told here, once and at its own level.
_NOISE = (
    "Invalid HTTP request",
    "Unsupported upgrade",
    "No supported WebSocket",
    "Exceeded concurrency",
)


class BoundedProtocol(H11Protocol):
    """Ends a connection whose headers do not come, or that its address has too many of."""

    most_of_one = MOST_OF_ONE
    _waits: asyncio.TimerHandle | None = None
    _from = ""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        _at_once(transport)
        self._from = network(self.client[0]) if self.client else ""
        _OPEN[self._from] += 1
        if _OPEN[self._from] > self.most_of_one:
            transport.abort()
            return
        self._expect_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        self._headers_came()
        _OPEN[self._from] -= 1
        if _OPEN[self._from] <= 0:
            del _OPEN[self._from]
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._headers_came()
        elif self._waits is None:
            self._expect_headers()

    def shutdown(self) -> None:
        """The service stops. An idle client does not read: TLS's polite end would wait for it."""
        super().shutdown()
        begun = self.cycle is not None  # uvicorn's types do not know of the first request
        if not begun or self.cycle.response_complete:
            self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        LOG.info("%s: not HTTP", neighbourhood(self.client[0]) if self.client else "?")
        self._headers_came()
        super().send_400_response(msg)

    def _expect_headers(self) -> None:
        self._waits = self.loop.call_later(HEADERS_S, self._too_late)

    def _headers_came(self) -> None:
        if self._waits is not None:
            self._waits.cancel()
            self._waits = None

    def _too_late(self) -> None:
        self._waits = None
        if self.conn.their_state is h11.IDLE:
            LOG.info(
                "%s: no headers in time", neighbourhood(self.client[0]) if self.client else "?"
            )
            self.transport.abort()


def _at_once(transport: asyncio.Transport) -> None:
    """An answer's body follows its head at once. asyncio sees to that by itself only where a
    listener names its protocol, which `socket.create_server` does not: else each answer waits for
    the other side's delayed acknowledgement (RFC 1122, 4.2.3.2), some 40 ms.
    """
    line = transport.get_extra_info("socket")
    if line is not None and line.family in (socket.AF_INET, socket.AF_INET6):
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class ProxiedProtocol(BoundedProtocol):
    """The same behind a proxy, whose address everybody has; it counts connections itself."""

    most_of_one = sys.maxsize


def without_noise(record: logging.LogRecord) -> bool:
    """A filter for uvicorn's log: False for what this module tells itself."""
    return not record.getMessage().startswith(_NOISE)
