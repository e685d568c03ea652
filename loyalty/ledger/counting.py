"""What each entry of the ledger added to counts: one function, whatever kind of entry it is.

The store keeps the sums warm with it, an audit adds everything up again with it, and a member's
tier on any past day is asked of what it yields for the entries up to that day.
"""

from __future__ import annotations

from loyalty.claims.credit import credit_counts
from loyalty.claims.documents import credit_from
from loyalty.ledger.count import ACTS, Count
from loyalty.ledger.documents import counts_from_body, sale_from
from loyalty.ledger.entry import Entry, Kind
from loyalty.sales.sale import Sale

_ACTIVE = frozenset({Kind.ACTIVITY, Kind.REFERRAL, Kind.OPENING, Kind.STAMPS_MOVED})
"""Acts besides sales that keep a member's sliding points alive."""


def counts_of(entry: Entry, sale: Sale | None = None) -> tuple[Count, ...]:
    """The counts of an entry; LoyaltyError `body-unreadable`. `sale`: its facts, read before."""
    if entry.kind is Kind.SALE:
        sale = sale or sale_from(entry.body, entry.source, entry.member, entry.program)
        return (*sale.daily(entry.business_date), *sale.counts)
    if entry.kind is Kind.CLAIM:
        return credit_counts(credit_from(entry), entry)
    told = counts_from_body(entry.body)
    if entry.kind in _ACTIVE:
        return (Count(ACTS, 1, entry.business_date), *told)
    return told
