"""A terminal's side of sync in the books: how far head office has them, and what is elsewhere.

What is unsent is derived from the ledger and the receipts, never kept beside them: two books about
one truth would disagree some day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from loyalty.ledger.chain import FIRST
from loyalty.ledger.count import given_of
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.rights.lineage import Branch, Lineage
from pos.clock import milliseconds
from pos.store.columns import day_from
from pos.store.ledger import LedgerView
from pos.store.linking import LinkWork
from pos.store.masters import epoch
from pos.store.statements import Prepared, given
from pos.store.sync_tables import (
    branch,
    brought,
    elsewhere,
    elsewhere_day,
    elsewhere_tally,
    office_receipt,
    set_aside,
)
from pos.store.tables import KIND_CODES, SHOP, balance, entry, lot, tally

_HERE = (given("merchant"), given("terminal"), given("epoch"))


def _at(table: sa.Table) -> sa.ColumnElement[bool]:
    names = ("merchant", "terminal", "epoch")
    return sa.and_(*(table.c[n] == value for n, value in zip(names, _HERE, strict=True)))


_EPOCHS = Prepared(
    sa.select(epoch.c.epoch, epoch.c.why)
    .where(epoch.c.merchant == given("merchant"), epoch.c.terminal == given("terminal"))
    .order_by(epoch.c.epoch)
)
_ADD_EPOCH = Prepared(epoch.insert())
_HEAD = Prepared(
    sa.select(entry.c.seq, entry.c.hash).where(_at(entry)).order_by(entry.c.seq.desc()).limit(1)
)
_HASH = Prepared(sa.select(entry.c.hash).where(_at(entry), entry.c.seq == given("seq")))
_RECEIPT = Prepared(
    sa.select(*(c for c in office_receipt.c if c.name != "merchant")).where(_at(office_receipt))
)
_new_receipt = insert(office_receipt)
_KEEP_RECEIPT = Prepared(
    _new_receipt.on_conflict_do_update(
        index_elements=["merchant", "terminal", "epoch"],
        set_={
            name: _new_receipt.excluded[name]
            for name in ("seq", "hash", "at_ms", "own_epoch", "own_seq", "signature")
        },
        where=office_receipt.c.seq <= _new_receipt.excluded.seq,
    )
)
_NO_RECEIPTS = Prepared(
    office_receipt.delete().where(
        office_receipt.c.merchant == given("merchant"),
        office_receipt.c.terminal == given("terminal"),
    )
)
_FIRST_UNSENT = Prepared(
    sa.select(entry.c.at_ms).where(_at(entry), entry.c.seq == given("seq")).limit(1)
)
_SINCE = Prepared(
    sa.select(entry.c.epoch, entry.c.seq)
    .where(_at(entry), entry.c.seq > given("seq"), entry.c.kind == given("kind"))
    .order_by(entry.c.seq)
)
_BRANCHES = Prepared(
    sa.select(branch.c.epoch, branch.c.common, branch.c.known_as)
    .where(branch.c.merchant == given("merchant"), branch.c.terminal == given("terminal"))
    .order_by(branch.c.known_as)
)
_ADD_BRANCH = Prepared(branch.insert())
_ELSEWHERE = Prepared(
    sa.select(elsewhere.c.points, elsewhere.c.pending, elsewhere.c.as_of_ms).where(
        elsewhere.c.merchant == given("merchant"), elsewhere.c.member == given("member")
    )
)
_fresh = insert(elsewhere)
_KEEP_ELSEWHERE = Prepared(
    _fresh.on_conflict_do_update(
        index_elements=["merchant", "member"],
        set_={name: _fresh.excluded[name] for name in ("points", "pending", "as_of_ms")},
    )
)
_NO_DAYS = Prepared(
    elsewhere_day.delete().where(
        elsewhere_day.c.merchant == given("merchant"), elsewhere_day.c.member == given("member")
    )
)
_NO_TALLIES = Prepared(
    elsewhere_tally.delete().where(
        elsewhere_tally.c.merchant == given("merchant"), elsewhere_tally.c.owner == given("owner")
    )
)
_DAY = Prepared(elsewhere_day.insert())
_TALLY = Prepared(elsewhere_tally.insert())
_new_tally = insert(elsewhere_tally)
_KEEP_TALLY = Prepared(
    _new_tally.on_conflict_do_update(
        index_elements=["merchant", "owner", "name", "day"],
        set_={"amount": _new_tally.excluded.amount},
    )
)
_HOLDING = Prepared(sa.select(lot.c.member).where(lot.c.merchant == given("merchant")).distinct())
_STAMPED = Prepared(
    sa.select(tally.c.owner)
    .where(
        tally.c.merchant == given("merchant"),
        tally.c.owner != given("shop"),
        tally.c.name >= sa.literal_column("'stamps:'"),
        tally.c.name < sa.literal_column("'stamps;'"),
        tally.c.amount > 0,
    )
    .distinct()
)
_COUNTED = Prepared(
    sa.select(tally.c.name, tally.c.day, tally.c.amount)
    .where(
        tally.c.merchant == given("merchant"),
        tally.c.owner == given("owner"),
        tally.c.name >= given("first"),
        tally.c.name < given("last"),
    )
    .order_by(tally.c.name, tally.c.day)
)
_ASIDE = Prepared(
    sa.select(*(set_aside.c[n] for n in ("terminal", "epoch", "seq", "why", "at_ms")))
    .where(set_aside.c.merchant == given("merchant"), set_aside.c.answered_ms.is_(None))
    .order_by(set_aside.c.at_ms)
)
_SET_ASIDE = Prepared(insert(set_aside).on_conflict_do_nothing())
_ANSWER = Prepared(
    set_aside.update()
    .where(
        *(set_aside.c[n] == given(f"which_{n}") for n in ("merchant", "terminal", "epoch", "seq"))
    )
    .values(answered_ms=given("at_ms"))
)
_BRING = Prepared(insert(brought).on_conflict_do_nothing())
_BROUGHT = Prepared(
    sa.select(*(brought.c[n] for n in ("terminal", "epoch", "seq", "line")))
    .where(
        brought.c.merchant == given("merchant"),
        *(brought.c[f"of_{n}"] == given(n) for n in ("terminal", "epoch", "seq")),
    )
    .order_by(*(brought.c[n] for n in ("terminal", "epoch", "seq")))
)
_OWED_TOTAL = Prepared(
    sa.select(balance.c.points - balance.c.owed).where(
        balance.c.merchant == given("merchant"), balance.c.member == given("member")
    )
)


@dataclass(frozen=True, slots=True)
class EpochEnd:
    """How far an epoch of this terminal goes, and how far head office proved to have it."""

    epoch: int
    seq: int
    hash: bytes
    acked: int
    why: str  # it began: `first`, `restored`, `ledger-behind`, `forked`


@dataclass(frozen=True, slots=True)
class OfficeReceipt:
    """What head office signed; fields as in `pos.sync.messages.Receipt`."""

    terminal: int
    epoch: int
    seq: int
    hash: bytes
    at_ms: int
    own_epoch: int
    own_seq: int
    signature: bytes


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A member's points that other holders have, as head office knew it at `as_of_ms`."""

    points: int
    pending: int
    as_of_ms: int


