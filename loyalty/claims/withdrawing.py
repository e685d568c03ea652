"""Taking a credited receipt back: its goods were returned elsewhere, or it was a mistake.

The points go as they would at a return of everything that is left; the receipt stays known for
ever, unless it was a mistake and may be presented again.
"""

from __future__ import annotations

from dataclasses import replace

from loyalty.claims.credit import Credit, claim_counts
from loyalty.claims.documents import word_body
from loyalty.ledger.account import Account
from loyalty.ledger.count import Count, CountKey
from loyalty.ledger.entry import Entry, Kind, Posting
from loyalty.rules.program import Missing, Program
from loyalty.sales.returned import Returned
from loyalty.sales.reversal import Sold, reverse
from loyalty.sales.sale import Occasion


def withdrawn(
    credit: Credit,
    entry: Entry,
    sold: Sold,
    account: Account,
    program: Program,
    occasion: Occasion,
    why: str = "",
    again: bool = False,
) -> Entry:
    """The entry that takes back what `entry` credited; source: that of the credit.

    `sold`: the claimed sale with its later history. `again`: the receipt may be presented once
    more. Where all units have come back already, an entry without points frees or closes it.
    """
    counts: tuple[Count, ...] = ()
    postings: tuple[Posting, ...] = ()
    if any(sold.units_left):
        alone = _alone(sold, credit, entry)
        returned, made = reverse(alone, alone.units_left, account, _in_points(program), occasion)
        postings, counts = made.postings, returned.counts
    if again:
        counts = (*counts, Count(credit.receipt.count, -1, shop=True))
    return Entry(
        source=entry.source,
        kind=Kind.CLAIM_WITHDRAWN,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=sold.owner or credit.sale.member,
        program=program.number,
        postings=postings,
        body=word_body(
            credit.receipt,
            occasion.operator,
            why=why,
            again=again,
            counts=counts,
            of=entry.key,
            attempt=credit.attempt,
        ),
    )


def unclaimed_sold(sold: Sold, credit: Credit, entry: Entry) -> Sold:
    """A sale of ours whose claim was withdrawn: nobody's again, as if none had been.

    Only the returns that took from that claim: a later one may have taken from the next.
    """
    ours = {count.key for count in claim_counts(credit, entry)} - _keys(sold)
    earlier = (_without(one, ours) if one.claim == entry.key else one for one in sold.earlier)
    return replace(sold, earlier=tuple(earlier))


def _alone(sold: Sold, credit: Credit, entry: Entry) -> Sold:
    """The claim without the sale beside it: what the sale itself counted stays."""
    ours = {count.key for count in claim_counts(credit, entry)}
    earlier = tuple(
        replace(one, counts=tuple(c for c in one.counts if c.key in ours)) for one in sold.earlier
    )
    sale = replace(sold.sale, counts=credit.sale.counts, used=(), drawn=())
    return replace(sold, sale=sale, earlier=earlier)


def _without(returned: Returned, ours: set[CountKey]) -> Returned:
    counts = tuple(count for count in returned.counts if count.key not in ours)
    return replace(returned, clawed=0, forgiven=0, waived=0, owed=0, bought=0, counts=counts)


def _keys(sold: Sold) -> set[CountKey]:
    return {count.key for count in sold.sale.counts}


def _in_points(program: Program) -> Program:
    """No money changes hands: points that are missing are owed, not bought."""
    if program.returns.missing is not Missing.REFUND_LESS:
        return program
    return replace(program, returns=replace(program.returns, missing=Missing.DEBT))
