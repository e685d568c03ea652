"""Sales for a head office to take in: rung up at a real counter, then told again by many tills.

A few hundred real entries are the pattern; number, source, member, time and lot are each line's
own, and so is its hash, so that a chain of them is as good, and as hard to compress, as a shop's.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from loyalty.basket import Basket, Line
from loyalty.ledger.entry import EntryKey
from loyalty.members.member import Member
from pos.acts import Act
from pos.clock import FixedClock
from pos.counter import confirm
from pos.ids import new_id
from pos.opening import starter_program
from pos.scene import begin_key
from pos.settings import Settings
from pos.shop import Shop
from pos.store import open_store
from pos.store.columns import day_number
from pos.sync.digest import digest_of
from pos.sync.messages import Batch
from pos.sync.wire import WireEntry, line_of, read_line

PATTERNS = 300
FIRST_DAY = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
_GOODS = (
    ("Whole milk 1 l", "dairy", 119),
    ("Butter 250 g", "dairy", 229),
    ("Rye bread", "bakery", 345),
    ("Rolls, 6", "bakery", 210),
    ("Apples 1 kg", "fruit", 299),
    ("Bananas", "fruit", 178),
    ("Espresso beans 500 g", "coffee", 899),
    ("Green tea", "tea", 449),
    ("Pasta 500 g", "dry", 139),
    ("Tomatoes, peeled", "dry", 99),
    ("Olive oil 0.75 l", "dry", 1_149),
    ("Mineral water 6 x 1.5 l", "drinks", 354),
    ("Orange juice", "drinks", 259),
    ("Washing powder", "household", 1_299),
    ("Kitchen rolls", "household", 329),
)


@cache
def patterns(count: int = PATTERNS) -> tuple[WireEntry, ...]:
    """Entries of a real counter: baskets of one to six lines, a fifth of them nobody's."""
    chance = random.Random(5)
    clock = FixedClock(FIRST_DAY)
    settings = Settings()
    with (
        TemporaryDirectory() as folder,
        open_store(Path(folder) / "till.db", clock, reserve_bytes=0) as store,
    ):
        shop = Shop(store, clock, settings)
        people = [Member(new_id(clock), f"M{n}", "", date(2026, 1, 1)) for n in range(60)]
        with store.writing() as work:
            begin_key(work)
            work.add_program(starter_program(settings, date(2000, 1, 1)))
            for one in people:
                work.add_member(one)
        for _ in range(count):
            who = chance.choice(people).id if chance.random() < 0.8 else None
            confirm(shop, Act(new_id(clock), "op1"), _basket(chance), who, ())
            clock.advance(timedelta(seconds=chance.randrange(20, 200)))
        with store.reading() as view:
            return tuple(read_line(line_of(entry)) for entry in view.entries())


def _basket(chance: random.Random) -> Basket:
    lines = []
    for number in chance.sample(range(len(_GOODS)), chance.choice((1, 1, 2, 2, 3, 3, 3, 4, 5, 6))):
        name, group, minor = _GOODS[number]
        units = chance.choice((1, 1, 1, 2, 3))
        sku = f"40063813{number:05d}"
        lines.append(Line(name, minor * units, units, sku=sku, category=group))
    return Basket("EUR", tuple(lines))


@dataclass(slots=True)
class Stream:
    """One till's chain of sales, without end. `members`: how many people come to it."""

    terminal: int
    members: int
    seed: int = 1
    gap_ms: int = 60_000
    seq: int = 0
    head: bytes = bytes(32)
    at_ms: int = int(FIRST_DAY.timestamp() * 1000)
    swap: tuple[str, str] = ("", "")
    """A piece of every body, and what stands there instead."""
    _chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed * 100_003 + self.terminal)

    def batch(self, n: int) -> tuple[Batch, list[bytes], list[WireEntry]]:
        """The next `n` entries as a push."""
        base, first = self.head, self.seq + 1
        wires = [self._next() for _ in range(n)]
        batch = Batch(epoch=1, first=first, n=n, base=base, head=self.head)
        return batch, [msgspec.json.encode(wire) for wire in wires], wires

    def _next(self) -> WireEntry:
        chance = self._chance
        kind = patterns()[chance.randrange(len(patterns()))]
        self.seq += 1
        self.at_ms += chance.randrange(2 * self.gap_ms) + 1
        day = day_number(datetime.fromtimestamp(self.at_ms / 1000, UTC).date())
        member = _member(chance.randrange(self.members)) if kind.member else b""
        told = msgspec.structs.replace(
            kind,
            seq=self.seq,
            source=_id(self.at_ms, chance),
            at_ms=self.at_ms,
            bizdate=day,
            member=member,
            body=kind.body.replace(*self.swap) if self.swap[0] else kind.body,
            postings=tuple(
                posted
                if posted.lot is None
                else msgspec.structs.replace(
                    posted,
                    lot=msgspec.structs.replace(
                        posted.lot,
                        terminal=self.terminal,
                        epoch=1,
                        seq=self.seq,
                        earned_ms=self.at_ms,
                    ),
                )
                for posted in kind.postings
            ),
        )
        place = EntryKey(self.terminal, 1, self.seq)
        self.head = digest_of(self.head, told, place, None)
        return told


def _id(at_ms: int, chance: random.Random) -> bytes:
    """A UUIDv7 (RFC 9562)."""
    raw = bytearray(at_ms.to_bytes(6, "big") + chance.randbytes(10))
    raw[6] = 0x70 | raw[6] & 0x0F
    raw[8] = 0x80 | raw[8] & 0x3F
    return bytes(raw)


def _member(number: int) -> bytes:
    return _id(1_770_000_000_000 + number * 60_000, random.Random(number))
