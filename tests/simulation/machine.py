"""A till's computer whose power fails, whose disk fills up, and which can be copied whole.

`Machine.open()` opens the real store on a disk in memory (`disk`, `vfs`, `driver`); the small files
beside the ledger lie in a real folder of the machine's own. One process at a time. What happens
depends on `chance` alone. Without `available` there is nothing to simulate on: skip.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pos.clock import FixedClock
from pos.settings import Settings
from pos.shop import Shop
from pos.store import Store, open_store
from pos.trouble import TroubleError
from tests.simulation.disk import Disk
from tests.simulation.driver import Before, Killed, Life
from tests.simulation.vfs import AVAILABLE as available  # noqa: N811
from tests.simulation.vfs import PROCESSES

__all__ = ["DATABASE", "WEAK", "Died", "Image", "Killed", "Machine", "available"]

DATABASE = "regulars.db"
MARK = DATABASE + ".mark"
RESERVE = DATABASE + ".reserve"
WEAK = {"PRAGMA synchronous = FULL": "PRAGMA synchronous = NORMAL"}
Died = (Killed, TroubleError)
"""What the program raises when its machine stops: look at `Machine.running` to know whether."""


@dataclass(frozen=True, slots=True)
class Image:
    """A whole machine as bytes: what its disk holds, and the small files beside the ledger."""

    disk: Mapping[str, bytes] = field(default_factory=dict)
    beside: Mapping[str, bytes] = field(default_factory=dict)


class Machine:
    """A till's computer. `folder` must be its own; `image` is what it begins with (else empty).

    `open` / `open_shop` start the program; at most one runs. Ways for it to end: `close` (orderly),
    `kill` (the system goes on: what was written stays), `cut_power` (what was not flushed may be
    lost). Faults, each counted in operations of the disk from now: `power_off_after`,
    `io_error`, `fill_disk`; and `kill_after`, counted in statements. After power_off_after the
    program sees errors until `cut_power` is called; `running` says whether it is still alive.
    `copy` / `restore` are for older copies and clones: a Machine made with a copy of another
    one is its clone. `reserve_bytes`: of a reserve file, whose release makes room on a full disk.
    `weaken`: statements replaced on the way. `flushes`: how likely the disk obeys a flush.
    """

    def __init__(
        self,
        chance: random.Random,
        clock: FixedClock,
        folder: Path,
        image: Image | None = None,
        *,
        terminal: int = 1,
        merchant: int = 1,
        reserve_bytes: int = 0,
        weaken: Mapping[str, str] | None = None,
        flushes: float = 1.0,
    ) -> None:
        self.chance = chance
        self.clock = clock
        self.folder = folder.absolute()
        self.terminal, self.merchant = terminal, merchant
        self.flushes = flushes
        self._reserve_bytes = reserve_bytes
        self._weaken = weaken or {}
        self._store: Store | None = None
        self._life: Life | None = None
        self.folder.mkdir(parents=True, exist_ok=True)
        self.restore(image or Image({DATABASE: b""}))

    @property
    def path(self) -> Path:
        """The ledger's. On the real disk an empty file of that name stands for it."""
        return self.folder / DATABASE

    @property
    def running(self) -> bool:
        """Whether the program is alive and the power on."""
        return self._life is not None and self._life.alive and not self.disk.off

    @property
    def statements(self) -> int:
        """How many statements the program has run since it was opened."""
        return self._life.statements if self._life else 0

    # --- the program -------------------------------------------------------------------------

    def open(self, before: Before | None = None) -> Store:
        """Start the program on what the disk holds; errors of `open_store`.

        `before(n)` is asked before the n-th statement from now, and may raise Killed.
        """
        if self._life is not None:
            self.kill()
        self._life = life = Life(self.disk, self._weaken)
        life.before = before
        PROCESSES[str(self.folder)] = life
        self._store = open_store(
            self.path,
            self.clock,
            self.terminal,
            self.merchant,
            reserve_bytes=self._reserve_bytes,
            connect=life.connect,
        )
        return self._store

    def open_shop(self, settings: Settings) -> Shop:
        """The same as a shop that use cases work in."""
        return Shop(self.open(), self.clock, settings)

    def close(self) -> None:
        """An orderly end of the program."""
        if self._store is not None:
            self._store.close()
            self._store = None
        self._end()

    def kill(self) -> None:
        """The program dies where it stands; what it wrote is seen by the next one."""
        self._end()

    def cut_power(self) -> None:
        """The machine stops where it stands; what was not flushed may be lost."""
        self._end()
        self.disk.cut()
        self._cut_mark()

    # --- faults to come ----------------------------------------------------------------------

    def kill_after(self, statements: int) -> None:
        """The program dies before that statement from now: Killed is raised."""
        assert self._life is not None
        last = self._life.statements + statements

        def before(number: int) -> None:
            if number >= last:
                raise Killed

        self._life.before = before

    def power_off_after(self, operations: int) -> None:
        """From that operation of the disk on nothing happens: see `running`, then `cut_power`."""
        self.disk.cut_at = self.disk.operations + operations

    def io_error(self, operations: int) -> None:
        """That operation of the disk fails, once."""
        self.disk.fail_at = self.disk.operations + operations

    def fill_disk(self, operations: int) -> None:
        """From that operation on no file can grow, until `make_room`."""
        self.disk.fill_at = self.disk.operations + operations

    def make_room(self) -> None:
        """The disk is full no more."""
        self.disk.make_room()

    def heal(self) -> None:
        """No fault is to come any more."""
        self.disk.calm()
        if self._life is not None:
            self._life.before = None

    # --- copies ------------------------------------------------------------------------------

    def copy(self) -> Image:
        """The whole machine as a copy of its disk would hold it. Not amid a transaction."""
        beside = {
            file.name: file.read_bytes()
            for file in sorted(self.folder.iterdir())
            if file.is_file() and file.name not in (DATABASE, RESERVE)
        }
        return Image(self.disk.image(), beside)

    def restore(self, image: Image, *, ledger_only: bool = False) -> None:
        """Put a copy in place of what is here; the program, if it runs, is killed.

        `ledger_only`: somebody copied the database back; the files beside it stay.
        """
        self._end()
        self.disk = Disk(self.chance, image.disk)
        self.disk.flushes = self.flushes
        if self._reserve_bytes:
            self.disk.room = lambda: not (self.folder / RESERVE).exists()
        self.path.touch()
        if not ledger_only:
            for file in self.folder.iterdir():
                if file.is_file() and file.name != DATABASE:
                    file.unlink()
            for name, content in image.beside.items():
                (self.folder / name).write_bytes(content)
        self._mark = self._read_mark()

    def _end(self) -> None:
        if self._store is not None:  # the system closes what a dead program had open
            self._store._lock.close()
            self._store._mark.close()
            self._store = None
        if self._life is not None:
            self._life.end()
            self._life = None

    def _cut_mark(self) -> None:
        """The mark is never flushed: what is found is the one of now, one of before, or nothing."""
        found = self.chance.choice((self._read_mark(), self._mark, b""))
        (self.folder / MARK).write_bytes(found)
        self._mark = found

    def _read_mark(self) -> bytes:
        mark = self.folder / MARK
        return mark.read_bytes() if mark.exists() else b""
