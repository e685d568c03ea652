"""A terminal of the simulated world: a machine that may break, its program, and its sync.

Whatever interrupts the program, it is started again and goes on with what its books hold.
"""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from loyalty.errors import LoyaltyError
from loyalty.rules.earning import VestingRule
from loyalty.rules.program import ExpiryKind, ExpiryRule, Program
from pos.clock import FixedClock
from pos.demo_program import whole_program
from pos.ids import new_id
from pos.leaving import erase_again
from pos.scene import begin_key
from pos.settings import Settings
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from pos.sync.machine import Sync
from pos.sync.messages import Receipt
from pos.sync.signing import receipt_bytes
from pos.trouble import TroubleError
from tests.simulation.driver import Killed
from tests.simulation.headquarters import SIGNING
from tests.simulation.machine import Image, Machine
from tests.simulation.network import Network
from tests.simulation.seeding import seeded

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ZONE = ZoneInfo("UTC")
OPERATOR = "mina"
FLOOR = (60, 300)
"""Points that may be given at a shop's risk, to a member and in all, in worlds with a floor."""
_STARTS = 30
_Came = TypeVar("_Came")


def program_of(kind: int) -> Program:
    """Three shops: points at once that last, points that wait and end soon, points that slide."""
    plain = replace(whole_program(), starts_on=date(2020, 1, 1))
    ends = ExpiryRule(ExpiryKind.MONTHS, months=1)
    slides = ExpiryRule(ExpiryKind.SLIDING, months=1)
    return (
        plain,
        replace(plain, expiry=ends, vesting=VestingRule(2)),
        replace(plain, expiry=slides),
        replace(plain, expiry=ends),
    )[kind]


PROGRAMS = 4


@cache
def furnished(kind: int) -> Image:
    """A machine with a new shop that has a head office, made once a program."""
    with TemporaryDirectory() as folder, seeded(random.Random(0)):
        machine = Machine(random.Random(0), FixedClock(BEGIN, ZONE), Path(folder))
        with machine.open().writing() as work:
            begin_key(work)
            work.add_program(program_of(kind))
            work.add_operator(Operator(OPERATOR, "Mina", Role.OWNER))
        machine.close()
        return machine.copy()


class Till:
    """`number`: its name at head office; `mark`: of its machine. `log` gets a line an event."""

    def __init__(
        self,
        chance: random.Random,
        number: int,
        mark: str,
        folder: Path,
        image: Image,
        network: Network,
        told: Counter[str],
        *,
        clock: FixedClock | None = None,
    ) -> None:
        self.number, self.mark = number, mark
        self.clock = clock or FixedClock(BEGIN, ZONE)
        self.machine = Machine(chance, self.clock, folder, image, terminal=number)
        self.network = network
        self.told = told
        self.settings = Settings(shop="Test", currency="EUR", zone="UTC", terminal=number)
        self.app = "0.4"
        self.images: list[tuple[Image, Counter[UUID]]] = []
        """Its machine as it was, and what it could spend then."""
        self.risked: Counter[UUID] = Counter()
        """Points advanced since head office had everything, by member."""
        self.copied = False
        """Whether its books were ever rolled back or copied."""
        self.start()

    # --- its program ----------------------------------------------------------------------------

    def start(self) -> None:
        """Start the program, again and again while faults that are still armed keep it down."""
        for _ in range(_STARTS):
            try:
                self.shop: Shop = self.machine.open_shop(self.settings)
                with self.shop.store.writing() as work:
                    if not work.linked():
                        work.link()
                erase_again(self.shop)
            except (Killed, TroubleError, sqlite3.Error):
                self.stop()
                self.machine.heal()
                self.machine.make_room()
                continue
            self.sync = Sync(
                self.shop.store,
                self,
                lambda: new_id(self.clock),
                app=self.app,
                machine=self.mark,
                check=_signed,
            )
            return
        raise AssertionError(f"terminal {self.mark} does not start")

    def stop(self) -> None:
        """The program is gone: with the power, if that went."""
        if self.machine.disk.off:
            self.told["power-cut"] += 1
            self.machine.cut_power()
        else:
            self.machine.kill()

    def attempt(self, what: Callable[[], _Came]) -> _Came | None:
        """Do something; None where a rule or the world said no, or the program died of it."""
        try:
            came = what()
        except LoyaltyError as no:
            self.told[f"rule-{no.code}"] += 1
            came = None
        except (Killed, TroubleError) as error:
            if isinstance(error, TroubleError) and error.code.startswith("office-"):
                self.told[error.code] += 1
            else:
                self.told["interrupted"] += 1
            came = None
        self.recover()
        return came

    def recover(self) -> None:
        """No fault is to come, and the program runs."""
        down = not self.machine.running
        if down:  # before the power is back, or nothing that was not flushed is ever lost
            self.stop()
        self.machine.heal()
        self.machine.make_room()
        if down:
            self.start()

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """It is its own transport."""
        return self.network.send(self.number, path, session, ctr, body)

    def round(self) -> bool:
        """One round with head office; whether it was a good one."""
        good = self.attempt(self.sync.round) is not None
        with self.shop.store.reading() as view:
            if not view.unsent()[0]:
                self.told["floor-bound"] += min(FLOOR[1], FLOOR[0] * len(self.risked))
                self.risked.clear()
        return good

    def risk(self, member: UUID, points: int) -> None:
        """It gave points at the shop's risk; counted where that was more than may be (B1)."""
        self.risked[member] += points
        over = self.risked[member] > FLOOR[0] or self.risked.total() > FLOOR[1]
        self.told["over-floor"] += over and not self.copied

    # --- what happens to it ---------------------------------------------------------------------

    def arm(self, chance: random.Random, fault: str) -> None:
        """Something will happen to the machine soon."""
        soon = chance.randint(1, chance.choice((20, 80, 300)))
        self.told[fault] += 1
        if fault == "kill":
            self.machine.kill_after(soon)
        elif fault == "power":
            self.machine.power_off_after(soon)
        elif fault == "full":
            self.machine.fill_disk(soon)
        elif fault == "io-error":
            self.machine.io_error(soon)

    def roll_back(self, image: Image, how: str) -> None:
        """Older books: a whole disk (`disk`), the file alone (`file`), by command (`backup`)."""
        self.copied = True
        self.recover()
        self.machine.kill()
        self.machine.restore(image, ledger_only=how == "file")
        if how == "backup":  # what `pos.store.copies.restore` leaves in the file
            with self.machine.open().writing() as work:
                work.keep_setting("begin-epoch", "restored")
            self.machine.kill()
        self.start()

    def set_clock(self, moment: datetime) -> None:
        self.clock.advance(moment - self.clock.now())

    def pass_time(self, by: timedelta) -> None:
        self.clock.advance(by)

    def close(self) -> None:
        self.machine.kill()


def _signed(receipt: Receipt) -> bool:
    return SIGNING.check(receipt_bytes(receipt), receipt.signature)
