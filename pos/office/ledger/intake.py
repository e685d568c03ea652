"""A terminal's entries into head office's books: checked as a chain, stored once, folded once.

Only rows that were really inserted are folded. What cannot be understood is stored as it came and
set aside for a person; it never keeps the entries behind it waiting (ledger-sync.md 4.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

import msgspec
import sqlalchemy as sa

from loyalty.ledger.chain import FIRST
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.rights.lineage import Lineage
from pos.office.ledger.books import Books
from pos.office.ledger.names import Names
from pos.office.ledger.taking_in import Intake, Known, Taken
from pos.office.rights import across, claims, overs
from pos.office.rights.pool import Rights
from pos.office.schema.dialect import load_new
from pos.office.schema.engine import upsert
from pos.office.schema.facts import (
    entry,
    set_aside,
    terminal,
    terminal_epoch,
)
from pos.office.schema.partitions import make_room
from pos.sync.digest import digest_of
from pos.sync.messages import Batch
from pos.sync.wire import WireEntry
from pos.trouble import TroubleError

ONCE = frozenset({Kind.CLAIM, Kind.ACTIVITY, Kind.REFERRAL, Kind.REWARD_TAKEN})
"""Acts named after what they are about, so that two terminals may both have done one: the first
that arrives counts.
"""
_SOURCES = 500  # asked for at once
KNOWN = "known-already"
"""Why a copied act is set aside."""
POOLED = (
    ONCE
    | across.JUDGED
    | {
        Kind.RIGHTS_SENT,
        Kind.RIGHTS_TAKEN,
        Kind.RIGHTS_ADVANCED,
        Kind.RIGHTS_CLEARED,
    }
)
"""Entries that may move the pool: it is locked before anything else is."""
UNDERSTOOD = frozenset({claims.TWICE, overs.OVER, KNOWN})
"""Why entries are set aside that could be read."""
_others = terminal_epoch.alias()
_EPOCHS = (
    sa.select(sa.func.count())
    .where(
        _others.c.merchant == terminal_epoch.c.merchant,
        _others.c.terminal == terminal_epoch.c.terminal,
    )
    .scalar_subquery()
    .label("epochs")
)
_EPOCH = (
    terminal_epoch.c.merchant == sa.bindparam("merchant_"),
    terminal_epoch.c.terminal == sa.bindparam("terminal_"),
    terminal_epoch.c.epoch == sa.bindparam("epoch_"),
)
_KNOWN = sa.select(terminal_epoch, _EPOCHS).where(*_EPOCH).with_for_update()
_GONE_ON = (
    terminal_epoch.update()
    .where(*_EPOCH)
    .values(next=sa.bindparam("next_"), hash=sa.bindparam("hash_"))
)
_RENAMED = terminal_epoch.update().where(*_EPOCH).values(branches=sa.bindparam("text"))
MOST_EPOCH = 999  # a slip's number has three digits for it


def known_epoch(books: Books, number: int, epoch: int) -> Known | None:
    """An epoch of a terminal as head office has it, locked; None where it has none of it."""
    row = books.db.execute(_KNOWN, _place(books, number, epoch)).one_or_none()
    if row is None:
        return None
    names = Names.read(number, row.branches)
    return Known(epoch, row.next, row.hash or FIRST, names, alone=row.epochs == 1)


def _place(books: Books, number: int, epoch: int) -> dict[str, object]:
    return {"merchant_": books.merchant, "terminal_": number, "epoch_": epoch}


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
        names = Names.all_along(_lineage_of(books, number, batch))
        begin_epoch(books, number, batch.epoch, branches=names.text())
        known = Known(batch.epoch, 1, FIRST, names)
    if batch.first > known.next:
        return Taken(known.next, "gap")
    goes_on = batch.first == known.next
    base = known.hash if goes_on else hash_at(books, number, batch.epoch, batch.first - 1)
    if batch.base != base:
        return Taken(known.next, "branch")
    lineage = known.names.newest
    if batch.branches is not None:
        lineage = Lineage.from_rows(number, batch.branches[:MOST_EPOCH])
    hashes = _chain(lineage, number, batch, wires)
    skip = known.next - batch.first
    if 0 < skip <= len(hashes) and hashes[skip - 1] != known.hash:
        return Taken(known.next, "branch")
    taken = Taken(max(known.next, batch.first + batch.n))
    fresh = list(zip(wires, hashes, strict=True))[skip:]
    if fresh:
        names = known.names.then(known.next, lineage)
        if names != known.names:
            known = replace(known, names=names)
            told = {**_place(books, number, known.epoch), "text": names.text()}
            books.db.execute(_RENAMED, told)
        _store(books, rights, number, known, fresh, taken)
        lines = {wire.seq: wire for wire, _ in fresh}
        _aside(books, number, known.epoch, taken, lines)
    return taken


def again(
    books: Books, rights: Rights, number: int, epoch: int, wire: WireEntry
) -> tuple[Taken, bool]:
    """Read an entry that was set aside once more, by a version that may know better; whether it
    could be, and if so everything it means is done now.
    """
    if wire.kind in POOLED:
        books.lock()
    known = known_epoch(books, number, epoch)
    assert known is not None  # an entry of it is here
    taken = Taken(known.next)
    work = Intake(books.merchant, number, known, taken)
    work.read(wire)
    if taken.aside:
        return taken, False
    work.write(books)
    for made in taken.fresh:
        _follow(rights, made, taken)
    return taken, True


def _lineage_of(books: Books, number: int, batch: Batch) -> Lineage:
    """The names in an epoch that is not known: as its terminal says; of one that does not say, an
    epoch it began by itself has the names of the one before.
    """
    if batch.branches is not None:
        return Lineage.from_rows(number, batch.branches[:MOST_EPOCH])
    wanted = (
        sa.select(terminal_epoch.c.branches)
        .where(terminal_epoch.c.merchant == books.merchant, terminal_epoch.c.terminal == number)
        .order_by(terminal_epoch.c.began_ms.desc(), terminal_epoch.c.epoch.desc())
        .limit(1)
    )
    return Names.read(number, books.db.execute(wanted).scalar_one_or_none() or "[]").newest


def _chain(lineage: Lineage, number: int, batch: Batch, wires: Sequence[WireEntry]) -> list[bytes]:
    """The hash of every entry, computed; TroubleError `batch-broken` where they do not fit."""
    named = lineage.here if lineage.branches else None
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
    known_already = set() if known.alone else twice(books, number, known.epoch, fresh)
    taken.aside += [(wire.seq, KNOWN) for wire, _ in fresh if wire.seq in known_already]
    wires = [wire for wire, _ in fresh if wire.seq in inserted - known_already]
    for part in _to_clearings(wires):
        work, before = Intake(books.merchant, number, known, taken), len(taken.fresh)
        for wire in part:
            work.read(wire)
        work.write(books)
        for made in taken.fresh[before:]:
            _follow(rights, made, taken)
    last_wire, last_hash = fresh[-1]
    where = {"merchant_": books.merchant, "terminal_": number, "epoch_": known.epoch}
    books.db.execute(_GONE_ON, {**where, "next_": last_wire.seq + 1, "hash_": last_hash})


def _to_clearings(wires: list[WireEntry]) -> Iterator[list[WireEntry]]:
    """Entries in parts that end where a terminal had sent back all it held: what head office still
    counts there is settled before what comes after, which is new, is counted.
    """
    start = 0
    for n, wire in enumerate(wires, start=1):
        if wire.kind == Kind.RIGHTS_CLEARED or n == len(wires):
            yield wires[start:n]
            start = n


def twice(books: Books, number: int, epoch: int, fresh: list[tuple[WireEntry, bytes]]) -> set[int]:
    """Numbers of entries whose act this terminal's other branch brought already: the entry itself,
    copied before it was sent, or what the clock makes every copy do (an expiry). Counted once.

    Notes are told apart by themselves: a copy that takes one a second time has to be settled.
    """
    known: dict[tuple[bytes, str], list[bytes]] = {}
    sources = sorted({wire.source for wire, _ in fresh})
    for start in range(0, len(sources), _SOURCES):
        wanted = sa.select(entry.c.source, entry.c.kind, entry.c.hash).where(
            entry.c.merchant == books.merchant,
            entry.c.source.in_(sources[start : start + _SOURCES]),
            entry.c.terminal == number,
            entry.c.epoch != epoch,
        )
        for row in books.db.execute(wanted):
            known.setdefault((bytes(row.source), row.kind), []).append(bytes(row.hash))
    found = set()
    for wire, digest in fresh:
        hashes = known.get((wire.source, wire.kind), [])
        if digest in hashes or (hashes and wire.kind != Kind.RIGHTS_TAKEN):
            found.add(wire.seq)
    return found


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


def _aside(
    books: Books, number: int, epoch: int, taken: Taken, lines: Mapping[int, WireEntry]
) -> None:
    """Set entries aside; of one that cannot be read its whole line is kept, to be read one day."""
    if not taken.aside:
        return
    rows = [
        {
            "merchant": books.merchant,
            "terminal": number,
            "epoch": epoch,
            "seq": seq,
            "why": why,
            "facts": "" if why in UNDERSTOOD else msgspec.json.encode(lines[seq]).decode(),
            "at_ms": books.now_ms,
            "state": "open",
            "answer": "",
            "person": "",
            "answered_ms": 0,
        }
        for seq, why in taken.aside
    ]
    books.db.execute(upsert(books.db, set_aside).on_conflict_do_nothing(), rows)


def _follow(rights: Rights, made: Entry, taken: Taken) -> None:
    """What one entry means for rights."""
    if made.kind in ONCE and claims.done_before(rights.books, made):
        claims.undone(rights.books, made)
        taken.aside.append((made.key.seq, claims.TWICE))
        return
    if made.kind in across.JUDGED:
        why = across.judged(rights.books, made, {seq for seq, _ in taken.aside})
        if why:
            taken.aside.append((made.key.seq, why))
    elif made.kind is Kind.RIGHTS_SENT:
        rights.sent(made)
    elif made.kind is Kind.RIGHTS_TAKEN:
        rights.taken(made)
    elif made.kind is Kind.RIGHTS_ADVANCED:
        rights.cover(made)
    elif made.kind is Kind.RIGHTS_CLEARED:
        rights.settle_holder(made.key.terminal, "cleared")
        taken.cleared = made.key.epoch
