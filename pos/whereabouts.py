"""Where a member, or what a member once got, is by now: followed over merges and households."""

from __future__ import annotations

from uuid import UUID

from loyalty.ledger.entry import EntryKey, Kind
from loyalty.members.member import Member
from pos.store import View

MOST_MOVES = 1_000  # a longer chain is a circle, which nothing here can make


def survivor(view: View, member: UUID | None) -> Member | None:
    """Who a member is by now: themselves, or whom they were merged into."""
    person = view.member(member) if member else None
    for _ in range(MOST_MOVES):
        if person is None or person.merged_into is None:
            return person
        person = view.member(person.merged_into)
    return person


def holder(view: View, member: UUID, since: EntryKey) -> UUID:
    """Whose account holds by now what entry `since` gave to a member's account.

    Read from the ledger alone: what was moved away after that entry went with everything else, to
    a merged member or into a household, and stayed there even if the person has left it.
    """
    for _ in range(MOST_MOVES):
        moved = view.entries(member=member, after=since, kind=Kind.MOVED_OUT, limit=1)
        out = next(iter(moved), None)
        into = view.entry_of(out.source, Kind.MOVED_IN) if out else None
        if into is None or into.member is None:
            return member
        member, since = into.member, into.key
    return member
