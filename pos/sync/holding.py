"""What a terminal does with what it holds: takes notes, sends back, clears. Each is one entry.

Every function works inside the caller's transaction; a member whose open basket holds points keeps
them until it is booked or left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from loyalty.ledger.account import Account
from loyalty.ledger.count import Count, given_of, used_of
from loyalty.ledger.documents import compact
from loyalty.ledger.entry import Entry, Kind
from loyalty.rights.lineage import Lineage
from loyalty.rights.note import HEAD_OFFICE, Note, note_of, sent_entry, taken_entry, whole
from loyalty.sales.sale import Occasion
from pos.store import Work
from pos.store.link import CLEARED
from pos.sync.wire import entry_of, read_line

NewId = Callable[[], UUID]
STAMPS = "stamps:"


def occasion(work: Work, new_id: NewId) -> Occasion:
    """An act of sync, now."""
    return Occasion(new_id(), work.now_ms(), work.today())


def note_from(
    line: str, lineage: Lineage, to: int, giver: tuple[int, int] = (HEAD_OFFICE, 0)
) -> Note:
    """The note of a line, with lots named as in these books. `giver`: terminal and epoch of whoever
    gave it.

    LoyaltyError `body-unreadable`, TroubleError `entry-line-unreadable`; ValueError: not one of
    ours.
    """
    wire = read_line(line)
    if not (0 <= giver[0] < 1 << 31 and 0 <= giver[1] < 1 << 31):
        raise ValueError("a giver cannot be there")
    entry = entry_of(wire, *giver)
    note = note_of(lineage.brought(entry))
    if note.to != to:
        raise ValueError("a note for somebody else")
    return note


def take(work: Work, note: Note) -> Entry:
    """Book a note; one that was taken before changes nothing."""
    earlier = work.entry_of(note.id, Kind.RIGHTS_TAKEN)
    if earlier is not None:
        return earlier
    account = work.account(note.member) if note.member else _NOBODY
    return work.append(taken_entry(note, account, occasion(work, lambda: note.id)))


def send_back(
    work: Work, member: UUID, why: str, new_id: NewId, to: int = HEAD_OFFICE
) -> Entry | None:
    """Everything this terminal holds of a member goes to head office, or to another terminal:
    points, debts, stamps.

    None where there is nothing, or where an open basket holds some of it.
    """
    if work.holds(member):
        return None
    changes = whole(work.account(member))
    counts = _stamps(work, member)
    if not changes and not counts:
        return None
    return work.append(sent_entry(to, member, changes, counts, why, occasion(work, new_id)))


def send_voucher(
    work: Work, code: str, why: str, new_id: NewId, to: int = HEAD_OFFICE
) -> Entry | None:
    """A voucher's use goes to head office, or to another terminal; None where it is not here, or
    was used here.
    """
    name, used = given_of(code), used_of(code)
    counts_here = work.shop_counts([name, used])
    if counts_here.get((True, name, None), 0) != 1 or counts_here.get((True, used, None), 0) > 0:
        return None
    counts = (Count(name, 1, None, True),)
    return work.append(sent_entry(to, None, (), counts, why, occasion(work, new_id)))


def clear(work: Work, why: str, new_id: NewId) -> Entry:
    """Send back all that is held, as a terminal does whose books were restored or copied.

    One transaction: what is awarded afterwards is known to be new.
    """
    for member in _everybody(work):
        changes, counts = whole(work.account(member)), _stamps(work, member)
        if changes or counts:
            work.append(
                sent_entry(HEAD_OFFICE, member, changes, counts, why, occasion(work, new_id))
            )
    for code in work.given_here():
        send_voucher(work, code, why, new_id)
    now = occasion(work, new_id)
    booked = work.append(
        Entry(
            source=now.sale,
            kind=Kind.RIGHTS_CLEARED,
            at_ms=now.at_ms,
            business_date=now.on,
            member=None,
            program=0,
            postings=(),
            body=compact({"v": 1, "why": why}),
        )
    )
    work.keep_setting(CLEARED, str(booked.key.epoch))
    return booked


def _everybody(work: Work) -> Iterable[UUID]:
    return sorted({*work.holding(), *work.with_stamps()})


def _stamps(work: Work, member: UUID) -> tuple[Count, ...]:
    """A member's stamps here, by card and day; what a return took below zero stays."""
    counts = work.counts_here(member, STAMPS)
    return tuple(Count(name, amount, on) for name, on, amount in counts if amount > 0)


_NOBODY = Account()
