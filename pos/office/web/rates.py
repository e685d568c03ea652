"""How often one may ask: a bucket of tokens for each, and no more buckets than fit in memory."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

_NS = 1_000_000_000


class Buckets:
    """A bucket for each key: `burst` at once, filled again at `a_minute` (or so many in `each_s`).
    Safe between threads.

    Kept as the moment each bucket will be full again, the leanest form of a token bucket (the
    generic cell rate algorithm of ITU-T I.371).
    """

    def __init__(
        self,
        a_minute: int,
        burst: int,
        most: int = 50_000,
        ticks: Callable[[], int] = time.monotonic_ns,
        each_s: int = 60,
    ) -> None:
        self._each_ns = each_s * _NS // a_minute
        self._room_ns = self._each_ns * burst
        self._most = most
        self._ticks = ticks
        self._full_at: OrderedDict[str, int] = OrderedDict()
        self._lock = Lock()

    def wait_s(self, key: str) -> int:
        """Take a token: 0, or the whole seconds until there is one (and none is taken)."""
        now = self._ticks()
        with self._lock:
            full_at = max(self._full_at.get(key, now), now) + self._each_ns
            over = full_at - now - self._room_ns
            if over > 0:
                return -(-over // _NS)
            self._full_at[key] = full_at
            self._full_at.move_to_end(key)
            if len(self._full_at) > self._most:
                self._full_at.popitem(last=False)
        return 0


def network(address: str) -> str:
    """What counts as one asker: an IPv4 address, or the /64 that one IPv6 subscriber has."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if found.version == 4:
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, 64), strict=False).network_address)


def neighbourhood(address: str) -> str:
    """An address as the log may keep it: enough to see a pattern, too little to name a person."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network((found, 24 if found.version == 4 else 48), strict=False))
