"""What is true after a life: every entry that head office has, folded once each, by other code.

Entries are read back from head office's tables. An act of business counts once for each terminal
that did it, whatever copies of that terminal did it again; notes between holders count nowhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import opened
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind
from pos.office.schema.facts import counted, entry, held, note, posting, set_aside
from pos.store.tables import ACCOUNTS, SIDES
from pos.sync.wire import WireEntry, WireLot, WirePosting, entry_of
from tests.simulation.headquarters import Headquarters

RIGHTS = frozenset(
    {
        Kind.RIGHTS_SENT,
        Kind.RIGHTS_TAKEN,
        Kind.RIGHTS_ADVANCED,
        Kind.RIGHTS_CLEARED,
        Kind.RIGHTS_COVERED,
        Kind.RIGHTS_SETTLED,
    }
)
"""Entries that move what is there already; a write-off is none of them: it makes points."""
SPENDABLE = (Ledger.MEMBER, Ledger.MEMBER_DEBT)
_FOLDED = frozenset({"done-elsewhere", "returned-elsewhere"})
"""Why an entry was set aside though it could be read, and counts."""
MOVING = ("stamps:", "given:")
Stored = tuple[Entry, bytes]
"""An entry as head office has it, and its hash."""


@dataclass(slots=True)
class Books:
    """Head office's tables as values."""

    entries: dict[EntryKey, Stored] = field(default_factory=dict)
    unread: dict[EntryKey, str] = field(default_factory=dict)
    """Set aside: stored and not folded, and why."""
    hashes: Counter[bytes] = field(default_factory=Counter)
    """Of all that is stored."""
    arrived: dict[EntryKey, int] = field(default_factory=dict)
    """When head office got it, by its own clock: UTC milliseconds."""
    held: dict[tuple[UUID, int], Counter[tuple[Any, ...]]] = field(default_factory=dict)
    """By member and holder: points by (side, lot's place)."""
    open_notes: Counter[UUID] = field(default_factory=Counter)
    counted: Counter[tuple[bytes, str, int, int]] = field(default_factory=Counter)
    open_counts: Counter[tuple[bytes, str, int]] = field(default_factory=Counter)


def books_of(office: Headquarters) -> Books:
    """All of head office's ledger."""
    found = Books()
    moved: dict[tuple[int, int, int], list[Any]] = defaultdict(list)
    for row in office.rows(posting.select().order_by(posting.c.n)):
        moved[row.terminal, row.epoch, row.seq].append(row)
    aside = {(r.terminal, r.epoch, r.seq): r.why for r in office.rows(set_aside)}
    for row in office.rows(entry):
        place = (row.terminal, row.epoch, row.seq)
        found.hashes[row.hash] += 1
        if place in aside and aside[place] not in _FOLDED:
            found.unread[EntryKey(*place)] = aside[place]
            continue
        found.entries[EntryKey(*place)] = _entry(row, moved[place]), row.hash
        found.arrived[EntryKey(*place)] = row.arrived_ms
    for row in office.rows(held):
        lots = found.held.setdefault((UUID(bytes=row.member), row.holder), Counter())
        lots[row.side, row.lot_terminal, row.lot_epoch, row.lot_seq] += row.points
    for row in office.rows(counted):
        if row.amount:
            found.counted[row.owner, row.name, row.holder, row.day] += row.amount
    _under_way(office, found)
    return found


def _entry(row: Any, moved: list[Any]) -> Entry:
    postings = tuple(
        WirePosting(
            ACCOUNTS[each.account].value,
            each.points,
            None
            if each.lot_seq is None
            else WireLot(
                *(each.lot_terminal, each.lot_epoch, each.lot_seq, each.lot_earned_ms),
                *(each.lot_ends or 0, each.lot_vests or 0),
            ),
        )
        for each in moved
    )
    facts = (row.seq, row.source, row.kind, row.at_ms, row.bizdate, row.member or b"", row.program)
    return entry_of(WireEntry(*facts, postings, row.body), row.terminal, row.epoch)


def _under_way(office: Headquarters, found: Books) -> None:
    """What giver's entries have sent and nobody has taken."""
    for row in office.rows(note.select().where(note.c.state == 0)):
        given = found.entries[EntryKey(row.giver, row.giver_epoch, row.giver_seq)][0]
        if given.member is not None:
            found.open_notes[given.member] -= points_in(given)
        owner = given.member.bytes if given.member else bytes(16)
        for count in counts_of(given):
            day = int(count.on.strftime("%Y%m%d")) if count.on else 0
            found.open_counts[owner, count.name, day] -= count.amount


def points_in(one: Entry) -> int:
    """What an entry gave its member: spendable and pending points, debts taken off."""
    return sum(p.points for p in one.postings if p.lot is not None)


def distinct(books: Books) -> list[Entry]:
    """Acts of business, each once: copies of a terminal do what the clock makes them do again."""
    seen: set[tuple[int, UUID, Kind]] = set()
    found = []
    for key in sorted(books.entries, key=lambda k: (k.terminal, k.epoch, k.seq)):
        one = books.entries[key][0]
        named = (key.terminal, one.source, one.kind)
        if (one.kind in RIGHTS and not _corrects(one)) or named in seen:
            continue
        seen.add(named)
        found.append(one)
    return found


def _corrects(one: Entry) -> bool:
    """Whether head office took back what two shops did to the same sale or receipt."""
    return one.kind is Kind.RIGHTS_SETTLED and opened(one.body).get("why") not in _MOVES


_MOVES = frozenset({"cleared", "note-again", "note-unknown", "called-off", "retired"})
"""Settlements that move what is there to the pool."""


def total(lots: Counter[tuple[Any, ...]]) -> int:
    """Points of a holder, debts taken off."""
    owed = SIDES[Ledger.MEMBER_DEBT]
    return sum(-points if where[0] == owed else points for where, points in lots.items())
