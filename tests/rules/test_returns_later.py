"""Returns after points have expired, and returns that are taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from loyalty.ledger.account import Account, Lot
from loyalty.ledger.entry import Entry, Kind, LotRef
from loyalty.redemption.quote import Chosen
from loyalty.rules.program import BaseRates, ReturnRule
from tests.rules.book import Book, refused
from tests.rules.makers import DAY, basket, program
from tests.rules.stories import CENTS, MONTH, POINTWISE, RULES, lots, spent


def aged() -> tuple[Book, Entry]:
    """A sale of a hundred points that last a month, on the first of March."""
    book = Book(date(2025, 3, 1))
    return book, book.sell(basket(100, units=2), program(base=CENTS, expiry=MONTH))


@pytest.mark.parametrize("night_was", [True, False])
def test_points_that_lapsed_are_not_asked_for_a_second_time(night_was: bool) -> None:
    book, sale = aged()
    book.on = date(2025, 4, 2)
    if night_was:
        assert book.expire(RULES) == 100
    back, _ = book.give_back(sale, RULES)
    assert (back.forgiven, back.clawed, back.owed, back.refund_minor) == (100, 0, 0, 100)
    assert book.account.spendable(book.on) == 0
    book.expire(RULES)
    assert book.account == Account()


@pytest.mark.parametrize("night_was", [True, False])
def test_only_the_part_that_lapsed_is_forgiven(night_was: bool) -> None:
    book, sale = aged()
    spent(book, 70)
    book.on = date(2025, 4, 2)
    if night_was:
        assert book.expire(RULES) == 30
    parts = [book.give_back(sale, RULES, [1])[0] for _ in range(2)]
    assert [part.forgiven for part in parts] == [30, 0]
    assert [part.owed for part in parts] == [20, 50]


def test_points_return_into_a_lot_on_its_last_day_and_get_grace_after_it() -> None:
    book, _ = aged()
    redemption = spent(book, 100)
    last = book.copied()
    last.on = date(2025, 4, 1)
    last.give_back(redemption, RULES)
    assert lots(last) == [(1, 100)]
    book.on = date(2025, 4, 2)
    _, entry = book.give_back(redemption, program(returns=ReturnRule(grace_days=30)))
    (lot,) = book.account.lots
    assert lot == Lot(LotRef(entry.key, entry.at_ms, date(2025, 5, 2)), 100)


def test_a_debt_is_paid_from_old_lots_before_points_with_grace_in_one_return_or_in_two() -> None:
    book = Book(date(2025, 3, 1))
    first = book.sell(basket(60), RULES)
    spent(book, 60)
    book.sell(basket(100), program(base=CENTS, expiry=MONTH))
    never = book.sell(basket(100), RULES)
    no_points = program(base=BaseRates(0, 1), tender=POINTWISE)
    redemption = book.sell(basket(200, units=2), no_points, [Chosen(points=200)])
    book.give_back(first, RULES)
    book.on = date(2025, 4, 2)
    in_two = book.copied()
    _, entry = book.give_back(redemption, RULES)
    assert lots(book) == [(entry.key.seq, 100), (never.key.seq, 40)]
    in_two.give_back(redemption, RULES, [1])
    assert lots(in_two) == [(never.key.seq, 40)]
    in_two.give_back(redemption, RULES, [1])
    assert [points for _, points in lots(in_two)] == [100, 40]


def test_without_days_of_grace_points_are_usable_today_only() -> None:
    book, _ = aged()
    redemption = spent(book, 100)
    book.on = date(2025, 4, 2)
    book.give_back(redemption, program(returns=ReturnRule(grace_days=0)))
    assert book.account.spendable(book.on) == 100
    book.on += timedelta(days=1)
    assert book.account.spendable(book.on) == 0


def test_points_with_grace_can_be_clawed_back_at_once() -> None:
    book, sale = aged()
    redemption = spent(book, 100)
    book.on = date(2025, 4, 2)
    book.give_back(redemption, RULES)
    back, _ = book.give_back(sale, RULES)
    assert (back.clawed, back.owed) == (100, 0)
    assert book.account == Account()


def test_undoing_a_return_that_gave_and_took_the_same_lot_works() -> None:
    """The postings run backwards: forwards the lot would dip below zero on the way."""
    book = Book(DAY)
    book.sell(basket(100), RULES)
    sale = book.sell(basket(80, 50), RULES, [Chosen(points=100)])
    spent(book, 30)
    before = book.account
    _, entry = book.give_back(sale, RULES)
    assert [p.points for p in entry.postings if p.lot] == [100, -30]
    book.undo(entry)
    assert book.account == before


def test_a_return_is_undone_once_however_often_it_is_asked() -> None:
    book = Book(DAY)
    sale = book.sell(basket(100), RULES)
    _, entry = book.give_back(sale, RULES)
    undone = book.undo(entry)
    assert book.undo(entry) is undone
    assert lots(book) == [(1, 100)]
    assert undone.kind is Kind.RETURN_UNDONE
    assert undone.source == entry.source


def test_a_return_whose_points_were_used_cannot_be_undone() -> None:
    book = Book(DAY)
    book.sell(basket(100), RULES)
    _, entry = book.give_back(spent(book, 100), RULES)
    spent(book, 1)
    refused("return-not-undoable", book.undo, entry)


def test_a_debt_that_was_paid_meanwhile_cannot_be_undone() -> None:
    book = Book(DAY)
    sale = book.sell(basket(100), RULES)
    spent(book, 100)
    _, entry = book.give_back(sale, RULES)
    book.sell(basket(10), RULES)
    refused("return-not-undoable", book.undo, entry)


def test_undoing_never_makes_points_spendable_beside_a_debt() -> None:
    book = Book(DAY)
    first = book.sell(basket(100), RULES)
    second = book.sell(basket(50), RULES)
    spent(book, 100)
    _, undoable = book.give_back(second, RULES)
    assert lots(book) == []
    book.give_back(first, RULES)
    assert book.account.owed == 100
    refused("return-not-undoable", book.undo, undoable)


def test_an_expired_lot_is_never_filled_again_by_an_undo() -> None:
    """Or its second closing would bear the same source as the first, and never be booked."""
    book, sale = aged()
    book.on = date(2025, 4, 1)
    _, entry = book.give_back(sale, RULES, [1])
    book.on = date(2025, 4, 2)
    assert book.expire(RULES) == 50
    refused("return-not-undoable", book.undo, entry)
    assert book.expire(RULES) == 0


def test_after_an_undo_a_unit_takes_back_what_was_left_over() -> None:
    """One point over two units: the undone return had carried it, the next one must."""
    rules = program(base=BaseRates(1, 100))
    book = Book(DAY)
    sale = book.sell(basket(100, units=2), rules)
    _, first = book.give_back(sale, rules, [1])
    second, _ = book.give_back(sale, rules, [1])
    book.undo(first)
    third, _ = book.give_back(sale, rules, [1])
    assert [second.clawed, third.clawed] == [0, 1]
    assert book.account == Account()
