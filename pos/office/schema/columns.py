"""The bricks of head office's schema: the same tables on SQLite, PostgreSQL and what shards it.

`merchant` leads every key, ids are bytes, times are UTC milliseconds and days numbers such as
20261122: no sequences, no arrays, nothing that one engine has and another lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData()

# STRICT tables know no BIGINT; SQLite's INTEGER holds 64 bits anyway.
Big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

Kind = sa.types.TypeEngine[Any]


def merchant() -> sa.Column[Any]:
    """The first column of every table and key: whose row it is."""
    return key("merchant")


def key(name: str, kind: Kind | None = None) -> sa.Column[Any]:
    """A part of the primary key. Never counted up by the engine: ids come from whoever acts."""
    return sa.Column(name, kind or sa.Integer(), primary_key=True, autoincrement=False)


def need(name: str, kind: Kind | None = None, *, later: str | None = None) -> sa.Column[Any]:
    """A column that is never empty. `later`: what rows have that are older than the column."""
    return sa.Column(name, kind or sa.Integer(), nullable=False, server_default=later)


def may(name: str, kind: Kind | None = None) -> sa.Column[Any]:
    """A column that may be empty."""
    return sa.Column(name, kind or sa.Integer(), nullable=True)


def ident(name: str, *, leads: bool = False, needed: bool = True) -> sa.Column[Any]:
    """16 bytes of an id, or 32 of a hash. `leads`: it is a part of the primary key."""
    return sa.Column(
        name,
        sa.LargeBinary(),
        primary_key=leads,
        autoincrement=False,
        nullable=not (leads or needed),
    )


def belongs(to: str, columns: Sequence[str], theirs: Sequence[str] = ()) -> sa.schema.SchemaItem:
    """A reference to the key of another table; both begin with `merchant`."""
    return sa.ForeignKeyConstraint(list(columns), [f"{to}.{name}" for name in theirs or columns])


def table(name: str, *parts: sa.schema.SchemaItem, rows: bool = False, **more: Any) -> sa.Table:
    """A table, STRICT on SQLite. `rows`: keep SQLite's row numbers, which pay where rows are long;
    `more`: what one engine is told besides, such as `postgresql_partition_by`.
    """
    return sa.Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rows, **more)
