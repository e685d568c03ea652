"""SQLAlchemy statements compiled once, and run on the driver at its own speed.

A sale is some eight statements; compiling or even looking up each one again would cost more than
running it. The statements stay SQLAlchemy's, so another engine is another dialect here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from loyalty.ledger.entry import EntryKey
from pos.clock import Clock
from pos.store.tables import PLACE

Row = tuple[Any, ...]
_DIALECT = sqlite.dialect()


class Prepared:
    """One compiled statement. Its parameters are positional, in the order `names` says."""

    __slots__ = ("names", "sql")

    def __init__(
        self, statement: sa.sql.ClauseElement, columns: Sequence[str] | None = None
    ) -> None:
        compiled = statement.compile(
            dialect=_DIALECT, column_keys=columns, compile_kwargs={"render_postcompile": True}
        )
        assert isinstance(compiled, sa.sql.compiler.SQLCompiler)
        names = compiled.positiontup or []
        pieces = str(compiled).split("?")
        sql = pieces[0]
        wanted = []
        for name, piece in zip(names, pieces[1:], strict=True):
            if compiled.binds[name].required:
                wanted.append(name)
                sql += "?" + piece
            else:  # a constant of ours: written out, so that no call has to carry it
                sql += _literal(compiled.params[name]) + piece
        self.sql = sql
        self.names = tuple(wanted)


def _literal(value: object) -> str:
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, str) and value.isascii() and "'" not in value:
        return f"'{value}'"
    raise TypeError(f"no constant of ours: {value!r}")


def given(name: str) -> sa.BindParameter[Any]:
    """A parameter that every call brings along."""
    return sa.bindparam(name, required=True)


def at(table: sa.Table, prefix: str = "") -> sa.ColumnElement[bool]:
    """`merchant, terminal, epoch, seq` are the given ones, in this order."""
    return sa.and_(
        table.c.merchant == given("merchant"),
        *(table.c[f"{prefix}{part}"] == given(part) for part in ("terminal", "epoch", "seq")),
    )


def same_place(one: sa.Table, other: sa.Table) -> sa.ColumnElement[bool]:
    """Both rows belong to the same entry."""
    return sa.and_(*(one.c[name] == other.c[name] for name in PLACE))


class Rows:
    """One transaction on the file, for one merchant at one terminal: runs prepared statements.

    Rows end here: the classes below it hand out values.
    """

    __slots__ = ("_clock", "_db", "epoch", "merchant", "terminal")

    def __init__(
        self, db: sqlite3.Connection, merchant: int, terminal: int, epoch: int, clock: Clock
    ) -> None:
        self._db = db
        self._clock = clock
        self.merchant = merchant
        self.terminal = terminal
        self.epoch = epoch

    def _one(self, statement: Prepared, *params: object) -> Row | None:
        row: Row | None = self._db.execute(statement.sql, params).fetchone()
        return row

    def _all(self, statement: Prepared, *params: object) -> list[Row]:
        return self._db.execute(statement.sql, params).fetchall()

    def _each(self, statement: Prepared, *params: object) -> Iterable[Row]:
        """Rows one by one, for what may not fit in memory."""
        return self._db.execute(statement.sql, params)

    def _do(self, statement: Prepared, *params: object) -> int:
        """Run a change; how many rows it touched."""
        return self._db.execute(statement.sql, params).rowcount

    def _do_many(self, statement: Prepared, rows: Sequence[Row]) -> None:
        if rows:
            self._db.executemany(statement.sql, rows)

    def _key(self, key: EntryKey) -> tuple[int, int, int, int]:
        return self.merchant, key.terminal, key.epoch, key.seq


def id_from(raw: bytes | None) -> UUID | None:
    """The id of 16 stored bytes; None where there is none."""
    return UUID(bytes=raw) if raw is not None else None


def id_bytes(uuid: UUID | None) -> bytes | None:
    """An id as 16 bytes to store."""
    return uuid.bytes if uuid is not None else None
