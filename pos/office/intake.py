"""A terminal's entries into head office's books: checked as a chain, stored once, folded once.

Only rows that were really inserted are folded. What cannot be understood is stored as it came and
set aside for a person; it never keeps the entries behind it waiting (ledger-sync.md 4.2).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.chain import FIRST
from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import returned_from, sale_from, undone_from
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.rights.lineage import Lineage
from pos.office.books import Books, Lots, add_lots, posting_row
from pos.office.engine import upsert
from pos.office.rights import Rights
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
from pos.store.booking import line_rows
from pos.store.columns import day_number
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
    """What a push came to. `why`: `gap`, `branch`, or empty. `fresh`: entries that were new."""

    next: int
    why: str = ""
    fresh: list[Entry] = field(default_factory=list)
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
    if batch.base != hash_at(books, number, batch.epoch, batch.first - 1):
        return Taken(known.next, "branch")
    hashes = _chain(known, number, batch, wires)
    skip = known.next - batch.first
    if 0 < skip <= len(hashes) and hashes[skip - 1] != known.hash:
        return Taken(known.next, "branch")
    taken = Taken(max(known.next, batch.first + batch.n))
    fresh = list(zip(wires, hashes, strict=True))[skip:]
    if fresh:
        _store(books, number, known, fresh, taken)
        _fold(books, rights, number, known, taken)
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
    books: Books, number: int, known: Known, fresh: list[tuple[WireEntry, bytes]], taken: Taken
) -> None:
    """Rows of the facts; entries that could be read go on to be folded."""
    facts: list[dict[str, object]] = []
    moves: list[dict[str, object]] = []
    read: list[Entry] = []
    for wire, digest in fresh:
        facts.append(_fact(books, number, known.epoch, wire, digest))
        made = _readable(wire, number, known.epoch, taken)
        if made is None:
            continue
        read.append(made)
        moves += [posting_row(books.merchant, made.key, n, p) for n, p in enumerate(made.postings)]
    inserted = _inserted(books, facts)
    taken.fresh = [each for each in read if each.key.seq in inserted]
    fresh_moves = [row for row in moves if row["seq"] in inserted]
    if fresh_moves:
        books.db.execute(posting.insert(), fresh_moves)
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


def _inserted(books: Books, facts: list[dict[str, object]]) -> set[int]:
    """Insert entries; the numbers of those that were not there."""
    fresh = upsert(books.db, entry).on_conflict_do_nothing().returning(entry.c.seq)
    return set(books.db.execute(fresh, facts).scalars())


def _fact(
    books: Books, number: int, epoch: int, wire: WireEntry, digest: bytes
) -> dict[str, object]:
    return {
        "merchant": books.merchant,
        "terminal": number,
        "epoch": epoch,
        "seq": wire.seq,
        "source": wire.source,
        "kind": wire.kind[:40],
        "at_ms": wire.at_ms,
        "bizdate": wire.bizdate,
        "member": wire.member or None,
        "program": wire.program,
        "body": wire.body,
        "hash": digest,
        "arrived_ms": books.now_ms,
    }


def _readable(wire: WireEntry, number: int, epoch: int, taken: Taken) -> Entry | None:
    """The entry; None where it has to be set aside, with the reason."""
    try:
        made = entry_of(wire, number, epoch)
        counts_of(made)
        if made.kind in (Kind.RETURN, Kind.RETURN_UNDONE):
            _of(made)
    except ValueError as error:
        unknown = wire.kind not in {kind.value for kind in Kind}
        taken.aside.append((wire.seq, "kind-unknown" if unknown else f"unreadable: {error}"[:80]))
        return None
    except LoyaltyError as error:
        taken.aside.append((wire.seq, error.code))
        return None
    return made


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


def _fold(books: Books, rights: Rights, number: int, known: Known, taken: Taken) -> None:
    """What the fresh entries change: lots, counts, sales; and what rights follow from them."""
    lots: Lots = {}
    sales: list[dict[str, object]] = []
    lines: list[dict[str, object]] = []
    taken_back: list[dict[str, object]] = []
    for made in taken.fresh:
        add_lots(lots, made, number)
        if made.kind is Kind.SALE:
            _sale(books, made, sales, lines)
        if made.member is not None:
            books.touched.add(made.member)
        if made.kind in (Kind.RETURN, Kind.RETURN_UNDONE):
            of = known.lineage.named(_of(made))
            taken_back.append(_reversal(books, made, of))
    books.move(lots)
    for made in taken.fresh:
        counts = counts_of(made)
        taken.shop = taken.shop or any(count.shop for count in counts)
        books.count(made.member, counts, number)
    if taken_back:
        books.db.execute(upsert(books.db, reversal).on_conflict_do_nothing(), taken_back)
    if sales:
        books.db.execute(upsert(books.db, sale).on_conflict_do_nothing(), sales)
    if lines:
        books.db.execute(upsert(books.db, sale_line).on_conflict_do_nothing(), lines)
    for made in taken.fresh:
        _follow(rights, made, taken)


def _of(made: Entry) -> EntryKey:
    if made.kind is Kind.RETURN:
        return returned_from(made.body, made.source).sale
    return undone_from(made.body)


def _reversal(books: Books, made: Entry, of: EntryKey) -> dict[str, object]:
    key = made.key
    return {
        "merchant": books.merchant,
        "terminal": key.terminal,
        "epoch": key.epoch,
        "seq": key.seq,
        "of_terminal": of.terminal,
        "of_epoch": of.epoch,
        "of_seq": of.seq,
    }


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


def _sale(
    books: Books,
    made: Entry,
    sales: list[dict[str, object]],
    lines: list[dict[str, object]],
) -> None:
    told = sale_from(made.body, made.source, made.member, made.program)
    at = {
        "merchant": books.merchant,
        "terminal": made.key.terminal,
        "epoch": made.key.epoch,
        "seq": made.key.seq,
    }
    sales.append(
        {
            **at,
            "member": made.member.bytes if made.member else None,
            "total_minor": told.total_minor,
            "paid_minor": told.paid_minor,
            "earned": told.earned,
            "redeemed": told.redeemed,
            "currency": told.currency,
            "at_ms": made.at_ms,
            "bizdate": day_number(made.business_date),
            "operator": told.operator,
        }
    )
    names = ("n", "sku", "category", "brand", "units", "amount_minor")
    more = ("earned", "paid_points", "paid_minor")
    lines += [{**at, **dict(zip((*names, *more), row, strict=True))} for row in line_rows(told)]
