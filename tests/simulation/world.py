"""A seeded world: a few shops' terminals, one head office, their members, and everything that goes
wrong between them. `World(seed, faults).run()` depends on its arguments alone.

Days pass in random steps; at the end the weather clears and everybody syncs until it is quiet.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection
from datetime import timedelta
from pathlib import Path
from sqlite3 import Connection

import sqlalchemy as sa

from pos.clock import FixedClock
from pos.office.desk.core import Terms
from pos.office.schema.facts import entry
from tests.simulation.doings import WAYS, Doing, People
from tests.simulation.headquarters import Headquarters
from tests.simulation.losses import Stake, pool_of, rights_of
from tests.simulation.machine import Image
from tests.simulation.network import Network, Weather
from tests.simulation.settling import settle
from tests.simulation.till import BEGIN, FLOOR, PROGRAMS, ZONE, Till, furnished

STEPS = 60
PAGE = 3
"""Words in a page of what is new, where pages are short."""
FAULTS = (
    "drop",
    "double",
    "delay",
    "error",
    "partition",
    "kill",
    "power",
    "full",
    "io-error",
    "clock",
    "restore",
    "clone",
    "office-restore",
    "floor",
    "people",
    "poor",
    "retire",
    "spree",
    "vouchers",
    "forgets",
    "pages",
)
"""What a seed may have, each with even odds. `people`: merges, households, erasures;
`poor`: members who spend all they have, in two shops at once; `spree`: whoever has a copy of books
spends what stands in both, first here and then there; `vouchers`: the newest ones are shown in
every shop, also when they are used; `forgets`: head office comes back from a backup right after it
has heard words; `pages`: what is new comes a few words at a time, as if there were very many.
"""
LATER = ("poor", "retire", "spree", "vouchers", "forgets", "pages")
"""Drawn by themselves, so that older seeds stay the worlds they were."""
BUYING = ("sell", "redeem")
COPYING = frozenset({"restore", "clone", "office-restore", "retire"})
"""Faults after which the same points may have been spent twice."""
MACHINE_FAULTS = ("kill", "power", "full", "io-error")


def _drawn(chance: random.Random, seed: int) -> list[str]:
    drawn = [fault for fault in FAULTS if fault not in LATER and chance.random() < 0.35]
    later = random.Random(f"{seed} later")
    return drawn + [fault for fault in LATER if later.random() < 0.35]


def _weather(has: Collection[str], bad: float) -> Weather:
    return Weather(
        drop_request=bad if "drop" in has else 0,
        drop_answer=bad if "drop" in has else 0,
        double=bad if "double" in has else 0,
        delay=bad if "delay" in has else 0,
        error=bad if "error" in has else 0,
        half=bad / 2 if "error" in has else 0,
    )


class World:
    """`folder`: for the small files of the machines. `trace`: what happened, a line each."""

    def __init__(
        self, seed: int, folder: Path, faults: Collection[str] | None = None, steps: int = STEPS
    ) -> None:
        self.seed, self.steps = seed, steps
        self.chance = random.Random(seed)
        drawn = _drawn(self.chance, seed)
        self.faults = frozenset(drawn if faults is None else faults)
        self.told: Counter[str] = Counter()
        self.trace: list[str] = []
        self.people = People(shown="vouchers" in self.faults)
        self.office_clock = FixedClock(BEGIN, ZONE)
        floor = FLOOR if "floor" in self.faults else (0, 0)
        most = self.chance.choice((3, 20, 1000))
        self.headquarters = Headquarters(
            random.Random(seed + 1), self.office_clock, Terms(floor=floor, most=most)
        )
        self.network = Network(self.chance, self.headquarters.answer, self.told)
        self.network.page = PAGE if "pages" in self.faults else 0
        self.program = self.chance.randrange(PROGRAMS)
        self.folder = folder
        self.tills: list[Till] = []
        self.backups: list[Connection] = []
        self.retired: set[int] = set()
        self.proved: set[bytes] = set()
        """Hashes of entries that head office signed for, of books that are no more."""
        self.at_stake: Stake = Counter()
        """Points that two could spend when books were copied, put back or given up."""
        self.gone: list[Till] = []
        """Machines that were given up."""
        for number in range(1, self.chance.choice((2, 2, 3, 3, 4, 6)) + 1):
            self._open(number)

    def _open(self, number: int) -> None:
        mark = f"M{number}"
        self.headquarters.enrol(number, mark)
        clock = FixedClock(self.office_clock.now(), ZONE)
        clock.advance(timedelta(seconds=self.chance.randint(-300, 300)))
        self.tills.append(self._till(number, mark, furnished(self.program), clock))

    def _till(self, number: int, mark: str, image: Image, clock: FixedClock) -> Till:
        folder = self.folder / f"{self.seed}" / mark
        return Till(self.chance, number, mark, folder, image, self.network, self.told, clock=clock)

    # --- a life ---------------------------------------------------------------------------------

    def run(self) -> None:
        """Everything that happens until it is quiet; Restless as `settle`."""
        for till in self.tills[:2]:
            for _ in range(2):
                till.attempt(Doing(self.chance, self.people, till).enrol)
            till.round()
        for till in self.tills:
            till.round()
        for _ in range(self.steps):
            self._step()
        settle(self)

    def _step(self) -> None:
        self._time()
        self._weather()
        self._mishap()
        till = self.chance.choice(self.tills)
        if self.chance.random() < 0.35:
            self.note(till, "round")
            till.round()
        else:
            what = self._what()
            self.note(till, what)
            if what in BUYING and "poor" in self.faults and self.chance.random() < 0.6:
                other = self.chance.choice(self.tills)
                till.attempt(
                    lambda: Doing(self.chance, self.people, till).redeem_in_two_shops(other)
                )
                return
            if what == "voucher" and "vouchers" in self.faults:
                other = self.chance.choice(self.tills)
                Doing(self.chance, self.people, till).show_in_two_shops(other)
                return
            way = WAYS[what][1]
            till.attempt(lambda: way(Doing(self.chance, self.people, till)))

    def _what(self) -> str:
        rare = {"merge", "household", "erase"}
        ways = {n: w for n, (w, _) in WAYS.items() if n not in rare or "people" in self.faults}
        return self.chance.choices([*ways], [*ways.values()])[0]

    def _time(self) -> None:
        days = self.chance.random() < 0.08
        by = timedelta(seconds=self.chance.randint(1, 3600))
        if days:
            by += timedelta(days=self.chance.choice((1, 1, 1, 2, 3, 20)))
        self.office_clock.advance(by)
        for till in self.tills:
            till.pass_time(by)
        if days:
            self.note(None, f"{by.days} days")
            for till in self.tills:
                till.attempt(Doing(self.chance, self.people, till).night)

    def _weather(self) -> None:
        if self.chance.random() > 0.15:
            return
        has = self.faults
        self.network.weather = _weather(has, self.chance.choice((0.0, 0.1, 0.3)))
        self.network.away = {
            till.number for till in self.tills if "partition" in has and self.chance.random() < 0.3
        }

    # --- what goes wrong ------------------------------------------------------------------------

    def _mishap(self) -> None:
        till = self.chance.choice(self.tills)
        for fault in MACHINE_FAULTS:
            if fault in self.faults and self.chance.random() < 0.08:
                self.note(till, fault)
                till.arm(self.chance, fault)
                return
        if "clock" in self.faults and self.chance.random() < 0.05:
            self._wrong_clock(till)
        if "restore" in self.faults:
            self._restores(till)
        if "clone" in self.faults and self.chance.random() < 0.02 and len(self.tills) < 8:
            self.clone(till)
        if "retire" in self.faults and self.chance.random() < 0.02:
            self.note(till, "retired")
            self.told["retired"] += 1
            self.at_stake += pool_of(self.headquarters, till.number)
            self.headquarters.give_up(till.number)
            self.retired.add(till.number)
        if "office-restore" in self.faults:
            self._office()
        if "forgets" in self.faults and self.chance.random() < 0.05:
            self._forgets(till)

    def _wrong_clock(self, till: Till) -> None:
        off = self.chance.choice((0, 0, -86_400, 86_400, 366 * 86_400, -366 * 86_400, 900))
        self.note(till, f"clock {off} s off")
        self.told["clock"] += 1
        till.set_clock(self.office_clock.now() + timedelta(seconds=off))

    def _restores(self, till: Till) -> None:
        drawn = self.chance.random()
        if drawn < 0.06:
            till.images.append((till.machine.copy(), rights_of(till)))
            self.note(till, "image")
        elif drawn < 0.10 and till.images:
            how = self.chance.choice(("disk", "file", "backup"))
            self.note(till, f"restored ({how})")
            self.told[f"restored-{how}"] += 1
            self.remember_proved(till)
            image, rights = self.chance.choice(till.images)
            self.at_stake += rights
            self._spree(till)
            till.roll_back(image, how)
            self._spree(till)

    def remember_proved(self, till: Till) -> None:
        """What it has a proof for must still be there when its own books are not."""
        till.recover()
        with till.shop.store.reading() as view:
            acked = {end.epoch: end.acked for end in view.epoch_ends()}
            proved = {
                one.hash for one in view.entries() if one.key.seq <= acked.get(one.key.epoch, 0)
            }
        if self.told["office-restored"]:  # what a lost disk of head office signed may be lost twice
            proved &= self._at_head_office()
        self.proved |= proved

    def _at_head_office(self) -> set[bytes]:
        return {row.hash for row in self.headquarters.rows(sa.select(entry.c.hash))}

    def clone(self, till: Till) -> Till:
        """One more machine with a copy of a terminal's books."""
        others = sum(one.number == till.number for one in self.tills)
        mark = till.mark if self.chance.random() < 0.3 else f"M{till.number}c{others}"
        self.note(till, f"cloned as {mark}")
        self.told["cloned"] += 1
        image = till.machine.copy()
        self.at_stake += rights_of(till)
        clock = FixedClock(till.clock.now(), ZONE)
        folder = self.folder / f"{self.seed}" / f"{till.number}-{others}"
        twin = Till(
            self.chance, till.number, mark, folder, image, self.network, self.told, clock=clock
        )
        till.copied = twin.copied = True
        self.tills.append(twin)
        for each in (till, twin):
            self._spree(each)
        return twin

    def _spree(self, till: Till) -> None:
        if "spree" in self.faults:
            Doing(self.chance, self.people, till).spend_all()
            till.round()

    def _office(self) -> None:
        drawn = self.chance.random()
        if drawn < 0.06:
            self.backups.append(self.headquarters.copy())
            self.note(None, "head office backed up")
        elif drawn < 0.09 and self.backups:
            self.note(None, "head office restored")
            self.told["office-restored"] += 1
            self.headquarters.restore(self.chance.choice(self.backups))
            self.proved &= self._at_head_office()
            self.at_stake += pool_of(self.headquarters)

    def _forgets(self, till: Till) -> None:
        """The line goes when head office has heard words, and then its disk."""
        self.note(till, "head office forgets its words")
        self.told["words-forgotten"] += 1
        till.round()
        kept = self.headquarters.copy()
        till.attempt(Doing(self.chance, self.people, till).say)
        till.attempt(till.sync.tell)
        self.headquarters.restore(kept)
        kept.close()

    # --- the end --------------------------------------------------------------------------------

    def note(self, till: Till | None, what: str) -> None:
        """A line of what happened."""
        who = f"{till.number} {till.mark}" if till else "world"
        self.trace.append(f"{self.office_clock.now():%m-%d %H:%M:%S} {who}: {what}")

    def close(self) -> None:
        """Let go of everything."""
        for till in (*self.tills, *self.gone):
            till.close()
        self.headquarters.close()
        for backup in self.backups:
            backup.close()
