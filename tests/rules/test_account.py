"""Lots: the order they are spent in, debts paid first, and replay as the only truth."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.ledger.account import Account, Lot, draw, replay
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import EntryKey, LotRef, Posting
from loyalty.ledger.settle import settled
from tests.rules.book import refused
from tests.rules.makers import histories, played, program

TODAY = date(2025, 3, 1)


def lot(seq: int, points: int, until: str = "", earned_ms: int = 0) -> Lot:
    end = date.fromisoformat(until) if until else None
    return Lot(LotRef(EntryKey(1, 1, seq), earned_ms, end), points)


def given_points(*lots: Lot) -> Account:
    """An account that was credited with these lots, in this order."""
    return Account().moved(Posting(Ledger.MEMBER, one.points, one.ref) for one in lots)


def owing(*debts: Lot) -> Account:
    return Account().moved(Posting(Ledger.MEMBER_DEBT, -one.points, one.ref) for one in debts)


SPENDING_ORDER = [
    lot(9, 1, "2025-03-01", earned_ms=99),
    lot(8, 1, "2025-03-02", earned_ms=1),
    lot(1, 1, "2025-03-02", earned_ms=2),
    lot(2, 1, "2025-03-02", earned_ms=2),
    lot(7, 1, "2026-01-01"),
    lot(6, 1, "", earned_ms=1),
    lot(3, 1, "", earned_ms=2),
    lot(4, 1, "", earned_ms=2),
]


@given(st.permutations(SPENDING_ORDER))
def test_soonest_end_first_then_oldest_then_key_and_never_ending_last(lots: list[Lot]) -> None:
    assert list(given_points(*lots).lots) == SPENDING_ORDER


def test_a_redemption_takes_lots_in_their_order_and_parts_of_the_last() -> None:
    account = given_points(lot(1, 10), lot(2, 5, "2025-12-31"), lot(3, 5, "2025-06-30"))
    assert draw(account, 12, TODAY) == (lot(3, 5, "2025-06-30"), lot(2, 5, "2025-12-31"), lot(1, 2))


def test_an_ended_lot_is_passed_over() -> None:
    account = given_points(lot(1, 10, "2025-02-28"), lot(2, 5, "2025-03-01"))
    assert draw(account, 5, TODAY) == (lot(2, 5, "2025-03-01"),)
    assert (account.balance, account.spendable(TODAY)) == (15, 5)
    assert refused("points-short", draw, account, 6, TODAY) == {"wanted": 6, "usable": 5}


def test_drawing_nothing_takes_nothing() -> None:
    assert draw(given_points(lot(1, 5)), 0, TODAY) == ()
    assert draw(Account(), 0, TODAY) == ()


lots_strategy = st.lists(
    st.tuples(st.integers(1, 50), st.none() | st.dates(date(2025, 1, 1), date(2025, 12, 31))),
    max_size=8,
).map(
    lambda rows: [
        Lot(LotRef(EntryKey(1, 1, n), n, until), points)
        for n, (points, until) in enumerate(rows, start=1)
    ]
)


@given(lots_strategy, st.data())
def test_a_draw_is_exact_in_order_and_leaves_nothing_negative(
    lots: list[Lot], data: st.DataObject
) -> None:
    account = given_points(*lots)
    wanted = data.draw(st.integers(0, account.spendable(TODAY)))
    drawn = draw(account, wanted, TODAY)
    assert sum(part.points for part in drawn) == wanted
    assert [part.ref for part in drawn] == [u.ref for u in account.usable(TODAY)][: len(drawn)]
    after = account.moved(Posting(Ledger.MEMBER, -part.points, part.ref) for part in drawn)
    assert all(left.points > 0 for left in after.lots)
    assert after.spendable(TODAY) == account.spendable(TODAY) - wanted
    whole = dict(zip((u.ref for u in account.usable(TODAY)), account.usable(TODAY), strict=True))
    assert all(part == whole[part.ref] for part in drawn[:-1])


@given(lots_strategy, st.integers(1, 10))
def test_more_than_there_is_cannot_be_drawn(lots: list[Lot], beyond: int) -> None:
    account = given_points(*lots)
    usable = account.spendable(TODAY)
    facts = refused("points-short", draw, account, usable + beyond, TODAY)
    assert facts == {"wanted": usable + beyond, "usable": usable}


def test_a_lot_cannot_go_below_zero() -> None:
    account = given_points(lot(1, 5))
    with pytest.raises(ValueError, match="-1 points"):
        account.moved([Posting(Ledger.MEMBER, -6, lot(1, 5).ref)])


def test_a_debt_cannot_be_overpaid() -> None:
    account = owing(lot(1, 5))
    with pytest.raises(ValueError, match="-1 points"):
        account.moved([Posting(Ledger.MEMBER_DEBT, 6, lot(1, 5).ref)])


def test_an_empty_lot_is_gone() -> None:
    account = given_points(lot(1, 5)).moved([Posting(Ledger.MEMBER, -5, lot(1, 5).ref)])
    assert account == Account()


@pytest.mark.parametrize(
    ("until", "gone"), [(None, False), (0, False), (1, False), (-1, True), (-400, True)]
)
def test_a_day_is_usable_to_its_end(until: int | None, gone: bool) -> None:
    end = None if until is None else TODAY + timedelta(days=until)
    assert Account().expired(LotRef(EntryKey(1, 1, 1), 0, end), TODAY) is gone


def test_a_credit_pays_the_debt_first() -> None:
    postings = settled(owing(lot(1, 5)), (lot(2, 8),))
    account = owing(lot(1, 5)).moved(postings)
    assert account == given_points(lot(2, 3))


def test_a_credit_smaller_than_the_debt_leaves_the_rest_owed() -> None:
    before = owing(lot(1, 5), lot(3, 4))
    account = before.moved(settled(before, (lot(2, 6),)))
    assert account == owing(lot(3, 3))
    assert (account.balance, account.owed, account.spendable(TODAY)) == (-3, 3, 0)


def test_the_debt_of_the_very_lot_is_paid_before_older_ones() -> None:
    before = owing(lot(1, 5), lot(2, 5))
    assert before.moved(settled(before, (lot(2, 5),))) == owing(lot(1, 5))


def test_debts_are_paid_from_the_credits_that_end_last() -> None:
    before = owing(lot(9, 5))
    gains = (lot(1, 5, "2025-04-01"), lot(2, 5, "2025-05-01"))
    assert before.moved(settled(before, gains)) == given_points(gains[0])


@given(lots_strategy, lots_strategy)
def test_settling_keeps_every_point(debts: list[Lot], gains: list[Lot]) -> None:
    renamed = [Lot(LotRef(EntryKey(2, 1, d.ref.key.seq), 0, None), d.points) for d in debts]
    before = owing(*renamed)
    after = before.moved(settled(before, tuple(gains)))
    assert after.balance == before.balance + sum(credit.points for credit in gains)
    assert not (after.lots and after.debts)


@given(histories())
def test_replay_is_the_fold_of_the_entries(history: list) -> None:  # type: ignore[type-arg]
    book = played(program(), history)
    account = Account()
    for entry in book.entries:
        account = account.applied(entry)
    assert replay(book.entries) == account == book.account
    assert account.balance == sum(
        p.points for e in book.entries for p in e.postings if p.lot is not None
    )
