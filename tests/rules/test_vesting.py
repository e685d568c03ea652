"""Pending points become spendable on their day, late ones too, and debts are paid first."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loyalty.ledger.adjusting import adjustment_entry
from loyalty.ledger.entry import Entry, Kind
from loyalty.ledger.vesting import vesting_entries
from loyalty.rules.earning import VestingRule
from loyalty.rules.program import ExpiryKind, ExpiryRule, Program
from tests.rules.book import MEMBER, Book
from tests.rules.makers import DAY, Step, basket, happen, histories, program

WAITING = program(vesting=VestingRule(14), expiry=ExpiryRule(ExpiryKind.MONTHS, 12))


def vest(book: Book, rules: Program = WAITING) -> int:
    """The night's part; how many entries."""
    now = book.occasion().at_ms
    account = book.account.active(book.history.last_act)
    due = vesting_entries(account, MEMBER, book.on, now, rules.number)
    for entry in due:
        book.append(entry)
    return len(due)


def test_points_wait_for_the_end_of_the_return_window() -> None:
    book = Book(DAY)
    book.sell(basket(1000), WAITING)
    assert (book.account.balance, book.account.pending_points) == (0, 10)
    book.on = DAY + timedelta(days=13)
    assert vest(book) == 0
    book.on = DAY + timedelta(days=14)
    assert vest(book) == 1
    assert (book.account.balance, book.account.pending_points) == (10, 0)
    assert vest(book) == 0


def test_a_late_night_leaves_the_last_day_as_it_was() -> None:
    ends = []
    for days in (14, 100):
        book = Book(DAY)
        book.sell(basket(1000), WAITING)
        book.on = DAY + timedelta(days=days)
        vest(book)
        ends.append(book.account.lots[0].ref.expires_on)
    assert ends == [date(2026, 2, 14), date(2026, 2, 14)]


def test_vested_points_pay_what_is_owed() -> None:
    at_once = program(expiry=WAITING.expiry)
    book = Book(DAY)
    sold = book.sell(basket(100_00), at_once)
    book.append(_spend_all(book))
    book.sell(basket(30_00), WAITING)
    book.give_back(sold, at_once)
    owed = book.account.owed
    assert owed == 70  # pending points were taken first
    book.sell(basket(100_00), WAITING)
    book.on += timedelta(days=14)
    vest(book)
    assert (book.account.owed, book.account.balance) == (0, 30)


def _spend_all(book: Book) -> Entry:
    return adjustment_entry(book.standing(), -100, "spent", WAITING, book.occasion())


@given(histories(), st.lists(st.integers(1, 30), max_size=5))
def test_vesting_every_night_or_once_at_the_end_is_the_same_balance(
    steps: list[Step], gaps: list[int]
) -> None:
    often, once = Book(DAY), Book(DAY)
    rules = program(vesting=VestingRule(14))
    for step in steps:
        if step.kind is Kind.SALE:
            for book in (often, once):
                book.on += timedelta(days=step.days)
                book.sell(step.basket, rules)
    for gap in gaps:
        often.on += timedelta(days=gap)
        vest(often, rules)
    often.on = once.on = max(often.on, once.on) + timedelta(days=14)
    vest(often, rules)
    vest(once, rules)
    assert often.account.balance == once.account.balance
    assert (often.account.pending, once.account.pending) == ((), ())


@given(histories())
def test_a_return_takes_the_same_before_and_after_vesting(steps: list[Step]) -> None:
    rules = program(vesting=VestingRule(14))
    book = Book(DAY)
    for step in steps:
        if step.kind is Kind.SALE:
            happen(book, rules, Step(step.kind, step.days, step.basket, (), 0, 0))
    before = book.account
    sold = book.sell(basket(5000), rules)
    early = book.copied()
    early.give_back(sold, rules)
    assert early.account.pending == before.pending
    book.on += timedelta(days=14)
    vest(book, rules)
    book.give_back(sold, rules)
    assert book.account.balance == early.account.balance + early.account.pending_points
