"""Notes: points, stamps and vouchers on their way from one holder to another.

The giver's entry takes them out of its own books before anybody can see the note; the taker's entry
has the note's id as its source, so that a note which arrives twice is taken once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, Lot
from loyalty.ledger.count import Count
from loyalty.ledger.documents import counts_from_rows, opened
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind, Posting
from loyalty.rights.absorbing import Change, absorbed
from loyalty.rights.entries import rights_entry
from loyalty.sales.sale import Occasion

HEAD_OFFICE = 0
"""The terminal number of head office, whose open lots are the pool."""


@dataclass(frozen=True, slots=True)
class Note:
    """What one holder gives another. `changes` and `counts` are the taker's gain, so above zero
    except for debts, which are owed on. `giver`: where the entry stands that gave it.
    """

    id: UUID
    giver: EntryKey
    to: int
    member: UUID | None
    changes: tuple[Change, ...] = ()
    counts: tuple[Count, ...] = ()
    why: str = ""

    @property
    def points(self) -> int:
        """Points the taker gains; debts count against them."""
        return sum(change.points for change in self.changes)


def whole(account: Account) -> tuple[Change, ...]:
    """Everything an account holds, as changes to another: lots, pending points, and debts."""
    found = [Change(Ledger.MEMBER, lot.ref, lot.points) for lot in account.lots]
    found += [Change(Ledger.PENDING, lot.ref, lot.points) for lot in account.pending]
    found += [Change(Ledger.MEMBER_DEBT, debt.ref, -debt.points) for debt in account.debts]
    return tuple(found)


def spendable_part(lots: Iterable[Lot]) -> tuple[Change, ...]:
    """Parts of lots as changes to another account."""
    return tuple(Change(Ledger.MEMBER, lot.ref, lot.points) for lot in lots)


def sent_entry(
    to: int,
    member: UUID | None,
    changes: tuple[Change, ...],
    counts: tuple[Count, ...],
    why: str,
    occasion: Occasion,
) -> Entry:
    """The giver's entry; `occasion.sale` is the note's id. The caller made sure it holds as much.

    `counts`: the taker's gain, above zero. `why`: a code (`allotted`, `asked`, `swept`, …).
    """
    gone = [Posting(c.side, -c.points, c.lot) for c in changes]
    less = [replace(count, amount=-count.amount) for count in counts]
    facts = {"to": to, "why": why}
    return _entry(Kind.RIGHTS_SENT, member, gone, facts, less, occasion)


def note_of(entry: Entry) -> Note:
    """The note that a giver's entry wrote; LoyaltyError `body-unreadable`."""
    if entry.kind is not Kind.RIGHTS_SENT:
        raise LoyaltyError("body-unreadable")
    document = opened(entry.body)
    try:
        to, why = document["to"], document["why"]
        counts = counts_from_rows(document.get("t", []))
    except (KeyError, TypeError, ValueError):
        raise LoyaltyError("body-unreadable") from None
    if type(to) is not int or to < 0 or not isinstance(why, str):
        raise LoyaltyError("body-unreadable")
    changes = tuple(Change(p.account, p.lot, -p.points) for p in entry.postings if p.lot)
    gained = tuple(replace(count, amount=-count.amount) for count in counts)
    good = all((c.points > 0) != (c.side is Ledger.MEMBER_DEBT) for c in changes)
    if not good or any(count.amount <= 0 for count in gained):
        raise LoyaltyError("body-unreadable")
    return Note(entry.source, entry.key, to, entry.member, changes, gained, why)


def taken_entry(note: Note, account: Account, occasion: Occasion) -> Entry:
    """The taker's entry, with the note's id as its source: debts are paid first, as ever.

    `account`: the taker's own of the note's member, as it is now.
    """
    come = list(absorbed(account, note.changes))
    giver = note.giver
    facts = {"from": [giver.terminal, giver.epoch, giver.seq], "why": note.why}
    named = replace(occasion, sale=note.id)
    return _entry(Kind.RIGHTS_TAKEN, note.member, come, facts, list(note.counts), named)


def giver_of(entry: Entry) -> EntryKey:
    """Where the note stands that a taker's entry took; LoyaltyError `body-unreadable`."""
    row = opened(entry.body).get("from")
    if not isinstance(row, list) or len(row) != 3 or not all(type(n) is int for n in row):
        raise LoyaltyError("body-unreadable")
    return EntryKey(*row)


def _entry(
    kind: Kind,
    member: UUID | None,
    postings: list[Posting],
    facts: Mapping[str, object],
    counts: list[Count],
    occasion: Occasion,
) -> Entry:
    moved = sum(posting.points for posting in postings)
    if moved:
        postings.append(Posting(Ledger.NOTED, -moved))
    return rights_entry(kind, occasion.sale, member, postings, facts, occasion, counts)
