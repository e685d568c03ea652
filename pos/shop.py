"""The shop that use cases work in: its books, its clock, its settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loyalty.errors import LoyaltyError
from loyalty.rules.program import Program
from pos.clock import Clock
from pos.settings import Settings
from pos.store import Store, View


@dataclass(frozen=True, slots=True)
class Shop:
    """An open shop. Values only; nothing in here is changed, only replaced."""

    store: Store
    clock: Clock
    settings: Settings
    unusable: tuple[str, ...] = ()  # names of settings that were wrong; theirs are the usual values
    training: bool = False  # books to train in: nothing is kept, and every paper says so

    @property
    def today(self) -> date:
        """The business day in the shop's zone."""
        return self.clock.today()

    @property
    def minute(self) -> int:
        """The minute of the day in the shop's zone."""
        moment = self.clock.now().astimezone(self.clock.zone)
        return moment.hour * 60 + moment.minute


def program_in_force(view: View, on: date) -> Program:
    """The program of a day; LoyaltyError `program-none` where the shop has not set one up."""
    program = view.program_on(on)
    if program is None:
        raise LoyaltyError("program-none")
    return program
