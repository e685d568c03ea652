"""Chance from a seed, where the program asks the system for it: ids, secrets, voucher codes.

So a seed that fails today fails tomorrow. (SQLite salts its log from a source of its own, which
decides nothing.)
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch


@contextmanager
def seeded(chance: random.Random) -> Iterator[None]:
    """Whatever is drawn from the system meanwhile comes from `chance`."""
    drawn = chance.randbytes
    # The second is what `secrets` and `random.SystemRandom` draw from.
    with patch.object(os, "urandom", drawn), patch.object(random, "_urandom", drawn):
        yield
