"""A head office with tills, its pages and its API, for what people manage there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from loyalty.members.member import Member
from pos.clock import FixedClock
from pos.ids import new_id
from pos.office.desk.core import HeadOffice
from pos.office.people.accounts import House
from pos.office.web.parts import Door, Parts
from tests.office.office import Browser, Office
from tests.office.test_api import Program
from tests.office.tills import Till, World


@dataclass(frozen=True, slots=True)
class Managed:
    """Tills, head office's machine, and people who look into it."""

    world: World
    people: Office
    parts: Parts

    @staticmethod
    def of(world: World) -> Managed:
        house = House(1, world.clock)
        door = Door(frozenset({"office.example"}), tls=True)
        parts = Parts(world.engine, house, door, b"k" * 32, office=world.office)
        return Managed(world, Office(world.engine, house, world.clock), parts)

    @property
    def office(self) -> HeadOffice:
        return self.world.office

    @property
    def engine(self) -> sa.Engine:
        return self.world.engine

    @property
    def clock(self) -> FixedClock:
        return self.world.clock

    def browser(
        self, login: str, role: str = "owner", shops: frozenset[int] = frozenset()
    ) -> Browser:
        """Somebody at their browser, logged in."""
        self._known(login, role, shops)
        browser = self.people.browser_of(self.parts)
        browser.log_in(login)
        return browser

    def program(
        self, login: str, role: str = "owner", shops: frozenset[int] = frozenset()
    ) -> Program:
        """A program with somebody's token."""
        self._known(login, role, shops)
        return Program(self.people, login, self.people.browser_of(self.parts).client)

    def _known(self, login: str, role: str, shops: frozenset[int]) -> None:
        with self.engine.connect() as db:
            found = db.execute(sa.text("SELECT login FROM person")).scalars().all()
        if login not in found:
            self.people.person(login, role, shops)

    def member(self, till: Till, name: str, phone: str = "", email: str = "") -> UUID:
        """Somebody enrolled at a till, who came to the counter."""
        with till.shop.store.writing() as work:
            made = Member(new_id(till.clock), name, phone, date(2026, 1, 1), email=email)
            work.add_member(made)
        return made.id

    def who(self, till: Till) -> UUID:
        """The till's only member."""
        (who,) = {entry.member for entry in till.entries() if entry.member}
        return who
