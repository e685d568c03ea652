"""Real tills at a real head office, with a line between them that only carries bytes."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import sqlalchemy as sa

from loyalty.basket import Basket, Line
from loyalty.ledger.entry import Entry
from loyalty.members.member import Member
from pos.acts import Act
from pos.clock import FixedClock
from pos.counter import confirm
from pos.ids import new_id
from pos.office.desk.core import HeadOffice, Signing, Terms
from pos.office.desk.enrolment import make_code
from pos.office.desk.sessions import OfficeError
from pos.office.schema.engine import reading, transaction
from pos.office.schema.shops import shop
from pos.opening import starter_program
from pos.scene import begin_key
from pos.settings import Settings
from pos.shop import Shop
from pos.store import Store, open_store
from pos.sync.machine import Sync
from pos.sync.messages import Batch, Enrol, Enrolled, Hello, Pushed, Welcome
from pos.sync.wire import line_of, pack
from pos.trouble import TroubleError

MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
_KEY = b"head office of these tests"


def _sign(told: bytes) -> bytes:
    return hashlib.sha256(_KEY + told).digest()


SIGNING = Signing(b"p" * 32, _sign, lambda told, signature: _sign(told) == signature)


@dataclass
class Carrier:
    """Carries a terminal's messages to head office; `seen` keeps them, for who wants them again."""

    office: HeadOffice
    number: int
    seen: list[tuple[str, bytes, int, bytes]] = field(default_factory=list)
    losing: int = 0
    """So many answers get lost on their way back."""

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        self.seen.append((path, session, ctr, body))
        try:
            answer = self.office.answer(self.number, path, session, ctr, body)
        except OfficeError as error:
            raise TroubleError(
                "office-refused", error=error.code, retry_ms=error.retry_ms
            ) from None
        if self.losing:
            self.losing -= 1
            raise TroubleError("office-unreachable")
        return answer


@dataclass
class Till:
    """One terminal with its books."""

    shop: Shop
    sync: Sync
    line: Carrier
    clock: FixedClock

    def sell(self, member: UUID | None, minor: int = 10_000, lines: int = 1) -> Entry:
        goods = tuple(
            Line(f"Goods {n}", minor // lines, 1, sku=f"sku{n}", category="food", brand="Own")
            for n in range(lines)
        )
        done = confirm(self.shop, Act(new_id(self.clock), "op"), Basket("EUR", goods), member, ())
        self.clock.advance(timedelta(seconds=1))
        return done.entry

    def quiet(self, rounds: int = 30) -> None:
        """Talk until there is nothing more to say."""
        for _ in range(rounds):
            if not self.sync.round().more:
                return
        raise AssertionError("it does not get quiet")

    def balance(self, member: UUID) -> tuple[int, int]:
        """Points here and elsewhere."""
        with self.shop.store.reading() as view:
            told = view.elsewhere(member)
            return view.account(member).balance, told.points if told else 0

    def lines(self) -> list[bytes]:
        """All of its entries, as they travel."""
        with self.shop.store.reading() as view:
            return [line_of(entry) for entry in view.entries()]

    def entries(self) -> list[Entry]:
        with self.shop.store.reading() as view:
            return list(view.entries())


class World:
    """Head office on an engine whose tables are made, and its tills."""

    def __init__(self, engine: sa.Engine, folder: Path, seed: int = 1) -> None:
        self.clock = FixedClock(MORNING)
        self.folder = folder
        chance = random.Random(seed)
        self.office = HeadOffice(
            engine, self.clock, SIGNING, lambda: new_id(self.clock), chance.randbytes, Terms()
        )
        names = ("address", "zone", "currency")
        row = {"merchant": 1, **dict(zip(names, ("", "UTC", "EUR"), strict=True))}
        with transaction(engine) as db:
            for number in (1, 2, 3):
                more = {"number": number, "name": f"Shop {number}", "active": 1, "changed_ms": 0}
                db.execute(shop.insert(), [{**row, **more}])

    @staticmethod
    def today() -> date:
        return MORNING.date()

    @property
    def engine(self) -> sa.Engine:
        return self.office.engine

    def till(self, number: int) -> Till:
        """A terminal that is enrolled, with empty books."""
        with transaction(self.engine) as db:
            code = make_code(self.office, db, number, f"Till {number}", "the owner")
        asked = Enrol(code=code, public=b"x" * 32, app="0.4.0", terminal=number)
        answer = self.office.answer(0, "enrol", b"", 0, msgspec.json.encode(asked))
        assert msgspec.json.decode(answer, type=Enrolled).terminal == number
        settings = Settings(terminal=number)
        store = self._open(number)
        with store.writing() as work:
            begin_key(work)
            work.add_program(starter_program(settings, date(2000, 1, 1)))
            work.link()
        line = Carrier(self.office, number)
        return Till(Shop(store, self.clock, settings), self._sync(store, line), line, self.clock)

    def _open(self, number: int) -> Store:
        return open_store(self.folder / f"{number}.db", self.clock, number, reserve_bytes=0)

    def _sync(self, store: Store, line: Carrier) -> Sync:
        return Sync(store, line, lambda: new_id(self.clock), app="0.4.0")

    def copied(self, till: Till) -> bytes:
        """What a till's file holds now."""
        number = till.shop.settings.terminal
        till.shop.store.close()
        kept = (self.folder / f"{number}.db").read_bytes()
        self._go_on(till)
        return kept

    def put_back(self, till: Till, kept: bytes) -> None:
        """A till's disk is as it was, and whatever stood beside its books is gone."""
        till.shop.store.close()
        number = till.shop.settings.terminal
        for left in self.folder.glob(f"{number}.db*"):
            left.unlink()
        (self.folder / f"{number}.db").write_bytes(kept)
        self._go_on(till)

    def _go_on(self, till: Till) -> None:
        store = self._open(till.shop.settings.terminal)
        till.shop = Shop(store, self.clock, till.shop.settings)
        till.sync = self._sync(store, till.line)

    def member(self, till: Till, name: str = "Ann") -> UUID:
        made = Member(new_id(self.clock), name, "", date(2026, 1, 1))
        with till.shop.store.writing() as work:
            work.add_member(made)
        return made.id

    def session(self, number: int) -> bytes:
        """A session of a terminal that speaks by hand."""
        asked = msgspec.json.encode(Hello(app="0.4.0"))
        answer = self.office.answer(number, "session", b"", 0, asked)
        return msgspec.json.decode(answer, type=Welcome).nonce

    def push(
        self, number: int, session: bytes, ctr: int, batch: Batch, lines: list[bytes]
    ) -> Pushed:
        """A push by hand; OfficeError as it comes."""
        answer = self.office.answer(number, "push", session, ctr, pack(batch, lines))
        return msgspec.json.decode(answer, type=Pushed)

    def rows(self, table: sa.Table, *without: str) -> list[tuple[object, ...]]:
        """All rows of a table, in order of their keys, without some columns."""
        columns = [column for column in table.columns if column.name not in without]
        with reading(self.engine) as db:
            return [
                tuple(row)
                for row in db.execute(sa.select(*columns).order_by(*table.primary_key.columns))
            ]


def batch_of(entries: list[Entry], first: int = 1, base: bytes = bytes(32)) -> Batch:
    """The head of a push of these entries of epoch 1."""
    return Batch(epoch=1, first=first, n=len(entries), base=base, head=entries[-1].hash)
