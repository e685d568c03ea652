"""A return undoes exactly what was sold, whatever happened before it: to the lot and the date."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.basket import Basket
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from loyalty.redemption.quote import Chosen
from loyalty.rules.program import Missing, Program
from loyalty.sales.returned import Returned
from tests.rules.book import Book
from tests.rules.makers import (
    DAY,
    Step,
    basket,
    baskets,
    granted,
    happen,
    histories,
    played,
    portion,
    programs,
    wishes,
)

splits = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 3)), max_size=12)


def in_parts(book: Book, rules: Program, split: list[tuple[int, int]], seq: int) -> list[Returned]:
    """Return the sale of an entry bit by bit: some units of one line at a time, then the rest."""
    sale = book.entries[seq - 1]
    done = []
    for line, count in split:
        left = book.sold(sale).units_left
        units = [0] * len(left)
        units[line % len(left)] = min(count, left[line % len(left)])
        if any(units):
            done.append(book.give_back(sale, rules, units)[0])
    if any(book.sold(sale).units_left):
        done.append(book.give_back(sale, rules)[0])
    return done


def total(parts: list[Returned], *names: str) -> int:
    return sum(getattr(part, name) for part in parts for name in names)


@given(programs(), histories(), baskets(), wishes())
def test_a_sale_and_its_full_return_leave_the_account_as_it_was(
    rules: Program, history: list[Step], goods: Basket, asked: tuple[Chosen, ...]
) -> None:
    book = played(rules, history)
    book.expire(rules)
    before = book.account
    granted(book, rules, goods, asked)
    sale = book.sale(book.sales()[-1])
    returned, _ = book.give_back(book.sales()[-1], rules)
    assert book.account == before
    assert returned.refund_minor == sale.due_minor
    assert (returned.waived, returned.bought, returned.kept_minor) == (0, 0, 0)
    assert returned.restored == sale.redeemed
    assert returned.clawed == sale.earned


@given(programs(), histories(), baskets(), wishes(), splits)
def test_a_sale_returned_in_parts_leaves_the_account_as_it_was(
    rules: Program,
    history: list[Step],
    goods: Basket,
    asked: tuple[Chosen, ...],
    split: list[tuple[int, int]],
) -> None:
    book = played(rules, history)
    book.expire(rules)
    before = book.account
    granted(book, rules, goods, asked)
    sale = book.sale(book.sales()[-1])
    parts = in_parts(book, rules, split, book.entries[-1].key.seq)
    if rules.returns.missing is Missing.REFUND_LESS and total(parts, "bought"):
        # A line that earned came back before the line that points had paid: see `reverse`.
        assert total(parts, "clawed", "waived") == sale.earned
        return
    assert book.account == before
    assert total(parts, "refund_minor", "kept_minor") == sale.due_minor


@pytest.mark.parametrize("how", [Missing.DEBT, Missing.WAIVE])
@given(data=st.data())
def test_parts_sum_to_the_whole_even_when_the_points_were_spent_meanwhile(
    how: Missing, data: st.DataObject
) -> None:
    rules = data.draw(programs(how))
    book = played(rules, data.draw(histories()))
    book.expire(rules)
    granted(book, rules, data.draw(baskets()), data.draw(wishes()))
    sold = book.sales()[-1]
    spent = data.draw(wishes())
    granted(book, rules, data.draw(baskets(most=2)), spent)
    whole = book.copied()
    whole_part, _ = whole.give_back(sold, rules)
    parts = in_parts(book, rules, data.draw(splits), sold.key.seq)
    assert book.account == whole.account
    for name in ("clawed", "restored", "forgiven", "waived", "refund_minor", "kept_minor"):
        assert total(parts, name) == getattr(whole_part, name), name


@given(programs(Missing.REFUND_LESS), histories(), baskets(), splits)
def test_with_refund_less_the_parts_take_the_same_points_and_no_more_money(
    rules: Program, history: list[Step], goods: Basket, split: list[tuple[int, int]]
) -> None:
    book = played(rules, history)
    book.expire(rules)
    granted(book, rules, goods, ())
    sold = book.sales()[-1]
    granted(book, rules, basket(1), (Chosen("coffee"), Chosen("coffee"), Chosen("coffee")))
    whole = book.copied()
    at_once, _ = whole.give_back(sold, rules)
    parts = in_parts(book, rules, split, sold.key.seq)
    assert total(parts, "clawed", "forgiven", "waived") == (
        at_once.clawed + at_once.forgiven + at_once.waived
    )
    assert total(parts, "refund_minor", "kept_minor") == book.sale(sold).due_minor
    assert all(part.kept_minor >= 0 and part.refund_minor >= 0 for part in parts)
    if total(parts, "bought") == at_once.bought:
        assert total(parts, "kept_minor") == at_once.kept_minor
        assert book.account == whole.account


@given(programs(), histories(), st.integers(0, 9), st.integers(1, 4))
def test_undoing_a_return_restores_exactly(
    rules: Program, history: list[Step], which: int, share: int
) -> None:
    book = played(rules, history)
    open_sales = [sale for sale in book.sales() if any(book.sold(sale).units_left)]
    if not open_sales:
        return
    sale = open_sales[which % len(open_sales)]
    before, sold = book.account, book.sold(sale)
    _, entry = book.give_back(sale, rules, portion(sold.units_left, share))
    book.undo(entry)
    assert book.account == before
    assert book.sold(sale) == sold


@given(programs(), histories())
def test_no_history_makes_a_negative_lot_or_debts_beside_spendable_points(
    rules: Program, history: list[Step]
) -> None:
    book = Book(DAY)
    for step in history:
        happen(book, rules, step)
        account = book.account
        assert all(lot.points > 0 for lot in (*account.lots, *account.debts))
        assert not (account.owed and account.spendable(book.on))
        assert account == book.replayed()


@given(programs(), histories())
def test_points_are_conserved_over_every_history(rules: Program, history: list[Step]) -> None:
    book = played(rules, history)
    sums: Counter[str] = Counter()
    for entry in book.entries:
        for posting in entry.postings:
            sums[posting.account] += posting.points
    assert sum(sums.values()) == 0
    assert sums["member"] + sums["member-debt"] == book.account.balance
    if rules.returns.missing is not Missing.REFUND_LESS:
        assert not sums["program-bought-back"]


@given(programs(), histories())
def test_each_return_accounts_for_every_point_its_units_had(
    rules: Program, history: list[Step]
) -> None:
    book = played(rules, history)
    for entry in book.sales():
        sold = book.sold(entry)
        back = book.returns(entry.key)
        if not any(sold.units_left):
            assert total(back, "clawed", "forgiven", "waived") == sold.sale.earned
            assert total(back, "restored") == sold.sale.redeemed
            assert total(back, "refund_minor", "kept_minor") == sold.sale.due_minor
        assert all(part.refund_minor >= 0 for part in back)
        assert 0 <= total(back, "clawed", "forgiven", "waived") <= sold.sale.earned


@given(programs(), histories(), st.integers(0, 400))
def test_the_night_is_idempotent_and_takes_only_what_ended(
    rules: Program, history: list[Step], days: int
) -> None:
    book = played(rules, history)
    book.on += timedelta(days=days)
    usable, ended = book.account.usable(book.on), book.account.balance
    gone = book.expire(rules)
    assert book.account.lots == usable
    assert ended - book.account.balance == gone
    entries = list(book.entries)
    assert book.expire(rules) == 0
    assert book.entries == entries


@given(programs(), programs(), histories(), baskets(), wishes())
def test_a_later_rule_changes_nothing_that_was_sold(
    then: Program, now: Program, history: list[Step], goods: Basket, asked: tuple[Chosen, ...]
) -> None:
    book = played(then, history)
    book.expire(then)
    before = book.account
    granted(book, then, goods, asked)
    sale = book.sale(book.sales()[-1])
    returned, _ = book.give_back(book.sales()[-1], now)
    assert book.account == before
    assert (returned.restored, returned.clawed) == (sale.redeemed, sale.earned)


@given(programs(), histories(), baskets())
def test_a_sale_cannot_be_returned_twice(
    rules: Program, history: list[Step], goods: Basket
) -> None:
    book = played(rules, history)
    granted(book, rules, goods, ())
    entry = book.sales()[-1]
    book.give_back(entry, rules)
    with pytest.raises(LoyaltyError, match="return-nothing"):
        book.give_back(entry, rules)
    with pytest.raises(LoyaltyError, match="return-too-many"):
        book.give_back(entry, rules, [1] + [0] * (len(goods.lines) - 1))
    assert [e.kind for e in book.entries].count(Kind.RETURN) >= 1
