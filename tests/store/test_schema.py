"""The schema: its keys fit every engine, its migrations make it, and old files still open."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
import sqlalchemy as sa

import pos.store
from loyalty.entry import Account, Kind
from pos.clock import FixedClock
from pos.store import Store, migrating, open_store, verify
from pos.store.columns import day_from, day_number, metadata
from pos.store.statements import Prepared
from pos.store.tables import (
    ACCOUNT_CODES,
    FACTS,
    KIND_CODES,
    PROJECTIONS,
    SCHEMA,
    triggers,
)
from pos.trouble import TroubleError
from tests.store.freeze_schema import SCHEMAS, schema_sql
from tests.store.shop import ANNA, BORIS, book_sale

_KEYS = (sa.PrimaryKeyConstraint, sa.UniqueConstraint, sa.ForeignKeyConstraint)


def test_every_key_begins_with_the_merchant() -> None:
    for table in metadata.sorted_tables:
        keys = [
            *(key for key in table.constraints if isinstance(key, _KEYS)),
            *table.indexes,
        ]
        for key in keys:
            columns = [column.name for column in key.columns]
            assert columns[0] == "merchant", (table.name, columns)


def test_only_types_that_every_engine_has() -> None:
    for table in metadata.sorted_tables:
        for column in table.columns:
            assert isinstance(column.type, (sa.Integer, sa.Text, sa.LargeBinary)), column


def test_each_kind_and_account_has_a_number_of_its_own() -> None:
    assert set(KIND_CODES) == set(Kind)
    assert set(ACCOUNT_CODES) == set(Account)
    assert len(set(KIND_CODES.values())) == len(Kind)
    assert len(set(ACCOUNT_CODES.values())) == len(Account)
    assert (ACCOUNT_CODES[Account.MEMBER], ACCOUNT_CODES[Account.MEMBER_DEBT]) == (1, 2)


@pytest.mark.parametrize("text", ["2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"])
def test_a_day_survives_as_a_number(text: str) -> None:
    day = date.fromisoformat(text)
    assert day_from(day_number(day)) == day
    assert f"{day_number(day):08d}" == text.replace("-", "")


def objects(path: Path) -> set[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


def test_the_migrations_make_what_tables_py_says(path: Path, clock: FixedClock) -> None:
    open_store(path, clock, reserve_bytes=0).close()
    said = path.with_name("said.db")
    with closing(sqlite3.connect(said)) as raw:
        for statement in schema_sql().split("\n;\n"):
            raw.execute(statement)
    made = {found for found in objects(path) if found[1] != "alembic_version"}
    assert made == objects(said)


def test_every_table_is_strict_and_every_fact_guarded(path: Path, clock: FixedClock) -> None:
    open_store(path, clock, reserve_bytes=0).close()
    with closing(sqlite3.connect(path)) as raw:
        loose = raw.execute(
            "SELECT name FROM pragma_table_list "
            "WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        guards = raw.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'").fetchone()
    assert loose == [("alembic_version",)]
    assert guards[0] == len(triggers()) == 2 * len(FACTS)


def test_there_is_an_old_file_for_every_schema() -> None:
    kept = sorted(path.name for path in SCHEMAS.glob("v*.db"))
    assert kept == [f"v{version:04d}.db" for version in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("old", sorted(SCHEMAS.glob("v*.db")), ids=lambda old: str(old.stem))
def test_a_file_of_an_old_schema_opens_and_sells(old: Path, path: Path, clock: FixedClock) -> None:
    shutil.copyfile(old, path)  # a committed fixture: closed, whole, without a log
    with open_store(path, clock, reserve_bytes=0) as store:
        with store.reading() as view:
            assert not list(verify(view))
            assert view.account(BORIS).balance == 0
            assert view.totals(day=clock.today()).sales == 4
            assert view.find_members("김")[0].id == BORIS
        with store.writing() as work:
            book_sale(work, clock, 99)
            assert work.account(ANNA).balance == 12


def test_a_migration_that_loses_an_entry_changes_nothing(
    path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copyfile(SCHEMAS / "v0001.db", path)
    before = objects(path)

    def careless(connection: sa.Connection, to: int) -> None:
        connection.exec_driver_sql("DROP TRIGGER posting_no_delete")
        connection.exec_driver_sql("DELETE FROM posting WHERE seq = 3")

    monkeypatch.setattr(migrating, "_upgrade", careless)
    with pytest.raises(TroubleError) as found:
        migrating.migrate(path, SCHEMA)
    assert found.value.code == "migration-failed"
    assert objects(path) == before
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM posting WHERE seq = 3").fetchone()[0] > 0


def test_balances_are_kept_beside_the_facts_not_among_them() -> None:
    assert not set(FACTS) & set(PROJECTIONS)


def prepared() -> list[tuple[str, Prepared]]:
    rooms = [
        import_module(f"pos.store.{room.name}")
        for room in iter_modules(pos.store.__path__)
        if room.name != "migrations"
    ]
    return [
        (f"{room.__name__.rpartition('.')[2]}{name}", statement)
        for room in rooms
        for name, statement in vars(room).items()
        if isinstance(statement, Prepared)
    ]


WALKS = {  # they are to see every row
    "sales_ALL",
    *(f"refolding_ALL_{what}" for what in ("LOTS", "BALANCES", "DAYS", "TALLIES")),
    "goods_LIST",
}
MASTERS = {"operator", "program", "epoch", "shift"}  # a handful of rows


@pytest.mark.parametrize(("name", "statement"), prepared())
def test_no_statement_walks_a_table_to_find_a_row(
    store: Store, name: str, statement: Prepared
) -> None:
    """`merchant = ?` alone is every row of a shop: SQLite must not take it for a filter."""
    with store.reading() as view:
        nothing = [None] * len(statement.names)
        plan = [row[3] for row in view._db.execute(f"EXPLAIN QUERY PLAN {statement.sql}", nothing)]
    for step in plan:
        words = step.split(" ")
        if name in WALKS or words[0] not in {"SCAN", "SEARCH"} or words[1] in MASTERS:
            continue
        assert words[0] == "SEARCH", step
        assert not step.endswith("(merchant=?)"), step
