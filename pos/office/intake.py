"""A terminal's entries into head office's books: checked as a chain, stored once, folded once.

Only rows that were really inserted are folded. What cannot be understood is stored as it came and
set aside for a person; it never keeps the entries behind it waiting (ledger-sync.md 4.2).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.chain import FIRST
from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import returned_from, undone_from
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.rights.lineage import Lineage
from pos.office.books import Books
from pos.office.dialect import load, load_new
from pos.office.engine import upsert
from pos.office.folding import Folds
from pos.office.partitions import make_room
from pos.office.rights import Rights
from pos.office.rollups import Rollups
from pos.office.sold import counted_of, sold_of
from pos.office.tables import (
    entry,
    posting,
    reversal,
    sale,
    sale_line,
    set_aside,
    terminal,
    terminal_epoch,
)
from pos.sync.digest import digest_of
from pos.sync.messages import Batch
from pos.sync.wire import WireEntry, entry_of
from pos.trouble import TroubleError

SERVED = frozenset(
    {Kind.SALE, Kind.RETURN, Kind.RETURN_UNDONE, Kind.CLAIM, Kind.ACTIVITY, Kind.ENROLMENT}
)
"""Entries after which the member has left the counter."""
ONCE = frozenset({Kind.CLAIM, Kind.ACTIVITY, Kind.REFERRAL, Kind.REWARD_TAKEN})
"""Acts named after what they are about, so that two terminals may both have done one: the first
that arrives counts.
"""
POOLED = ONCE | {
    Kind.RIGHTS_SENT,
    Kind.RIGHTS_TAKEN,
    Kind.RIGHTS_ADVANCED,
    Kind.RIGHTS_CLEARED,
}
"""Entries that may move the pool: it is locked before anything else is."""
KINDS = frozenset(kind.value for kind in Kind)
MOST_COUNTED = 1 << 53
MOST_EPOCH = 999  # a slip's number has three digits for it


@dataclass(frozen=True, slots=True)
class Known:
    """How far head office has an epoch; `lineage`: how its terminal names entries."""

    epoch: int
    next: int
    hash: bytes
    lineage: Lineage


@dataclass(slots=True)
class Taken:
    """What a push came to. `why`: `gap`, `branch`, or empty. `fresh`: entries that were new, sales
    left out; `served`: members who were at the counter, and the day.
    """

    next: int
    why: str = ""
    fresh: list[Entry] = field(default_factory=list)
    served: dict[bytes, int] = field(default_factory=dict)
    aside: list[tuple[int, str]] = field(default_factory=list)
    cleared: int = 0
    shop: bool = False  # the shop's own counts changed


def known_epoch(books: Books, number: int, epoch: int) -> Known | None:
    """An epoch of a terminal as head office has it, locked; None where it has none of it."""
    wanted = (
        sa.select(terminal_epoch)
        .where(
            terminal_epoch.c.merchant == books.merchant,
            terminal_epoch.c.terminal == number,
            terminal_epoch.c.epoch == epoch,
        )
        .with_for_update()
    )
    row = books.db.execute(wanted).one_or_none()
    if row is None:
        return None
    branches = Lineage.from_rows(number, [tuple(each) for each in json.loads(row.branches)])
    return Known(epoch, row.next, row.hash or FIRST, branches)


def begin_epoch(
    books: Books,
    number: int,
    epoch: int,
    *,
    of: tuple[int, int, bytes] = (0, 0, b""),
    branches: str = "[]",
    asked: bytes | None = None,
) -> None:
    """Remember that a terminal numbers in an epoch; `of`: the epoch it is a branch of, the last
    common number, and the hash there.
    """
    fresh = upsert(books.db, terminal_epoch)
    row = {
        "merchant": books.merchant,
        "terminal": number,
        "epoch": epoch,
        "of_epoch": of[0],
        "of_seq": of[1],
        "next": of[1] + 1,
        "hash": of[2] or None,
        "asked": asked,
        "branches": branches,
        "began_ms": books.now_ms,
    }
    books.db.execute(fresh.on_conflict_do_nothing(), row)
    books.db.execute(
        terminal.update()
        .where(
            terminal.c.merchant == books.merchant,
            terminal.c.number == number,
            terminal.c.newest_epoch < epoch,
        )
        .values(newest_epoch=epoch)
    )


def hash_at(books: Books, number: int, epoch: int, seq: int) -> bytes:
    """The hash of an entry as head office has it; empty where it has none. Of a branch, numbers up
    to its root are those of the epoch it left.
    """
    if seq <= 0:
        return FIRST if seq == 0 else b""
    wanted = sa.select(entry.c.hash).where(
        entry.c.merchant == books.merchant,
        entry.c.terminal == number,
        entry.c.epoch == epoch,
        entry.c.seq == seq,
    )
    found = books.db.execute(wanted).scalar_one_or_none()
    if found is not None:
        return bytes(found)
    root = sa.select(terminal_epoch.c.of_epoch, terminal_epoch.c.of_seq).where(
        terminal_epoch.c.merchant == books.merchant,
        terminal_epoch.c.terminal == number,
        terminal_epoch.c.epoch == epoch,
        terminal_epoch.c.of_epoch != 0,
    )
    row = books.db.execute(root).one_or_none()
    if row is None or seq > row.of_seq:
        return b""
    return hash_at(books, number, row.of_epoch, seq)


def ingest(
    books: Books, rights: Rights, number: int, batch: Batch, wires: Sequence[WireEntry]
) -> Taken:
    """Take a batch in. TroubleError `batch-broken` (its numbers or its chain are not what its head
    says): nothing of it is kept.
    """
    known = known_epoch(books, number, batch.epoch)
    if known is None:
        if batch.first != 1 or not 0 < batch.epoch <= MOST_EPOCH:
            return Taken(1, "gap")
        begin_epoch(books, number, batch.epoch)
        known = Known(batch.epoch, 1, FIRST, _newest_lineage(books, number))
    if batch.first > known.next:
        return Taken(known.next, "gap")
    goes_on = batch.first == known.next
    base = known.hash if goes_on else hash_at(books, number, batch.epoch, batch.first - 1)
    if batch.base != base:
        return Taken(known.next, "branch")
    hashes = _chain(known, number, batch, wires)
    skip = known.next - batch.first
    if 0 < skip <= len(hashes) and hashes[skip - 1] != known.hash:
        return Taken(known.next, "branch")
    taken = Taken(max(known.next, batch.first + batch.n))
    fresh = list(zip(wires, hashes, strict=True))[skip:]
    if fresh:
        _store(books, rights, number, known, fresh, taken)
        _aside(books, number, known.epoch, taken)
    return taken


def _newest_lineage(books: Books, number: int) -> Lineage:
    """An epoch that a terminal began by itself has the names of the one before."""
    wanted = (
        sa.select(terminal_epoch.c.branches)
        .where(terminal_epoch.c.merchant == books.merchant, terminal_epoch.c.terminal == number)
        .order_by(terminal_epoch.c.began_ms.desc(), terminal_epoch.c.epoch.desc())
        .limit(1)
    )
    rows = json.loads(books.db.execute(wanted).scalar_one_or_none() or "[]")
    return Lineage.from_rows(number, [tuple(each) for each in rows])


def _chain(known: Known, number: int, batch: Batch, wires: Sequence[WireEntry]) -> list[bytes]:
    """The hash of every entry, computed; TroubleError `batch-broken` where they do not fit."""
    named = known.lineage.named if known.lineage.branches else None
    previous, hashes = batch.base, []
    try:
        for expected, wire in enumerate(wires, start=batch.first):
            if wire.seq != expected:
                raise ValueError("numbers are not dense")
            place = EntryKey(number, batch.epoch, wire.seq)
            previous = digest_of(previous, wire, named(place) if named else place, named)
            hashes.append(previous)
    except (ValueError, OverflowError) as error:
        raise TroubleError("batch-broken", said=str(error)[:100]) from None
    if len(wires) != batch.n or not hashes or previous != batch.head:
        raise TroubleError("batch-broken", said="the chain does not end as its head says")
    return hashes


def _store(
    books: Books,
    rights: Rights,
    number: int,
    known: Known,
    fresh: list[tuple[WireEntry, bytes]],
    taken: Taken,
) -> None:
    """Rows of the facts, and what those change that were not there before."""
    if any(wire.kind in POOLED for wire, _ in fresh):
        books.lock()
    today = books.occasion(UUID(int=0)).on
    make_room(books.db, (wire.bizdate for wire, _ in fresh), today)
    inserted = _inserted(books, number, known.epoch, fresh)
    work = Intake(books, number, known, taken)
    for wire, _ in fresh:
        if wire.seq in inserted:
            work.read(wire)
    work.write()
    last_wire, last_hash = fresh[-1]
    books.db.execute(
        terminal_epoch.update()
        .where(
            terminal_epoch.c.merchant == books.merchant,
            terminal_epoch.c.terminal == number,
            terminal_epoch.c.epoch == known.epoch,
        )
        .values(next=last_wire.seq + 1, hash=last_hash)
    )
    for made in taken.fresh:
        _follow(rights, made, taken)


def _inserted(
    books: Books, number: int, epoch: int, fresh: list[tuple[WireEntry, bytes]]
) -> set[int]:
    """Insert entries; the numbers of those that were not there."""
    now = books.now_ms
    place = (books.merchant, number, epoch)
    rows = [
        (
            *place,
            wire.seq,
            wire.bizdate,
            wire.source,
            wire.kind[:40],
            wire.at_ms,
            wire.member or None,
            wire.program,
            wire.body,
            digest,
            now,
        )
        for wire, digest in fresh
    ]
    return load_new(books.db, entry, rows, "seq")


class Intake:
    """New entries of one terminal: read, told apart, added up, and written table by table."""

    def __init__(self, books: Books, number: int, known: Known, taken: Taken) -> None:
        self._books = books
        self._number = number
        self._known = known
        self._taken = taken
        self._folds = Folds(books.merchant, number)
        self._sums = Rollups(number)
        self._members: set[bytes] = set()
        self._rows: dict[sa.Table, list[tuple[Any, ...]]] = {
            table: [] for table in (posting, sale, sale_line, reversal)
        }

    def read(self, wire: WireEntry) -> None:
        """An entry; what cannot be read is set aside, with the reason."""
        try:
            if wire.kind == Kind.SALE:
                self._sale(wire)
            else:
                self._other(wire)
        except ValueError as error:
            unknown = wire.kind not in KINDS
            why = "kind-unknown" if unknown else f"unreadable: {error}"[:80]
            self._taken.aside.append((wire.seq, why))
            return
        except LoyaltyError as error:
            self._taken.aside.append((wire.seq, error.code))
            return
        if wire.member:
            self._members.add(wire.member)
            if wire.kind in SERVED:
                self._taken.served[wire.member] = wire.bizdate

    def _sale(self, wire: WireEntry) -> None:
        sold = sold_of(wire.body, wire.source, wire.member, wire.program)
        at = self._moved(wire)
        member, day = wire.member, wire.bizdate
        self._folds.count_sale(member, day, sold)
        if sold.counts and not self._taken.shop:
            self._taken.shop = any(count[3] for count in sold.counts)
        amounts = (sold.total_minor, sold.paid_minor, sold.earned, sold.redeemed)
        self._sums.add_sale(day, sold.currency, member, amounts)
        rest = (sold.currency, wire.at_ms, sold.operator)
        self._rows[sale].append((*at, member or None, *amounts, *rest))
        self._rows[sale_line] += [(*at, *line) for line in sold.lines]

    def _other(self, wire: WireEntry) -> None:
        epoch = self._known.epoch
        made = entry_of(wire, self._number, epoch)
        counts = [counted_of(count) for count in counts_of(made)]
        if any(abs(count[1]) > MOST_COUNTED for count in counts):
            raise ValueError("a count is out of range")
        of = _of(made) if made.kind in (Kind.RETURN, Kind.RETURN_UNDONE) else None
        at = self._moved(wire)
        self._folds.count(wire.member, counts)
        self._taken.shop = self._taken.shop or any(count[3] for count in counts)
        if of is not None:
            named = self._known.lineage.named(of)
            self._rows[reversal].append((*at[:4], named.terminal, named.epoch, named.seq))
        self._taken.fresh.append(made)

    def _moved(self, wire: WireEntry) -> tuple[int, int, int, int, int]:
        """Fold an entry's postings; where its rows stand."""
        place = (self._number, self._known.epoch, wire.seq)
        moved = self._folds.move(wire, place)
        at = (self._books.merchant, *place, wire.bizdate)
        self._rows[posting] += [(*at, *row) for row in moved]
        self._sums.add(wire.bizdate, wire.kind, ((row[1], row[2]) for row in moved))
        return at

    def write(self) -> None:
        """All rows, and all sums."""
        db = self._books.db
        for table, rows in self._rows.items():
            load(db, table, rows)
        self._folds.write(db)
        self._sums.write(db, self._books.merchant)
        self._books.touched.update(UUID(bytes=member) for member in self._members)


