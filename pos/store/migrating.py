"""Bringing a file to today's schema: empty ones are made the same way old ones are changed.

Rules (ledger-sync.md 5.5): a backup before, foreign keys off, one transaction, keys checked before
the commit, entries and postings counted and the chain's head compared, triggers in their place.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy as sa

from pos.store.engine import Connect, connected, driver_of, on_disk
from pos.store.tables import APPLICATION_ID, FACTS, SCHEMA
from pos.trouble import TroubleError

_HEADS = (
    "SELECT merchant, terminal, epoch, max(seq), hash FROM entry GROUP BY merchant, terminal, epoch"
)
_HERE = Path(__file__).parent / "migrations"


def version_of(connection: sqlite3.Connection) -> int:
    """The schema a file has; 0 for an empty one. TroubleError for a file that is not for us."""
    application, version, objects = (
        connection.execute(question).fetchone()[0]
        for question in (
            "PRAGMA application_id",
            "PRAGMA user_version",
            "SELECT count(*) FROM sqlite_schema",
        )
    )
    if application == 0 and version == 0 and objects == 0:
        return 0
    if application != APPLICATION_ID:
        raise TroubleError("store-not-ours")
    if version > SCHEMA:
        raise TroubleError("store-newer", version=version, known=SCHEMA)
    return int(version)


def migrate(path: Path, to: int = SCHEMA, connect: Connect = on_disk) -> None:
    """Bring the file at `path` to schema `to`; on any fault it stays as it was.

    TroubleError `migration-failed` when the books would not be the same afterwards.
    """
    engine = sa.create_engine("sqlite://", creator=lambda: _unchecked(path, connect))
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                before = books(driver_of(connection))
                _upgrade(connection, to)
                _orphans(driver_of(connection))
                _same(before, books(driver_of(connection)))
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {to}")
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                if driver_of(connection).in_transaction:
                    connection.exec_driver_sql("ROLLBACK")
                raise
    finally:
        engine.dispose()


def _unchecked(path: Path, connect: Connect) -> sqlite3.Connection:
    connection = connected(path, connect)
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def _upgrade(connection: sa.Connection, to: int) -> None:
    # Alembic costs start-up time and is needed once a version, so it is imported here only.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, f"{to:04d}")


def books(connection: sqlite3.Connection) -> dict[str, object]:
    """What no copy and no migration may change: how many facts, and the head of every chain."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    held: dict[str, object] = {
        table.name: connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]
        for table in FACTS
        if table.name in there
    }
    if "entry" in there:
        held["heads"] = connection.execute(_HEADS).fetchall()
    return held


def _orphans(connection: sqlite3.Connection) -> None:
    orphans = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    if orphans:
        raise TroubleError("migration-failed", orphans=orphans)


def _same(before: dict[str, object], after: dict[str, object]) -> None:
    for name, value in before.items():
        if after.get(name) != value:
            raise TroubleError("migration-failed", table=name)
