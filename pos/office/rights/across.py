"""Acts that concern several terminals, as their entries arrive: judged once, in one place."""

from __future__ import annotations

from loyalty.ledger.entry import Entry, Kind
from pos.office.guests.returns import took_back
from pos.office.ledger.books import Books
from pos.office.managing import members
from pos.office.rights import claims, overs

JUDGED = frozenset(
    {Kind.RETURN, Kind.RETURN_UNDONE, Kind.CLAIM, Kind.CLAIM_WITHDRAWN, Kind.ERASURE}
)


def judged(books: Books, made: Entry, aside: set[int]) -> str:
    """What an entry means for other terminals; why it is set aside, or empty. `aside`: numbers of
    its push that are set aside already.
    """
    if made.kind is Kind.RETURN:
        took_back(books, made)
        return overs.judged_return(books, made)
    if made.kind is Kind.RETURN_UNDONE:
        overs.judged_undone(books, made)
    elif made.kind is Kind.CLAIM:
        claims.credited(books, made)
    elif made.kind is Kind.CLAIM_WITHDRAWN:
        claims.withdrawn(books, made, aside)
    elif made.kind is Kind.ERASURE and made.member is not None:
        members.erase(books, made.member)
    return ""
