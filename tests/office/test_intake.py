"""Many rows at once: only new ones are stored and folded, on both engines alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import sale_from
from pos.office.ledger.sold import counted_of, sold_of
from pos.office.schema.dialect import FEW, Adding, load_new, merge
from pos.office.schema.engine import create_schema, office_engine, transaction
from pos.office.schema.facts import entry, held, sale
from pos.office.schema.partitions import make_room
from pos.office.schema.sums import member_sum
from pos.store.booking import line_rows
from pos.store.columns import day_number
from pos.sync.wire import entry_of
from tests.bench.office_sales import Stream, patterns
from tests.office.test_core import everything
from tests.office.tills import World


@pytest.fixture
def engine(office_url: str) -> Iterator[sa.Engine]:
    made = office_engine(office_url)
    create_schema(made, 0)
    yield made
    made.dispose()


def fact(seq: int, body: str = "") -> tuple[object, ...]:
    return (1, 1, 1, seq, 20261122, b"s" * 16, "sale", 1, None, 1, body, b"h" * 32, 1)


@pytest.mark.parametrize("many", [1, FEW, FEW + 1, 300])
def test_rows_that_are_there_are_passed_over(engine: sa.Engine, many: int) -> None:
    first, all_of_them = range(1, many + 1), range(1, 2 * many + 1)
    with transaction(engine) as db:
        make_room(db, [20261122], World.today())
        assert load_new(db, entry, [fact(n, "first") for n in first], "seq") == set(first)
    for _ in range(2):
        with transaction(engine) as db:
            stored = load_new(db, entry, [fact(n, "again") for n in all_of_them], "seq")
            assert stored == set(all_of_them) - set(first)
            first = all_of_them
    with transaction(engine) as db:
        bodies = list(db.execute(sa.select(entry.c.body).order_by(entry.c.seq)).scalars())
    assert bodies == ["first"] * many + ["again"] * many


@pytest.mark.parametrize("many", [1, FEW + 1, 500])
def test_rows_are_added_to_as_told(engine: sa.Engine, many: int) -> None:
    how = Adding(add=("sales", "total_minor"), least=("first_day",), most=("last_day",))
    with transaction(engine) as db:
        for first, last in ((20261105, 20261106), (20261101, 20261103), (20261104, 20261130)):
            rows = [
                (1, n.to_bytes(16, "big"), 1, first, last, 1, 10, 0, 0)
                for n in reversed(range(many))
            ]
            merge(db, member_sum, rows, how)
        found = set(db.execute(sa.select(*list(member_sum.c)[3:])).all())
    assert found == {(20261101, 20261130, 3, 30, 0, 0)}


def test_text_bytes_and_nothing_arrive_as_they_are(engine: sa.Engine) -> None:
    odd = ['\\N\t"\n\r', "", "한글 ☕ \U0001f600", "a" * 70_000, "\\."] + ["x"] * FEW
    with transaction(engine) as db:
        make_room(db, [20261122], World.today())
        load_new(db, entry, [fact(n, text) for n, text in enumerate(odd, 1)], "seq")
        found = db.execute(sa.select(entry.c.body, entry.c.member).order_by(entry.c.seq)).all()
    assert [row.body for row in found] == odd
    assert {row.member for row in found} == {None}


def test_a_large_push_and_single_ones_come_to_the_same(engine: sa.Engine, tmp_path: Path) -> None:
    world = World(engine, tmp_path)
    for number in (1, 2):
        world.till(number)
    batch, lines, _ = Stream(1, 30).batch(60)
    assert world.push(1, world.session(1), 1, batch, lines).next == 61
    session = world.session(2)
    other = Stream(2, 30)
    for n in range(60):
        one, line, _ = other.batch(1)
        assert world.push(2, session, n + 1, one, line).next == n + 2
    seen = everything(world)
    assert len([row for row in seen["sale"] if row[1] == 1]) == 60
    assert len([row for row in seen["sale"] if row[1] == 2]) == 60
    again = world.push(1, world.session(1), 1, batch, lines)
    assert again.next == 61
    del seen["terminal_epoch"]
    now = everything(world)
    assert {name: now[name] for name in seen} == seen


def test_a_body_read_fast_is_what_the_rules_read() -> None:
    for wire in patterns(60):
        made = entry_of(wire, 1, 1)
        told = sale_from(made.body, made.source, made.member, made.program)
        fast = sold_of(wire.body, wire.source, wire.member, wire.program)
        assert fast.lines == [tuple(row) for row in line_rows(told)]
        assert (fast.total_minor, fast.paid_minor) == (told.total_minor, told.paid_minor)
        assert (fast.earned, fast.redeemed) == (told.earned, told.redeemed)
        assert (fast.currency, fast.operator) == (told.currency, told.operator)
        daily = {c.name: c.amount for c in told.daily(made.business_date)}
        if made.member:
            assert daily["spend"] == fast.spent
        assert fast.counts == [counted_of(count) for count in counts_of(made)[len(daily) :]]
        assert day_number(made.business_date) == wire.bizdate


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_what_is_read_fast_the_rules_would_not_crash_on(data: st.DataObject) -> None:
    """A body changed anywhere is refused as unreadable, or read; nothing else."""
    wire = patterns(60)[data.draw(st.integers(0, 59))]
    at = data.draw(st.integers(0, len(wire.body) - 1))
    piece = data.draw(st.sampled_from(['"', "[", "]", "-", "9" * 30, "null", "1.5", "\\u0000", ""]))
    body = wire.body[:at] + piece + wire.body[at + data.draw(st.integers(0, 3)) :]
    try:
        found = sold_of(body, wire.source, wire.member, wire.program)
    except LoyaltyError:  # any other error fails the test
        return
    assert not any("\0" in part for row in found.lines for part in row if isinstance(part, str))


def test_a_sale_with_a_nul_in_its_body_is_kept(engine: sa.Engine, tmp_path: Path) -> None:
    world = World(engine, tmp_path)
    world.till(1)
    stream = Stream(1, 3)
    stream.swap = ("40063813", "\\u000040063")
    batch, lines, _ = stream.batch(8)
    answer = world.push(1, world.session(1), 1, batch, lines)
    assert (answer.next, answer.set_aside) == (9, ())
    assert len(world.rows(sale)) == 8
    assert world.rows(held)
