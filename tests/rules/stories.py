"""The few words that the stories about returns are told in."""

from __future__ import annotations

from loyalty.ledger.entry import Entry
from loyalty.redemption.quote import Chosen
from loyalty.rules.program import BaseRates, ExpiryKind, ExpiryRule, TenderRule
from tests.rules.book import Book
from tests.rules.makers import basket, program

CENTS = BaseRates(1, 1)
"""A point a cent: points and money are the same number, so that stories stay short."""
MONTH = ExpiryRule(ExpiryKind.MONTHS, 1)
POINTWISE = TenderRule(1, 1)
RULES = program(base=CENTS, tender=POINTWISE)


def lots(book: Book) -> list[tuple[int, int]]:
    """(sequence of the entry that opened it, points) of each lot, in spending order."""
    return [(lot.ref.key.seq, lot.points) for lot in book.account.lots]


def spent(book: Book, points: int) -> Entry:
    """A sale in which exactly `points` paid a basket that earned nothing."""
    rules = program(base=BaseRates(0, 1), tender=POINTWISE)
    return book.sell(basket(points), rules, [Chosen(points=points)])
