"""Copies that were looked at, and the way back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from loyalty.ledger.entry import EntryKey
from pos.clock import FixedClock
from pos.store import (
    Store,
    backup,
    check_backup,
    copies,
    newest_backup,
    open_store,
    restore,
    verify,
)
from pos.store.migrating import books
from pos.trouble import TroubleError
from tests.store.shop import ANNA, book_sale


def test_a_copy_made_while_selling_holds_the_sales_still_in_the_log(
    store: Store, clock: FixedClock, tmp_path: Path
) -> None:
    with store.writing() as work:
        booked = book_sale(work, clock, 1)
    copy = backup(store, tmp_path / "복사본")
    with closing(sqlite3.connect(copy)) as raw:
        found = raw.execute("SELECT hash FROM entry WHERE seq = 3").fetchone()
    assert found == (booked.hash,)
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_only_the_newest_copies_stay(store: Store, clock: FixedClock, tmp_path: Path) -> None:
    made = []
    for _ in range(5):
        clock.advance(timedelta(days=1))
        made.append(backup(store, tmp_path / "copies", keep=2))
    assert sorted((tmp_path / "copies").iterdir()) == made[-2:]


def test_a_restored_ledger_goes_on_in_a_new_epoch(
    path: Path, store: Store, clock: FixedClock
) -> None:
    with store.writing() as work:
        kept = book_sale(work, clock, 1)
    copy = backup(store, path.parent / "backups")
    with store.writing() as work:
        lost = book_sale(work, clock, 2)
    store.close()
    aside = restore(copy, path)
    assert aside is not None
    with open_store(path, clock, reserve_bytes=0) as again:
        assert "ledger-behind" in [health.code for health in again.health]
        with again.writing() as work:
            assert work.entry(kept.key) == kept
            assert work.entry(lost.key) is None
            assert book_sale(work, clock, 3).key == EntryKey(1, 2, 1)
            assert not list(verify(work))
    with closing(sqlite3.connect(aside)) as raw:  # what was there is still there, log and all
        assert raw.execute("SELECT max(seq) FROM entry").fetchone() == (lost.key.seq,)


def test_a_copy_as_new_as_the_ledger_begins_a_new_epoch_too(
    path: Path, store: Store, clock: FixedClock
) -> None:
    copy = backup(store, path.parent / "backups")
    store.close()
    restore(copy, path)
    with open_store(path, clock, reserve_bytes=0) as again:
        assert (again.health[-1].code, again.epoch) == ("restored", 2)


def test_a_copy_can_be_restored_where_nothing_is(store: Store, tmp_path: Path) -> None:
    copy = backup(store, tmp_path / "copies")
    target = tmp_path / "new shop" / "regulars.db"
    assert restore(copy, target) is None
    with open_store(target, store.clock, reserve_bytes=0) as again, again.reading() as view:
        assert view.member(ANNA) is not None


def test_nothing_is_restored_under_an_open_window(path: Path, store: Store) -> None:
    copy = backup(store, path.parent / "backups")
    with pytest.raises(TroubleError) as found:
        restore(copy, path)
    assert found.value.code == "store-busy"


def test_the_log_of_a_crashed_window_is_not_played_into_the_restored_file(
    path: Path, store: Store, clock: FixedClock, tmp_path: Path
) -> None:
    copy = backup(store, tmp_path / "copies")
    with store.writing() as work:
        book_sale(work, clock, 1)
    crashed = tmp_path / "crashed" / "regulars.db"
    crashed.parent.mkdir()
    for suffix in ("", "-wal"):  # what a power cut leaves: the file, and the sale in its log
        shutil.copyfile(f"{path}{suffix}", f"{crashed}{suffix}")
    aside = restore(copy, crashed)
    with closing(sqlite3.connect(crashed)) as raw:
        assert raw.execute("SELECT max(seq) FROM entry").fetchone() == (2,)
    with closing(sqlite3.connect(str(aside))) as raw:
        assert raw.execute("SELECT max(seq) FROM entry").fetchone() == (3,)


def test_a_copy_is_of_one_moment_however_long_it_takes(
    store: Store, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sale is booked between the counting of the source and its copying."""
    counted: list[dict[str, object]] = []

    def count_and_sell(connection: sqlite3.Connection) -> dict[str, object]:
        counted.append(books(connection))
        if len(counted) == 1:
            with store.writing() as work:
                book_sale(work, clock, 1)
        return counted[-1]

    monkeypatch.setattr(copies, "books", count_and_sell)
    backup(store, tmp_path / "copies")
    assert counted[0] == counted[1]
    assert counted[1]["entry"] == 2


@pytest.mark.parametrize("damage", ["pages", "head", "foreign", "empty", "absent"])
def test_a_bad_copy_is_refused_before_anything_is_touched(
    path: Path, store: Store, clock: FixedClock, damage: str
) -> None:
    with store.writing() as work:
        for number in range(100):
            book_sale(work, clock, number)
    copy = backup(store, path.parent / "backups")
    store.close()
    spoil(copy, damage)
    before = path.read_bytes()
    with pytest.raises(TroubleError) as found:
        restore(copy, path)
    assert found.value.code in {"store-corrupt", "store-not-ours", "store-unreadable"}
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.replaced-*"))


def spoil(copy: Path, damage: str) -> None:
    if damage == "absent":
        copy.unlink()
    elif damage == "empty":
        copy.write_bytes(b"")
    elif damage == "foreign":
        copy.unlink()
        with closing(sqlite3.connect(copy)) as raw:
            raw.execute("CREATE TABLE a (b)")
    else:
        with copy.open("r+b") as file:
            file.seek(0 if damage == "head" else 4096 * 6)
            file.write(b"\xaa" * 4096 * 8)


def test_the_newest_good_copy_is_chosen(path: Path, store: Store, clock: FixedClock) -> None:
    good = backup(store, path.parent / "backups")
    clock.advance(timedelta(days=1))
    bad = backup(store, path.parent / "backups")
    bad.write_bytes(bad.read_bytes()[:9_000])
    assert newest_backup(path) == good


def test_a_copy_that_cannot_be_written_is_said_so(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(TroubleError) as found:
        backup(store, tmp_path / "file" / "copies")
    assert found.value.code == "backup-failed"


def test_a_copy_counts_what_it_holds(store: Store, clock: FixedClock, tmp_path: Path) -> None:
    with store.writing() as work:
        booked = book_sale(work, clock, 1)
    books = check_backup(backup(store, tmp_path / "copies"))
    assert (books["entry"], books["sale"]) == (3, 1)
    assert books["heads"] == [(1, 1, 1, 3, booked.hash)]
