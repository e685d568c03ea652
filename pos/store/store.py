"""The open ledger file: transactions to write and to read in, and an orderly end."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from pos.clock import Clock
from pos.store.engine import BUSY_MS, Connect, driver_of, reader_engine, trouble, writer_engine
from pos.store.guard import Lock, Mark, Reserve
from pos.store.values import Health
from pos.store.work import View, Work
from pos.trouble import TroubleError

CLEAN = "clean-shutdown"
"""The setting that says whether the last window was closed in an orderly way."""


class Store:
    """A ledger file, open. Made by `open_store`; to be closed.

    `health`: what start-up found and a person may have to know, as codes with facts.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        place: tuple[int, int, int],
        guard: tuple[Lock, Mark, Reserve],
        health: tuple[Health, ...],
        connect: Connect,
    ) -> None:
        self.path = path
        self.clock = clock
        self.merchant, self.terminal, self.epoch = place
        self.health = health
        self.connect = connect
        self._lock, self._mark, self._reserve = guard
        self._turn = threading.Lock()
        self._writers = writer_engine(path, connect)
        self._readers = reader_engine(path, connect)
        self._writer: sa.Connection | None = None
        self._idle: deque[sa.Connection] = deque()
        self._closed = False

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """One transaction, committed with one fsync; leaving by an exception rolls back.

        One at a time: do not nest. TroubleError `disk-full` (the reserve is given back, so the next
        try works), `store-busy`, `store-read-only`, `store-corrupt`, `store-unreadable`.
        """
        if not self._turn.acquire(timeout=BUSY_MS / 1000):
            raise TroubleError("store-busy", path=str(self.path))
        try:
            connection = self._writing()
            with connection.begin():
                work = Work(driver_of(connection), *self._place(), self.clock)
                yield work
                if work.refused is not None:  # caught on the way, but the entry is half there
                    raise work.refused
            if work.appended is not None:
                self._mark.write(work.appended)
        except UnicodeEncodeError:  # half a character: no file can hold it
            raise LoyaltyError("text-unreadable") from None
        except (sqlite3.Error, sa.exc.DBAPIError) as error:
            raise self._failed(error) from error
        finally:
            self._turn.release()

    @contextmanager
    def reading(self) -> Iterator[View]:
        """One state of the books; nobody waits for a reader, and a reader for nobody.

        LoyaltyError `text-unreadable` for a text that is none (half a character), as in `writing`.
        """
        try:
            # Kept connections: taking one from the pool costs more than a look-up.
            connection = self._idle_reader() or self._readers.connect()
            try:
                with connection.begin():
                    yield View(driver_of(connection), *self._place(), self.clock)
            finally:
                self._keep(connection)
        except UnicodeEncodeError:
            raise LoyaltyError("text-unreadable") from None
        except sa.exc.TimeoutError as error:
            raise TroubleError("store-busy", path=str(self.path)) from error
        except (sqlite3.Error, sa.exc.DBAPIError) as error:
            raise self._failed(error) from error

    def checkpoint(self) -> None:
        """Carry the log over into the file as far as nobody is in the way: for idle moments.

        TroubleError as `writing`; the books are whole whatever became of it.
        """
        with self._turn:
            try:
                driver_of(self._writing()).execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            except (sqlite3.Error, sa.exc.DBAPIError) as error:
                raise self._failed(error) from error

    def release_reserve(self) -> bool:
        """Give back the room kept for a full disk; whether there was any."""
        released = self._reserve.release()
        if released:
            self.health = (*self.health, Health("reserve-used"))
        return released

    def close(self) -> None:
        """Note an orderly shutdown, tidy the log, let go of the file. Repeats do nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            if self._lock.last():
                with self.writing() as work:
                    work.keep_setting(CLEAN, "1")
                self.checkpoint()
        except TroubleError:
            pass  # a disk that is full or gone is no reason to stay open: next start will check
        finally:
            if self._writer is not None:
                self._writer.close()
            while self._idle:
                self._idle.pop().close()
            self._writers.dispose()
            self._readers.dispose()
            self._mark.close()
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _place(self) -> tuple[int, int, int]:
        return self.merchant, self.terminal, self.epoch

    def _writing(self) -> sa.Connection:
        if self._writer is None or self._writer.invalidated:
            self._writer = self._writers.connect()
        return self._writer

    def _idle_reader(self) -> sa.Connection | None:
        try:
            return self._idle.pop()
        except IndexError:  # asked and answered in one step, as other threads ask as well
            return None

    def _keep(self, connection: sa.Connection) -> None:
        if self._closed:
            connection.close()
        else:
            self._idle.append(connection)

    def _failed(self, error: Exception) -> TroubleError:
        found = trouble(error, self.path)
        if found.code == "disk-full":
            found.facts["reserve"] = self.release_reserve()
        return found