@dataclass(frozen=True, slots=True)
class Aside:
    """An entry that head office set aside, and why."""

    key: EntryKey
    why: str
    at_ms: int


class SyncView(LedgerView):
    """What was sent and what is elsewhere, read."""

    __slots__ = ()

    def epoch_ends(self) -> tuple[EpochEnd, ...]:
        """This terminal's epochs, oldest first; an epoch without entries has number 0."""
        ends = []
        for number, why in self._all(_EPOCHS, self.merchant, self.terminal):
            head = self._one(_HEAD, self.merchant, self.terminal, number)
            seq, digest = (head[0], head[1]) if head else (0, b"")
            receipt = self.office_receipt(number)
            ends.append(EpochEnd(number, seq, digest, receipt.seq if receipt else 0, why))
        return tuple(ends)

    def unsent(self) -> tuple[int, int | None]:
        """Entries that head office did not prove to have, and the moment of the oldest."""
        count, oldest = 0, None
        for end in self.epoch_ends():
            if end.seq > end.acked:
                count += end.seq - end.acked
                if oldest is None:
                    place = (self.merchant, self.terminal, end.epoch, end.acked + 1)
                    row = self._one(_FIRST_UNSENT, *place)
                    oldest = row[0] if row else None
        return count, oldest

    def hash_at(self, number: int, seq: int) -> bytes | None:
        """The hash of one of this terminal's entries; `chain.FIRST` before the first."""
        if seq == 0:
            return FIRST
        row = self._one(_HASH, self.merchant, self.terminal, number, seq)
        return row[0] if row else None

    def office_receipt(self, number: int) -> OfficeReceipt | None:
        """The newest proof for an epoch."""
        row = self._one(_RECEIPT, self.merchant, self.terminal, number)
        return OfficeReceipt(*row) if row else None

    def lineage(self) -> Lineage:
        """How names read at head office."""
        rows = self._all(_BRANCHES, self.merchant, self.terminal)
        return Lineage.from_rows(self.terminal, [(row[0], row[1], row[2]) for row in rows])

    def unsent_of(self, kind: Kind) -> tuple[Entry, ...]:
        """Entries of a kind that head office did not prove to have."""
        found = []
        for end in self.epoch_ends():
            if end.seq > end.acked:
                place = (self.merchant, self.terminal, end.epoch, end.acked, KIND_CODES[kind])
                found += [EntryKey(self.terminal, *row) for row in self._all(_SINCE, *place)]
        return tuple(each for key in found if (each := self.entry(key)) is not None)

    def unsent_sales(self) -> int:
        """How many sales head office did not prove to have."""
        kind, count = KIND_CODES[Kind.SALE], 0
        for end in self.epoch_ends():
            if end.seq > end.acked:
                place = (self.merchant, self.terminal, end.epoch, end.acked, kind)
                count += len(self._all(_SINCE, *place))
        return count

    def elsewhere(self, member: UUID) -> Elsewhere | None:
        """What other holders have of a member; None where head office never said."""
        row = self._one(_ELSEWHERE, self.merchant, member.bytes)
        return Elsewhere(*row) if row else None

    def holding(self) -> tuple[UUID, ...]:
        """Members of whom this terminal has anything: points, pending points, or debts."""
        return tuple(UUID(bytes=row[0]) for row in self._all(_HOLDING, self.merchant))

    def with_stamps(self) -> tuple[UUID, ...]:
        """Members with stamps in this terminal's books. Walks over all counts."""
        return tuple(UUID(bytes=row[0]) for row in self._all(_STAMPED, self.merchant, SHOP))

    def counts_here(
        self, owner: UUID | None, start: str
    ) -> tuple[tuple[str, date | None, int], ...]:
        """Counts of a member (None: the shop's own) whose names begin with `start`, made here."""
        who = owner.bytes if owner else SHOP
        rows = self._all(_COUNTED, self.merchant, who, start, start + "\U0010ffff")
        return tuple((name, day_from(day) if day else None, n) for name, day, n in rows)

    def given_here(self) -> tuple[str, ...]:
        """Codes of vouchers that may be used here, or were."""
        start = given_of("")
        found = self.counts_here(None, start)
        return tuple(name.removeprefix(start) for name, _, n in found if n == 1)

    def moment(self) -> datetime:
        """This moment by the clock that was given in."""
        return self._clock.now()

    def today(self) -> date:
        """The business day by the clock that was given in."""
        return self._clock.today()

    def set_aside(self) -> tuple[Aside, ...]:
        """What a person must look at, oldest first."""
        rows = self._all(_ASIDE, self.merchant)
        return tuple(Aside(EntryKey(*row[:3]), row[3], row[4]) for row in rows)

    def brought(self, of: EntryKey) -> tuple[tuple[EntryKey, bytes], ...]:
        """Lines of another terminal's sale and of its returns, as they were brought here."""
        rows = self._all(_BROUGHT, *self._key(of))
        return tuple((EntryKey(*row[:3]), row[3]) for row in rows)

    def points_here(self, member: UUID) -> int:
        """A member's balance in this terminal's books, debts taken off."""
        row = self._one(_OWED_TOTAL, self.merchant, member.bytes)
        return row[0] if row else 0