def _aside(books: Books, number: int, epoch: int, taken: Taken) -> None:
    if not taken.aside:
        return
    rows = [
        {
            "merchant": books.merchant,
            "terminal": number,
            "epoch": epoch,
            "seq": seq,
            "why": why,
            "facts": "",
            "at_ms": books.now_ms,
            "state": "open",
            "answer": "",
            "person": "",
            "answered_ms": 0,
        }
        for seq, why in taken.aside
    ]
    books.db.execute(upsert(books.db, set_aside).on_conflict_do_nothing(), rows)


def _of(made: Entry) -> EntryKey:
    if made.kind is Kind.RETURN:
        return returned_from(made.body, made.source).sale
    return undone_from(made.body)


def _follow(rights: Rights, made: Entry, taken: Taken) -> None:
    """What one entry means for rights."""
    if made.kind in ONCE and _told_before(rights.books, made):
        rights.undo_twice(made)
        taken.aside.append((made.key.seq, "done-elsewhere"))
        return
    if made.kind is Kind.RIGHTS_SENT:
        rights.sent(made)
    elif made.kind is Kind.RIGHTS_TAKEN:
        rights.taken(made)
    elif made.kind is Kind.RIGHTS_ADVANCED:
        rights.cover(made)
    elif made.kind is Kind.RIGHTS_CLEARED:
        rights.settle_holder(made.key.terminal, "cleared")
        taken.cleared = made.key.epoch


def _told_before(books: Books, made: Entry) -> bool:
    """Whether another terminal, or a copy, has booked this very act."""
    wanted = sa.select(sa.func.count()).where(
        entry.c.merchant == books.merchant,
        entry.c.source == made.source.bytes,
        entry.c.kind == made.kind.value,
    )
    return bool(books.db.execute(wanted).scalar_one() > 1)
