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
from loyalty.ledger.account import replay
from loyalty.ledger.counting import counts_of
from loyalty.ledger.entry import Account, Kind
from loyalty.members.history import Day, History
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

OLD_FACTS = ("entry", "posting", "sale", "sale_line")
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


def test_a_key_is_the_first_columns_of_a_table_that_lies_in_its_order() -> None:
    """Else SQLite's own check (3.40) calls whole rows corrupt: it looks in the wrong place."""
    for table in metadata.sorted_tables:
        if not table.dialect_options["sqlite"]["with_rowid"]:
            keys = [column.name for column in table.primary_key.columns]
            assert [column.name for column in table.columns][: len(keys)] == keys, table.name


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


def test_what_was_sold_before_is_counted_by_the_migration(path: Path, clock: FixedClock) -> None:
    """By SQL, because the books may be long: it must be what the rules would have counted."""
    shutil.copyfile(SCHEMAS / "v0001.db", path)
    with closing(sqlite3.connect(path)) as raw:
        facts = {name: raw.execute(f"SELECT * FROM {name}").fetchall() for name in OLD_FACTS}
    with open_store(path, clock, reserve_bytes=0) as store, store.reading() as view:
        assert view.history(ANNA).days == (Day(date(2026, 3, 2), 1, 1_250, 12, acts=1),)
        for member in (ANNA, BORIS):
            told = (count for entry in view.entries(member) for count in counts_of(entry))
            assert view.history(member) == History().with_counts(told)
            assert view.account(member) == replay(view.entries(member))
    with closing(sqlite3.connect(path)) as raw:
        now = {name: raw.execute(f"SELECT * FROM {name}").fetchall() for name in OLD_FACTS}
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for name, rows in facts.items():
        assert [row[: len(rows[0])] for row in now[name]] == rows


def test_an_old_file_ends_with_the_schema_of_a_new_one(path: Path, clock: FixedClock) -> None:
    """To the letter, and told the same of how its data lies: or its plans would differ."""
    old = path.with_name("old.db")
    shutil.copyfile(SCHEMAS / "v0001.db", old)
    for each in (old, path):
        open_store(each, clock, reserve_bytes=0).close()
    assert objects(old) == objects(path)
    assert columns(old) == columns(path)


def columns(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The columns of every table as SQLite has them, and its statistics."""
    with closing(sqlite3.connect(path)) as raw:
        names = [row[0] for row in raw.execute("SELECT name FROM pragma_table_list")]
        found = {name: raw.execute(f"PRAGMA table_info({name})").fetchall() for name in names}
        found["statistics"] = raw.execute("SELECT * FROM sqlite_stat1 ORDER BY 1, 2").fetchall()
    return found


def test_pending_points_of_a_kind_not_known_yet_fit_the_table(
    path: Path, clock: FixedClock
) -> None:
    """The checks are general now: the next kind of entry needs no migration."""
    shutil.copyfile(SCHEMAS / "v0001.db", path)
    with open_store(path, clock, reserve_bytes=0) as store, store.writing() as work:
        entry = (1, 1, 1, 900, b"s" * 16, 99, 1, 20260302, ANNA.bytes, 0, "{}", bytes(32))
        work._db.execute(f"INSERT INTO entry VALUES ({','.join('?' * 12)})", entry)
        posting = (1, 1, 1, 900, 0, 99, 5, ANNA.bytes, 1, 1, 900, 1, None, 20260401)
        work._db.execute(f"INSERT INTO posting VALUES ({','.join('?' * 14)})", posting)
        for wrong in ((*posting[:7], None, *posting[8:]), (*posting[:5], 0, *posting[6:])):
            with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
                work._db.execute(
                    f"INSERT INTO posting VALUES ({','.join('?' * 14)})",
                    (*wrong[:4], 1, *wrong[5:]),
                )


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
    *("syncing_HOLDING", "syncing_STAMPED", "words_EVERY", "deeds_COUNTED"),
    *(f"audiences_{whom}" for whom in ("MEMBERS", "EVERYBODY", "PAST")),
    *(f"handed_out_{what}" for what in ("KINDS", "STATES", "REFERRALS")),
    *("care_letters_COUNTED", "care_letters_NEWEST", "care_cases_OPENED"),
}
MASTERS = {  # a handful of rows
    *("operator", "program", "epoch", "shift"),
    *("claim_key", "receipt_issuer", "receipt_device", "template"),
    *("set_aside", "branch", "office_receipt"),
    *("role_limit", "mark", "letter", "draft"),
}


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
