"""Sales of other terminals, and what became elsewhere of our own: read from what was brought here.

Brought entries are no part of these books. What stands in the books themselves counts from there,
so that nothing is told twice when head office sends back what it has from us.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import sqlalchemy as sa

from loyalty.ledger.account import Lot
from loyalty.ledger.documents import returned_from, sale_from
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.sales.returned import Returned
from loyalty.sales.sale import Sale
from pos.store.ledger import LedgerView
from pos.store.lines import entry_from_line
from pos.store.statements import Prepared, given
from pos.store.sync_tables import brought

_BROUGHT = Prepared(
    sa.select(*(brought.c[n] for n in ("terminal", "epoch", "seq", "line")))
    .where(
        brought.c.merchant == given("merchant"),
        *(brought.c[f"of_{n}"] == given(n) for n in ("terminal", "epoch", "seq")),
    )
    .order_by(*(brought.c[n] for n in ("at_ms", "terminal", "epoch", "seq")))
)


class AbroadView(LedgerView):
    """What was brought here of sales, read."""

    __slots__ = ()

    def abroad(self, sale: EntryKey) -> tuple[Entry, ...]:
        """Entries on a sale that stand in other terminals' books only."""
        rows = self._all(_BROUGHT, *self._key(sale))
        read = (entry_from_line(row[3], EntryKey(*row[:3])) for row in rows)
        return tuple(each for each in read if self.entry_of(each.source, each.kind) is None)

    def units_abroad(self, sale: EntryKey) -> tuple[tuple[int, ...], list[tuple[int, ...]]]:
        """Units of each line of another terminal's sale (empty where it was never brought), and of
        each return elsewhere, undone ones left out.
        """
        found = self.abroad(sale)
        sold = next((e for e in found if e.kind is Kind.SALE), None)
        units = sale_of(sold).units if sold else ()
        return units, [one.units for one in returns_in(found)]


def sale_of(entry: Entry) -> Sale:
    """The facts of a sale that was brought. The lots it drew from are those of its postings: its
    body names them as its own terminal did, which may since have become a branch.
    """
    sale = sale_from(entry.body, entry.source, entry.member, entry.program)
    drawn = [
        Lot(p.lot, -p.points)
        for p in entry.postings
        if p.lot and p.account is Ledger.MEMBER and p.points < 0
    ]
    return replace(sale, drawn=tuple(drawn))


def returns_in(found: Iterable[Entry]) -> list[Returned]:
    """Returns among brought entries, those left out that were undone."""
    entries = list(found)
    undone = {each.source for each in entries if each.kind is Kind.RETURN_UNDONE}
    return [
        returned_from(each.body, each.source)
        for each in entries
        if each.kind is Kind.RETURN and each.source not in undone
    ]


def lapsed_in(found: Iterable[Entry], lot: EntryKey) -> int:
    """Points of a lot that ended elsewhere."""
    return -sum(
        p.points
        for each in found
        if each.kind is Kind.EXPIRY
        for p in each.postings
        if p.account is Ledger.MEMBER and p.lot and p.lot.key == lot
    )


def vested_in(found: Iterable[Entry], lot: EntryKey) -> list[Entry]:
    """Entries elsewhere that made a lot spendable."""
    return [
        each
        for each in found
        if each.kind is Kind.VESTING
        and any(p.account is Ledger.PENDING and p.lot and p.lot.key == lot for p in each.postings)
    ]
