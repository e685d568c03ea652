"""A receipt that was credited: the sale as if the card had been shown, and what it counts.

Kept apart from the crediting: whoever only reads the ledger needs no rules of earning.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from loyalty.apportion import units_share
from loyalty.claims.receipt import Receipt
from loyalty.ledger.count import Count, taken_back
from loyalty.ledger.entry import Entry
from loyalty.sales.reversal import Sold, debts_paid
from loyalty.sales.sale import Sale


@dataclass(frozen=True, slots=True)
class Credit:
    """A receipt credited: the `sale` as if the card had been shown, all units.

    `gone`: units of each line that had come back before, for which nothing is given. `overruled`:
    the reasons somebody (`approved`) set aside, with blanks between, and `why`. `act`: what was
    done at the counter or kiosk, so that a retry is told from a second presentation.
    """

    receipt: Receipt
    sale: Sale
    gone: tuple[int, ...]
    approved: str = ""
    overruled: str = ""
    why: str = ""
    attempt: int = 0
    act: str = ""

    @property
    def uncredited(self) -> int:
        """Points of the units that had come back before."""
        return sum(
            units_share(sold.earned, sold.line.units, 0, units)
            for sold, units in zip(self.sale.lines, self.gone, strict=True)
        )

    @property
    def points(self) -> int:
        """What the member gets."""
        return self.sale.earned - self.uncredited


def credit_counts(credit: Credit, entry: Entry) -> tuple[Count, ...]:
    """What a credited receipt counts: as the sale does, without the units that had come back; and
    the shop's count of the receipt itself, which nothing but a mistake takes back.
    """
    full = claim_counts(credit, entry)
    gone = taken_back(full, credit.sale.units, credit.gone, ()) if any(credit.gone) else ()
    return (*full, *gone, Count(credit.receipt.count, 1, shop=True))


def claim_counts(credit: Credit, entry: Entry) -> tuple[Count, ...]:
    """The same for all units, without the receipt's own count: what returns take from."""
    return (*credit.sale.daily(entry.business_date), *credit.sale.counts)


def claimed_sold(
    sold: Sold, credit: Credit, entry: Entry, lapsed: int, vested: Iterable[Entry]
) -> Sold:
    """A sale of ours whose receipt was credited later: as if the card had been shown then.

    `lapsed`, `vested`: of the lot that the claim opened.
    """
    gone = taken_back(claim_counts(credit, entry), credit.sale.units, credit.gone, ())
    both = (*sold.sale.counts, *credit.sale.counts)
    sale = replace(
        credit.sale,
        id=sold.sale.id,
        used=sold.sale.used,
        counts=both,
        given=sold.sale.given,
        number=sold.sale.number,
    )
    return replace(
        sold,
        at_ms=entry.at_ms,
        sale=sale,
        settled=debts_paid((entry, *vested)),
        lapsed=lapsed,
        on=entry.business_date,
        claim=entry.key,
        uncredited=credit.uncredited,
        uncounted=gone,
    )
