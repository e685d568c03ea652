"""Reading for reports: a second connection to the books that cannot write, and can be stopped.

It keeps temporary tables of its own (`purchases`), for as long as the books do not change. Figures
are sums over everything, so the statements here are SQLite's own text and not the counter's.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pos.store.engine import Connect, on_disk, trouble
from pos.store.store import Store
from pos.trouble import TroubleError

Row = tuple[Any, ...]
Tell = Callable[[str, int, int], None]
"""Hears of each step: its code, how many of its parts are done, of how many (0: nobody knows)."""
_OPS = 20_000  # of SQLite's machine between two looks at the wish to stop
_CACHE_KIB = 64 * 1024


def silent(step: str, done: int, of: int) -> None:
    """Nobody listens."""


class InsightView:
    """One state of the books, for figures; `refresh` goes on to the newest. To be closed.

    Used by one thread; only `cancel` may be called from another. Money figures are in `currency`.
    TroubleError as the store's, and `report-cancelled`. Made by `open_view`.
    """

    def __init__(
        self,
        merchant: int,
        terminal: int,
        currency: str,
        db: sqlite3.Connection,
        path: Path,
        tell: Tell = silent,
    ) -> None:
        self.merchant, self.terminal, self.currency = merchant, terminal, currency
        self.tell = tell
        self.made: set[str] = set()  # what was prepared and holds for this state
        self._path = path
        self._stop = threading.Event()
        self._version: int | None = None
        self._db = db
        self._db.set_progress_handler(self._stop.is_set, _OPS)

    def refresh(self) -> None:
        """The newest state; what was counted before is kept if nothing was written since.

        A wish to stop that came before is forgotten.
        """
        self.clear()
        try:
            self._end()
            self._db.execute("BEGIN")
            self._db.execute("SELECT 1 FROM main.setting LIMIT 1").fetchone()
            version = self._db.execute("PRAGMA data_version").fetchone()[0]
        except sqlite3.Error as error:
            raise trouble(error, self._path) from error
        if version != self._version:
            self.made.clear()
            self._version = version

    def clear(self) -> None:
        """Forget a wish to stop."""
        self._stop.clear()

    def cancel(self) -> None:
        """Stop what is being counted; from any thread."""
        self._stop.set()

    def step(self, name: str, done: int = 0, of: int = 0) -> None:
        """Tell how far it is; TroubleError `report-cancelled` where somebody wants to stop."""
        if self._stop.is_set():
            raise TroubleError("report-cancelled")
        self.tell(name, done, of)

    def rows(self, sql: str, **facts: object) -> list[Row]:
        """All rows of a question. `:merchant` and `:currency` need not be brought along."""
        return self._run(sql, facts).fetchall()

    def one(self, sql: str, **facts: object) -> Row:
        """The one row of a question that always has one."""
        row: Row = self._run(sql, facts).fetchone()
        return row

    def run(self, sql: str, **facts: object) -> int:
        """Change a temporary table; how many rows it touched."""
        return self._run(sql, facts).rowcount

    def fill(self, sql: str, rows: Iterable[Row]) -> None:
        """Put rows into a temporary table."""
        try:
            self._db.executemany(sql, rows)
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def make(self, name: str, columns: str, *fill: str) -> None:
        """A temporary table without row numbers, filled anew; `name` is also the step told."""
        self.step(name)
        self.run(f"DROP TABLE IF EXISTS temp.{name}")
        self.run(f"CREATE TEMP TABLE {name} ({columns}) WITHOUT ROWID")
        for sql in fill:
            self.run(sql)

    @property
    def books(self) -> str:
        """What the figures rest on: the newest entry of each terminal in these books."""
        rows = self.rows(
            "SELECT terminal, epoch, max(seq) FROM entry WHERE merchant = :merchant "
            "GROUP BY terminal, epoch ORDER BY terminal, epoch"
        )
        return " ".join("-".join(map(str, row)) for row in rows)

    def close(self) -> None:
        """Let go of the file. Repeats do nothing."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _run(self, sql: str, facts: dict[str, object]) -> sqlite3.Cursor:
        known = {"merchant": self.merchant, "currency": self.currency, **facts}
        try:
            return self._db.execute(sql, known)
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _failed(self, error: sqlite3.Error) -> TroubleError:
        self.made.clear()  # a table may be half full
        self._version = None
        self._end()
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            return TroubleError("report-cancelled")
        return trouble(error, self._path)

    def _end(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK" if self._version is None else "COMMIT")


def open_view(
    store: Store, currency: str, tell: Tell = silent, connect: Connect = on_disk
) -> InsightView:
    """The books of a store as they stand. TroubleError as the store's."""
    try:
        db = connect(store.path, "ro")
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    except sqlite3.Error as error:
        raise trouble(error, store.path) from error
    view = InsightView(store.merchant, store.terminal, currency, db, store.path, tell)
    view.refresh()
    return view
