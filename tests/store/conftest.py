"""A fresh ledger file for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos.clock import FixedClock
from pos.store import Store, open_store
from tests.store.shop import clock_at, set_up


@pytest.fixture
def clock() -> FixedClock:
    return clock_at()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "regulars.db"


@pytest.fixture
def store(path: Path, clock: FixedClock) -> Iterator[Store]:
    """A new shop with two members, a program, an operator and an open shift."""
    with open_store(path, clock, reserve_bytes=0) as opened:
        set_up(opened)
        yield opened
