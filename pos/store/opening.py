"""Opening a ledger file: is the ground good, is the file ours, whole, and as far as it was?

Every "no" is a TroubleError with a code; what can be lived with becomes a Health of the store.
"""

from __future__ import annotations

import os
import sqlite3
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from loyalty.ledger.entry import EntryKey
from pos.clock import Clock, milliseconds
from pos.store.audit import verify_tail
from pos.store.copies import copied, end_restore, newest_backup
from pos.store.engine import LOW_DISK_BYTES, Connect, connected, free_bytes, on_disk, trouble
from pos.store.ground import refuse_bad_ground
from pos.store.guard import Lock, Mark, Reserve
from pos.store.migrating import migrate, version_of
from pos.store.store import CLEAN, Store
from pos.store.tables import APPLICATION_ID, SCHEMA
from pos.store.values import Health
from pos.store.work import View
from pos.trouble import TroubleError

RESERVE_BYTES = 64 << 20
NEW_EPOCH = "begin-epoch"
"""The setting by which a restored file asks for a new epoch."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes: https://sqlite.org/fileformat2.html, 1.3
_LINKS = 1_000  # of the chain, looked at on every start
_CLOCK_SLACK = timedelta(minutes=10)
_LOOKS = 2  # what a disk could not read once it may read now; only what stays is a fault


def open_store(
    path: Path,
    clock: Clock,
    terminal: int = 1,
    merchant: int = 1,
    *,
    reserve_bytes: int | None = None,
    connect: Connect = on_disk,
) -> Store:
    """Open the ledger at `path`; make it where there is none, bring it up to date where it is old.

    `reserve_bytes` of disk are kept for a full one; by default REGULARS_RESERVE_MIB, else 64 MiB.

    TroubleError `store-on-network`, `store-in-sync-folder`, `store-not-ours`, `store-newer`,
    `store-corrupt` (with the newest good backup), `store-read-only`, `store-unreadable`,
    `store-busy`, `disk-full`, `migration-failed`.
    """
    refuse_bad_ground(path)
    _prepare(path)
    try:
        lock = Lock(_beside(path, ".lock"))
        mark = Mark(_beside(path, ".mark"))
    except OSError as error:
        raise _world(error, path) from error
    try:
        size = _reserve_bytes() if reserve_bytes is None else reserve_bytes
        held = (lock, mark, Reserve(_beside(path, ".reserve"), size))
        try:
            return _opened(path, clock, (merchant, terminal), held, connect)
        except (sqlite3.Error, sa.exc.DBAPIError) as error:
            # A disk that was full overnight must not keep the shop shut: the reserve is for it.
            if trouble(error, path).code != "disk-full" or not held[2].release():
                raise
            return _opened(path, clock, (merchant, terminal), held, connect)
    except (sqlite3.Error, sa.exc.DBAPIError) as error:
        lock.close()
        had = mark.read()
        mark.close()
        raise _worse(trouble(error, path), path, had) from error
    except BaseException:
        lock.close()
        mark.close()
        raise


def _reserve_bytes() -> int:
    """For many short-lived ledgers (tests, trials) the environment may ask for less."""
    named = os.environ.get("REGULARS_RESERVE_MIB", "")
    return int(named) << 20 if named.isascii() and named.isdigit() else RESERVE_BYTES


def _opened(
    path: Path,
    clock: Clock,
    who: tuple[int, int],
    held: tuple[Lock, Mark, Reserve],
    connect: Connect,
) -> Store:
    lock, mark, reserve = held
    merchant, terminal = who
    alone = lock.alone
    if not alone:
        lock.share(path)
    had = mark.read()
    _look(path, had)
    connection = connected(path, connect)
    try:
        _up_to_date(connection, path, alone, connect)
        health = [] if alone else [Health("second-window")]
        if alone and _setting(connection, merchant, CLEAN) == "0":
            health.append(Health("unclean-shutdown"))
            _check(connection, path)
        epoch, found = _epoch(connection, (merchant, terminal), had, clock)
        health += found
        view = View(connection, merchant, terminal, epoch, clock)
        # A last entry that does not hold together cannot be asked for its time.
        health += _faults(view) or _clock(view, clock)
        if alone:
            connection.execute("DELETE FROM hold")  # of baskets that a crash left open
            _keep(connection, merchant, CLEAN, "0")
    finally:
        connection.close()
    health += _room(path, reserve)
    if alone:
        lock.share(path)
    place = (merchant, terminal, epoch)
    return Store(path, clock, place, held, tuple(health), connect)


def _prepare(path: Path) -> None:
    """The folder and an empty file, so that only a file that is there is ever opened."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise TroubleError("store-unreadable", path=str(path), said="a folder")
        end_restore(path)
        if not path.exists():
            path.touch()
        if not os.access(path, os.R_OK):
            raise TroubleError("store-unreadable", path=str(path), said="no right to read")
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise TroubleError("store-read-only", path=str(path))
    except OSError as error:
        raise _world(error, path) from error


