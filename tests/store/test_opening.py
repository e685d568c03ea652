"""Opening a file: ours or not, whole or not, and what the shop is told about it."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath
from subprocess import run

import pytest

from loyalty.ledger.entry import EntryKey, Kind
from pos.clock import FixedClock
from pos.store import Store, backup, open_store, verify
from pos.store.ground import network_kind, sync_service
from pos.store.tables import APPLICATION_ID, SCHEMA
from pos.trouble import TroubleError
from tests.store.shop import ANNA, act, book_sale, set_up


def opened(path: Path, clock: FixedClock) -> Store:
    return open_store(path, clock, reserve_bytes=0)


def refused(path: Path, clock: FixedClock) -> TroubleError:
    with pytest.raises(TroubleError) as found:
        opened(path, clock).close()
    return found.value


def codes(store: Store) -> list[str]:
    return [health.code for health in store.health if health.code != "disk-low"]


def pragma(path: Path, text: str) -> object:
    with closing(sqlite3.connect(path)) as raw:
        row = raw.execute(f"PRAGMA {text}").fetchone()
        return row[0] if row else None


def test_a_new_file_says_whose_it_is(path: Path, clock: FixedClock) -> None:
    with opened(path, clock) as store:
        assert codes(store) == []
        assert store.epoch == 1
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == SCHEMA
    assert pragma(path, "journal_mode") == "wal"


def test_every_connection_has_the_settings_of_a_ledger(store: Store) -> None:
    for holder in (store.reading(), store.writing()):
        with holder as view:
            said = {
                name: view._db.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("synchronous", "foreign_keys", "trusted_schema", "cell_size_check")
            }
        assert said == {
            "synchronous": 2,  # FULL
            "foreign_keys": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
        }


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(TroubleError) as found, store.reading() as view:
        view._db.execute("DELETE FROM card")
    assert found.value.code == "store-read-only"


def test_a_reader_sees_one_state_while_a_sale_is_booked(store: Store, clock: FixedClock) -> None:
    with store.reading() as view:
        before = view.account(ANNA)
        with store.writing() as work:
            book_sale(work, clock, 1)
        assert view.account(ANNA) == before
    with store.reading() as view:
        assert view.account(ANNA).balance == 12


@pytest.mark.parametrize(
    "name",
    ["상점 데이터/원장.db", "レジ/台帳 1.db", "a#b?c%20d/l&e=d;ger.db", "ñandú 'quoted'/x.db"],
)
def test_any_path_will_do(tmp_path: Path, clock: FixedClock, name: str) -> None:
    path = tmp_path / name
    with opened(path, clock) as store:
        set_up(store)
    with opened(path, clock) as store, store.reading() as view:
        assert view.member(ANNA) is not None
    assert path.exists()


def test_a_file_of_something_else_is_left_alone(path: Path, clock: FixedClock) -> None:
    path.write_text("Dear diary\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    assert refused(path, clock).code == "store-not-ours"
    assert path.read_bytes() == before


def test_a_database_of_somebody_else_is_left_alone(path: Path, clock: FixedClock) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE entry (a)")
    assert refused(path, clock).code == "store-not-ours"
    assert pragma(path, "user_version") == 0


def test_a_newer_file_is_left_alone(path: Path, clock: FixedClock) -> None:
    opened(path, clock).close()
    pragma(path, "user_version = 9999")
    error = refused(path, clock)
    assert (error.code, error.facts["version"]) == ("store-newer", 9999)


def test_a_folder_is_no_file(path: Path, clock: FixedClock) -> None:
    path.mkdir()
    assert refused(path, clock).code == "store-unreadable"


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "file").touch()
    error = refused(tmp_path / "file" / "deeper" / "regulars.db", clock)
    assert error.code == "store-unreadable"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs another user")
def test_a_file_without_the_right_to_write(path: Path, clock: FixedClock) -> None:
    """In a process of another user, because root may write anything."""
    opened(path, clock).close()
    path.chmod(0o444)
    for folder in (path.parent, *path.parent.parents[:3]):
        folder.chmod(folder.stat().st_mode | 0o055)
    for beside in path.parent.glob("regulars.db.*"):
        beside.chmod(0o666)
    script = (
        "import os, sys, pathlib\n"
        "from pos.store import open_store\n"
        "from pos.trouble import TroubleError\n"
        "from tests.store.shop import clock_at\n"
        "os.setuid(65534)\n"
        "try:\n"
        "    open_store(pathlib.Path(sys.argv[1]), clock_at())\n"
        "except TroubleError as error:\n"
        "    print(error.code)\n"
    )
    root = Path(__file__).parents[2]
    done = run([sys.executable, "-c", script, str(path)], cwd=root, capture_output=True,
               text=True, check=False)  # fmt: skip
    assert done.stdout.strip() == "store-read-only", done.stderr


def test_damaged_pages_are_found_and_the_newest_backup_is_named(
    path: Path, clock: FixedClock
) -> None:
    with opened(path, clock) as store:
        set_up(store)
        with store.writing() as work:
            for number in range(200):
                book_sale(work, clock, number)
        kept = backup(store, path.parent / "backups")
    unclean(path)
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 20)
    before = path.read_bytes()
    error = refused(path, clock)
    assert error.code == "store-corrupt"
    assert error.facts["backup"] == str(kept)
    assert path.read_bytes() == before


def test_a_ledger_whose_head_was_overwritten_is_corrupt_not_foreign(
    path: Path, clock: FixedClock
) -> None:
    with opened(path, clock) as store:
        set_up(store)
    with path.open("r+b") as file:
        file.write(b"\0" * 100)
    assert refused(path, clock).code == "store-corrupt"


def unclean(path: Path) -> None:
    """As after a power cut: nobody wrote that the shop was closed."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE setting SET value = '0' WHERE name = 'clean-shutdown'")
        raw.commit()


