"""Head office's own books, terminal 0: what is in the pool, and every entry that moves it.

One transaction's view: accounts are read once and kept warm, entries are chained as on a terminal.
Folds are sums, so several rows for one lot are added, and what comes to nothing leaves no row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.account import Account
from loyalty.ledger.chain import FIRST, digest
from loyalty.ledger.count import Count
from loyalty.ledger.counting import counts_of
from loyalty.ledger.entry import MEMBER_ACCOUNTS, Entry, EntryKey, LotRef, Posting
from loyalty.ledger.entry import Account as Ledger
from loyalty.rights.absorbing import Change
from loyalty.rights.note import HEAD_OFFICE
from loyalty.sales.sale import Occasion
from pos.clock import Clock, milliseconds
from pos.office.ledger.folding import Lots, write_counts, write_lots
from pos.office.ledger.rollups import Rollups
from pos.office.schema.dialect import among, load
from pos.office.schema.facts import counted, entry, held, posting, terminal_epoch
from pos.office.schema.partitions import make_room
from pos.store.columns import day_from, day_number, end_from, end_number
from pos.store.ledger import account_from
from pos.store.tables import ACCOUNT_CODES, SHOP, SIDES

MOVING = ("stamps:", "given:")
"""Counts that one holder has at a time, and hands on in notes; all others add up where they are."""
_HELD = sa.select(
    *(held.c[name] for name in ("holder", "side", "lot_terminal", "lot_epoch", "lot_seq")),
    *(held.c[name] for name in ("earned_ms", "ends", "points", "vests")),
).where(held.c.merchant == sa.bindparam("merchant_"), held.c.member == sa.bindparam("member_"))
_SIDE_ACCOUNTS = {1: Ledger.MEMBER, 2: Ledger.MEMBER_DEBT, 3: Ledger.PENDING}


def moves(name: str) -> bool:
    """Whether a count belongs to whoever holds it."""
    return name.startswith(MOVING)


class Books:
    """Head office's books of one merchant, in one writing transaction."""

    def __init__(self, connection: sa.Connection, merchant: int, clock: Clock, epoch: int) -> None:
        self.db = connection
        self.merchant = merchant
        self.epoch = epoch
        self.clock = clock
        self._accounts: dict[UUID, Account] = {}
        self._head: tuple[int, bytes] | None = None
        self._entries: list[tuple[Any, ...]] = []
        self._postings: list[tuple[Any, ...]] = []
        self._sums = Rollups(HEAD_OFFICE)
        self.touched: set[UUID] = set()
        """Members whose points moved in this transaction."""

    @property
    def now_ms(self) -> int:
        return milliseconds(self.clock.now())

    def occasion(self, id_: UUID) -> Occasion:
        """An act of head office, now."""
        return Occasion(id_, self.now_ms, self.clock.today())

    # --- the pool -------------------------------------------------------------------------------

    def lock(self) -> None:
        """Nobody else decides over the pool until this transaction ends. Taken before any other
        lock that transactions share: the count of changes, notes, recalls.
        """
        if self._head is None:
            self._head = self._read_head()

    def account(self, member: UUID) -> Account:
        """What the pool has of a member, which only this transaction can change from now on."""
        if member not in self._accounts:
            self.lock()
            rows = [row[1:] for row in self._held(member) if row[0] == HEAD_OFFICE]
            self._accounts[member] = account_from(rows)
        return self._accounts[member]

    def append(self, made: Entry) -> Entry:
        """Chain and store an entry of head office, and move the pool."""
        self.lock()
        assert self._head is not None
        seq, previous = self._head
        numbered = made.numbered(EntryKey(HEAD_OFFICE, self.epoch, seq + 1))
        booked = replace(numbered, hash=digest(previous, numbered))
        self._keep(booked)
        self._head = (seq + 1, booked.hash)
        if booked.member is not None:
            account = self.account(booked.member)
            self._accounts[booked.member] = account.moved(booked.postings)
            self.touched.add(booked.member)
        lots: Lots = {}
        add_lots(lots, booked, HEAD_OFFICE)
        self.move(lots)
        self.count(booked.member, counts_of(booked), HEAD_OFFICE)
        return booked

    def renumber(self, epoch: int) -> None:
        """Go on in another epoch: only before anything was appended."""
        self.epoch, self._head = epoch, None

    def write(self) -> None:
        """Write what was appended so far, for whoever has to find it in this transaction."""
        if self._entries:
            make_room(self.db, {row[4] for row in self._entries}, self.clock.today())
            load(self.db, entry, self._entries)
            load(self.db, posting, self._postings)
            self._sums.write(self.db, self.merchant)
            self._entries, self._postings, self._sums = [], [], Rollups(HEAD_OFFICE)

    def close(self) -> None:
        """Write what was appended, and how far the chain came; the transaction ends after it."""
        self.write()
        if self._head is not None:
            self.db.execute(
                terminal_epoch.update()
                .where(*self._own())
                .values(next=self._head[0] + 1, hash=self._head[1])
            )

    def head(self) -> tuple[int, int]:
        """Epoch and number of head office's newest entry; nobody is kept waiting for it."""
        seq, _ = self._head or self._read_head(lock=False)
        return self.epoch, seq

    def _keep(self, booked: Entry) -> None:
        """Rows of an entry, written when the transaction ends."""
        key, day = booked.key, day_number(booked.business_date)
        at = (self.merchant, key.terminal, key.epoch, key.seq, day)
        member = booked.member.bytes if booked.member else None
        said = (booked.program, booked.body, booked.hash, booked.at_ms)
        self._entries.append(
            (*at, booked.source.bytes, booked.kind.value, booked.at_ms, member, *said)
        )
        self._postings += [(*at, n, *_posted(each)) for n, each in enumerate(booked.postings)]
        moved = ((ACCOUNT_CODES[each.account], each.points) for each in booked.postings)
        self._sums.add(day, booked.kind.value, moved)

    def _read_head(self, *, lock: bool = True) -> tuple[int, bytes]:
        wanted = sa.select(terminal_epoch.c.next, terminal_epoch.c.hash).where(*self._own())
        row = self.db.execute(wanted.with_for_update() if lock else wanted).one()
        return row.next - 1, row.hash or FIRST

    def _own(self) -> tuple[sa.ColumnElement[bool], ...]:
        return (
            terminal_epoch.c.merchant == self.merchant,
            terminal_epoch.c.terminal == HEAD_OFFICE,
            terminal_epoch.c.epoch == self.epoch,
        )

    # --- folds ----------------------------------------------------------------------------------

    def move(self, lots: Lots) -> None:
        """Add points to what holders have; what comes to nothing leaves no row."""
        write_lots(self.db, self.merchant, lots, frozenset())

    def count(self, member: UUID | None, counts: Iterable[Count], holder: int) -> None:
        """Add what an entry counted, by terminal."""
        write_counts(self.db, self.merchant, holder, member, counts)

    # --- what holders have ----------------------------------------------------------------------

    def _held(self, member: UUID) -> list[tuple[Any, ...]]:
        """Rows of a member: holder, side, lot, earned, ends, points, vests, as `account_from`."""
        asked = {"merchant_": self.merchant, "member_": member.bytes}
        return [
            (*row[:6], row.ends or None, row.points, row.vests or None)
            for row in self.db.execute(_HELD, asked)
        ]

    def holders(self, member: UUID) -> dict[int, tuple[int, int]]:
        """Points (debts taken off) and pending points of a member by holder, as far as known."""
        found: dict[int, tuple[int, int]] = {}
        for holder, side, *_, points, _ in self._held(member):
            spendable, pending = found.get(holder, (0, 0))
            if side == SIDES[Ledger.PENDING]:
                pending += points
            else:
                spendable += points if side == SIDES[Ledger.MEMBER] else -points
            found[holder] = (spendable, pending)
        return found

    def owing(self) -> list[UUID]:
        """Of the members whose points moved, those who owe the pool something."""
        if not self.touched:
            return []
        wanted = sa.select(held.c.member).where(
            held.c.merchant == self.merchant,
            among(self.db, held.c.member, [member.bytes for member in self.touched]),
            held.c.holder == HEAD_OFFICE,
            held.c.side == SIDES[Ledger.MEMBER_DEBT],
            held.c.points > 0,
        )
        return [UUID(bytes=raw) for raw in sorted(set(self.db.execute(wanted).scalars()))]

    def left_of(self, holder: int) -> Iterator[tuple[UUID, tuple[Change, ...]]]:
        """What a holder still has by head office's count, as changes for the pool, by member."""
        wanted = (
            sa.select(
                *(held.c[n] for n in ("member", "side", "lot_terminal", "lot_epoch", "lot_seq")),
                *(held.c[n] for n in ("earned_ms", "ends", "points", "vests")),
            )
            .where(held.c.merchant == self.merchant, held.c.holder == holder)
            .order_by(held.c.member)
        )
        by_member: dict[bytes, list[Change]] = {}
        for row in self.db.execute(wanted).all():
            account = _SIDE_ACCOUNTS[row.side]
            points = -row.points if account is Ledger.MEMBER_DEBT else row.points
            ref = lot_ref(row)
            if account is Ledger.PENDING and ref.vests_on is None:
                raise AssertionError("pending points vest")
            by_member.setdefault(row.member, []).append(Change(account, ref, points))
        for member, changes in by_member.items():
            yield UUID(bytes=member), tuple(changes)

    def counts_left(self, holder: int) -> list[tuple[bytes, str, int, int]]:
        """Counts that a holder has and could hand on: owner, name, day, amount."""
        wanted = sa.select(counted.c.owner, counted.c.name, counted.c.day, counted.c.amount).where(
            counted.c.merchant == self.merchant,
            counted.c.holder == holder,
            counted.c.amount != 0,
            sa.or_(*(counted.c.name.startswith(start) for start in MOVING)),
        )
        return [tuple(row) for row in self.db.execute(wanted)]

    def movable(self, owner: UUID | None, holder: int) -> tuple[Count, ...]:
        """A member's stamps (or, without one, vouchers' uses) that a holder has."""
        who = owner.bytes if owner else SHOP
        return tuple(
            Count(name, amount, day_from(day) if day else None, owner is None)
            for whose, name, day, amount in self.counts_left(holder)
            if whose == who and amount > 0
        )


