"""Sums over entries that were really stored: by day, by member, and late ones after a close.

One fold for intake, for head office's own entries and for the check that counts everything again.
A month that was closed stays closed: what comes for it later is in its day's sum, and named once
more in the first month that was open when it came (ledger-sync.md 2.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa

from loyalty.ledger.entry import Account
from pos.office.schema.dialect import Adding, merge, together
from pos.office.schema.facts import held, note, terminal, terminal_epoch
from pos.office.schema.sums import (
    GROUPS,
    close_place,
    day_money,
    day_sum,
    late_sum,
    member_sum,
    month_close,
)
from pos.store.tables import ACCOUNT_CODES, SIDES

_GROUP_OF = {
    Account.ISSUED: 0,
    Account.REDEEMED: 1,
    Account.EXPIRED: 2,
    Account.ADJUSTED: 3,
    Account.OPENED: 3,
    Account.BOUGHT_BACK: 3,
    Account.WRITTEN_OFF: 4,
    Account.SETTLED: 4,
    Account.ADVANCED: 4,
    Account.TRANSIT: 5,
    Account.NOTED: 5,
}
GROUP_CODES = {ACCOUNT_CODES[account]: group for account, group in _GROUP_OF.items()}
"""Index in GROUPS by an account's code; the members' own accounts are what the others leave."""

_SUMS = Adding(add=("entries", *GROUPS))
_MONEY = Adding(add=("sales", "total_minor", "paid_minor", "members"))
_MEMBER = Adding(
    add=("sales", "total_minor", "earned", "redeemed"), least=("first_day",), most=("last_day",)
)
_CLOSED = sa.select(month_close.c.month).where(month_close.c.merchant == sa.bindparam("merchant_"))
_LAST_MONTH = 999_912

DaySums = dict[tuple[int, str], list[int]]
"""By day and kind: entries, then points by GROUPS."""


@dataclass(slots=True)
class Rollups:
    """What entries of one terminal add to the sums."""

    terminal: int
    days: DaySums = field(default_factory=dict)
    money: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    members: dict[bytes, list[int]] = field(default_factory=dict)

    def add(self, day: int, kind: str, postings: Iterable[tuple[int, int]]) -> None:
        """An entry. `postings`: account's code, points."""
        sums = self.days.get((day, kind))
        if sums is None:
            sums = self.days[day, kind] = [0] * (1 + len(GROUPS))
        sums[0] += 1
        for code, points in postings:
            group = GROUP_CODES.get(code)
            if group is not None:
                sums[1 + group] -= points

    def add_sale(
        self, day: int, currency: str, member: bytes | None, amounts: tuple[int, int, int, int]
    ) -> None:
        """A sale besides its entry. `amounts`: total and paid by points in minor units, points
        earned, points redeemed.
        """
        total, paid, earned, redeemed = amounts
        sums = self.money.get((day, currency))
        if sums is None:
            sums = self.money[day, currency] = [0, 0, 0, 0]
        sums[0] += 1
        sums[1] += total
        sums[2] += paid
        if not member:
            return
        sums[3] += 1
        known = self.members.get(member)
        if known is None:
            self.members[member] = [day, day, 1, total, earned, redeemed]
            return
        known[0] = min(known[0], day)
        known[1] = max(known[1], day)
        known[2] += 1
        known[3] += total
        known[4] += earned
        known[5] += redeemed

    def write(self, db: sa.Connection, merchant: int) -> None:
        """Add them to the tables, in the transaction that stored the entries."""
        closed = closed_months(db, merchant)
        with together(db):
            self.add_to(db, merchant, closed)

    def add_to(self, db: sa.Connection, merchant: int, closed: set[int]) -> None:
        """The same where it is known which months are closed: asks nothing, so that it may go
        together with other sums.
        """
        where = (merchant, self.terminal)
        merge(
            db,
            day_sum,
            [(where[0], day, where[1], kind, *sums) for (day, kind), sums in self.days.items()],
            _SUMS,
        )
        merge(
            db,
            day_money,
            [(where[0], day, where[1], name, *sums) for (day, name), sums in self.money.items()],
            _MONEY,
        )
        merge(
            db,
            member_sum,
            [(where[0], who, where[1], *sums) for who, sums in self.members.items()],
            _MEMBER,
        )
        self._write_late(db, merchant, closed)

    def _write_late(self, db: sa.Connection, merchant: int, closed: set[int]) -> None:
        """What is of a closed month, once more for the first open one."""
        late: dict[tuple[int, int, int, str], list[int]] = {}
        for (day, kind), sums in self.days.items():
            month = day // 100
            if month not in closed:
                continue
            where = (first_open(month, closed), month, self.terminal, kind)
            known = late.setdefault(where, [0] * len(sums))
            late[where] = [a + b for a, b in zip(known, sums, strict=True)]
        rows = [(merchant, *where, *sums) for where, sums in late.items()]
        merge(db, late_sum, rows, _SUMS)


