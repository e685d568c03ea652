"""Machines to break; nothing here where Python's SQLite cannot be reached."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos.clock import FixedClock
from tests.simulation.machine import Machine, available
from tests.store.shop import clock_at, set_up


@pytest.fixture
def clock() -> FixedClock:
    return clock_at()


@pytest.fixture
def machine(tmp_path: Path, clock: FixedClock) -> Iterator[Machine]:
    """A till with the small shop of the store's tests, closed in an orderly way."""
    if not available:
        pytest.skip("this Python's SQLite is built in: no file layer can be put under it")
    made = Machine(random.Random(1), clock, tmp_path / "till")
    set_up(made.open())
    made.close()
    yield made
    made.kill()
