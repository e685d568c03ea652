"""A return as the ledger keeps it: which units of which sale, and what became of the points."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from loyalty.ledger.count import Count
from loyalty.ledger.entry import EntryKey


@dataclass(frozen=True, slots=True)
class Returned:
    """The facts of a return's entry.

    `clawed`: points taken back, those now owed included. `restored`: points given back.
    `forgiven`: earned points that had expired. `waived`: spent points the shop bears; below zero
    where this return gave points back and took from them what an earlier one had waived.
    `owed`: spent points the next credits pay. `bought` and `kept_minor`: spent points paid for out
    of the refund, and that money. `refund_minor`: money to hand out. `counts`: what it took off
    counts, below zero mostly. `why` and `approved`: the reason and the operator who allowed it,
    where a person had to. `claim`: the credit of the sale's receipt that it took from, if any.
    """

    id: UUID
    sale: EntryKey
    units: tuple[int, ...]
    clawed: int
    restored: int
    forgiven: int
    waived: int
    owed: int
    bought: int
    kept_minor: int
    refund_minor: int
    void: bool
    operator: str
    shift: UUID | None
    counts: tuple[Count, ...] = ()
    why: str = ""
    approved: str = ""
    claim: EntryKey | None = None
