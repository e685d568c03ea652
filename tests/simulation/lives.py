"""Lives of a till that is interrupted all the time, and what its books must be after each time.

`live` takes one machine through a plan of acts under one kind of fault. After each interruption
the program is started again and its books are read against themselves, against what was
acknowledged, and at the end against a machine on which nothing ever went wrong.
"""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from loyalty.ledger.entry import EntryKey
from pos.clock import FixedClock
from pos.leaving import erase_again
from pos.settings import Settings
from pos.shop import Shop
from pos.store import verify
from pos.trouble import TroubleError
from tests.simulation.acts import (
    BEGIN,
    ZONE,
    Planned,
    acknowledged,
    furnished,
    perform,
    plan,
    story,
)
from tests.simulation.driver import Killed
from tests.simulation.machine import Machine
from tests.simulation.seeding import seeded

ACTS = 30  # of one life: looking at the books costs more the longer they are
SETTINGS = Settings(shop="Test shop", currency="EUR", zone="Asia/Seoul")
OFTEN = {"PRAGMA wal_autocheckpoint = 1000": "PRAGMA wal_autocheckpoint = 20"}
"""What happens once in some dozens of sales happens in each second one."""
_RESERVE = 65_536
_BUGS = (ValueError, LookupError, TypeError, AttributeError, AssertionError)
_FAULTS = ("chain-broken", "ledger-behind", "restored")


@dataclass(frozen=True, slots=True)
class Kindness:
    """How the world treats a machine: `fault` is one of `power`, `full`, `error`."""

    fault: str = "power"
    weaken: tuple[tuple[str, str], ...] = ()  # statements, and what is run instead
    flushes: float = 1.0


@dataclass(slots=True)
class Told:
    """What came of some lives: `counts`, and `findings` that must not be, each with its seed."""

    counts: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)


class BrokenError(Exception):
    """The books are not what they must be; the life ends here."""


def _clock() -> FixedClock:
    return FixedClock(BEGIN, ZONE)


def live(seed: int, folder: Path, world: Kindness, told: Told, acts: int = ACTS) -> None:
    """One life of `acts` acts, which depends on the seed alone; `told` is added to."""
    furnished()
    life = _Life(seed, folder / str(seed), world, told)
    try:
        with seeded(random.Random(seed)):
            life.run(plan(random.Random(seed), BEGIN, acts))
    except BrokenError as broken:
        told.findings[str(broken.args[0])] += 1
        told.examples.append(f"{world.fault} {seed}: {' '.join(map(str, broken.args))}"[:300])
    except _BUGS as error:
        told.findings["crashed"] += 1
        told.examples.append(f"{world.fault} {seed}: {type(error).__name__} {error}"[:300])
    finally:
        life.machine.kill()
        life.peaceful.close()


