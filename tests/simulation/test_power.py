"""Power cuts, full disks and failing ones through the real use cases: the short run of the bench.

`python -m tests.bench.power` is the long one. A seed that ever fails becomes a test here.
"""

from __future__ import annotations

import random
import secrets
from pathlib import Path

import pytest

from pos.ids import new_id
from tests.bench.power import WEAKENED, WORLDS
from tests.simulation.lives import Kindness, Told, live
from tests.simulation.machine import available
from tests.simulation.seeding import seeded
from tests.store.shop import clock_at

pytestmark = pytest.mark.skipif(not available, reason="this Python's SQLite is built in")
SOUND = sorted(set(WORLDS) - WEAKENED)


def lives(folder: Path, world: Kindness, *seeds: int) -> Told:
    told = Told()
    for seed in seeds:
        live(seed, folder, world, told)
    return told


@pytest.mark.parametrize("world", SOUND)
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there(tmp_path: Path, world: str) -> None:
    kindness, counted = WORLDS[world]
    told = lives(tmp_path, kindness, 1001, 1002, 1003, 1004)
    assert not told.findings, told.examples
    assert told.counts[counted] >= 15
    assert told.counts["acknowledged"] > 60


@pytest.mark.parametrize("world", sorted(WEAKENED))
def test_losses_would_be_noticed(tmp_path: Path, world: str) -> None:
    told = lives(tmp_path, WORLDS[world][0], *range(1, 6))
    assert sum(told.findings.values()) >= 3


def test_a_seed_tells_the_same_story_twice(tmp_path: Path) -> None:
    world = Kindness("power")
    first, second = (lives(tmp_path / name, world, 7, 8) for name in ("a", "b"))
    assert first == second


def test_a_seed_draws_the_same_ids_twice() -> None:
    drawn = []
    for _ in range(2):
        with seeded(random.Random(5)):
            drawn.append((new_id(clock_at()), secrets.token_hex(8), secrets.randbelow(10**9)))
    assert drawn[0] == drawn[1]
