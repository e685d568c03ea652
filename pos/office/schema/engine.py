"""The engine under head office: an embedded SQLite file, or PostgreSQL by its URL.

SQLite runs as on a terminal (WAL, synchronous=FULL, writers begin with BEGIN IMMEDIATE: see
ledger-sync.md 5.4); PostgreSQL at READ COMMITTED, so a writer locks the rows it decides by.
"""

from __future__ import annotations

import selectors
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.pool import QueuePool, StaticPool

from pos.office.schema.columns import metadata
from pos.office.schema.migrations import SCHEMA, STEPS, Step
from pos.office.schema.shops import setting
from pos.trouble import TroubleError

BUSY_MS = 10_000
STATEMENT_MS = 60_000
CONNECT_S = 5
CONNECTIONS = 8
SPARE_CONNECTIONS = 8
ASKED_S = 30  # a connection that rested so long is asked whether it lives
MOST_URL = 500
_SCHEMA_LOCK = 0x52454755  # any number, the same in every process of ours

_READING = "office_reading"
_SINCE = "office_since"


def office_engine(url: str) -> sa.Engine:
    """The engine of `sqlite:///FILE`, `sqlite://` (memory, one thread) or `postgresql://…`.

    Opens nothing yet. TroubleError `office-database-url`: neither of these.
    """
    try:
        parsed = sa.make_url(url[:MOST_URL])
    except (sa.exc.ArgumentError, ValueError):
        raise TroubleError("office-database-url") from None
    if parsed.drivername == "sqlite":
        return _sqlite(parsed.database or "")
    if parsed.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return _postgresql(parsed.set(drivername="postgresql+psycopg"))
    raise TroubleError("office-database-url")


def sqlite_url(path: Path) -> str:
    """The URL of an embedded database in a file."""
    return sa.URL.create("sqlite", database=str(path)).render_as_string()


def create_schema(engine: sa.Engine, now_ms: int) -> None:
    """Make the tables that are not there yet, and take an older database's steps to this version.

    TroubleError `office-database-newer` (version, known), and those of `transaction`.
    """
    with _alone(engine) as connection:
        found = _version(connection)
        metadata.create_all(connection)
        if found is None:
            row = {"merchant": 0, "name": "schema", "value": str(SCHEMA), "changed_ms": now_ms}
            connection.execute(setting.insert(), row)
    upgrade(engine, now_ms, STEPS)


def upgrade(engine: sa.Engine, now_ms: int, steps: Sequence[Step]) -> None:
    """Take the steps that a database has not had, in their order, each whole or not at all."""
    for step in steps:
        with _alone(engine) as connection:
            if (_version(connection, steps[-1].version) or 0) >= step.version:
                continue
            step.act(connection)
            done = {"value": str(step.version), "changed_ms": now_ms}
            which = (setting.c.merchant == 0, setting.c.name == "schema")
            connection.execute(setting.update().where(*which), done)


