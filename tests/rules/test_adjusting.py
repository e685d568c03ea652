"""Points by hand: given, taken down to zero and no further, never without a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.ledger.adjusting import Adjustment, adjustment_entry, adjustment_from
from loyalty.ledger.entry import Account as Ledger
from loyalty.rules.levels import Tier, TierRules
from loyalty.rules.program import ExpiryKind, ExpiryRule
from tests.rules.book import Book, refused
from tests.rules.makers import DAY, Step, basket, histories, played, program

SHOP = program(expiry=ExpiryRule(ExpiryKind.MONTHS, 12))


def adjusted(book: Book, points: int, why: str = "sorry") -> None:
    book.append(adjustment_entry(book.standing(), points, why, SHOP, book.occasion(), "sam"))


def test_points_given_are_a_lot_and_stand_against_adjustments() -> None:
    book = Book(DAY)
    adjusted(book, 40)
    assert [lot.points for lot in book.account.lots] == [40]
    assert book.account.lots[0].ref.expires_on == date(2026, 1, 31)
    last = book.entries[-1]
    assert [p.points for p in last.postings if p.account is Ledger.ADJUSTED] == [-40]
    assert adjustment_from(last.body) == Adjustment(40, "sorry", "ann", "sam")


def test_a_tier_with_longer_points_makes_them_last_longer() -> None:
    levels = (Tier("gold", "Gold", 0, longer_months=6),)
    book, shop = Book(DAY), replace(SHOP, tiers=TierRules(levels))
    entry = adjustment_entry(book.standing(), 5, "x", shop, book.occasion(), tier="gold")
    assert entry.postings[0].lot is not None
    assert entry.postings[0].lot.expires_on == date(2026, 7, 31)


def test_points_are_taken_from_those_that_end_first() -> None:
    book = Book(DAY)
    adjusted(book, 40)
    book.on += timedelta(days=60)
    adjusted(book, 40)
    adjusted(book, -50)
    assert [lot.points for lot in book.account.lots] == [30]
    assert book.account.lots[0].ref.expires_on == date(2026, 4, 1)


def test_no_more_is_taken_than_is_spendable_and_free() -> None:
    book = Book(DAY)
    adjusted(book, 40)
    facts = refused("points-short", adjusted, book, -41)
    assert facts["usable"] == 40
    held = replace(book.standing(), held=30)
    refused("points-short", adjustment_entry, held, -11, "x", SHOP, book.occasion())
    book.on = date(2026, 2, 1)  # over night the points ended
    refused("points-short", adjusted, book, -1)


@pytest.mark.parametrize(
    ("points", "why", "code"),
    [(0, "x", "adjust-nothing"), (5, "  ", "adjust-why"), (10**9, "x", "adjust-most")],
)
def test_an_adjustment_needs_points_and_a_reason(points: int, why: str, code: str) -> None:
    refused(code, adjusted, Book(DAY), points, why)


@given(histories(), st.integers(-300, 300).filter(bool))
def test_whatever_happened_before_the_balance_moves_by_it_or_not_at_all(
    steps: list[Step], points: int
) -> None:
    book = played(SHOP, steps)
    before, usable = book.account, book.standing().account.spendable(book.on)
    if usable + points < 0:
        refused("points-short", adjusted, book, points)
        assert book.account == before
        return
    adjusted(book, points)
    assert book.account.balance == before.balance + points
    assert book.replayed().balance == book.account.balance


def test_a_purchase_is_not_made_of_adjustments() -> None:
    book = Book(DAY)
    adjusted(book, 40)
    assert (book.history.visits, book.history.days) == (0, ())
    book.sell(basket(1000), SHOP)
    assert book.history.visits == 1
