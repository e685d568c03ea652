"""New terminals that come at the same moment get a number each."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from pos.office.desk.enrolment import make_code
from pos.office.schema.engine import create_schema, office_engine, transaction
from pos.sync.messages import Enrol, Enrolled
from tests.office.tills import World

MANY = 6


@pytest.fixture
def world(office_url: str, tmp_path: Path) -> Iterator[World]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    yield World(engine, tmp_path)
    engine.dispose()


def test_terminals_that_enrol_at_once_get_a_number_each(world: World) -> None:
    with transaction(world.engine) as db:
        codes = [make_code(world.office, db, 1, f"Till {n}", "the owner") for n in range(MANY)]
    numbers: list[int] = []
    start = threading.Barrier(MANY)

    def enrol(n: int) -> None:
        asked = Enrol(code=codes[n], public=bytes([n]) * 32, app="0.4.0", terminal=7)
        start.wait(30)
        answer = world.office.answer(0, "enrol", b"", 0, msgspec.json.encode(asked))
        numbers.append(msgspec.json.decode(answer, type=Enrolled).terminal)

    threads = [threading.Thread(target=enrol, args=(n,)) for n in range(MANY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(numbers) == [*range(7, 7 + MANY)]
