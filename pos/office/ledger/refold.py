"""Sums counted again from the facts, and compared with what is kept, row by row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from loyalty.ledger.documents import counts_from_body
from loyalty.ledger.entry import Account, Kind
from loyalty.rights.note import HEAD_OFFICE
from pos.office.ledger.sold import counted_of
from pos.office.ledger.taking_in import Intake
from pos.office.schema.facts import counted, held, member_day
from pos.office.schema.sums import day_money, day_sum, member_sum
from pos.store.tables import SHOP, SIDES
from pos.sync.wire import WireEntry

FORGETS = frozenset({"cleared", "retired"})
"""Settlements by which the pool takes over all that a holder was thought to have."""
_DEBT = SIDES[Account.MEMBER_DEBT]
_A_READ = 1_000

Wanted = Mapping[tuple[Any, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class OfficeFault:
    """Something that does not agree. `what`: `chain`, `place`, `head`, `rows`, or a sum's table."""

    what: str
    terminal: int
    epoch: int = 0
    seq: int = 0
    facts: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """Every so manieth member, so that no round needs much memory."""

    n: int = 0
    of: int = 1

    @property
    def first(self) -> bool:
        return self.n == 0

    def has(self, member: bytes) -> bool:
        """Whether a member belongs to this round; nobody belongs to the first."""
        return (member[-1] if member else 0) % self.of == self.n


@dataclass(slots=True)
class _Settled:
    """What settlements took off a holder without an entry of its own."""

    points: dict[bytes, int] = field(default_factory=dict)
    counts: dict[tuple[bytes, str, int], int] = field(default_factory=dict)


class Sums:
    """The kept sums of a merchant."""

    def __init__(self, db: sa.Connection, merchant: int) -> None:
        self._db = db
        self._merchant = merchant
        self._settled: dict[int, _Settled] = {}

    def settled(self, wire: WireEntry) -> None:
        """Note an entry of head office that takes over what a holder had."""
        if wire.kind != Kind.RIGHTS_SETTLED:
            return
        facts = json.loads(wire.body)
        holder = int(facts.get("of", HEAD_OFFICE))
        if facts.get("why") not in FORGETS or holder == HEAD_OFFICE:
            return
        gone = self._settled.setdefault(holder, _Settled())
        if wire.member:
            moved = sum(-p.points for p in wire.postings if p.lot is None)
            gone.points[wire.member] = gone.points.get(wire.member, 0) + moved
        for name, amount, day, shop in map(counted_of, counts_from_body(wire.body)):
            where = (SHOP if shop else wire.member, name, day)
            gone.counts[where] = gone.counts.get(where, 0) + amount

    def members(self, number: int, work: Intake, part: Round) -> Iterator[OfficeFault]:
        """What one terminal's facts add up to for each member of a round."""
        yield from self._held(number, work, part)
        counts = dict(work.folds.tallies)
        for where, amount in self._settled.get(number, _Settled()).counts.items():
            if part.has(where[0]):
                counts[where] = counts.get(where, 0) - amount
        keys = ("owner", "name", "day")
        due = {key: (amount,) for key, amount in counts.items()}
        yield from self._same(counted, "holder", number, keys, due, part)
        days = {key: tuple(sums) for key, sums in work.folds.days.items()}
        yield from self._same(member_day, "terminal", number, ("member", "day"), days, part)
        sums = {(who,): tuple(each) for who, each in work.sums.members.items()}
        yield from self._same(member_sum, "terminal", number, ("member",), sums, part)

    def days(
        self, number: int, days: Mapping[Any, list[int]], money: Mapping[Any, list[int]]
    ) -> Iterator[OfficeFault]:
        """What one terminal's facts add up to by day."""
        due = {key: tuple(sums) for key, sums in days.items()}
        yield from self._same(day_sum, "terminal", number, ("day", "kind"), due, Round())
        due = {key: tuple(sums) for key, sums in money.items()}
        yield from self._same(day_money, "terminal", number, ("day", "currency"), due, Round())

    def _held(self, number: int, work: Intake, part: Round) -> Iterator[OfficeFault]:
        lots: dict[tuple[Any, ...], int] = {}
        for where, points in work.folds.lots.items():
            key = (where[0], *where[2:6])
            lots[key] = lots.get(key, 0) + points
        gone = self._settled.get(number, _Settled()).points
        if not gone:
            keys = ("member", "side", "lot_terminal", "lot_epoch", "lot_seq")
            due = {key: (points,) for key, points in lots.items()}
            yield from self._same(held, "holder", number, keys, due, part, ("points",))
            return
        # What was settled left lots that nobody can name any more: a member's sum has to agree.
        sums = {who: -points for who, points in gone.items() if part.has(who)}
        for key, points in lots.items():
            signed = -points if key[1] == _DEBT else points
            sums[key[0]] = sums.get(key[0], 0) + signed
        yield from self._held_sums(number, sums, part)

    def _held_sums(
        self, number: int, sums: Mapping[bytes, int], part: Round
    ) -> Iterator[OfficeFault]:
        signed = sa.case((held.c.side == _DEBT, -held.c.points), else_=held.c.points)
        wanted = (
            sa.select(held.c.member, sa.func.sum(signed))
            .where(held.c.merchant == self._merchant, held.c.holder == number)
            .group_by(held.c.member)
        )
        there = {bytes(who): int(n) for who, n in self._db.execute(wanted) if part.has(who)}
        for who in sorted({*sums, *there}):
            if sums.get(who, 0) != there.get(who, 0):
                yield _differs(held, number, (who,), (there.get(who, 0),), (sums.get(who, 0),))

    def _same(
        self,
        table: sa.Table,
        whose: str,
        number: int,
        keys: tuple[str, ...],
        due: Wanted,
        part: Round,
        values: tuple[str, ...] = (),
    ) -> Iterator[OfficeFault]:
        """Rows are what they should be; one of nothing but noughts need not be there."""
        rest = values or tuple(c.name for c in table.columns if not c.primary_key)
        asked = sa.select(*(table.c[name] for name in (*keys, *rest))).where(
            table.c.merchant == self._merchant, table.c[whose] == number
        )
        left = {key: value for key, value in due.items() if any(value)}
        for row in self._db.execute(asked, execution_options={"yield_per": _A_READ}):
            key, found = tuple(row[: len(keys)]), tuple(row[len(keys) :])
            if part.of > 1 and not part.has(key[0]):
                continue
            wanted = left.pop(key, None)
            if wanted != found and (wanted is not None or any(found)):
                yield _differs(table, number, key, found, wanted)
        for key, wanted in left.items():
            yield _differs(table, number, key, None, wanted)


def _differs(table: sa.Table, number: int, key: Any, found: Any, due: Any) -> OfficeFault:
    names = [part.hex() if isinstance(part, bytes) else str(part) for part in key]
    return OfficeFault(table.name, number, facts=f"{' '.join(names)}: {found}, due {due}")
