"""The simulated disk loses what was not flushed, and nothing else."""

from __future__ import annotations

import random

import pytest

from tests.simulation.disk import FULL, NO_SYNC, NO_WRITE, SECTOR, Disk, DiskError

OLD, NEW = b"o" * 4 * SECTOR, b"n" * 4 * SECTOR
SEEDS = range(200)


def disk_with(seed: int, content: bytes = OLD) -> Disk:
    return Disk(random.Random(seed), {"a": content})


def after_a_cut(disk: Disk, name: str = "a") -> bytes | None:
    disk.cut()
    return disk.image().get(name)


def test_what_was_flushed_is_there_after_a_power_cut() -> None:
    for seed in SEEDS:
        disk = disk_with(seed)
        file = disk.opened("a", create=False)
        disk.write(file, 0, NEW)
        disk.flush(file)
        assert after_a_cut(disk) == NEW


def test_what_was_not_flushed_is_there_by_sectors_in_any_order() -> None:
    found = set()
    for seed in SEEDS:
        disk = disk_with(seed)
        disk.write(disk.opened("a", create=False), 0, NEW)
        left = after_a_cut(disk)
        assert left is not None
        sectors = [left[at : at + SECTOR] for at in range(0, len(left), SECTOR)]
        assert all(len(set(sector)) == 1 for sector in sectors)
        found.add("".join(chr(sector[0]) for sector in sectors))
    assert {"oooo", "nnnn", "onnn", "nooo"} <= found


def test_a_killed_program_loses_nothing_that_it_wrote() -> None:
    disk = disk_with(1)
    disk.write(disk.opened("a", create=False), SECTOR - 1, b"xy")
    assert disk.image()["a"] == OLD[: SECTOR - 1] + b"xy" + OLD[SECTOR + 1 :]


def test_a_shortened_file_and_a_grown_one_may_be_as_they_were() -> None:
    lengths = set()
    for seed in SEEDS:
        disk = disk_with(seed)
        file = disk.opened("a", create=False)
        disk.truncate(file, SECTOR)
        disk.write(file, 5 * SECTOR, b"tail")
        lengths.add(len(after_a_cut(disk) or b""))
    assert lengths == {SECTOR, 4 * SECTOR, 5 * SECTOR + 4}


def test_a_new_file_is_there_for_sure_once_it_was_flushed() -> None:
    unflushed, flushed = set(), set()
    for seed in SEEDS:
        disk = disk_with(seed)
        file = disk.opened("b", create=True)
        disk.write(file, 0, b"new")
        unflushed.add(after_a_cut(disk, "b"))
        disk = disk_with(seed)
        file = disk.opened("b", create=True)
        disk.write(file, 0, b"new")
        disk.flush(file)
        flushed.add(after_a_cut(disk, "b"))
    assert None in unflushed
    assert b"new" in unflushed
    assert flushed == {b"new"}


@pytest.mark.parametrize("lasting", [True, False])
def test_a_deleted_file_may_come_back_unless_its_folder_was_flushed(lasting: bool) -> None:
    found = set()
    for seed in SEEDS:
        disk = disk_with(seed)
        disk.delete("a", lasting)
        assert "a" not in disk.image()
        found.add(after_a_cut(disk))
    assert found == ({None} if lasting else {None, OLD})


def test_a_disk_that_lies_loses_what_it_said_was_flushed() -> None:
    found = set()
    for seed in SEEDS:
        disk = disk_with(seed)
        disk.flushes = 0.0
        file = disk.opened("a", create=False)
        disk.write(file, 0, NEW)
        disk.flush(file)
        found.add(after_a_cut(disk))
    assert len(found) > 2


def test_a_full_disk_takes_what_replaces_but_nothing_that_grows() -> None:
    disk = disk_with(1)
    file = disk.opened("a", create=False)
    disk.fill_at = 0
    disk.write(file, 0, b"x")
    with pytest.raises(DiskError) as error:
        disk.write(file, len(OLD), b"x")
    assert error.value.code == FULL
    disk.make_room()
    disk.write(file, len(OLD), b"x")


def test_an_operation_fails_once() -> None:
    disk = disk_with(1)
    file = disk.opened("a", create=False)
    disk.fail_at = disk.operations + 2
    disk.write(file, 0, b"x")
    with pytest.raises(DiskError) as error:
        disk.write(file, 0, b"y")
    assert error.value.code == NO_WRITE
    disk.write(file, 0, b"z")
    assert disk.image()["a"][:1] == b"z"


def test_what_a_failed_flush_left_behind_is_never_written() -> None:
    for seed in SEEDS:
        disk = disk_with(seed)
        file = disk.opened("a", create=False)
        disk.write(file, 0, NEW)
        disk.fail_at = 0
        with pytest.raises(DiskError) as error:
            disk.flush(file)
        assert error.value.code == NO_SYNC
        disk.flush(file)
        assert disk.image()["a"] == NEW
        assert after_a_cut(disk) == OLD


def test_after_the_power_went_nothing_happens_any_more() -> None:
    disk = disk_with(1)
    file = disk.opened("a", create=False)
    disk.cut_at = disk.operations + 1
    for _ in range(3):
        with pytest.raises(DiskError):
            disk.write(file, 0, NEW)
    assert disk.off
    assert after_a_cut(disk) == OLD
    assert not disk.off
