"""Copies of the ledger that were opened and checked, and the way back from one.

Always through SQLite's own online copy: a file copied by hand lacks the sales still in its log.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC
from pathlib import Path

from pos.store.engine import Connect, on_disk, trouble
from pos.store.guard import Lock
from pos.store.migrating import books, version_of
from pos.store.store import Store
from pos.trouble import TroubleError

_STEP_PAGES = 2_000  # copied at once, then others may have the disk
_PATTERN = "regulars-*.db"
_RESTORING = ".restoring"
_LOG = ("-wal", "-shm")


def backup(store: Store, folder: Path, keep: int = 7) -> Path:
    """A checked copy of the open ledger in `folder`, of which the newest `keep` stay.

    TroubleError `backup-failed` when the copy is not what the ledger is, `disk-full`.
    """
    stamp = store.clock.now().astimezone(UTC).strftime("%Y%m%d-%H%M%S-%f")
    made = copied(store.path, folder / f"regulars-{stamp}.db", store.connect)
    for old in sorted(folder.glob(_PATTERN))[: -max(keep, 1)]:
        old.unlink(missing_ok=True)
    return made


def copied(path: Path, target: Path, connect: Connect = on_disk) -> Path:
    """Copy the ledger at `path` to `target`, by way of a name that says it is not done yet."""
    draft = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with closing(connect(path, "ro")) as source, closing(sqlite3.connect(draft)) as copy:
            source.execute("BEGIN")  # one state, however long the copying takes
            expected = books(source)
            source.backup(copy, pages=_STEP_PAGES)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, complete in itself
        if check_backup(draft) != expected:
            raise TroubleError("backup-failed", path=str(target))
        _settle(draft, target)
    except sqlite3.Error as error:
        raise trouble(error, target) from error
    except OSError as error:
        raise TroubleError("backup-failed", path=str(target), said=str(error.strerror)) from error
    finally:
        with suppress(OSError):  # there only if something went wrong before
            draft.unlink(missing_ok=True)
    return target


def check_backup(path: Path) -> dict[str, object]:
    """What a backup's books hold, after every page of it was looked at.

    TroubleError `store-corrupt`, `store-not-ours`, `store-newer`, `store-unreadable`.
    """
    try:
        with closing(on_disk(path, "ro")) as connection:
            if version_of(connection) == 0:
                raise TroubleError("store-not-ours", path=str(path))
            said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if said != "ok":
                raise TroubleError("store-corrupt", path=str(path), said=said[:200])
            return books(connection)
    except sqlite3.Error as error:
        raise trouble(error, path) from error


def restore(backup: Path, path: Path) -> Path | None:
    """Put a checked backup in the ledger's place; the present file is moved, never deleted.

    Gives the present file's new name, or None where there was none. The next opening begins a new
    epoch, so no number is given twice. TroubleError as `check_backup`, `store-busy` while open.
    """
    expected = check_backup(backup)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = Lock(path.with_name(path.name + ".lock"))
    try:
        if not lock.alone:
            raise TroubleError("store-busy", path=str(path))
        fresh = path.with_name(path.name + _RESTORING)
        fresh.unlink(missing_ok=True)
        with closing(on_disk(backup, "ro")) as source, closing(sqlite3.connect(fresh)) as copy:
            source.backup(copy, pages=_STEP_PAGES)
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.execute(
                "INSERT OR REPLACE INTO setting "
                "SELECT DISTINCT merchant, 'begin-epoch', 'restored' FROM epoch"
            )
            copy.commit()
        if check_backup(fresh) != expected:
            raise TroubleError("backup-failed", path=str(path))
        replaced = _set_aside(path)
        _settle(fresh, path)
        return replaced
    except sqlite3.Error as error:
        raise trouble(error, path) from error
    except OSError as error:
        raise TroubleError("store-unreadable", path=str(path), said=str(error.strerror)) from error
    finally:
        lock.close()


def end_restore(path: Path) -> bool:
    """End a restore that was cut off when the old file had gone and the new one had not come.

    Whether there was one: without this the shop would begin anew, with nothing in its books.
    """
    fresh = path.with_name(path.name + _RESTORING)
    if _holds_anything(path) or not fresh.exists():
        return False
    lock = Lock(path.with_name(path.name + ".lock"))
    try:
        if not lock.alone or _holds_anything(path) or not _ready(fresh):
            return False  # somebody is just restoring, or the copy was never finished
        aside = max(path.parent.glob(f"{path.name}.replaced-*[0-9]"), key=_number, default=None)
        _move_log(path, aside or _free_name(path))
        _settle(fresh, path)
        return True
    finally:
        lock.close()


def _holds_anything(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _ready(fresh: Path) -> bool:
    """Whole, and marked as the last step before the renames marks it."""
    try:
        check_backup(fresh)
        with closing(on_disk(fresh, "ro")) as copy:
            marks = copy.execute("SELECT count(*) FROM setting WHERE name = 'begin-epoch'")
            return bool(marks.fetchone()[0])
    except (TroubleError, sqlite3.Error):
        return False


def newest_backup(path: Path, folder: Path | None = None) -> Path | None:
    """The newest good copy of a ledger: beside it, or in the folder the shop keeps copies in."""
    folders = [path.parent / "backups", *([folder] if folder else [])]
    copies = [copy for place in folders for copy in place.glob(_PATTERN)]
    for found in sorted(copies, key=lambda copy: copy.name, reverse=True):
        try:
            check_backup(found)
        except TroubleError:
            continue
        return found
    return None


def _set_aside(path: Path) -> Path | None:
    if not path.exists():
        return None
    aside = _free_name(path)
    # The file first: cut off here, the next opening ends the restore. Were the log first, it would
    # find a ledger that lacks its last sales.
    path.rename(aside)
    _move_log(path, aside)
    return aside


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.replaced-{number}")).exists():
        number += 1
    return aside


def _number(aside: Path) -> int:
    return int(aside.name.rpartition("-")[2])


def _move_log(path: Path, aside: Path) -> None:
    """The log belongs to its file: left behind, it would be played into the restored one."""
    for suffix in _LOG:
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))


def _settle(draft: Path, target: Path) -> None:
    """Give a finished file its name only when it is on the disk."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
