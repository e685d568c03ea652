"""The small files beside the ledger: who has it open, how far it once came, room kept in reserve.

The mark is written after each commit and not fsynced, so it can only lag. A ledger that is behind
its mark was replaced by an older copy, and must not number on where it stands.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from loyalty.ledger.entry import EntryKey
from pos.trouble import TroubleError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

WAIT_S = 30.0  # for another window that is just opening (it may be migrating)
_STEP_S = 0.02


class Lock:
    """Held by every window that has the file open; `alone` while no other one had it."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        self.alone = self._try(exclusive=True)

    def share(self, path: Path) -> None:
        """Let other windows in; a second window waits here until the first one has opened."""
        until = time.monotonic() + WAIT_S
        while not self._try(exclusive=False):
            if time.monotonic() > until:
                raise TroubleError("store-busy", path=str(path))
            time.sleep(_STEP_S)

    def last(self) -> bool:
        """Whether no other window has the file open now."""
        return self._try(exclusive=True)

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _try(self, *, exclusive: bool) -> bool:
        try:
            if sys.platform == "win32":
                # No shared locks there: the first window holds the byte, later ones do without.
                if exclusive:
                    os.lseek(self._file, 0, os.SEEK_SET)
                    msvcrt.locking(self._file, msvcrt.LK_NBLCK, 1)
            else:
                how = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
                fcntl.flock(self._file, how | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


class Mark:
    """How far a ledger came: terminal, epoch and sequence, as one line of fixed length."""

    _FORM = "{:05d} {:05d} {:012d}\n"

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)

    def read(self) -> EntryKey | None:
        """The mark; None where there is none, or it cannot be read."""
        os.lseek(self._file, 0, os.SEEK_SET)
        fields = os.read(self._file, 64).split()
        if len(fields) != 3 or not all(field.isdigit() for field in fields):
            return None
        return EntryKey(*map(int, fields))

    def write(self, key: EntryKey) -> None:
        """After a commit. The disk gets it when the system likes: see the module."""
        line = self._FORM.format(key.terminal, key.epoch, key.seq).encode()
        os.lseek(self._file, 0, os.SEEK_SET)
        try:
            os.write(self._file, line)
        except OSError:
            return  # no room even for a line: the sale is booked, and a mark may lag

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


class Reserve:
    """A file that only takes up room: given back when the disk is full, to finish the day."""

    def __init__(self, path: Path, size: int) -> None:
        self._path = path
        self._size = size
        self.given = False  # back, since the file was opened

    def fill(self, free: int) -> bool:
        """Make the file where there is room for it four times over; whether it is there."""
        if not self._size:
            return True
        if self._path.exists() and self._path.stat().st_size >= self._size:
            return True
        if free < 4 * self._size:
            return False
        try:
            with self._path.open("wb") as file:
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(file.fileno(), 0, self._size)
                else:
                    for _ in range(0, self._size, 1 << 20):
                        file.write(bytes(min(1 << 20, self._size)))
        except OSError:
            self.release()
            return False
        return True

    def release(self) -> bool:
        """Give the room back; whether there was any to give."""
        held = self._path.exists() and self._path.stat().st_size > 0
        self._path.unlink(missing_ok=True)
        self.given = self.given or held
        return held
