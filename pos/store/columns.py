"""The bricks of the schema: column and table builders, and days as numbers.

Integers, texts and 16-byte ids only, so that the schema fits any engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from loyalty.ledger.entry import LotRef

metadata = sa.MetaData()

# STRICT tables know no BIGINT; SQLite's INTEGER holds 64 bits anyway.
Big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def day_number(day: date) -> int:
    """A day as 20261122: sorts as it reads, and a month is a division."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_from(number: int) -> date:
    """The day of a number like 20261122; ValueError for a day that is none."""
    return date(number // 10_000, number // 100 % 100, number % 100)


SLIDES = 100_000_000
"""Added to months: a number behind every day, for points that end so long after the last act."""


def end_number(ref: LotRef) -> int | None:
    """When a lot ends, in one column: its last day, its sliding months, or nothing."""
    if ref.slides:
        return SLIDES + ref.slides
    return day_number(ref.expires_on) if ref.expires_on else None


def end_from(number: int | None) -> tuple[date | None, int]:
    """The last day and the sliding months of such a number."""
    if number is not None and number > SLIDES:
        return None, number - SLIDES
    return (day_from(number) if number is not None else None), 0


def key(name: str, kind: sa.types.TypeEngine[Any] | None = None) -> sa.Column[Any]:
    """A part of the key."""
    return sa.Column(name, kind or sa.Integer(), primary_key=True)


def place(prefix: str = "") -> list[sa.Column[Any]]:
    """Where an entry stands: the columns every key of the ledger begins with."""
    return [key("merchant"), *(key(f"{prefix}{part}") for part in ("terminal", "epoch", "seq"))]


def need(
    name: str, kind: sa.types.TypeEngine[Any] | None = None, *, later: str | None = None
) -> sa.Column[Any]:
    """A column that is never empty. `later`: what rows have that are older than the column."""
    return sa.Column(name, kind or sa.Integer(), nullable=False, server_default=later)


def may(name: str, kind: sa.types.TypeEngine[Any] | None = None) -> sa.Column[Any]:
    """A column that may be empty."""
    return sa.Column(name, kind or sa.Integer(), nullable=True)


def ident(name: str, *, needed: bool = False) -> sa.Column[Any]:
    """16 bytes of an id."""
    return sa.Column(name, sa.LargeBinary(), nullable=not needed)


def table(name: str, *parts: sa.schema.SchemaItem, rows: bool = False) -> sa.Table:
    """A STRICT table. `rows`: keep SQLite's row numbers, which pay where rows are long."""
    return sa.Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rows)


def belongs(to: str, columns: Sequence[str], theirs: Sequence[str] = ()) -> sa.schema.SchemaItem:
    """A reference to the key of another table."""
    keys = [f"{to}.{column}" for column in theirs or columns]
    return sa.ForeignKeyConstraint(list(columns), keys)
