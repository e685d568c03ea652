"""What fresh entries of one holder add up to, and the one statement a table that writes it.

Filled from lines as they came, so that an intake of a thousand sales makes no thousand objects; the
rules that an `Entry` is held to are held here, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.count import ACTS, EARNED, SPEND, VISITS, Count
from pos.office.ledger.sold import Counted, Sold
from pos.office.schema.dialect import Adding, among, merge
from pos.office.schema.facts import counted, held, member_day
from pos.store.columns import SLIDES
from pos.store.counted import FIELDS, day_rows, tally_rows
from pos.store.tables import ACCOUNT_CODES, SHOP, SIDES
from pos.sync.wire import WireEntry

Lots = dict[tuple[bytes, int, int, int, int, int, int, int, int], int]
"""Points by member, holder, side, lot's place, earned, ends, vests."""
Place = tuple[int, int, int]
Days = dict[tuple[bytes, int], list[int]]
Tallies = dict[tuple[bytes, str, int], int]

_CODES = {account.value: code for account, code in ACCOUNT_CODES.items()}
_SIDES = {account.value: side for account, side in SIDES.items()}
_DEBT, _PENDING = 2, 3  # of SIDES
_INT4 = 1 << 31
_MOST = 1 << 53
_DAILY = (FIELDS[VISITS], FIELDS[SPEND], FIELDS[EARNED], FIELDS[ACTS])
_SUMS = ("visits", "spend_minor", "earned", "qualifying", "acts")
_ADD_POINTS, _ADD_DAY = Adding(add=("points",)), Adding(add=_SUMS)
_ADD_AMOUNT = Adding(add=("amount",))


@dataclass(slots=True)
class Folds:
    """What entries add to holders' lots and to counts."""

    merchant: int
    holder: int
    lots: Lots = field(default_factory=dict)
    days: Days = field(default_factory=dict)
    tallies: Tallies = field(default_factory=dict)
    opened: set[Place] = field(default_factory=set)
    """Places of the entries: a lot with such a name is new."""

    def move(self, wire: WireEntry, at: Place) -> list[tuple[Any, ...]]:
        """An entry's postings as rows behind its place, added up by lot. ValueError for what no
        entry can have.
        """
        rows: list[tuple[Any, ...]] = []
        moved: list[tuple[Any, int]] = []
        member, total = wire.member, 0
        for n, posted in enumerate(wire.postings):
            account, points, lot = posted.account, posted.points, posted.lot
            code = _CODES.get(account)
            if code is None or not -_MOST < points < _MOST:
                raise ValueError("no such posting")
            total += points
            side = _SIDES.get(account)
            if lot is None:
                if side is not None:
                    raise ValueError("lots belong to the member's accounts, and only there")
                rows.append((n, code, points, None, None, None, None, None, None))
                continue
            if side is None or not member or (lot.vests != 0) != (side == _PENDING):
                raise ValueError("lots belong to the member's accounts, and only there")
            where = (lot.terminal, lot.epoch, lot.seq, lot.earned_ms, lot.ends, lot.vests)
            if min(where) < 0 or max(where[:2]) >= _INT4 or lot.ends > SLIDES + 12_000:
                raise ValueError("a lot cannot be there")
            key = (member, self.holder, side, *where)
            moved.append((key, -points if side == _DEBT else points))
            rows.append((n, code, points, *where[:4], lot.ends or None, lot.vests or None))
        if total:
            raise ValueError("postings do not sum to zero")
        for key, points in moved:
            self.lots[key] = self.lots.get(key, 0) + points
        self.opened.add(at)
        return rows

    def count_sale(self, member: bytes, day: int, sold: Sold) -> None:
        """What a sale counts: itself on its day, and whatever its rules counted."""
        if member:
            row = self._day(member, day)
            for at, amount in zip(_DAILY, (1, sold.spent, sold.earned, 1), strict=True):
                row[at] += amount
        if sold.counts:
            self.count(member, sold.counts)

    def count(self, member: bytes, counts: Iterable[Counted]) -> None:
        """Counts of an entry."""
        for name, amount, day, shop in counts:
            if day and name in FIELDS and not shop:
                if member:
                    self._day(member, day)[FIELDS[name]] += amount
            elif shop or member:
                where = (SHOP if shop else member, name, day)
                self.tallies[where] = self.tallies.get(where, 0) + amount

    def _day(self, member: bytes, day: int) -> list[int]:
        row = self.days.get((member, day))
        if row is None:
            row = self.days[member, day] = [0] * len(_SUMS)
        return row

    def write(self, db: sa.Connection) -> None:
        """Add all of it to the tables."""
        write_lots(db, self.merchant, self.lots, self.opened)
        _write_days(db, self.merchant, self.holder, self.days)
        _write_tallies(db, self.merchant, self.holder, self.tallies)


def write_lots(
    db: sa.Connection, merchant: int, lots: Lots, opened: frozenset[Place] | set[Place]
) -> None:
    """Add points to what holders have; what comes to nothing leaves no row. `opened`: lots that
    cannot have been there, so that nobody looks for what is left of them.
    """
    named: dict[Any, list[Any]] = {}
    for where, points in lots.items():  # whatever a line says of a lot's age, it is one lot
        if points:
            named.setdefault(where[:6], [merchant, *where, 0])[-1] += points
    rows = [tuple(row) for row in named.values()]
    if not rows:
        return
    merge(db, held, rows, _ADD_POINTS)
    old = {row[1] for row in rows if row[-1] < 0 or (row[4], row[5], row[6]) not in opened}
    if old:
        db.execute(
            held.delete().where(
                held.c.merchant == merchant, among(db, held.c.member, old), held.c.points == 0
            )
        )


def write_counts(
    db: sa.Connection, merchant: int, holder: int, member: UUID | None, counts: Iterable[Count]
) -> None:
    """Add what one entry counted."""
    told = tuple(counts)
    if told:
        _write_days(db, merchant, holder, day_rows(member, told))
        _write_tallies(db, merchant, holder, tally_rows(member, told))


def _write_days(db: sa.Connection, merchant: int, holder: int, days: Any) -> None:
    rows = [(merchant, who, day, holder, *sums) for (who, day), sums in days.items()]
    merge(db, member_day, rows, _ADD_DAY)


def _write_tallies(db: sa.Connection, merchant: int, holder: int, tallies: Any) -> None:
    rows = [
        (merchant, owner, name, holder, day, amount)
        for (owner, name, day), amount in tallies.items()
    ]
    merge(db, counted, rows, _ADD_AMOUNT)
