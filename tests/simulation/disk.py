"""A disk in memory that loses what was not flushed, fills up, fails, and can be copied.

What a power cut leaves is what the disk promises and no more: each 512-byte sector written since
the last flush of its file may be there or not, whatever was written before or after it; a length, a
new name or a deletion likewise. A sector itself is old or new: SQLite is told so, as a shop's is.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

SECTOR = 512
# https://sqlite.org/rescode.html
FULL, CANNOT_OPEN, FAILED = 13, 14, 10
NO_READ, SHORT_READ, NO_WRITE, NO_SYNC, NO_TRUNCATE, NO_DELETE, NOT_THERE = (
    FAILED | extended << 8 for extended in (1, 2, 3, 4, 6, 10, 23)
)
_KEPT = (0.0, 0.1, 0.5, 0.9, 1.0)  # of the sectors that were not flushed; drawn for each cut


class DiskError(Exception):
    """An operation that did not happen, by SQLite's number for it."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True, eq=False)
class File:
    """One file: as programs see it, as the disk holds it, and what lies in between."""

    now: bytearray
    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes]] = field(default_factory=list)
    """Writes since the last flush; a truncation is a write of nothing, at the new end."""
    named: bool = False  # whether the folder on the disk knows of it

    def flush(self) -> None:
        """The disk holds what programs see."""
        _apply(self.durable, self.pending)
        self.pending.clear()
        self.named = True

    def after_cut(self, chance: random.Random, kept: float) -> bytearray:
        """What is found of it after a power cut, `kept` of its unflushed sectors among it."""
        found = bytearray(self.durable)
        for at, data in self.pending:
            if not data:
                if chance.random() < kept:
                    del found[at:]
                continue
            pieces = ((s, e) for s, e in _sectors(at, len(data)) if chance.random() < kept)
            _apply(found, [(s, data[s - at : e - at]) for s, e in pieces])
        return found


def _apply(content: bytearray, writes: list[tuple[int, bytes]]) -> None:
    for at, data in writes:
        if not data:
            del content[at:]
            continue
        if len(content) < at:
            content.extend(bytes(at - len(content)))
        content[at : at + len(data)] = data


def _sectors(start: int, length: int) -> list[tuple[int, int]]:
    """The stretches a write falls into, cut where sectors meet."""
    inner = range((start // SECTOR + 1) * SECTOR, start + length, SECTOR)
    cuts = [start, *inner, start + length]
    return list(pairwise(cuts))


class Disk:
    """The files of one machine and the faults they will meet.

    `operations` counts every reading and changing one, `flushed` the flushes among them. Faults are
    set for an operation to come: `cut_at` (the power goes: `off`, and nothing happens from then
    on), `fail_at` (that one fails once), `fill_at` (from then on no file grows until `make_room`,
    or until `room` says that some was made). `flushes`: how likely a flush is obeyed; 1 on an
    honest disk.
    """

    def __init__(self, chance: random.Random, files: Mapping[str, bytes] | None = None) -> None:
        self.chance = chance
        self.flushes = 1.0
        self.operations = 0
        self.flushed = 0
        self.cut_at: int | None = None
        self.fail_at: int | None = None
        self.fill_at: int | None = None
        self.room: Callable[[], bool] = bool  # no
        self.off = False
        self.failed = 0  # how many operations failed, full ones among them
        self._deleted: dict[str, File] = {}  # whose deletion the disk may not know yet
        self._files = {
            name: File(bytearray(data), bytearray(data), named=True)
            for name, data in (files or {}).items()
        }

    # --- what SQLite asks for ----------------------------------------------------------------

    def exists(self, name: str) -> bool:
        """As Unix says it to SQLite: an empty file counts for none."""
        return name in self._files and bool(self._files[name].now)

    def opened(self, name: str, create: bool) -> File:
        """A file by its name; DiskError where it is missing."""
        if name not in self._files:
            if not create:
                raise DiskError(CANNOT_OPEN)
            self._happens(CANNOT_OPEN, grows=True)
            self._files[name] = File(bytearray())
        return self._files[name]

    def read(self, file: File, at: int, size: int) -> bytes:
        """What is there, which may be less than was asked for."""
        self._happens(NO_READ)
        return bytes(file.now[at : at + size])

    def write(self, file: File, at: int, data: bytes) -> None:
        """Programs see it at once, the disk holds it after a flush."""
        self._happens(NO_WRITE, grows=at + len(data) > len(file.now))
        _apply(file.now, [(at, data)])
        file.pending.append((at, data))

    def truncate(self, file: File, size: int) -> None:
        """Cut it to this length."""
        self._happens(NO_TRUNCATE)
        del file.now[size:]
        file.pending.append((size, b""))

    def flush(self, file: File) -> None:
        """Make it last, with its name: on a disk that lies, perhaps not.

        What a failed flush should have written is written by no later one, as on Linux: only the
        programs that see it believe in it (Rebello et al., Can Applications Recover from fsync
        Failures?, USENIX ATC 2020).
        """
        try:
            self._happens(NO_SYNC)
        except DiskError:
            if not self.off:
                file.pending.clear()
            raise
        self.flushed += 1
        if self.flushes < 1 and self.chance.random() >= self.flushes:
            return
        if not file.named:
            self._deleted.clear()  # the folder is flushed for the new name
        file.flush()

    def delete(self, name: str, lasting: bool) -> None:
        """Take a file away; `lasting`: the disk must know it now. DiskError NOT_THERE."""
        if name not in self._files:
            raise DiskError(NOT_THERE)
        self._happens(NO_DELETE)
        gone = self._files.pop(name)
        if lasting:
            self._deleted.clear()
        elif gone.named:
            self._deleted.setdefault(name, gone)

    # --- what happens to it ------------------------------------------------------------------

    def make_room(self) -> None:
        """Full no more."""
        self.fill_at = None

    def cut(self) -> None:
        """What is left after the power failed, seen by the next start."""
        kept = self.chance.choice(_KEPT)
        left: dict[str, File] = {}
        for name in {**self._files, **self._deleted}:
            file, gone = self._files.get(name), self._deleted.get(name)
            if file is None or not (file.named or self.chance.random() < kept):
                # Never written to the folder; what was deleted there may be back.
                file = gone if gone and self.chance.random() >= kept else None
            if file is not None:
                content = file.after_cut(self.chance, kept)
                left[name] = File(content, bytearray(content), named=True)
        self._files, self._deleted = left, {}
        self.calm()

    def calm(self) -> None:
        """No fault is set, and the power is on."""
        self.cut_at = self.fail_at = self.fill_at = None
        self.off = False

    def image(self) -> dict[str, bytes]:
        """Every file as programs see it."""
        return {name: bytes(file.now) for name, file in self._files.items()}

    def _happens(self, code: int, grows: bool = False) -> None:
        """Count an operation; DiskError where a fault was set for it."""
        self.operations += 1
        if self.cut_at is not None and self.operations >= self.cut_at:
            self.off = True
        if self.off:
            raise DiskError(code)
        if self.fail_at is not None and self.operations >= self.fail_at:
            self.fail_at = None
            self.failed += 1
            raise DiskError(code)
        full = self.fill_at is not None and self.operations >= self.fill_at
        if grows and full and not self.room():
            self.failed += 1
            raise DiskError(FULL)