@contextmanager
def _alone(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction beside which nobody changes the schema: two services may start at once."""
    with transaction(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_SCHEMA_LOCK)))
        yield connection


def check_schema(engine: sa.Engine) -> None:
    """TroubleError `office-database-empty` without our tables; `office-database-newer`."""
    with reading(engine) as connection:
        if _version(connection) is None:
            raise TroubleError("office-database-empty")


def _version(connection: sa.Connection, known: int = SCHEMA) -> int | None:
    if not sa.inspect(connection).has_table(setting.name):
        return None
    wanted = sa.select(setting.c.value).where(setting.c.merchant == 0, setting.c.name == "schema")
    found = connection.execute(wanted).scalar_one_or_none()
    if found is None:
        return None
    if not found.isdecimal() or int(found) > known:
        raise TroubleError("office-database-newer", version=found[:10], known=known)
    return int(found)


@contextmanager
def transaction(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One writing transaction; leaving by an exception rolls all of it back.

    TroubleError `office-database` (said) or `office-database-busy` when the engine gave up;
    errors of ours (integrity, programming) pass as they are.
    """
    with _told(), engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that sees one state and changes nothing; errors as `transaction`."""
    options: dict[str, Any] = {_READING: True}
    if engine.dialect.name == "postgresql":
        options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with _told(), engine.execution_options(**options).begin() as connection:
        yield connection


@contextmanager
def glancing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """For one statement that changes nothing, without the journeys that a transaction begins and
    ends with; errors as `transaction`.
    """
    options: dict[str, Any] = {_READING: True}
    if engine.dialect.name == "postgresql":
        options |= {"isolation_level": "AUTOCOMMIT"}
    with _told(), engine.execution_options(**options).connect() as connection:
        yield connection


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (sa.exc.OperationalError, sa.exc.TimeoutError) as error:
        said = str(getattr(error, "orig", None) or error)[:200]
        busy = isinstance(error, sa.exc.TimeoutError) or "locked" in said or "timeout" in said
        code = "office-database-busy" if busy else "office-database"
        raise TroubleError(code, said=said) from error


def _sqlite(database: str) -> sa.Engine:
    memory = database in ("", ":memory:")
    path = Path(database)

    def connect() -> sqlite3.Connection:
        return _connected(":memory:" if memory else path.absolute().as_uri())

    # In memory each connection would be a database of its own.
    pool: dict[str, Any] = {"poolclass": StaticPool}
    if not memory:
        pool = {
            "poolclass": QueuePool,
            "pool_size": CONNECTIONS,
            "max_overflow": SPARE_CONNECTIONS,
        }
    engine = sa.create_engine("sqlite://", creator=connect, hide_parameters=True, **pool)

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        reads = connection.get_execution_options().get(_READING, False)
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute(f"PRAGMA query_only = {'ON' if reads else 'OFF'}")
        driver.execute("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _connected(where: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        where,
        uri=where.startswith("file:"),
        timeout=BUSY_MS / 1000,
        isolation_level=None,  # its own BEGIN comes too late; see _begin
        check_same_thread=False,  # the pool hands a connection to one thread at a time
        cached_statements=256,
    )
    try:
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "secure_delete = ON",
            "cache_size = -65536",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _postgresql(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(
        url,
        pool_size=CONNECTIONS,
        max_overflow=SPARE_CONNECTIONS,
        hide_parameters=True,  # an error is logged; what people typed is not
        pool_timeout=BUSY_MS / 1000,
        connect_args={
            "connect_timeout": CONNECT_S,
            "application_name": "regulars",
            "options": (
                f"-c statement_timeout={STATEMENT_MS} -c lock_timeout={BUSY_MS}"
                f" -c idle_in_transaction_session_timeout={STATEMENT_MS} -c timezone=UTC"
            ),
        },
    )

    @event.listens_for(engine, "checkin")
    def _rests(_: object, record: Any) -> None:
        record.info[_SINCE] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def _lives(connection: Any, record: Any, _: object) -> None:
        """A server that was restarted costs nobody an error: it said good-bye, or is asked."""
        since = record.info.get(_SINCE)
        if since is None:  # it is new
            return
        if time.monotonic() - since < ASKED_S and not _told_something(connection):
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise sa.exc.InvalidatePoolError from error

    return engine


def _told_something(connection: Any) -> bool:
    """Whether a server has said what nobody asked for, such as its end."""
    if connection.closed:
        return True
    with selectors.DefaultSelector() as lines:
        lines.register(connection.fileno(), selectors.EVENT_READ)
        return bool(lines.select(0))


def upsert(connection: sa.Connection, into: sa.Table) -> Any:
    """An INSERT that knows ON CONFLICT, spoken as this engine speaks it: both know the same words
    (`on_conflict_do_nothing`, `on_conflict_do_update`, `excluded`).
    """
    return (
        postgresql.insert(into) if connection.dialect.name == "postgresql" else sqlite.insert(into)
    )
