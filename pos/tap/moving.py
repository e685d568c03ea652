"""Bytes from the POS into the stream's file, and from a file to the printer.

On Linux the kernel moves both (`splice`, `sendfile`), and counts in the same step: a process killed
at any moment has neither lost nor doubled a byte. Elsewhere a piece passes through this process.
Without room on the disk bytes pass straight through; printing must not wait for a tidy disk.
"""

from __future__ import annotations

import os
import select

from pos.tap.job import Job

EXACT = hasattr(os, "splice")
_PIECE = 65_536


class Intake:
    """What the POS sends. `straight`: bytes that found no room on the disk."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._full = False
        self.straight = bytearray()
        if EXACT:
            os.set_blocking(job.pipe[0], False)
            job.client.setblocking(False)
            self._drain()  # what a killed process had on its way

    def take(self) -> bool:
        """Take what is there; False: the POS has closed. OSError: the connection is lost."""
        if not EXACT or self._full:
            data = self._job.client.recv(_PIECE)
            self._keep(data)
            return bool(data)
        count = os.splice(self._job.client.fileno(), self._job.pipe[1], _PIECE)
        self._drain()
        return count > 0

    @property
    def came(self) -> int:
        """Bytes in the stream's file."""
        return os.lseek(self._job.taken, 0, os.SEEK_CUR)

    def _drain(self) -> None:
        while _readable(self._job.pipe[0]):
            try:
                if not os.splice(self._job.pipe[0], self._job.taken, _PIECE):
                    return
            except BlockingIOError:
                return
            except OSError:
                self._full = True
                self.straight += os.read(self._job.pipe[0], _PIECE)

    def _keep(self, data: bytes) -> None:
        if not self._full:
            try:
                write_all(self._job.taken, data)
            except OSError:
                self._full = True
            else:
                return
        self.straight += data


class Outgo:
    """What goes to the printer, from the file `job.source`."""

    def __init__(self, job: Job) -> None:
        self._job = job
        job.upstream.setblocking(False)

    @property
    def sent(self) -> int:
        """Bytes of the file that are with the kernel's connection to the printer."""
        return os.lseek(self._job.source, 0, os.SEEK_CUR)

    def send(self, until: int) -> None:
        """As much as the printer takes now of the file before `until`. OSError: it is lost."""
        count = min(until - self.sent, _PIECE)
        if count <= 0:
            return
        if EXACT:
            _ = os.sendfile(self._job.upstream.fileno(), self._job.source, None, count)
            return
        data = os.read(self._job.source, count)
        taken = self._job.upstream.send(data)
        os.lseek(self._job.source, taken - len(data), os.SEEK_CUR)

    def send_straight(self, data: bytearray) -> None:
        """What is in no file."""
        del data[: self._job.upstream.send(data[:_PIECE])]


def write_all(file: int, data: bytes) -> None:
    """All of it at the file's position, or OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def _readable(file: int) -> bool:
    return bool(select.select([file], [], [], 0)[0])


def read_at(file: int, size: int, start: int) -> bytes:
    """`size` bytes of a file from `start`; its position stays, even if we are killed meanwhile."""
    data = b""
    while len(data) < size and (piece := _piece(file, size - len(data), start + len(data))):
        data += piece
    return data


def _piece(file: int, size: int, start: int) -> bytes:
    if hasattr(os, "pread"):
        return os.pread(file, size, start)
    here = os.lseek(file, 0, os.SEEK_CUR)  # no second process counts on the position here
    os.lseek(file, start, os.SEEK_SET)
    data = os.read(file, size)
    os.lseek(file, here, os.SEEK_SET)
    return data
