"""A simulated till runs the real store, dies in every way, and can be copied whole."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from loyalty.ledger.entry import Kind
from pos.clock import FixedClock
from pos.store import Store, backup, check_backup, verify
from pos.trouble import TroubleError
from tests.simulation import vfs
from tests.simulation.acts import furnished
from tests.simulation.machine import DATABASE, RESERVE, Image, Killed, Machine
from tests.store.shop import ANNA, act, book_sale, goods

SCHEMAS = Path(__file__).parents[1] / "store" / "schemas"


def sell(machine: Machine, store: Store, number: int, lines: int = 1) -> None:
    with store.writing() as work:
        book_sale(work, machine.clock, number, ANNA, goods(*[1_000] * lines))


def sold(store: Store, *numbers: int) -> list[bool]:
    with store.reading() as view:
        assert not list(verify(view))
        return [view.entry_of(act(number), Kind.SALE) is not None for number in numbers]


def codes(store: Store) -> list[str]:
    return [health.code for health in store.health]


def test_it_is_the_stores_own_driver_in_wal_with_full_flushes(machine: Machine) -> None:
    store = machine.open()
    with store.reading() as view:
        assert isinstance(view._db, sqlite3.Connection)
        assert view._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert view._db.execute("PRAGMA synchronous").fetchone() == (2,)
        assert view._db.execute("SELECT sqlite_version()").fetchone() == (sqlite3.sqlite_version,)


def test_a_sale_is_one_flush(machine: Machine) -> None:
    store = machine.open()
    sell(machine, store, 1)  # the log's file is new, and flushed with its name
    for number in range(2, 8):
        before = machine.disk.flushed
        sell(machine, store, number)
        assert machine.disk.flushed == before + 1


def test_a_furnished_shop_can_be_any_terminals(tmp_path: Path, machine: Machine) -> None:
    till = Machine(machine.chance, machine.clock, tmp_path / "5", furnished(), terminal=5)
    store = till.open()
    assert (store.terminal, store.epoch, codes(store)) == (5, 1, [])
    till.kill()


def test_a_reader_sees_the_state_before_while_a_writer_writes(machine: Machine) -> None:
    store = machine.open()
    with store.writing() as work:
        book_sale(work, machine.clock, 1)
        with store.reading() as view:
            assert view.entry_of(act(1), Kind.SALE) is None
    assert sold(store, 1) == [True]


@pytest.mark.parametrize("end", [Machine.kill, Machine.cut_power])
def test_what_was_booked_outlives_the_program(machine: Machine, end: object) -> None:
    assert callable(end)
    sell(machine, machine.open(), 1)
    end(machine)
    assert not machine.running
    store = machine.open()
    assert "unclean-shutdown" in codes(store)
    assert sold(store, 1, 2) == [True, False]


def test_a_killed_program_says_nothing_more_to_its_disk(machine: Machine) -> None:
    store = machine.open()
    machine.kill_after(5)
    with pytest.raises(Killed):
        sell(machine, store, 1)
    operations = machine.disk.operations
    with pytest.raises(Killed):
        sell(machine, store, 2)
    assert not machine.running
    machine.kill()
    assert machine.disk.operations == operations
    assert not vfs._open
    assert sold(machine.open(), 1, 2) == [False, False]


def test_a_sale_is_whole_or_absent_wherever_it_is_killed(machine: Machine) -> None:
    whole = set()
    for statement in range(1, 40):
        number = statement * 10
        store = machine.open()
        machine.kill_after(statement)
        try:
            sell(machine, store, number)
        except Killed:
            store = machine.open()
            whole.add(sold(store, number)[0])
        machine.heal()
        sell(machine, store, number)
        assert sold(store, number) == [True]
        machine.close()
    assert whole == {False}  # the commit is one statement, and nothing comes after it


def test_a_statement_can_be_watched(machine: Machine) -> None:
    seen: list[int] = []
    machine.open(seen.append)
    assert seen == list(range(1, machine.statements + 1))


def test_without_power_the_program_sees_errors_and_books_nothing(machine: Machine) -> None:
    store = machine.open()
    machine.power_off_after(1)
    with pytest.raises(TroubleError):
        sell(machine, store, 1)
    assert not machine.running
    machine.cut_power()
    assert sold(machine.open(), 1) == [False]


def test_an_older_copy_of_the_ledger_is_noticed_by_its_mark(machine: Machine) -> None:
    before = machine.copy()
    sell(machine, machine.open(), 1)
    machine.close()
    machine.restore(before, ledger_only=True)
    store = machine.open()
    assert "ledger-behind" in codes(store)
    assert store.epoch == 2


def test_an_older_copy_of_the_whole_machine_is_not_noticed(machine: Machine) -> None:
    before = machine.copy()
    sell(machine, machine.open(), 1)
    machine.restore(before)
    store = machine.open()
    assert codes(store) == []
    assert store.epoch == 1
    assert sold(store, 1) == [False]


def test_a_clone_goes_its_own_way(machine: Machine, tmp_path: Path) -> None:
    clone = Machine(random.Random(2), machine.clock, tmp_path / "clone", machine.copy())
    first, second = machine.open(), clone.open()
    sell(machine, first, 1)
    sell(clone, second, 2)
    assert sold(first, 1, 2) == [True, False]
    assert sold(second, 1, 2) == [False, True]
    clone.kill()
    sell(machine, first, 3)


def test_a_full_disk_books_nothing_until_there_is_room(machine: Machine) -> None:
    store = machine.open()
    sell(machine, store, 0)
    machine.fill_disk(1)
    with pytest.raises(TroubleError, match="disk-full"):
        sell(machine, store, 1)
    assert sold(store, 1) == [False]
    machine.make_room()
    sell(machine, store, 1)
    assert sold(store, 1) == [True]


def test_the_reserve_makes_room_on_a_full_disk(machine: Machine, tmp_path: Path) -> None:
    till = with_reserve(machine, tmp_path)
    store = till.open()
    till.fill_disk(1)
    with pytest.raises(TroubleError) as error:
        sell(till, store, 1)
    assert error.value.facts["reserve"] is True
    sell(till, store, 1)
    assert sold(store, 1) == [True]
    till.close()


def test_a_shop_opens_on_a_disk_that_was_full_overnight(machine: Machine, tmp_path: Path) -> None:
    till = with_reserve(machine, tmp_path)
    till.open()
    till.close()
    till.fill_disk(1)
    store = till.open()
    assert codes(store) == ["reserve-used"]
    assert not (till.folder / RESERVE).exists()
    sell(till, store, 1)
    till.close()


def test_without_a_reserve_a_full_disk_is_said_at_the_start(machine: Machine) -> None:
    machine.fill_disk(1)
    with pytest.raises(TroubleError, match="disk-full"):
        machine.open()
    machine.make_room()
    assert codes(machine.open()) == []


def test_a_failed_operation_is_trouble_and_the_sale_can_be_repeated(machine: Machine) -> None:
    for operation in range(1, 30):
        store = machine.open()
        machine.io_error(operation)
        try:
            sell(machine, store, operation)
        except TroubleError:
            assert sold(store, operation) == [False]
            sell(machine, store, operation)
        machine.cut_power()
        assert sold(machine.open(), operation) == [True]


def test_a_ledger_that_could_not_be_read_once_is_not_called_broken(machine: Machine) -> None:
    sell(machine, machine.open(), 1)
    machine.cut_power()
    broken = machine.copy()
    begins = 0
    for operation in range(1, 200):
        machine.restore(broken)
        machine.io_error(operation)
        try:
            store = machine.open()
        except TroubleError as trouble:
            assert trouble.code == "store-unreadable"  # noqa: PT017  (others open)
            continue
        assert codes(store) == ["unclean-shutdown"]
        begins += 1
    assert begins > 10


def test_a_last_sale_that_is_half_there_does_not_keep_the_shop_shut(machine: Machine) -> None:
    store = machine.open()
    sell(machine, store, 1)
    with store.writing() as work:
        work._db.execute("DROP TRIGGER posting_no_update")
        work._db.execute("UPDATE posting SET points = points + 1 WHERE n = 0")
    machine.kill()
    assert "chain-broken" in codes(machine.open())


def test_a_checkpoint_that_fails_is_trouble(machine: Machine) -> None:
    store = machine.open()
    sell(machine, store, 1)
    machine.io_error(1)
    with pytest.raises(TroubleError, match="store-unreadable"):
        store.checkpoint()
    assert sold(store, 1) == [True]


def test_a_backup_of_a_simulated_till_is_a_real_file(machine: Machine, tmp_path: Path) -> None:
    store = machine.open()
    sell(machine, store, 1)
    made = backup(store, tmp_path / "backups")
    assert check_backup(made)["entry"] == 3
    with closing(sqlite3.connect(made)) as copy:
        assert copy.execute("SELECT count(*) FROM sale").fetchone() == (1,)


@pytest.mark.parametrize("schema", ["", *sorted(file.stem for file in SCHEMAS.glob("*.db"))[:-1]])
def test_a_schema_is_made_whole_or_not_at_all(
    machine: Machine, tmp_path: Path, clock: FixedClock, schema: str
) -> None:
    old = (SCHEMAS / f"{schema}.db").read_bytes() if schema else b""
    chance = random.Random(3)
    for number in range(4):
        till = Machine(chance, clock, tmp_path / str(number), Image({DATABASE: old}))
        for _ in range(6):
            till.power_off_after(chance.randint(1, 500))
            try:
                till.open()
            except TroubleError:
                assert not till.running
            till.cut_power()
        store = till.open()
        with store.reading() as view:
            assert not list(verify(view))
            assert bool(view.last_entry()) is bool(schema)
            assert view._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        till.kill()


def with_reserve(machine: Machine, tmp_path: Path) -> Machine:
    """The same till, with a reserve file."""
    return Machine(
        machine.chance, machine.clock, tmp_path / "kept", machine.copy(), reserve_bytes=65_536
    )