def lot_ref(row: Any) -> LotRef:
    """The lot of a row of `held`."""
    key = EntryKey(row.lot_terminal, row.lot_epoch, row.lot_seq)
    expires, slides = end_from(row.ends or None)
    return LotRef(key, row.earned_ms, expires, slides, day_from(row.vests) if row.vests else None)


def _posted(posted: Posting) -> tuple[int | None, ...]:
    """A posting's columns behind its number."""
    lot = posted.lot
    if lot is None:
        return (ACCOUNT_CODES[posted.account], posted.points, *(None,) * 6)
    where = (lot.key.terminal, lot.key.epoch, lot.key.seq, lot.earned_ms)
    vests = day_number(lot.vests_on) if lot.vests_on else None
    return (ACCOUNT_CODES[posted.account], posted.points, *where, end_number(lot), vests)


def add_lots(lots: Lots, booked: Entry, holder: int) -> None:
    """Add what an entry moves on its member's lots."""
    if booked.member is None:
        return
    for posted in booked.postings:
        if posted.account not in MEMBER_ACCOUNTS or posted.lot is None:
            continue
        ref = posted.lot
        where = (
            booked.member.bytes,
            holder,
            SIDES[posted.account],
            ref.key.terminal,
            ref.key.epoch,
            ref.key.seq,
            ref.earned_ms,
            end_number(ref) or 0,
            day_number(ref.vests_on) if ref.vests_on else 0,
        )
        sign = -1 if posted.account is Ledger.MEMBER_DEBT else 1
        lots[where] = lots.get(where, 0) + sign * posted.points
