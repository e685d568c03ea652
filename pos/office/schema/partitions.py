"""Months of facts on PostgreSQL: a partition is made when a day first needs one.

A month near today has one of its own, a year further off one for all of it: a terminal whose clock
is wrong, or that means harm, cannot make more than a few hundred. There is no default partition to
be filled by mistake. SQLite keeps all months in one table.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from weakref import WeakKeyDictionary

import sqlalchemy as sa

from pos.office.schema.dialect import is_postgresql
from pos.office.schema.facts import FACTS

MONTHS_BACK, MONTHS_AHEAD = 60, 14
FIRST_YEAR, LAST_YEAR = 2000, 2099
_LOCK = 0x52454D4F  # any number, the same in every process of ours

Span = tuple[int, int]
"""From this day on and up to before that one, as numbers like 20261101."""
_FIRST: Span = (0, FIRST_YEAR * 10_000 + 101)
_LAST: Span = ((LAST_YEAR + 1) * 10_000 + 101, 99_999_999)

_made: WeakKeyDictionary[sa.Engine, list[Span]] = WeakKeyDictionary()
"""What an engine's database is known to have: asking it for every push would cost more than one."""


def make_room(db: sa.Connection, days: Iterable[int], today: date) -> None:
    """See that facts of these days (numbers like 20261122) have a partition.

    Made in a transaction of its own and by ATTACH, so that nobody who reads or writes facts
    meanwhile waits, this transaction included.
    """
    if not is_postgresql(db):
        return
    known = _made.setdefault(db.engine, [])
    wanted = [day for day in sorted(set(days)) if _span_of(known, day) is None]
    if not wanted:
        return
    with db.engine.begin() as own:
        own.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
        found = _there(own)
        for day in wanted:
            if _span_of(found, day) is None:
                span = span_for(day, today, found)
                _make(own, span)
                found.append(span)
    known[:] = found


def span_for(day: int, today: date, there: list[Span]) -> Span:
    """The span to be made for a day that none has: its month, or its year if that is far off."""
    year, month = day // 10_000, day // 100 % 100
    if year < FIRST_YEAR:
        return _FIRST
    if year > LAST_YEAR:
        return _LAST
    away = (year - today.year) * 12 + month - today.month
    whole = (year * 10_000 + 101, (year + 1) * 10_000 + 101)
    alone = all(last <= whole[0] or first >= whole[1] for first, last in there)
    if alone and not -MONTHS_BACK <= away <= MONTHS_AHEAD:
        return whole
    first = year * 10_000 + month * 100 + 1
    return first, (whole[1] if month == 12 else first + 100)


def _span_of(spans: list[Span], day: int) -> Span | None:
    return next((span for span in spans if span[0] <= day < span[1]), None)


def _there(db: sa.Connection) -> list[Span]:
    """Spans that the database has, read from its partitions' names."""
    children = db.exec_driver_sql(
        "SELECT child.relname FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid "
        f"WHERE inhparent = '{FACTS[-1].name}'::regclass"
    )
    parts = (str(row[0]).rsplit("_", 2)[-2:] for row in children)
    return [(int(first), int(last)) for first, last in parts]


def _make(db: sa.Connection, span: Span) -> None:
    """The partitions of a span, each filled by none yet: attaching locks out nobody."""
    for table in FACTS:
        name = f"{table.name}_{span[0]}_{span[1]}"
        db.exec_driver_sql(
            f"CREATE TABLE {name} (LIKE {table.name} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)"
        )
        db.exec_driver_sql(
            f"ALTER TABLE {table.name} ATTACH PARTITION {name} "
            f"FOR VALUES FROM ({span[0]}) TO ({span[1]})"
        )
