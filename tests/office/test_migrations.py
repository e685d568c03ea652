"""An older database is taken to this version step by step, and never half of one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from pos.office.schema.engine import (
    check_schema,
    create_schema,
    office_engine,
    reading,
    transaction,
    upgrade,
)
from pos.office.schema.guests import contact_check
from pos.office.schema.migrations import FIRST, SCHEMA, STEPS, Step
from pos.office.schema.shops import setting
from pos.trouble import TroubleError
from tests.office.guests import PHONE, Street, kept, opened, street_on
from tests.office.test_engine import value_of


@pytest.fixture
def street(office_url: str, tmp_path: Path) -> Iterator[Street]:
    with street_on(office_url, tmp_path) as made:
        yield made


def _made_older(engine: sa.Engine) -> None:
    """The database as version 1 made it."""
    with transaction(engine) as db:
        contact_check.drop(db)
        first = {"value": str(FIRST)}
        db.execute(setting.update().where(setting.c.merchant == 0), first)


def _columns(engine: sa.Engine, table: str) -> set[str]:
    with reading(engine) as db:
        return {column["name"] for column in sa.inspect(db).get_columns(table)}


def test_whoever_joined_on_a_page_before_the_upgrade_is_unverified_after_it(
    street: Street,
) -> None:
    tokens = [street.slip()[1] for _ in range(3)]
    street.sync()
    known = {"contact": "ana@shop.example", "agree": "1"}
    for token, form in zip(tokens, (PHONE, PHONE, known), strict=True):
        kept(opened(street, token), token, form)
    engine = street.world.engine
    before = [row[1:3] for row in street.world.rows(contact_check) if row[2] == "unverified"]
    assert len(before) == 2, "the second with the same phone has none of their own"
    _made_older(engine)
    check_schema(engine)
    create_schema(engine, 7)
    assert value_of(engine, "schema", 0) == str(SCHEMA)
    assert sorted(row[1:3] for row in street.world.rows(contact_check)) == sorted(before)
    create_schema(engine, 8)
    assert len(street.world.rows(contact_check)) == 2


def test_a_step_that_adds_a_column_keeps_the_rows_that_are_there(office_url: str) -> None:
    engine = office_engine(office_url)
    create_schema(engine, 1)

    def colour(db: sa.Connection) -> None:
        db.execute(sa.text("ALTER TABLE setting ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'"))

    upgrade(engine, 2, (*STEPS, Step(SCHEMA + 1, colour)))
    assert "colour" in _columns(engine, "setting")
    with reading(engine) as db:
        assert db.execute(sa.text("SELECT DISTINCT colour FROM setting")).scalar_one() == "red"
    with pytest.raises(TroubleError) as newer:
        create_schema(engine, 3)
    assert newer.value.code == "office-database-newer"
    engine.dispose()


def test_a_step_that_fails_leaves_the_database_as_the_one_before_left_it(office_url: str) -> None:
    engine = office_engine(office_url)
    create_schema(engine, 1)

    def good(db: sa.Connection) -> None:
        db.execute(sa.text("ALTER TABLE setting ADD COLUMN good INTEGER"))

    def broken(db: sa.Connection) -> None:
        db.execute(sa.text("ALTER TABLE setting ADD COLUMN half INTEGER"))
        raise RuntimeError

    steps = (*STEPS, Step(SCHEMA + 1, good), Step(SCHEMA + 2, broken))
    with pytest.raises(RuntimeError):
        upgrade(engine, 2, steps)
    assert value_of(engine, "schema", 0) == str(SCHEMA + 1)
    assert {"good", "half"} & _columns(engine, "setting") == {"good"}
    engine.dispose()


def test_two_services_that_start_at_once_take_each_step_once(street: Street) -> None:
    engine = street.world.engine
    _, token = street.slip()
    street.sync()
    kept(opened(street, token), token)
    _made_older(engine)
    faults: list[BaseException] = []

    def start() -> None:
        try:
            create_schema(engine, 9)
        except BaseException as fault:  # noqa: BLE001 - told to the test's own thread
            faults.append(fault)

    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert faults == []
    assert len(street.world.rows(contact_check)) == 1


def test_steps_are_numbered_one_by_one() -> None:
    assert [step.version for step in STEPS] == list(range(FIRST + 1, SCHEMA + 1))