def test_an_unclean_shutdown_is_told(path: Path, clock: FixedClock) -> None:
    opened(path, clock).close()
    with opened(path, clock) as store:
        assert codes(store) == []
    unclean(path)
    with opened(path, clock) as store:
        assert codes(store) == ["unclean-shutdown"]


def test_a_second_window_is_told_and_both_can_sell(store: Store, clock: FixedClock) -> None:
    with opened(store.path, clock) as second:
        assert codes(second) == ["second-window"]
        for number, window in enumerate((store, second, store, second)):
            with window.writing() as work:
                book_sale(work, clock, number)
        with second.reading() as view:
            assert [entry.key.seq for entry in view.entries()] == [1, 2, 3, 4, 5, 6]
            assert not list(verify(view))


def test_the_last_window_to_close_says_it_was_orderly(path: Path, clock: FixedClock) -> None:
    first = opened(path, clock)
    second = opened(path, clock)
    first.close()
    second.close()
    with opened(path, clock) as store:
        assert codes(store) == []


def test_an_older_copy_in_the_ledgers_place_begins_a_new_epoch(
    path: Path, clock: FixedClock
) -> None:
    with opened(path, clock) as store:
        set_up(store)
    old = path.read_bytes()
    with opened(path, clock) as store, store.writing() as work:
        lost = book_sale(work, clock, 1)
    path.write_bytes(old)
    with opened(path, clock) as store:
        assert codes(store) == ["ledger-behind"]
        assert dict(store.health[-1].facts)["last"] == "1-1-3"
        assert store.epoch == 2
        with store.writing() as work:
            assert work.entry_of(act(1), Kind.SALE) is None
            again = book_sale(work, clock, 1)
            assert again.key == EntryKey(1, 2, 1) != lost.key
            assert not list(verify(work))
    with opened(path, clock) as store:
        assert (codes(store), store.epoch) == ([], 2)


def test_a_lost_file_does_not_number_from_the_start(path: Path, clock: FixedClock) -> None:
    with opened(path, clock) as store:
        set_up(store)
    path.unlink()
    with opened(path, clock) as store:
        assert (codes(store), store.epoch) == (["ledger-behind"], 2)


@pytest.mark.parametrize("text", [b"", b"rubbish\n", b"\xff\xfe", b"1 2\n", b"-1 -1 -1\n"])
def test_a_mark_that_cannot_be_read_is_no_mark(path: Path, clock: FixedClock, text: bytes) -> None:
    opened(path, clock).close()
    path.with_name(path.name + ".mark").write_bytes(text)
    with opened(path, clock) as store:
        assert codes(store) == []


def test_a_clock_that_was_set_back_is_told(path: Path, clock: FixedClock) -> None:
    with opened(path, clock) as store:
        set_up(store)
    clock.advance(-timedelta(minutes=9))
    with opened(path, clock) as store:
        assert codes(store) == []
    clock.advance(-timedelta(minutes=9))
    with opened(path, clock) as store:
        assert codes(store) == ["clock-behind"]


def test_a_changed_entry_is_told_at_the_next_start(path: Path, clock: FixedClock) -> None:
    with opened(path, clock) as store:
        set_up(store)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TRIGGER entry_no_update")
        raw.execute("UPDATE entry SET at_ms = at_ms + 1 WHERE seq = 2")
        raw.commit()
    with opened(path, clock) as store:
        assert codes(store) == ["chain-broken"]
        assert dict(store.health[-1].facts)["fault"] == "1-1-2 hash"


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PureWindowsPath(r"C:\Users\kim\OneDrive - Shop Ltd\regulars"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\kim\Dropbox\r.db"), "Dropbox"),
        (PurePosixPath("/Users/kim/Library/Mobile Documents/com~apple~CloudDocs/r"), "iCloud"),
        (PurePosixPath("/home/kim/Google Drive/r.db"), "Google Drive"),
        (PurePosixPath("/home/kim/Dropbox (Personal)/r.db"), "Dropbox"),
        (PurePosixPath("/home/kim/dropboxes/r.db"), ""),
        (PurePosixPath("/home/kim/.local/share/regulars"), ""),
    ],
)
def test_folders_of_sync_services_are_known(
    path: PurePosixPath | PureWindowsPath, service: str
) -> None:
    assert sync_service(path, {}) == service


def test_a_sync_folder_is_refused(tmp_path: Path, clock: FixedClock) -> None:
    error = refused(tmp_path / "OneDrive" / "regulars.db", clock)
    assert (error.code, error.facts["service"]) == ("store-in-sync-folder", "OneDrive")
    assert not (tmp_path / "OneDrive").exists()


MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0\n"
    "server:/shop /mnt/shop nfs4 rw 0 0\n"
    "//nas/x /media/nas\\040drive cifs rw 0 0\n"
    "/dev/sdb1 /mnt/shop/local ext4 rw 0 0\n"
    "broken\n"
)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/kim/r.db", ""),
        ("/mnt/shop/r.db", "nfs4"),
        ("/mnt/shop/local/r.db", ""),
        ("/mnt/shopping/r.db", ""),
        ("/media/nas drive/r.db", "cifs"),
    ],
)
def test_network_drives_are_known(path: str, kind: str) -> None:
    assert network_kind(PurePosixPath(path), MOUNTS) == kind


def test_a_machine_whose_own_root_is_remote_may_still_open(tmp_path: Path) -> None:
    assert network_kind(tmp_path, "none / 9p rw 0 0\n") == ""
