"""The folds beside the facts, computed anew: lots and balances member by member, and counts.

Counts are added up in a scratch file while the entries pass by, so nothing is read twice and ten
million entries need no more memory than ten thousand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.counting import counts_of
from loyalty.ledger.entry import MEMBER_ACCOUNTS, Entry, EntryKey
from loyalty.ledger.entry import Account as Ledger
from loyalty.sales.sale import Sale
from pos.store import tables
from pos.store.booking import lot_rows
from pos.store.counted import day_rows, tally_rows
from pos.store.ledger import POSTING, account_from, posting_from
from pos.store.statements import Prepared, Row, given, same_place
from pos.store.tables import ACCOUNTS, PLACE, SHOP, balance, lot, member_day, posting, tally
from pos.store.values import Fact, Fault
from pos.store.work import View

UNREADABLE = (ValueError, KeyError, TypeError, OverflowError, LoyaltyError, IndexError)
"""What a changed byte can do to whoever reads it."""
_PLACE = PLACE[1:]

_MEMBERS_POSTINGS = Prepared(
    sa.select(*POSTING, *(tables.entry.c[part] for part in (*_PLACE, "member")))
    .join_from(tables.entry, posting, same_place(tables.entry, posting), isouter=True)
    .where(tables.entry.c.merchant == given("merchant"), tables.entry.c.member.is_not(None))
    .order_by(tables.entry.c.member, *(tables.entry.c[part] for part in _PLACE), posting.c.n)
)
_ALL_LOTS = Prepared(
    sa.select(lot.c.member, *(c for c in lot.c if c.name not in ("merchant", "member")))
    .where(lot.c.merchant == given("merchant"))
    .order_by(lot.c.member)
)
_ALL_BALANCES = Prepared(
    sa.select(balance.c.member, balance.c.points, balance.c.owed, balance.c.entries)
    .where(balance.c.merchant == given("merchant"))
    .order_by(balance.c.member)
)
_ALL_DAYS = Prepared(
    sa.select(*(c for c in member_day.c if c.name != "merchant"))
    .where(member_day.c.merchant == given("merchant"))
    .order_by(member_day.c.member, member_day.c.day)
)
_ALL_TALLIES = Prepared(
    sa.select(*(c for c in tally.c if c.name != "merchant"))
    .where(tally.c.merchant == given("merchant"))
    .order_by(tally.c.owner, tally.c.name, tally.c.day)
)


def fault(key: EntryKey | None, what: str, **facts: Fact) -> Fault:
    """A fault with its facts."""
    return Fault(key, what, tuple(facts.items()))


def row_of(key: EntryKey) -> tuple[int, int, int]:
    """A key as columns."""
    return key.terminal, key.epoch, key.seq


# --- counts: added up as the entries pass by ----------------------------------------------------

_SCRATCH = """
CREATE TABLE day (member, day, visits, spend, earned, qualifying, acts, t, e, s,
    PRIMARY KEY (member, day)) WITHOUT ROWID;
CREATE TABLE tally (owner, name, day, amount, t, e, s,
    PRIMARY KEY (owner, name, day)) WITHOUT ROWID;
