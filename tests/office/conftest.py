"""A head office on each engine; passwords cost less here, or the tests would take minutes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher

from pos.clock import milliseconds
from pos.office.people import passwords
from pos.office.people.accounts import House
from pos.office.schema.engine import create_schema, office_engine
from tests.office.office import Office, a_clock


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same algorithm at its lowest cost."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_HASHER", cheap)
    passwords._nobodys.cache_clear()


@pytest.fixture
def office(office_url: str) -> Iterator[Office]:
    clock = a_clock()
    engine = office_engine(office_url)
    create_schema(engine, milliseconds(clock.now()))
    yield Office(engine, House(1, clock), clock)
    engine.dispose()


@pytest.fixture
def small_office() -> Iterator[Office]:
    """In memory: for what does not ask the database much."""
    clock = a_clock()
    engine = office_engine("sqlite://")
    create_schema(engine, milliseconds(clock.now()))
    yield Office(engine, House(1, clock), clock)
    engine.dispose()