def closed_months(db: sa.Connection, merchant: int) -> set[int]:
    """Months, such as 202611, that were closed."""
    return set(db.execute(_CLOSED, {"merchant_": merchant}).scalars())


def first_open(month: int, closed: set[int]) -> int:
    """The first month from this one on that is not closed."""
    while month in closed and month < _LAST_MONTH:
        month = month + 1 if month % 100 < 12 else month + 89
    return month


def close_month(
    db: sa.Connection, merchant: int, month: int, at_ms: int, person: str
) -> list[tuple[int, int, int, int]]:
    """Close a month, such as 202611: what comes for it later is counted in a later one.

    Gives and keeps how far every terminal was known: number, epoch, seq, last contact (ms). Closing
    it again changes nothing.
    """
    if month in closed_months(db, merchant):
        wanted = sa.select(close_place).where(
            close_place.c.merchant == merchant, close_place.c.month == month
        )
        return sorted((r.terminal, r.epoch, r.seq, r.contact_ms) for r in db.execute(wanted))
    row = {"merchant": merchant, "month": month, "closed_ms": at_ms, "person": person}
    db.execute(month_close.insert(), row)
    newest = (
        sa.select(
            terminal.c.number.label("terminal"),
            terminal.c.newest_epoch.label("epoch"),
            sa.func.coalesce(terminal_epoch.c.next - 1, 0).label("seq"),
            terminal.c.contact_ms,
        )
        .outerjoin_from(  # one that has sent nothing so far is named as well
            terminal,
            terminal_epoch,
            sa.and_(
                terminal.c.merchant == terminal_epoch.c.merchant,
                terminal.c.number == terminal_epoch.c.terminal,
                terminal.c.newest_epoch == terminal_epoch.c.epoch,
            ),
        )
        .where(terminal.c.merchant == merchant)
    )
    places = [(r.terminal, r.epoch, r.seq, r.contact_ms) for r in db.execute(newest)]
    names = ("terminal", "epoch", "seq", "contact_ms")
    if places:
        db.execute(
            close_place.insert(),
            [
                {"merchant": merchant, "month": month, **dict(zip(names, each, strict=True))}
                for each in places
            ],
        )
    return sorted(places)


@dataclass(frozen=True, slots=True)
class Liability:
    """What members were owed at a month's end, and how it came about; points.

    `changes`: by GROUPS without `moving`, late arrivals in the month that counted them.
    """

    month: int
    opening: int
    changes: Mapping[str, int]
    late_entries: int

    @property
    def closing(self) -> int:
        return self.opening + sum(self.changes.values())


def liability(db: sa.Connection, merchant: int, month: int) -> Liability:
    """The roll-forward of a month: opening + issued − redeemed − expired ± adjusted = closing."""
    before = _changes(db, merchant, 0, month)
    within = _changes(db, merchant, month, month + 1)
    counted_here = late_sum.c.period == month
    many = sa.select(sa.func.coalesce(sa.func.sum(late_sum.c.entries), 0)).where(
        late_sum.c.merchant == merchant, counted_here
    )
    late = int(db.execute(many).scalar_one())
    return Liability(month, sum(before.values()), within, late)


def _changes(db: sa.Connection, merchant: int, first: int, behind: int) -> dict[str, int]:
    """Points by group in the months from `first` up to before `behind`, each where it counts."""
    names = [name for name in GROUPS if name != "moving"]

    def summed(table: sa.Table, *where: sa.ColumnElement[bool]) -> list[int]:
        sums = [sa.func.coalesce(sa.func.sum(table.c[name]), 0) for name in names]
        row = db.execute(sa.select(*sums).where(table.c.merchant == merchant, *where)).one()
        return [int(value) for value in row]

    done = summed(day_sum, day_sum.c.day >= first * 100, day_sum.c.day < behind * 100)
    gone = summed(late_sum, late_sum.c.month >= first, late_sum.c.month < behind)
    come = summed(late_sum, late_sum.c.period >= first, late_sum.c.period < behind)
    both = zip(names, done, gone, come, strict=True)
    return {name: at - out + into for name, at, out, into in both}


def outstanding(db: sa.Connection, merchant: int) -> dict[int, int]:
    """Points members have now by the month they end in (such as 202712; 0: no fixed end), debts
    taken off; those on their way between two holders are under -1.
    """
    month = sa.case((held.c.ends < 100_000_000, held.c.ends // 100), else_=0)
    debt = SIDES[Account.MEMBER_DEBT]
    sign = sa.case((held.c.side == debt, -held.c.points), else_=held.c.points)
    wanted = (
        sa.select(month.label("month"), sa.func.sum(sign)).where(held.c.merchant == merchant)
    ).group_by(sa.text("1"))
    found = {int(m): int(points) for m, points in db.execute(wanted)}
    way = sa.select(sa.func.coalesce(sa.func.sum(note.c.points + note.c.pending), 0)).where(
        note.c.merchant == merchant, note.c.state == 0
    )
    moving = int(db.execute(way).scalar_one())
    return {**found, **({-1: moving} if moving else {})}
