"""Months of facts: a partition is there when a day needs it, and only as many as make sense."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from pos.office.schema.engine import create_schema, office_engine, reading, transaction
from pos.office.schema.facts import FACTS, entry
from pos.office.schema.partitions import FIRST_YEAR, LAST_YEAR, Span, make_room, span_for
from tests.office.test_core import at_once
from tests.office.tills import World

TODAY = date(2026, 11, 22)


@pytest.fixture
def engine(postgres_url: str) -> Iterator[sa.Engine]:
    made = office_engine(postgres_url)
    create_schema(made, 0)
    yield made
    made.dispose()


def partitions(engine: sa.Engine) -> list[str]:
    asked = sa.text(
        "SELECT c.relname FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid "
        "JOIN pg_class p ON p.oid = inhparent WHERE p.relkind = 'p'"
    )
    with reading(engine) as db:
        return sorted(db.execute(asked).scalars())


@given(
    st.lists(st.dates(date(1, 1, 1), date(9999, 12, 31)), max_size=30),
    st.dates(date(2024, 1, 1), date(2040, 1, 1)),
)
@settings(max_examples=200)
def test_every_day_has_one_span_and_spans_never_overlap(days: list[date], today: date) -> None:
    there: list[Span] = []
    for day in days:
        number = day.year * 10_000 + day.month * 100 + day.day
        if not any(first <= number < last for first, last in there):
            first, last = span_for(number, today, there)
            assert first <= number < last
            assert all(last <= other[0] or first >= other[1] for other in there)
            there.append((first, last))


def test_days_of_a_wrong_clock_make_a_few_hundred_spans_at_most() -> None:
    there: list[Span] = []
    for year in range(1, 9999):
        for month in (1, 5, 12):
            number = year * 10_000 + month * 100 + 1
            if not any(first <= number < last for first, last in there):
                there.append(span_for(number, TODAY, there))
    assert len(there) < LAST_YEAR - FIRST_YEAR + 60


def test_a_first_sale_of_a_month_makes_its_partitions(engine: sa.Engine, tmp_path: Path) -> None:
    world = World(engine, tmp_path)
    till = world.till(1)
    till.sold(world.member(till))
    till.quiet()
    wanted = sorted(f"{table.name}_20261101_20261201" for table in FACTS)
    assert partitions(engine) == wanted
    with reading(engine) as db:
        asked = sa.text("SELECT tableoid::regclass::text FROM entry WHERE terminal = 1")
        assert set(db.execute(asked).scalars()) == {"entry_20261101_20261201"}


def test_pushes_that_need_the_same_new_month_at_once_both_get_it(engine: sa.Engine) -> None:
    def room(day: int) -> None:
        with transaction(engine) as db:
            db.execute(sa.select(entry).limit(1)).all()  # reads facts, as a push does
            make_room(db, [day, 20261231, 20270101], TODAY)
            db.execute(sa.select(entry).limit(1)).all()

    days = (20261101, 20261115, 20261130, 20261101)
    assert at_once(*((lambda day=day: room(day)) for day in days)) == [None] * 4
    assert len(partitions(engine)) == 3 * len(FACTS)


def test_another_process_finds_the_months_that_are_there(
    engine: sa.Engine, postgres_url: str
) -> None:
    with transaction(engine) as db:
        make_room(db, [20261101, 19990101, 21500101, 20450301], TODAY)
    before = partitions(engine)
    other = office_engine(postgres_url)
    with transaction(other) as db:
        make_room(db, [20261130, 1_01_01, 99991231, 20451231], TODAY)
    other.dispose()
    assert partitions(engine) == before
    assert len(before) == 4 * len(FACTS)


def test_sqlite_needs_none() -> None:
    engine = office_engine("sqlite://")
    create_schema(engine, 0)
    with transaction(engine) as db:
        make_room(db, [20261101], TODAY)
    engine.dispose()
