"""Goods that came back where nobody knew that their receipt had been credited elsewhere: a phone
had kept it, or another shop, and the till had no line. The pool takes the points back in its place.
"""

from __future__ import annotations

from loyalty.apportion import units_share
from loyalty.claims.credit import Credit
from loyalty.claims.documents import credit_from
from loyalty.ledger.documents import returned_from
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, Kind
from loyalty.ledger.granting import named_source
from loyalty.rights.absorbing import Change
from pos.office.desk.finding import found_of
from pos.office.ledger.books import Books
from pos.office.ledger.settling import mirrored_counts, settle
from pos.office.rights.overs import OVER, sale_behind
from pos.store.abroad import returns_in
from pos.sync.messages import Find
from pos.sync.wire import entry_of, read_line


def took_back(books: Books, made: Entry) -> None:
    """Take back what a receipt's credit gave for the units of a return that moved nobody's account.

    Named as what the pool takes over of a return, so that undoing the return gives it back.
    """
    if made.member is not None:  # its till knew, and did it itself
        return
    sale = sale_behind(books, made.key)
    if sale is None:
        return
    found = found_of(books, Find(terminal=sale.terminal, epoch=sale.epoch, seq=sale.seq))
    entries = [
        entry_of(read_line(line), at[0], at[1])
        for line, at in zip(found.entries, found.keys, strict=True)
    ]
    if any(e.kind is Kind.RETURN_UNDONE and e.source == made.source for e in entries):
        return  # both came at once
    gone = {(e.key.terminal, e.source) for e in entries if e.kind is Kind.CLAIM_WITHDRAWN}
    claims = [e for e in entries if e.kind is Kind.CLAIM]
    claim = next((e for e in claims if (e.key.terminal, e.source) not in gone), None)
    if claim is None:
        return
    credit = credit_from(claim)
    others = returns_in(e for e in entries if not _from(made, e))
    before = [sum(one.units[n] for one in others) for n in range(len(credit.sale.lines))]
    units = returned_from(made.body, made.source).units
    points, left = _worth(credit, before, units)
    lot = credit.sale.lot(claim.key, claim.at_ms)
    side = Ledger.PENDING if lot.vests_on else Ledger.MEMBER
    changes = (Change(side, lot, -points),) if points else ()
    # The receipt itself stays known: it was credited, and is not to be presented again.
    counts = [c for c in mirrored_counts(claim) if c.name != credit.receipt.count]
    id_ = named_source(OVER, made.source)
    settle(books, claim, changes, () if left else tuple(counts), OVER, id_)


def _from(made: Entry, other: Entry) -> bool:
    """Whether an entry is this one, or came behind it in the same push: that is judged after it."""
    mine, its = made.key, other.key
    return (mine.terminal, mine.epoch) == (its.terminal, its.epoch) and its.seq >= mine.seq


def _worth(credit: Credit, before: list[int], units: tuple[int, ...]) -> tuple[int, int]:
    """Points that units of each line earned, behind those that were back; units that are left."""
    points = left = 0
    for sold, gone, back in zip(credit.sale.lines, before, units, strict=True):
        whole = sold.line.units
        first = min(whole, gone)
        now = min(back, whole - first)
        points += units_share(sold.earned, whole, first, now)
        left += whole - first - now
    return points, left
