"""The engine: both databases keep the same promises about transactions and versions."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from pos.office.schema.engine import (
    check_schema,
    create_schema,
    office_engine,
    reading,
    sqlite_url,
    transaction,
    upsert,
)
from pos.office.schema.migrations import SCHEMA
from pos.office.schema.shops import setting
from pos.trouble import TroubleError
from tests.office.office import Office


def row(name: str, value: str = "x") -> dict[str, Any]:
    return {"merchant": 1, "name": name, "value": value, "changed_ms": 1}


def value_of(engine: sa.Engine, name: str, merchant: int = 1) -> str | None:
    with reading(engine) as connection:
        asked = sa.select(setting.c.value).where(setting.c.merchant == merchant)
        found: str | None = connection.execute(asked.where(setting.c.name == name)).scalar()
        return found


def test_making_the_tables_twice_keeps_what_is_in_them(office: Office) -> None:
    with transaction(office.engine) as connection:
        connection.execute(setting.insert(), row("kept"))
    create_schema(office.engine, 2)
    check_schema(office.engine)
    assert value_of(office.engine, "kept") == "x"


def test_a_database_of_a_newer_version_is_left_alone(office: Office) -> None:
    with transaction(office.engine) as connection:
        newer = {"value": str(SCHEMA + 1)}
        connection.execute(setting.update().where(setting.c.merchant == 0), newer)
    for look in (check_schema, lambda engine: create_schema(engine, 1)):
        with pytest.raises(TroubleError) as told:
            look(office.engine)
        assert told.value.code == "office-database-newer"


def test_an_empty_database_is_no_head_office(office_url: str) -> None:
    engine = office_engine(office_url)
    with pytest.raises(TroubleError) as told:
        check_schema(engine)
    engine.dispose()
    assert told.value.code == "office-database-empty"


def test_an_exception_rolls_everything_back(office: Office) -> None:
    def act() -> None:
        with transaction(office.engine) as connection:
            connection.execute(setting.insert(), row("lost"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act()
    assert value_of(office.engine, "lost") is None


def test_a_reader_cannot_write(office: Office) -> None:
    with pytest.raises((TroubleError, sa.exc.DBAPIError)), reading(office.engine) as connection:
        connection.execute(setting.insert(), row("written"))
    assert value_of(office.engine, "written") is None


def test_a_reader_sees_one_state_though_somebody_writes(office: Office) -> None:
    asked = sa.select(setting.c.value).where(setting.c.merchant == 1)
    with reading(office.engine) as connection:
        before = connection.execute(asked).all()
        with transaction(office.engine) as writer:
            writer.execute(setting.insert(), row("meanwhile"))
        assert connection.execute(asked).all() == before
    assert value_of(office.engine, "meanwhile") == "x"


def test_many_writers_at_once_all_count(office: Office) -> None:
    with transaction(office.engine) as connection:
        connection.execute(setting.insert(), row("sum", "0"))
    mine = sa.and_(setting.c.merchant == 1, setting.c.name == "sum")

    def count() -> None:
        for _ in range(5):
            with transaction(office.engine) as connection:
                asked = sa.select(setting.c.value).where(mine).with_for_update()
                now = int(connection.execute(asked).scalar_one())
                connection.execute(setting.update().where(mine), {"value": str(now + 1)})

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert value_of(office.engine, "sum") == "20"


def test_an_upsert_speaks_both_dialects(office: Office) -> None:
    for value in ("first", "second"):
        with transaction(office.engine) as connection:
            insert = upsert(connection, setting)
            known = [setting.c.merchant, setting.c.name]
            newer = {"value": insert.excluded.value}
            connection.execute(
                insert.on_conflict_do_update(index_elements=known, set_=newer), row("one", value)
            )
    assert value_of(office.engine, "one") == "second"


@pytest.mark.parametrize(
    "url",
    ["", "mysql://x/y", "sqlite", "file:x", "postgresql+asyncpg://x/y", "postgresql://x:y:z/"],
)
def test_any_other_database_is_refused(url: str) -> None:
    with pytest.raises(TroubleError) as told:
        office_engine(url)
    assert told.value.code == "office-database-url"


def test_a_server_that_is_not_there_is_trouble_not_a_crash() -> None:
    engine = office_engine("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(TroubleError) as told:
        check_schema(engine)
    assert told.value.code == "office-database"


def test_a_file_in_a_folder_that_is_not_there_is_trouble(tmp_path: Path) -> None:
    engine = office_engine(sqlite_url(tmp_path / "none" / "o.db"))
    with pytest.raises(TroubleError) as told:
        check_schema(engine)
    assert told.value.code == "office-database"
