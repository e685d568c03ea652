"""Head office was restored from a backup: whoever finds it out, and when, it begins anew once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from loyalty.rights.note import HEAD_OFFICE
from pos.office.schema.engine import create_schema, office_engine, reading
from pos.office.schema.facts import terminal_epoch
from pos.sync.messages import Hello, Welcome
from tests.office.tills import World

LOST = 5
"""An epoch of head office that terminals heard of and the backup does not know."""
OVERLAP_S = 0.5


@pytest.fixture
def world(office_url: str, tmp_path: Path) -> Iterator[World]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    made = World(engine, tmp_path)
    for number in (1, 2, 3):
        made.till(number)
    yield made
    engine.dispose()


def hello(world: World, number: int, office: int) -> Welcome:
    asked = msgspec.json.encode(Hello(app="0.4.0", office=office))
    answer = world.office.answer(number, "session", b"", 0, asked)
    return msgspec.json.decode(answer, type=Welcome)


def epochs(world: World) -> list[int]:
    """Those head office has numbered in, oldest first."""
    with reading(world.engine) as db:
        mine = sa.select(terminal_epoch.c.epoch).where(terminal_epoch.c.terminal == HEAD_OFFICE)
        return sorted(db.execute(mine).scalars())


def test_of_two_hellos_at_once_that_find_it_out_one_recovers(world: World) -> None:
    hello(world, 1, 0)
    chance, second = world.office.random, threading.Thread(target=lambda: hello(world, 2, LOST))

    def meanwhile(many: int) -> bytes:  # the first one has begun anew, and has not committed
        world.office.random = chance
        world.clock.advance(timedelta(seconds=7))
        second.start()
        second.join(OVERLAP_S)
        return chance(many)

    world.office.random = meanwhile
    first = hello(world, 1, LOST)
    second.join(60)
    assert not second.is_alive()
    assert epochs(world) == [1, first.office]
    assert hello(world, 2, first.office).office == first.office


def test_whoever_comes_later_with_what_is_lost_starts_it_no_second_time(world: World) -> None:
    begun = hello(world, 1, LOST).office
    for number in (2, 3):
        world.clock.advance(timedelta(minutes=9))
        assert hello(world, number, LOST).office == begun
    world.clock.advance(timedelta(hours=1))
    again = hello(world, 3, begun + 1).office  # restored once more since: that one is news
    assert epochs(world) == [1, begun, again]
