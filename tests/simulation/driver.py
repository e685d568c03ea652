"""The store's own driver, in a process that may be killed before any statement.

Connections are those of `sqlite3`, on a simulated disk. Whoever is killed does nothing more: no
roll back, no closing, no word to the disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.simulation.disk import Disk
from tests.simulation.vfs import NAME, Process

Before = Callable[[int], None]
"""Asked before each statement, with its number; may raise Killed."""


class Killed(BaseException):
    """The process is dead. Not an Exception: nothing in the program may catch it."""


class Life(Process):
    """A process with its connections, from its start to its death.

    `instead`: statements that are replaced on the way (`PRAGMA synchronous = FULL` by a weaker
    one), to see that the checks notice.
    """

    def __init__(self, disk: Disk, instead: Mapping[str, str]) -> None:
        super().__init__(disk)
        self.statements = 0
        self.before: Before | None = None
        self.instead = instead
        self.connections: list[Connection] = []

    def connect(self, path: Path, mode: str) -> sqlite3.Connection:
        """What `open_store` takes as its port."""
        if not self.alive:
            raise Killed
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}&vfs={NAME}",
            uri=True,
            timeout=0.5,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
            factory=Connection,
        )
        assert isinstance(connection, Connection)
        connection.life = self
        self.connections.append(connection)
        return connection

    def comes(self, statement: str) -> str:
        """A statement is about to run: what runs. Killed where the process ends before it."""
        if not self.alive:
            raise Killed
        self.statements += 1
        if self.before is not None:
            try:
                self.before(self.statements)
            except Killed:
                self.alive = False
                raise
        return self.instead.get(statement, statement)

    def end(self) -> None:
        """Dead: what it had open is let go of, and the disk hears nothing of it."""
        self.alive = False
        for connection in self.connections:
            connection.let_go()
        self.connections.clear()


class Cursor(sqlite3.Cursor):
    """Counts statements and may be killed before one."""

    connection: Connection

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        super().execute(self.connection.life.comes(sql), parameters)
        return self

    def executemany(self, sql: str, rows: Iterable[Any], /) -> Cursor:
        super().executemany(self.connection.life.comes(sql), rows)
        return self


class Connection(sqlite3.Connection):
    """The driver's connection in a process."""

    life: Life

    def cursor(self, factory: Any = Cursor) -> Any:
        return super().cursor(factory)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        return Cursor(self).execute(sql, parameters)

    def executemany(self, sql: str, rows: Iterable[Any], /) -> sqlite3.Cursor:
        return Cursor(self).executemany(sql, rows)

    def commit(self) -> None:
        self.life.comes("COMMIT")
        super().commit()

    def rollback(self) -> None:
        if self.life.alive:
            super().rollback()

    def close(self) -> None:
        if self.life.alive:
            super().close()

    def let_go(self) -> None:
        """Give the memory back, after the death of the process."""
        super().close()
