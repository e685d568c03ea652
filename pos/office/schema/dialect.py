"""What is said differently to PostgreSQL than to SQLite: many rows at once, and adding to rows.

COPY into a stage of the session, then one INSERT … ON CONFLICT from there, in the order of the
keys: two pushes at once then wait for each other, and never both (ledger-sync.md 6e, 7). A few rows
are not worth a stage. The third difference, months of facts, is in `partitions`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

Row = tuple[Any, ...]
"""A row's values, in the order of its table's columns."""
FEW = 4
"""Rows that go faster one by one than over a stage."""

_used: WeakKeyDictionary[sa.Connection, set[str]] = WeakKeyDictionary()
"""Stages that hold rows of a transaction still under way; its end empties them."""
_TYPES = {"INTEGER": "int4", "BIGINT": "int8", "TEXT": "text", "BYTEA": "bytea"}


@dataclass(frozen=True, slots=True)
class Adding:
    """What becomes of a row that is there already, by column; a column not named stays."""

    add: tuple[str, ...] = ()
    put: tuple[str, ...] = ()
    least: tuple[str, ...] = ()
    most: tuple[str, ...] = ()


def is_postgresql(db: sa.Connection) -> bool:
    """Whether it is PostgreSQL, or SQLite."""
    return db.dialect.name == "postgresql"


def load(db: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Store rows whose keys are new."""
    if rows and is_postgresql(db) and len(rows) > FEW:
        _copy(db, table, table.name, rows)
    elif rows:
        _each(db, _insert(table, is_postgresql(db)), rows)


def load_new(db: sa.Connection, table: sa.Table, rows: Sequence[Row], column: str) -> set[int]:
    """Store the rows whose keys are new, pass over the others; `column` of those stored."""
    if is_postgresql(db) and len(rows) > FEW:
        try:
            with db.begin_nested():  # what was checked against its chain is new as good as always
                _copy(db, table, table.name, rows)
        except sa.exc.IntegrityError:
            into = _staged(db, table, rows)
            done = db.exec_driver_sql(f"{into} ON CONFLICT DO NOTHING RETURNING {column}")
            return {row[0] for row in done}
        at = list(table.columns.keys()).index(column)
        return {row[at] for row in rows}
    insert = _insert(table, is_postgresql(db))
    one = f"{insert} ON CONFLICT DO NOTHING RETURNING {column}"
    stored = [db.exec_driver_sql(one, row).all() for row in rows]
    return {row[0] for found in stored for row in found}


def merge(db: sa.Connection, table: sa.Table, rows: Sequence[Row], adding: Adding) -> None:
    """Store rows; one whose key is there is changed as `adding` says. No key may come twice."""
    if not rows:
        return
    then = _conflict(table, adding, is_postgresql(db))
    if is_postgresql(db) and len(rows) > FEW:
        db.exec_driver_sql(f"{_staged(db, table, rows)} {then}")
        return
    places = [list(table.columns).index(column) for column in table.primary_key.columns]
    ordered = sorted(rows, key=lambda row: tuple(row[place] for place in places))
    _each(db, f"{_insert(table, is_postgresql(db))} {then}", ordered)


def among(
    db: sa.Connection, column: sa.ColumnElement[Any], values: Collection[Any]
) -> sa.ColumnElement[bool]:
    """Whether a column is one of many values: one parameter on PostgreSQL, not a thousand."""
    ordered = sorted(values)
    if is_postgresql(db):
        kind = postgresql.ARRAY(column.type)
        return column == sa.func.any(sa.bindparam(None, ordered, type_=kind))
    return column.in_(ordered)


def _each(db: sa.Connection, statement: str, rows: Sequence[Row]) -> None:
    db.exec_driver_sql(statement, list(rows))


def _staged(db: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> str:
    """Rows in the session's stage of a table, and the INSERT that reads them in the keys' order."""
    stage = f"stage_{table.name}"
    db.exec_driver_sql(
        f"CREATE TEMPORARY TABLE IF NOT EXISTS {stage} (LIKE {table.name}) ON COMMIT DELETE ROWS"
    )
    used = _used.setdefault(db, set())
    if stage in used:
        db.exec_driver_sql(f"TRUNCATE {stage}")
    used.add(stage)
    _copy(db, table, stage, rows)
    columns = ", ".join(table.columns.keys())
    keys = ", ".join(table.primary_key.columns.keys())
    return (
        f"INSERT INTO {table.name} AS known ({columns}) "
        f"SELECT {columns} FROM {stage} ORDER BY {keys}"
    )


def _copy(db: sa.Connection, table: sa.Table, into: str, rows: Sequence[Row]) -> None:
    """COPY rows in; every value goes as its column's own type."""
    statement = f"COPY {into} ({', '.join(table.columns.keys())}) FROM STDIN (FORMAT BINARY)"
    driver: Any = db.connection.driver_connection
    with _as_ours(db, statement), driver.cursor() as cursor, cursor.copy(statement) as copy:
        copy.set_types(_types(table))
        for row in rows:
            copy.write_row(row)


@contextmanager
def _as_ours(db: sa.Connection, statement: str) -> Iterator[None]:
    """What the driver raises on its own, as SQLAlchemy would have raised it."""
    error = db.dialect.loaded_dbapi.Error
    try:
        yield
    except error as trouble:
        raise sa.exc.DBAPIError.instance(
            statement, None, trouble, error, hide_parameters=True, dialect=db.dialect
        ) from trouble


@lru_cache(maxsize=64)
def _types(table: sa.Table) -> list[str]:
    spoken = postgresql.dialect()  # type: ignore[no-untyped-call]
    return [_TYPES[column.type.compile(spoken)] for column in table.columns]


@lru_cache(maxsize=64)
def _insert(table: sa.Table, numbered: bool) -> str:
    columns = table.columns.keys()
    marks = ", ".join(["%s" if numbered else "?"] * len(columns))
    return f"INSERT INTO {table.name} AS known ({', '.join(columns)}) VALUES ({marks})"


@lru_cache(maxsize=64)
def _conflict(table: sa.Table, adding: Adding, spelled: bool) -> str:
    least, most = ("LEAST", "GREATEST") if spelled else ("min", "max")
    changes = [
        *(f"{name} = known.{name} + excluded.{name}" for name in adding.add),
        *(f"{name} = excluded.{name}" for name in adding.put),
        *(f"{name} = {least}(known.{name}, excluded.{name})" for name in adding.least),
        *(f"{name} = {most}(known.{name}, excluded.{name})" for name in adding.most),
    ]
    keys = ", ".join(table.primary_key.columns.keys())
    return f"ON CONFLICT ({keys}) DO UPDATE SET {', '.join(changes)}"
