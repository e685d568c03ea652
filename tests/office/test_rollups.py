"""Sums beside the facts: folded from what was new, late ones named, and found out when wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from pos.office.desk.recovery import own_epoch
from pos.office.ledger.books import Books
from pos.office.ledger.rollups import close_month, first_open, liability, outstanding
from pos.office.ledger.verifying import Checked, OfficeAudit, OfficeFault
from pos.office.schema.engine import create_schema, office_engine, reading, transaction
from pos.office.schema.facts import counted, entry, held, member_day, posting, sale_line
from pos.office.schema.sums import day_money, day_sum, late_sum, member_sum
from tests.office.tills import Till, World


@pytest.fixture
def world(office_url: str, tmp_path: Path) -> Iterator[World]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    made = World(engine, tmp_path)
    yield made
    engine.dispose()


def faults(world: World, a_round: int = 200_000) -> tuple[list[OfficeFault], Checked]:
    with reading(world.engine) as db:
        audit = OfficeAudit(Books(db, 1, world.clock, own_epoch(db, 1)), a_round)
        return list(audit.faults()), audit.checked


def traded(world: World) -> list[Till]:
    """Two shops, four members, points that moved between them."""
    here, there = world.till(1), world.till(2)
    members = [world.member(here, f"Member {n}") for n in range(4)]
    for n, member in enumerate(members):
        here.sold(member, 10_000 * (n + 1), lines=2)
    here.sold(None, 700)
    here.quiet()
    there.quiet()
    there.sync.reserve(members[0], 100)
    here.sync.round()
    world.clock.advance(timedelta(days=1))
    there.sync.reserve(members[0], 100)
    there.sold(members[0], 5_000)
    for _ in range(3):
        there.quiet()
        here.quiet()
    return [here, there]


def test_sums_are_what_the_facts_say(world: World) -> None:
    tills = traded(world)
    found, checked = faults(world)
    assert found == []
    assert checked.entries == len(world.rows(entry))
    assert checked.entries > sum(len(till.entries()) for till in tills)  # and its own
    assert faults(world, a_round=2) == ([], checked)


def test_sums_hold_after_a_terminal_was_restored_from_a_backup(world: World) -> None:
    till = world.till(1)
    ann = world.member(till)
    till.sold(ann, 20_000)
    till.quiet()
    backup = world.copied(till)
    till.sold(ann, 10_000)
    till.quiet()
    world.put_back(till, backup)
    till.sold(ann, 5_000)
    till.quiet()
    assert till.balance(ann) == (350, 0)
    found, checked = faults(world)
    assert found == []
    assert checked.epochs > 2


def test_money_and_points_of_a_day_are_in_its_sums(world: World) -> None:
    traded(world)
    money = {row[:4]: row[4:] for row in world.rows(day_money)}
    assert money[1, 20261122, 1, "EUR"] == (5, 100_700, 0, 4)
    assert money[1, 20261123, 2, "EUR"] == (1, 5_000, 0, 1)
    sums = {row[1:4]: row[4:6] for row in world.rows(day_sum)}
    assert sums[20261122, 1, "sale"] == (5, 1_000)
    first = min(row[2:] for row in world.rows(member_sum))
    assert first == (1, 20261122, 20261122, 1, 10_000, 100, 0)


@pytest.mark.parametrize(
    ("table", "column", "what"),
    [
        (entry, "body", "chain"),
        (posting, "points", "chain"),
        (sale_line, "amount_minor", "rows"),
        (held, "points", "held"),
        (counted, "amount", "counted"),
        (member_day, "visits", "member_day"),
        (member_sum, "sales", "member_sum"),
        (day_sum, "issued", "day_sum"),
        (day_money, "sales", "day_money"),
    ],
)
def test_a_changed_row_is_found(world: World, table: sa.Table, column: str, what: str) -> None:
    traded(world)
    with transaction(world.engine) as db:
        kept = table.c[column]
        if table is counted:
            row = {"merchant": 1, "owner": b"x" * 16, "name": "stamps:a", "holder": 1, "day": 0}
            db.execute(table.insert(), {**row, "amount": 3})
        changed = kept + 1 if not isinstance(kept.type, sa.Text) else kept.concat(" ")
        db.execute(table.update().values({column: changed}))
    found, _ = faults(world)
    assert what in {fault.what for fault in found}


def test_a_missing_entry_is_found(world: World) -> None:
    traded(world)
    with transaction(world.engine) as db:
        db.execute(entry.delete().where(entry.c.terminal == 1, entry.c.seq == 2))
    found, _ = faults(world)
    assert {"place", "chain"} <= {fault.what for fault in found}


def test_what_comes_for_a_closed_month_is_counted_in_the_next(world: World) -> None:
    till = world.till(1)
    ann = world.member(till)
    till.sold(ann, 10_000)
    till.quiet()
    till.sold(ann, 20_000)
    with transaction(world.engine) as db:
        assert close_month(db, 1, 202611, 5, "the owner") == [(1, 1, 1, world_contact(world))]
        assert close_month(db, 1, 202611, 9, "another") == [(1, 1, 1, world_contact(world))]
    world.clock.advance(timedelta(days=10))
    till.quiet()
    till.sold(ann, 30_000)
    till.quiet()
    late = world.rows(late_sum)
    assert [row[1:7] for row in late] == [(202612, 202611, 1, "sale", 1, 200)]
    with reading(world.engine) as db:
        november, december = liability(db, 1, 202611), liability(db, 1, 202612)
        assert (november.opening, november.changes["issued"], november.closing) == (0, 100, 100)
        assert (december.opening, december.changes["issued"]) == (100, 500)
        assert (december.closing, december.late_entries) == (600, 1)
        assert sum(outstanding(db, 1).values()) == 600
    assert faults(world)[0] == []


def world_contact(world: World) -> int:
    with reading(world.engine) as db:
        return int(db.execute(sa.text("SELECT contact_ms FROM terminal")).scalar_one())


def test_a_month_that_is_open_follows_one_that_is_closed() -> None:
    assert first_open(202611, {202611, 202612, 202701}) == 202702
    assert first_open(202611, set()) == 202611
    assert first_open(202611, {202612}) == 202611
