"""Head office of the simulated world: the real machine on SQLite in memory, with backups.

Its key is a keyed hash and its chance is the seed's, so that a seed is the same every time.
"""

from __future__ import annotations

import hashlib
import random
import sqlite3
from functools import cache
from typing import Any

import msgspec
import sqlalchemy as sa

from pos.clock import FixedClock
from pos.ids import new_id
from pos.office.desk.core import HeadOffice, Signing, Terms
from pos.office.desk.enrolment import make_code
from pos.office.desk.recovery import own_epoch
from pos.office.ledger.books import Books
from pos.office.managing.terminals import give_up
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor
from pos.office.schema.engine import create_schema, office_engine, reading, transaction
from pos.office.schema.shops import shop
from pos.sync.messages import Enrol, Enrolled

_KEY = b"head office of the simulation"
SHOPS = 4
MERCHANT = 1


def _sign(told: bytes) -> bytes:
    return hashlib.sha256(_KEY + told).digest()


SIGNING = Signing(b"p" * 32, _sign, lambda told, signature: _sign(told) == signature)


@cache
def _empty() -> sqlite3.Connection:
    """A database with the tables and the shops, made once: making tables costs more than a life."""
    engine = office_engine("sqlite://")
    create_schema(engine, 0)
    rows = [
        {
            "merchant": MERCHANT,
            "number": number,
            "name": f"Shop {number}",
            "address": "",
            "zone": "UTC",
            "currency": "EUR",
            "active": 1,
            "changed_ms": 0,
        }
        for number in range(1, SHOPS + 1)
    ]
    with transaction(engine) as db:
        db.execute(shop.insert(), rows)
    kept = sqlite3.connect(":memory:", check_same_thread=False)
    _driver(engine).backup(kept)
    engine.dispose()
    return kept


def _driver(engine: sa.Engine) -> sqlite3.Connection:
    with engine.connect() as connection:
        found = connection.connection.driver_connection
        assert isinstance(found, sqlite3.Connection)
        return found


class Headquarters:
    """Head office, running. `copy` / `restore`: its backup, and the way back to it."""

    def __init__(self, chance: random.Random, clock: FixedClock, terms: Terms) -> None:
        self.clock = clock
        self.engine = office_engine("sqlite://")
        _empty().backup(_driver(self.engine))
        self.machine = HeadOffice(
            self.engine, clock, SIGNING, lambda: new_id(clock), chance.randbytes, terms
        )

    def answer(self, number: int, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """As `HeadOffice.answer`."""
        return self.machine.answer(number, path, session, ctr, body)

    def enrol(self, number: int, machine: str, *, again: bool = False) -> None:
        """A manager gives a terminal its code, and it is used at once."""
        with transaction(self.engine) as db:
            place = 1 + (number - 1) % SHOPS
            code = make_code(
                self.machine, db, place, f"T{number}", "m", again=number if again else 0
            )
        asked = Enrol(code=code, public=b"x" * 32, app="0.4", terminal=number, machine=machine)
        raw = self.answer(0, "enrol", b"", 0, msgspec.json.encode(asked))
        assert msgspec.json.decode(raw, type=Enrolled).terminal == number

    def give_up(self, number: int) -> None:
        """A manager retires a terminal; what it holds is the pool's."""
        with transaction(self.engine) as db:
            books = Books(db, MERCHANT, self.clock, own_epoch(db, MERCHANT))
            house, actor = House(MERCHANT, self.clock), Actor(None, "simulation")
            give_up(books, lambda: new_id(self.clock), house, actor, number)
            books.close()

    def rows(self, asked: sa.Select[Any] | sa.Table) -> list[Any]:
        """What a question finds."""
        wanted = asked.select() if isinstance(asked, sa.Table) else asked
        with reading(self.engine) as db:
            return list(db.execute(wanted).all())

    def copy(self) -> sqlite3.Connection:
        """A backup."""
        kept = sqlite3.connect(":memory:", check_same_thread=False)
        _driver(self.engine).backup(kept)
        return kept

    def restore(self, kept: sqlite3.Connection) -> None:
        """Yesterday's backup is head office now."""
        kept.backup(_driver(self.engine))

    def close(self) -> None:
        """Let go of the memory."""
        self.engine.dispose()