CREATE TABLE transit (source PRIMARY KEY, points, t, e, s) WITHOUT ROWID;
BEGIN
"""
_LAST = "t = excluded.t, e = excluded.e, s = excluded.s"


def _adding(table: str, sums: Iterable[str], width: int) -> str:
    added = ", ".join(f"{name} = {name} + excluded.{name}" for name in sums)
    marks = ", ".join("?" * width)
    return f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO UPDATE SET {added}, {_LAST}"


_ADD_DAY = _adding("day", ("visits", "spend", "earned", "qualifying", "acts"), 10)
_ADD_TALLY = _adding("tally", ("amount",), 7)
_ADD_TRANSIT = _adding("transit", ("points",), 5)


class Recount:
    """Every count of the entries seen so far, each with the last entry that moved it."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)  # a file without a name
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.executescript(_SCRATCH)
        self.sure = True
        """Whether no entry before was changed: then a wrong count is the doing of its last one."""

    def add(self, entry: Entry, sale: Sale | None) -> None:
        """Count one entry; raises one of UNREADABLE for a body that cannot be."""
        counts = counts_of(entry, sale)
        place = row_of(entry.key)
        days = day_rows(entry.member, counts).items()
        self._db.executemany(_ADD_DAY, [(*where, *sums, *place) for where, sums in days])
        tallies = tally_rows(entry.member, counts).items()
        self._db.executemany(_ADD_TALLY, [(*where, n, *place) for where, n in tallies])
        moved = [posted.points for posted in entry.postings if posted.account is Ledger.TRANSIT]
        if moved:
            self._db.execute(_ADD_TRANSIT, (entry.source.bytes, sum(moved), *place))

    def faults(self, view: View) -> Iterator[Fault]:
        """What the kept counts and the acts of several entries are not."""
        counted = self._db.execute(
            "SELECT * FROM day WHERE visits OR spend OR earned OR qualifying OR acts "
            "ORDER BY member, day"
        )
        yield from self._unlike("days", view._each(_ALL_DAYS, view.merchant), counted, 2)
        counted = self._db.execute("SELECT * FROM tally WHERE amount ORDER BY owner, name, day")
        yield from self._unlike("counts", view._each(_ALL_TALLIES, view.merchant), counted, 3)
        for left, *place in self._db.execute(
            "SELECT points, t, e, s FROM transit WHERE points ORDER BY t, e, s"
        ):
            yield fault(self._named(place), "transit", left=left)
        for name, times, *place in self._db.execute(
            "SELECT name, sum(amount) AS times, max(t), max(e), max(s) FROM tally "
            "WHERE owner = ? AND "
            "(name GLOB 'used:*' OR name GLOB 'paper:*' OR name GLOB 'claimed:*') "
            "GROUP BY name HAVING times NOT IN (0, 1)",
            (SHOP,),
        ):
            yield fault(self._named(place), "used-twice", name=name, times=times)

    def _unlike(
        self, what: str, kept: Iterable[Row], counted: Iterable[Row], keys: int
    ) -> Iterator[Fault]:
        """Rows of two walks in the same order that are not the same."""
        ours, theirs = iter(kept), iter(counted)
        mine, right = next(ours, None), next(theirs, None)
        while mine is not None or right is not None:
            first = min(row[:keys] for row in (mine, right) if row is not None)
            here = mine[keys:] if mine is not None and mine[:keys] == first else ()
            there = right[keys:] if right is not None and right[:keys] == first else ()
            if here != there[:-3]:
                where = self._named(there[-3:]) if there else None
                told = {"kept": _shown(here), "counted": _shown(there[:-3])}
                yield fault(where, what, of=_shown(first), **told)
            mine = next(ours, None) if here else mine
            right = next(theirs, None) if there else right

    def _named(self, place: Iterable[int]) -> EntryKey | None:
        return EntryKey(*place) if self.sure else None

    def close(self) -> None:
        """Let the scratch file go."""
        self._db.close()


def _shown(values: Iterable[Any]) -> str:
    return " ".join(v.hex() if isinstance(v, bytes) else str(v) for v in values)


# --- projections: member by member, three walks in step -----------------------------------------


def accounts(view: View) -> Iterator[Fault]:
    """Every member whose lots or balance are not what their postings make."""
    posted = _Walk(view._each(_MEMBERS_POSTINGS, view.merchant), lambda row: row[-1])
    lots = _Walk(view._each(_ALL_LOTS, view.merchant), lambda row: row[0])
    balances = _Walk(view._each(_ALL_BALANCES, view.merchant), lambda row: row[0])
    while (member := _least(posted.next, lots.next, balances.next)) is not None:
        yield from _member(member, posted.of(member), lots.of(member), balances.of(member))


class _Walk:
    """Rows ordered by member, taken member by member."""

    def __init__(self, rows: Iterable[Row], member: Callable[[Row], bytes]) -> None:
        self._rows = iter(rows)
        self._member = member
        self._row = next(self._rows, None)

    @property
    def next(self) -> bytes | None:
        return self._member(self._row) if self._row is not None else None

    def of(self, member: bytes) -> list[Row]:
        found = []
        while self._row is not None and self._member(self._row) == member:
            found.append(self._row)
            self._row = next(self._rows, None)
        return found


def _least(*members: bytes | None) -> bytes | None:
    return min((member for member in members if member is not None), default=None)


def _member(
    member: bytes, posted: list[Row], lots: list[Row], balances: list[Row]
) -> Iterator[Fault]:
    who = UUID(bytes=member) if len(member) == 16 else None
    account = Account()
    keys = {row[-4:-1] for row in posted}
    try:
        for row in posted:
            if row[0] is not None and ACCOUNTS[row[4]] in MEMBER_ACCOUNTS:
                account = account.moved((posting_from(row),))
    except UNREADABLE:
        yield fault(EntryKey(*row[:3]), "lot-below-zero", member=str(who))
        return
    try:
        kept = account_from([row[1:] for row in lots])
        fits = lot_rows(kept) == lot_rows(account)
    except UNREADABLE:
        fits = False
    if not fits:
        yield fault(_last_key(keys), "lots", member=str(who), replayed=account.balance)
    replayed = (account.balance + account.owed, account.owed, len(keys))
    if [row[1:] for row in balances] != [replayed]:
        yield fault(_last_key(keys), "balance", member=str(who), replayed=account.balance)


def _last_key(keys: set[Row]) -> EntryKey | None:
    return EntryKey(*max(keys)) if keys else None