class _Life:
    """One machine under faults, and its twin in peace."""

    def __init__(self, seed: int, folder: Path, world: Kindness, told: Told) -> None:
        self.chance = random.Random(seed)
        self.world = world
        self.told = told.counts
        weaken = {**(OFTEN if seed % 2 else {}), **dict(world.weaken)}
        self.machine = Machine(
            self.chance,
            _clock(),
            folder / "till",
            furnished(),
            weaken=weaken,
            flushes=world.flushes,
            reserve_bytes=_RESERVE if world.fault == "full" and seed % 3 == 0 else 0,
        )
        self.peaceful = Machine(random.Random(0), _clock(), folder / "twin", furnished())
        self.booked: dict[UUID, tuple[Planned, EntryKey]] = {}

    def run(self, planned: tuple[Planned, ...]) -> None:
        """Every act until it is acknowledged, here and on the twin."""
        twin = self.peaceful.open_shop(SETTINGS)
        self.shop = self._started()
        for act in planned:
            for machine in (self.machine, self.peaceful):
                machine.clock.advance(act.at - machine.clock.now())
            perform(twin, act)
            self._until_done(act)
        self._restart()
        self._look("at the end")
        with self.shop.store.reading() as here, twin.store.reading() as there:
            if story(here) != story(there):
                raise BrokenError("differs-from-peace")

    def _until_done(self, act: Planned) -> None:
        """Try until it is acknowledged; with faults on the first try only."""
        self._arm()
        for tries in range(4):
            try:
                key = perform(self.shop, act)
            except (Killed, TroubleError, sqlite3.Error) as error:
                self._failed(act, error, tries)
                continue
            if key is not None:
                self.booked[act.id] = act, key
                self.told["acknowledged"] += 1
            break
        else:
            raise BrokenError("never-done", act.what)
        if not self.machine.running or self.chance.random() < self._idle_faults():
            self._restart()

    def _idle_faults(self) -> float:
        """How likely the power goes right after an answer: when what was not flushed is lost."""
        return 0.25 if self.world.fault == "power" else 0.1

    def _arm(self) -> None:
        if self.chance.random() < 0.4:
            return
        if self.world.fault == "full":
            self.machine.fill_disk(self._soon())
        elif self.world.fault == "error":
            self.machine.io_error(self._soon())
        elif self.chance.random() < 0.3:
            self.machine.kill_after(self._soon())
        else:
            self.machine.power_off_after(self._soon())

    def _soon(self) -> int:
        """Most acts are some dozens of statements and operations; a night is some hundreds."""
        return self.chance.randint(1, self.chance.choice((15, 60, 250)))

    def _failed(self, act: Planned, error: BaseException, tries: int) -> None:
        self.told["interrupted"] += 1
        if self.machine.running and self.world.fault == "power":
            raise BrokenError("error-in-peace", type(error).__name__, error)
        if self.machine.running:
            self._in_trouble(act, error, tries)
        else:
            self._restart()
        with self.shop.store.reading() as view:
            self.told["booked-unanswered"] += acknowledged(view, act) is not None

    def _in_trouble(self, act: Planned, error: BaseException, tries: int) -> None:
        """The program lives and has said what is wrong: the books are whole, and it may go on."""
        if not isinstance(error, TroubleError):
            raise BrokenError("raw-error", act.what, error)
        if self.world.fault == "full":
            self.told["disk-full"] += error.code == "disk-full"
            self.told["reserve-released"] += bool(error.facts.get("reserve"))
        else:
            self.told[error.code] += 1
        if not self.machine.disk.room():  # else the reserve made some: go on with the disk full
            self.machine.heal()
        if tries:
            self.told["needed-a-restart"] += 1
            self._restart()
        else:
            self._look("in trouble")

    def _restart(self) -> None:
        """The end of the program, however it comes, and the next start."""
        if self.machine.running and self.world.fault != "power" and self.chance.random() < 0.3:
            self.machine.close()
            self.told["closed"] += 1
        elif not self.machine.disk.off and self.chance.random() < 0.4:
            self.machine.kill()
            self.told["kills"] += 1
        else:
            self.machine.cut_power()
            self.told["cuts"] += 1
        self.shop = self._started()
        self._look("started")

    def _started(self) -> Shop:
        """Start, and start again where the power fails meanwhile."""
        for _ in range(20):
            if self.world.fault == "power" and self.chance.random() < 0.2:
                self.machine.power_off_after(self._soon())
            if self.machine.disk.room():  # the reserve is used up: nobody could open on a full disk
                self.machine.make_room()
            try:
                shop = self.machine.open_shop(SETTINGS)
                erase_again(shop)
            except (Killed, TroubleError, sqlite3.Error) as error:
                if self.machine.running:
                    self._refused(error)
                    continue
                self.machine.cut_power()
                self.told["cuts"] += 1
                self.told["cut-while-starting"] += 1
                continue
            if self.machine.running:
                self.machine.heal()
                return shop
            self.machine.cut_power()
            self.told["cuts"] += 1
        raise BrokenError("never-started")

    def _refused(self, error: BaseException) -> None:
        """It says why it does not start: on a disk with a fault that is right."""
        code = getattr(error, "code", type(error).__name__)
        expected = {"full": "disk-full", "error": "store-unreadable"}.get(self.world.fault)
        if code != expected or not self.machine.disk.failed:
            raise BrokenError(f"does-not-start-{code}", error) from error
        self.told["refused-to-start"] += 1
        self.machine.make_room()

    def _look(self, when: str) -> None:
        """The books against themselves and against what was acknowledged."""
        found = [health.code for health in self.shop.store.health if health.code in _FAULTS]
        lost = self._lost()
        if lost:
            self.told["lost"] += len(lost)
            raise BrokenError("lost", when, len(lost), found)
        try:
            with self.shop.store.reading() as view:
                said = view._db.execute("PRAGMA integrity_check").fetchall()
                faults = [str(fault) for fault in verify(view)]
        except (TroubleError, sqlite3.Error) as error:
            raise BrokenError("corrupt", when, error) from error
        if said != [("ok",)]:
            raise BrokenError("corrupt", when, said[:1])
        if faults or found:
            raise BrokenError("faults", when, found, faults[:3])
        self.told["looked"] += 1

    def _lost(self) -> list[Planned]:
        try:
            with self.shop.store.reading() as view:
                return [a for a, key in self.booked.values() if acknowledged(view, a) != key]
        except (TroubleError, sqlite3.Error) as error:
            raise BrokenError("corrupt", error) from error
