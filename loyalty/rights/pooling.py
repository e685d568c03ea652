"""What head office books on its own account, the pool: covers, settlements, write-offs."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from loyalty.ledger.account import Account
from loyalty.ledger.count import Count
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind, Posting
from loyalty.ledger.granting import named_source
from loyalty.rights.absorbing import Change, absorbed
from loyalty.rights.entries import rights_entry
from loyalty.sales.sale import Occasion


def covered_entry(advance: Entry, pool: Account, occasion: Occasion) -> Entry:
    """The pool pays for points that a terminal advanced at its shop's risk; the rest is owed.

    Its source is named after the advance, so that one is covered once.
    """
    given = [p for p in advance.postings if p.lot is not None]
    changes = [Change(Ledger.MEMBER, p.lot, -p.points) for p in given if p.lot]
    postings = list(absorbed(pool, changes))
    moved = sum(posting.points for posting in postings)
    postings.append(Posting(Ledger.ADVANCED, -moved))
    source, of = named_source("covered", advance.source), {"of": _row(advance.key)}
    return rights_entry(Kind.RIGHTS_COVERED, source, advance.member, postings, of, occasion)


def settled_entry(
    holder: int,
    member: UUID | None,
    left: Iterable[Change],
    counts: tuple[Count, ...],
    pool: Account,
    why: str,
    occasion: Occasion,
) -> Entry:
    """The pool takes over what a holder's books have of a member by head office's own count.

    After a holder has sent back all it knows of, that is what a lost or copied branch of it did:
    more points, or fewer than none. `occasion.sale` is the id of this settlement.
    """
    postings = list(absorbed(pool, left))
    moved = sum(posting.points for posting in postings)
    if moved:
        postings.append(Posting(Ledger.SETTLED, -moved))
    facts = {"of": holder, "why": why}
    id_ = occasion.sale
    return rights_entry(Kind.RIGHTS_SETTLED, id_, member, postings, facts, occasion, counts)


def written_off_entry(member: UUID, pool: Account, why: str, occasion: Occasion) -> Entry:
    """What a member owes the pool and nobody holds points for becomes the program's loss."""
    postings = [Posting(Ledger.MEMBER_DEBT, debt.points, debt.ref) for debt in pool.debts]
    postings.append(Posting(Ledger.WRITTEN_OFF, -pool.owed))
    id_ = occasion.sale
    return rights_entry(Kind.WRITTEN_OFF, id_, member, postings, {"why": why}, occasion)


def _row(key: EntryKey) -> list[int]:
    return [key.terminal, key.epoch, key.seq]
