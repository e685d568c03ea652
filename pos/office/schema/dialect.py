"""What is said differently to PostgreSQL than to SQLite: many rows at once, and adding to rows.

Facts go by COPY. What adds to rows goes as one array a column, several tables on one journey, in
the order of the keys: two pushes at once then wait for each other, and never both (ledger-sync.md
6e, 7). The third difference, months of facts, is in `partitions`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

Row = tuple[Any, ...]
"""A row's values, in the order of its table's columns."""
FEW = 4
"""Rows that go faster one by one."""

_SPOKEN = postgresql.dialect()  # type: ignore[no-untyped-call]
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
            told = f"{_spread(table)} ON CONFLICT DO NOTHING RETURNING {column}"
            return {row[0] for row in db.exec_driver_sql(told, _arrays(table, rows))}
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
    places = [list(table.columns).index(column) for column in table.primary_key.columns]
    ordered = sorted(rows, key=itemgetter(*places))
    then = _conflict(table, adding, is_postgresql(db))
    one = f"{_insert(table, is_postgresql(db))} {then}"
    if not is_postgresql(db):
        _each(db, one, ordered)
        return
    driver: Any = db.connection.driver_connection
    with _as_ours(db, one), driver.cursor() as cursor:
        if len(rows) > FEW:
            cursor.execute(f"{_spread(table)} {then}", _arrays(table, ordered))
        else:
            cursor.executemany(one, ordered)


@contextmanager
def together(db: sa.Connection) -> Iterator[None]:
    """Sends each `merge` without waiting for the one before; what goes wrong with any of them is
    raised at the end. Nothing may be asked meanwhile.
    """
    if not is_postgresql(db):
        yield
        return
    driver: Any = db.connection.driver_connection
    with _as_ours(db, "pipeline"), driver.pipeline():
        yield


def among(
    db: sa.Connection, column: sa.ColumnElement[Any], values: Collection[Any]
) -> sa.ColumnElement[bool]:
    """Whether a column is one of many values: one parameter on PostgreSQL, not a thousand."""
    told = listed(db, column, values)
    if is_postgresql(db):
        return _unnested(column, sa.bindparam(None, told, type_=sa.Text()))
    return column.in_(told)


def one_of(column: sa.ColumnElement[Any], name: str, *, many: bool) -> sa.ColumnElement[bool]:
    """As `among` in a statement that is built once: the values come when it is run, as `listed` has
    them, under a name. `many`: for PostgreSQL.
    """
    if many:
        return _unnested(column, sa.bindparam(name, type_=sa.Text()))
    return column.in_(sa.bindparam(name, expanding=True))


def listed(db: sa.Connection, column: sa.ColumnElement[Any], values: Collection[Any]) -> Any:
    """Values for `one_of`."""
    ordered = sorted(values)
    if is_postgresql(db):
        return _array(_TYPES[column.type.compile(_SPOKEN)], ordered)
    return ordered


def _unnested(column: sa.ColumnElement[Any], told: sa.BindParameter[str]) -> sa.ColumnElement[bool]:
    """Read once, where ANY is read for each row."""
    given = sa.cast(told, postgresql.ARRAY(column.type))
    return column.in_(sa.select(sa.func.unnest(given)))


def _each(db: sa.Connection, statement: str, rows: Sequence[Row]) -> None:
    db.exec_driver_sql(statement, list(rows))


def _arrays(table: sa.Table, rows: Sequence[Row]) -> tuple[str, ...]:
    """Rows as `_spread` takes them: an array a column."""
    columns = zip(*rows, strict=True)
    return tuple(_array(kind, each) for kind, each in zip(_types(table), columns, strict=True))


def _array(kind: str, values: Sequence[Any]) -> str:
    """Values as PostgreSQL writes an array of them; the driver's own way takes ten times as long.

    In quotes a backslash takes the next character as it is.
    """
    if kind == "bytea":
        return "{" + ",".join(["NULL" if v is None else f'"\\\\x{v.hex()}"' for v in values]) + "}"
    if kind == "text":
        return "{" + ",".join(["NULL" if v is None else _quoted(v) for v in values]) + "}"
    return "{" + ",".join(map(str, values)).replace("None", "NULL") + "}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


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
    return [_TYPES[column.type.compile(_SPOKEN)] for column in table.columns]


@lru_cache(maxsize=64)
def _spread(table: sa.Table) -> str:
    """An INSERT of as many rows as its arrays have."""
    columns = ", ".join(table.columns.keys())
    arrays = ", ".join(f"%s::{kind}[]" for kind in _types(table))
    return f"INSERT INTO {table.name} AS known ({columns}) SELECT * FROM unnest({arrays})"


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
