"""Which process of a set of books has the line: one at a time, by a lock beside the books.

Two windows of a till are one terminal; were both to talk to head office as that, each would end
the other's session. The lock goes with its process, however that ends; the note says who has it.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

import msgspec

from pos.store.guard import Lock

LOG = logging.getLogger(__name__)
MOST_NOTE = 4_096


class Driver(msgspec.Struct, frozen=True, kw_only=True):
    """Who has the line: process `pid`, asked at `port` of this machine with `token`; and what the
    books do not tell of the line: `connected`, since when (UTC ms), why not, `near`.
    """

    pid: int
    port: int = 0
    token: str = ""
    connected: bool = False
    since_ms: int = 0
    why: str = ""
    near: bool = False


class Wheel:
    """The lock and the note beside the books at `books`. Errors: OSError."""

    def __init__(self, books: Path) -> None:
        self._books = books
        self._lock: Lock | None = None

    def take(self) -> bool:
        """Have the line if nobody has it; whether it is ours now."""
        if self._lock is None:
            lock = Lock(_lock_file(self._books))
            if not lock.alone:
                lock.close()
                return False
            self._lock = lock
        return True

    def note(self, driver: Driver) -> None:
        """Tell the other processes; whoever reads meanwhile reads the note before."""
        fresh = self._books.with_name(self._books.name + ".driver-new")
        file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(file, msgspec.json.encode(driver))
        finally:
            os.close(file)
        fresh.replace(_note_file(self._books))

    def let_go(self) -> None:
        """Somebody else may have it. Repeats do nothing."""
        if self._lock is None:
            return
        try:
            _note_file(self._books).unlink(missing_ok=True)
        except OSError as error:
            LOG.info("the note of the line stays: %s", error)
        self._lock.close()
        self._lock = None


def noted(books: Path) -> Driver | None:
    """The newest note; None where there is none that can be read. It may be of a dead process."""
    try:
        with _note_file(books).open("rb") as file:
            return msgspec.json.decode(file.read(MOST_NOTE), type=Driver)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def driver_of(books: Path) -> Driver | None:
    """Who has the line of these books now; None where no process has."""
    if not _lock_file(books).exists():
        return None
    try:
        lock = Lock(_lock_file(books))
    except OSError:
        return noted(books)
    try:
        return None if lock.alone else noted(books)
    finally:
        lock.close()


def _lock_file(books: Path) -> Path:
    return books.with_name(books.name + ".line")


def _note_file(books: Path) -> Path:
    return books.with_name(books.name + ".driver")
