"""Long work in short transactions: after each one, whoever waits for the writer gets a turn.

Without the pause a waiting till would starve: its lock is tried now and then, and the night would
have taken it again in between.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from pos.shop import Shop
from pos.store import Work

PAGE = 40  # members a transaction: a few dozen milliseconds on a slow machine
_SHORT_S = 0.005
_LONGEST_S = 0.1


@contextmanager
def turn(shop: Shop) -> Iterator[Work]:
    """One transaction, and a pause as long as it took, unless that was next to nothing."""
    with shop.store.writing() as work:
        began = time.monotonic()
        yield work
    took = time.monotonic() - began
    if took > _SHORT_S:
        time.sleep(min(took, _LONGEST_S))