def _world(error: OSError, path: Path) -> TroubleError:
    codes = {28: "disk-full", 30: "store-read-only", 13: "store-read-only", 1: "store-read-only"}
    code = codes.get(error.errno or 0, "store-unreadable")
    return TroubleError(code, path=str(path), said=str(error.strerror))


def _look(path: Path, had: EntryKey | None) -> None:
    """A file that does not begin like a database was never ours, or is so no more.

    Another program's database is known by its header, before SQLite would make it one with a log.
    """
    try:
        with path.open("rb") as file:
            start = file.read(_HEADER)
    except OSError as error:
        raise _world(error, path) from error
    if start and (not start.startswith(_MAGIC) or _foreign(start)):
        raise _worse(TroubleError("store-not-ours", path=str(path)), path, had)


def _foreign(header: bytes) -> bool:
    """Something is in the file (its schema was changed), under another id than ours."""
    schema, application = (int.from_bytes(header[at : at + 4], "big") for at in (40, 68))
    return application != APPLICATION_ID and bool(schema or application)


def _worse(found: TroubleError, path: Path, had: EntryKey | None) -> TroubleError:
    """With a mark beside it a file that cannot be read was ours: it is corrupt, not foreign."""
    if found.code == "store-not-ours" and had is not None:
        found.code = "store-corrupt"
    if found.code == "store-corrupt":
        backup = newest_backup(path)
        found.facts["backup"] = str(backup) if backup else ""
    return found


def _up_to_date(connection: sqlite3.Connection, path: Path, alone: bool, connect: Connect) -> None:
    version = version_of(connection)
    if version == SCHEMA:
        return
    if not alone:  # another window, of an older release, is working with the old schema
        raise TroubleError("store-busy", path=str(path))
    if version:
        copied(path, path.parent / "backups" / f"before-schema-{SCHEMA}.db", connect)
    migrate(path, connect=connect)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    said = ""
    for _ in range(_LOOKS):
        said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if said == "ok":
            return
    raise _worse(TroubleError("store-corrupt", path=str(path), said=said[:200]), path, None)


def _epoch(
    connection: sqlite3.Connection, who: tuple[int, int], had: EntryKey | None, clock: Clock
) -> tuple[int, list[Health]]:
    """The epoch to number in: a new one for a new, a restored or an overtaken ledger."""
    row = connection.execute(
        "SELECT max(epoch) FROM epoch WHERE merchant = ? AND terminal = ?", who
    ).fetchone()
    newest = int(row[0] or 0)
    wanted = _setting(connection, who[0], NEW_EPOCH)
    ours = had if had is not None and had.terminal == who[1] else None
    behind = ours is not None and ours > _head(connection, who, newest)
    if newest and not behind and not wanted:
        return newest, []
    epoch = max(newest, ours.epoch if ours else 0) + 1
    why = "first" if epoch == 1 else wanted or "ledger-behind"
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO epoch VALUES (?, ?, ?, ?, ?)", (*who, epoch, milliseconds(clock.now()), why)
    )
    connection.execute("DELETE FROM setting WHERE merchant = ? AND name = ?", (who[0], NEW_EPOCH))
    connection.execute("COMMIT")
    if epoch == 1:
        return epoch, []
    lost = (("epoch", epoch), ("last", _shown(ours) if behind else ""))
    return epoch, [Health("ledger-behind" if behind else why, lost)]


def _head(connection: sqlite3.Connection, who: tuple[int, int], epoch: int) -> EntryKey:
    row = connection.execute(
        "SELECT max(seq) FROM entry WHERE merchant = ? AND terminal = ? AND epoch = ?",
        (*who, epoch),
    ).fetchone()
    return EntryKey(who[1], epoch, int(row[0] or 0))


def _shown(key: EntryKey | None) -> str:
    return f"{key.terminal}-{key.epoch}-{key.seq}" if key else ""


def _faults(view: View) -> list[Health]:
    fault = None
    for _ in range(_LOOKS):
        fault = next(iter(verify_tail(view, _LINKS)), None)
        if fault is None:
            return []
    return [Health("chain-broken", (("fault", str(fault)),))]


def _clock(view: View, clock: Clock) -> list[Health]:
    last = view.last_entry()
    if last is None:
        return []
    behind_ms = last.at_ms - milliseconds(clock.now())
    if behind_ms <= _CLOCK_SLACK // timedelta(milliseconds=1):
        return []
    return [Health("clock-behind", (("minutes", behind_ms // 60_000),))]


def _room(path: Path, reserve: Reserve) -> list[Health]:
    free = free_bytes(path)
    found = [] if free >= LOW_DISK_BYTES else [Health("disk-low", (("free_mib", free >> 20),))]
    if reserve.given:
        found.append(Health("reserve-used"))
    elif not reserve.fill(free):
        found.append(Health("reserve-missing"))
    return found


def _setting(connection: sqlite3.Connection, merchant: int, name: str) -> str:
    row = connection.execute(
        "SELECT value FROM setting WHERE merchant = ? AND name = ?", (merchant, name)
    ).fetchone()
    return str(row[0]) if row else ""


def _keep(connection: sqlite3.Connection, merchant: int, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?, ?)", (merchant, name, value))


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
