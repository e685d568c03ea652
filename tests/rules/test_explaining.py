"""Every award can be computed again from what is stored with it, whatever the program has become.

The reckoning here is its own: fractions added up, one rounding, caps taken off, shares by largest
remainder; none of it asks the rules.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from fractions import Fraction

from hypothesis import event, given, settings

from loyalty.ledger.documents import sale_body
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, Kind
from loyalty.points import Rounding
from loyalty.rules.limits import Period
from tests.rules.whole_book import WholeBook
from tests.rules.whole_stories import Deed, Story, played, stories

ROUNDED = {
    Rounding.FLOOR: math.floor,
    Rounding.CEIL: math.ceil,
    Rounding.HALF_UP: lambda exact: math.floor(exact + Fraction(1, 2)),
}


def reckoned(entry: Entry) -> list[int]:
    """The points of each line from the text of the entry alone."""
    why = json.loads(entry.body)["x"]
    parts = [Fraction(points * amount, step) for _, points, step, amount, *_ in why["r"]]
    whole = ROUNDED[Rounding(why["rd"])](sum(parts, Fraction(0)))
    whole -= sum(points for _, points in why.get("tr", []))
    weights = why["w"] or why["e"]
    if not whole:
        return [0] * len(weights)
    exact = [Fraction(whole * weight, sum(weights)) for weight in weights]
    shares = [math.floor(one) for one in exact]
    ahead = sorted(range(len(exact)), key=lambda i: shares[i] - exact[i])
    for line in ahead[: whole - sum(shares)]:
        shares[line] += 1
    return shares


def explained(story: Story) -> Iterator[str]:
    """The law: each sale's points, line by line, from its text; and nothing else was posted."""
    book = played(story)
    for entry in book.entries:
        if entry.kind is Kind.SALE:
            yield from _explained(book, entry)


def _explained(book: WholeBook, entry: Entry) -> Iterator[str]:
    sale = book.sale(entry)
    earned = reckoned(entry) if sale.member else [0] * len(sale.lines)
    assert [sold.earned for sold in sale.lines] == earned
    issued = -sum(p.points for p in entry.postings if p.account is Ledger.ISSUED)
    assert issued == sum(earned)
    assert sale_body(sale) == entry.body
    trims = sale.explanation.trims
    if sale.member and trims and trims[-1][0] == Period.BASKET:  # what it leaves is all it may
        caps = [cap.points for cap in book.program.caps if cap.per is Period.BASKET]
        assert sum(earned) in caps
        assert all(sum(earned) <= cap for cap in caps if cap is not None)
    yield "explained-trimmed" if sale.explanation.trims else "explained"


@settings(max_examples=100)
@given(stories(least=2, most=5, deeds=[Deed.SALE]))
def test_every_award_is_recomputed_from_its_own_text(story: Story) -> None:
    for mark in explained(story):
        event(mark)
