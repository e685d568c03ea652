"""A chain as head office's own tests want it: on an engine whose tables are made, with the starter
program, with tills whose entries can be read and pushed by hand.
"""

from __future__ import annotations

import random
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
from pos.office.schema.engine import reading
from pos.opening import starter_program
from pos.settings import Settings
from pos.sync.messages import Batch, Hello, Pushed, Welcome
from pos.sync.wire import line_of, pack
from tests.shop import chain
from tests.shop.chain import Chain

MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


class Till(chain.Till):
    """One terminal with its books."""

    @property
    def clock(self) -> FixedClock:
        return self.chain.clock

    def sold(self, member: UUID | None, minor: int = 10_000, lines: int = 1) -> Entry:
        """A sale of so many equal lines, which may be analysed."""
        goods = tuple(
            Line(f"Goods {n}", minor // lines, 1, sku=f"sku{n}", category="food", brand="Own")
            for n in range(lines)
        )
        doing = Act(self.chain.new_id(), "op")
        done = confirm(self.shop, doing, Basket("EUR", goods), member, ())
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
        return [line_of(entry) for entry in self.entries()]

    def entries(self) -> list[Entry]:
        with self.shop.store.reading() as view:
            return list(view.entries())


class World(Chain):
    """Head office on an engine whose tables are made, three shops, and its tills."""

    begin = MORNING

    def __init__(self, engine: sa.Engine, folder: Path, seed: int = 1) -> None:
        chance = random.Random(seed).randbytes
        program = starter_program(Settings(), date(2000, 1, 1))
        super().__init__(folder, program, 3, engine, chance)

    @staticmethod
    def today() -> date:
        return MORNING.date()

    def till(self, number: int) -> Till:
        """A terminal that is enrolled, with empty books."""
        self.enrolled(number, number)
        return Till(self, number)

    def copied(self, till: Till) -> bytes:
        """What a till's file holds now."""
        path = till.shop.store.path
        till.shop.store.close()
        kept = path.read_bytes()
        till.start(path)
        return kept

    def put_back(self, till: Till, kept: bytes) -> None:
        """A till's disk is as it was, and whatever stood beside its books is gone."""
        path = till.shop.store.path
        till.shop.store.close()
        for left in path.parent.glob(f"{path.name}*"):
            left.unlink()
        path.write_bytes(kept)
        till.start(path)

    def member(self, till: Till, name: str = "Ann") -> UUID:
        made = Member(self.new_id(), name, "", date(2026, 1, 1))
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
