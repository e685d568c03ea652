"""The engines: one writer that locks before it reads, and readers that cannot write.

Settings are those of ledger-sync.md 5.4: WAL with synchronous=FULL loses no acknowledged sale when
the plug is pulled, at exactly one fsync a sale. The driver's own BEGIN is switched off: it comes
too late, and two windows then spend the same points.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import QueuePool, StaticPool

from pos.trouble import TroubleError

BUSY_MS = 5_000
CACHE_KIB = 32 * 1024
LOG_PAGES = 1_000  # a checkpoint falls on some sale after as many pages
LOW_DISK_BYTES = 1 << 30
_NO_ROOM_BYTES = 1 << 20

Connect = Callable[[Path, str], sqlite3.Connection]
"""How the driver is connected to a file, `rw` or `ro`: the port at which a test puts a disk that
loses power, fills up or fails."""

_CODES = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_BUSY: "store-busy",
    sqlite3.SQLITE_LOCKED: "store-busy",
    sqlite3.SQLITE_CORRUPT: "store-corrupt",
    sqlite3.SQLITE_NOTADB: "store-not-ours",
    sqlite3.SQLITE_CANTOPEN: "store-unreadable",
    sqlite3.SQLITE_IOERR: "store-unreadable",
    sqlite3.SQLITE_PERM: "store-read-only",
    sqlite3.SQLITE_AUTH: "store-read-only",
}


def on_disk(path: Path, mode: str) -> sqlite3.Connection:
    """A driver connection to a file of this machine; the file must be there."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_MS / 1000,
        isolation_level=None,
        check_same_thread=False,  # the store hands a connection to one thread at a time
        cached_statements=256,
    )


def writer_engine(path: Path, connect: Connect = on_disk) -> sa.Engine:
    """One connection that begins every transaction with BEGIN IMMEDIATE."""
    return _engine(path, connect, "BEGIN IMMEDIATE", poolclass=StaticPool)


def reader_engine(path: Path, connect: Connect = on_disk) -> sa.Engine:
    """A few connections for screens and reports; they see one state per transaction."""
    engine = _engine(path, connect, "BEGIN", poolclass=QueuePool, pool_size=2, max_overflow=6)

    @event.listens_for(engine, "connect")
    def _read_only(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    return engine


def _engine(path: Path, connect: Connect, begin: str, **pool: Any) -> sa.Engine:
    engine = sa.create_engine(
        "sqlite://",
        creator=lambda: connected(path, connect),
        **pool,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        driver_of(connection).execute(begin)

    return engine


def driver_of(connection: sa.Connection) -> sqlite3.Connection:
    """The driver's own connection inside SQLAlchemy's."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def connected(path: Path, connect: Connect = on_disk) -> sqlite3.Connection:
    """A driver connection with this file's settings; the file must be there."""
    connection = connect(path, "rw")
    try:
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "secure_delete = ON",  # what a person took back must not stay in the file's gaps
            f"cache_size = -{CACHE_KIB}",
            f"wal_autocheckpoint = {LOG_PAGES}",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def trouble(error: Exception, path: Path) -> TroubleError:
    """What an error of the driver (or SQLAlchemy around it) means for the shop."""
    cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    number = getattr(cause, "sqlite_errorcode", None)
    if number is None:
        return TroubleError("store-unreadable", path=str(path), said=str(cause)[:200])
    code = _CODES.get(number & 0xFF, "store-unreadable")
    # A full disk may show as a failed write as well as by its own name.
    if number & 0xFF == sqlite3.SQLITE_IOERR and free_bytes(path) < _NO_ROOM_BYTES:
        code = "disk-full"
    return TroubleError(code, path=str(path), said=str(cause)[:200])


def free_bytes(path: Path) -> int:
    """Room left on the disk that holds a file; a large number where nobody can say."""
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return 1 << 62