class SyncWork(LinkWork, SyncView):
    """What was sent and what is elsewhere, written."""

    __slots__ = ()

    def keep_receipt(self, receipt: OfficeReceipt) -> None:
        """Keep the newest proof of an epoch; an older one changes nothing."""
        self._do(
            _KEEP_RECEIPT,
            *(self.merchant, receipt.terminal, receipt.epoch, receipt.seq, receipt.hash),
            *(receipt.at_ms, receipt.own_epoch, receipt.own_seq, receipt.signature),
        )

    def forget_receipts(self) -> None:
        """Head office was restored: what it once proved to have it may have no more."""
        self._do(_NO_RECEIPTS, self.merchant, self.terminal)

    def begin_epoch(self, number: int, why: str) -> None:
        """Number in a new epoch from the next entry on, in every window."""
        now = milliseconds(self._clock.now())
        self._do(_ADD_EPOCH, self.merchant, self.terminal, number, now, why)

    def add_branch(self, found: Branch) -> None:
        """Remember under which name head office knows a branch."""
        self._do(
            _ADD_BRANCH, self.merchant, found.terminal, found.epoch, found.known_as, found.common
        )

    def keep_elsewhere(
        self,
        member: UUID,
        known: Elsewhere,
        days: Iterable[tuple[int, int, int, int, int, int]] = (),
        counts: Iterable[tuple[str, int, int]] = (),
    ) -> None:
        """What head office says of a member; replaces what it said before."""
        told = (known.points, known.pending, known.as_of_ms)
        self._do(_KEEP_ELSEWHERE, self.merchant, member.bytes, *told)
        self._do(_NO_DAYS, self.merchant, member.bytes)
        self._do(_NO_TALLIES, self.merchant, member.bytes)
        self._do_many(_DAY, [(self.merchant, member.bytes, *day) for day in days])
        self._do_many(_TALLY, [(self.merchant, member.bytes, *count) for count in counts])

    def keep_total(self, member: UUID, known: Elsewhere) -> None:
        """A fresh word on a member's points alone."""
        told = (known.points, known.pending, known.as_of_ms)
        self._do(_KEEP_ELSEWHERE, self.merchant, member.bytes, *told)

    def keep_shop_elsewhere(self, counts: Iterable[tuple[str, int, int]]) -> None:
        """The shop's own counts at the other terminals, each replaced by what is said now."""
        self._do_many(_KEEP_TALLY, [(self.merchant, SHOP, *count) for count in counts])

    def put_aside(self, key: EntryKey, why: str) -> None:
        """Head office set an entry aside."""
        now = milliseconds(self._clock.now())
        self._do(_SET_ASIDE, *self._key(key), why, now, None)

    def answer_aside(self, key: EntryKey) -> None:
        """A person has looked at it."""
        self._do(_ANSWER, milliseconds(self._clock.now()), *self._key(key))

    def bring(self, key: EntryKey, line: bytes, of: EntryKey) -> None:
        """Keep an entry of another terminal, so that its sale can be returned here."""
        now = milliseconds(self._clock.now())
        self._do(_BRING, *self._key(key), line, of.terminal, of.epoch, of.seq, now)
