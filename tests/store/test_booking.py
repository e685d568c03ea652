"""What `append` keeps, refuses, and keeps in step."""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from loyalty.ledger.account import replay
from loyalty.ledger.count import Count
from loyalty.ledger.entry import OWN_LOT, Kind
from loyalty.redemption.quote import Chosen
from loyalty.sales.reversal import reverse
from loyalty.sales.sale import Occasion
from loyalty.sales.selling import sale_entry, sell
from pos.clock import FixedClock
from pos.store import Store, open_store, verify
from pos.store.tables import FACTS
from tests.store.shop import (
    ANNA,
    BORIS,
    PROGRAM,
    act,
    book_counts,
    book_return,
    book_sale,
    book_undo,
    busy_day,
    goods,
    standing,
)


def test_a_sale_gets_the_next_number_and_a_hash(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        first, second = book_sale(work, clock, 1), book_sale(work, clock, 2)
    assert second.key.seq == first.key.seq + 1
    assert (first.key.terminal, first.key.epoch) == (1, 1)
    assert len(first.hash) == 32
    assert first.hash != second.hash


def test_what_was_appended_is_what_is_read(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        booked = book_sale(work, clock, 1)
    with store.reading() as view:
        assert view.entry(booked.key) == booked
        assert view.entry_of(act(1), Kind.SALE) == booked
        assert view.last_entry() == booked
        assert list(view.entries(ANNA))[-1] == booked


def test_a_repeated_act_is_the_same_act(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        first = book_sale(work, clock, 1)
        balance = work.account(ANNA).balance
    with store.writing() as work:
        again = book_sale(work, clock, 1, basket=goods(99_999))
        assert again == first
        assert work.account(ANNA).balance == balance
        assert len(list(work.entries())) == 3  # two enrolments before it


def test_after_a_repeat_the_next_act_still_follows_without_a_gap(
    store: Store, clock: FixedClock
) -> None:
    with store.writing() as work:
        book_sale(work, clock, 1)
        book_sale(work, clock, 1)
        book_sale(work, clock, 2)
    with store.reading() as view:
        assert [entry.key.seq for entry in view.entries()] == [1, 2, 3, 4]
        assert not list(verify(view))


def test_leaving_by_an_exception_keeps_nothing(store: Store, clock: FixedClock) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as work:
        assert book_sale(work, clock, 1).key.seq / 0
    with store.reading() as view:
        assert view.entry_of(act(1), Kind.SALE) is None
        assert view.account(ANNA).balance == 0
        assert view.last_sale() is None


def test_a_quote_that_went_stale_cannot_overdraw(store: Store, clock: FixedClock) -> None:
    """The sale was computed before another one spent the points: the entry is refused whole."""
    with store.writing() as work:
        book_sale(work, clock, 1, ANNA, goods(10_000))
        stale = work.account(ANNA)
    with store.writing() as work:
        book_sale(work, clock, 2, ANNA, goods(500), points=100)
    when = Occasion(act(3), 1_800_000_000_000, clock.today(), "op1")
    sale, _ = sell(goods(500), PROGRAM, when, standing(ANNA, stale), [Chosen(points=100)])
    with pytest.raises(LoyaltyError) as refused, store.writing() as work:
        work.append(sale_entry(sale, stale, when))
    assert refused.value.code == "points-short"
    with store.reading() as view:
        assert view.entry_of(act(3), Kind.SALE) is None
        assert view.account(ANNA).balance == 4
        assert not list(verify(view))


def test_a_refused_entry_is_not_kept_by_a_caller_who_looks_away(
    store: Store, clock: FixedClock
) -> None:
    with store.writing() as work:
        book_sale(work, clock, 1, ANNA, goods(10_000))
        stale = work.account(ANNA)
        book_sale(work, clock, 2, ANNA, goods(500), points=100)
    when = Occasion(act(3), 1_800_000_000_000, clock.today(), "op1")
    sale, _ = sell(goods(500), PROGRAM, when, standing(ANNA, stale), [Chosen(points=100)])
    with (
        pytest.raises(LoyaltyError, match="points-short"),
        store.writing() as work,
        contextlib.suppress(LoyaltyError),
    ):
        work.append(sale_entry(sale, stale, when))
    with store.reading() as view:
        assert view.entry_of(act(3), Kind.SALE) is None
        assert not list(verify(view))


def test_a_refused_entry_leaves_no_count(store: Store, clock: FixedClock) -> None:
    """Nor does a repeat count twice."""
    with store.writing() as work:
        key = book_sale(work, clock, 1).key
        book_counts(work, clock, 2, Count("stamps:tea", 3), Count("budget:c", 9, shop=True))
        stale, account = work.sold(key), work.account(ANNA)
        assert stale is not None
        book_return(work, clock, 3, key, (1, 1))
        before = work.history(ANNA), work.shop_counts(["budget:c"])
    _, late = reverse(stale, (1, 1), account, PROGRAM, Occasion(act(4), 1, clock.today(), "op1"))

    def refused_after_a_count() -> None:
        with store.writing() as work:
            book_counts(work, clock, 5, Count("stamps:tea", 1), Count("budget:c", 1, shop=True))
            work.append(late)

    with pytest.raises(LoyaltyError):
        refused_after_a_count()
    with store.writing() as work:
        book_counts(work, clock, 2, Count("stamps:tea", 3), Count("budget:c", 9, shop=True))
        assert (work.history(ANNA), work.shop_counts(["budget:c"])) == before
        assert not list(verify(work))


def test_a_return_computed_before_another_one_is_refused(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        key = book_sale(work, clock, 1).key
        stale, account = work.sold(key), work.account(ANNA)
        assert stale is not None
        book_return(work, clock, 2, key, (1, 0))
    when = Occasion(act(3), 1_800_000_000_000, clock.today(), "op1")
    _, late = reverse(stale, (1, 0), account, PROGRAM, when)
    with pytest.raises(LoyaltyError), store.writing() as work:
        work.append(late)
    with store.reading() as view:
        assert not list(verify(view))


def test_more_units_than_were_sold_never_come_back(store: Store, clock: FixedClock) -> None:
    """Without a member no lot would stop it: the units do."""
    with store.writing() as work:
        key = book_sale(work, clock, 1, None).key
        stale = work.sold(key)
        assert stale is not None
        book_return(work, clock, 2, key, (1, 1))
        when = Occasion(act(3), work.now_ms(), clock.today(), "op1")
        _, late = reverse(stale, (1, 0), work.account(BORIS), PROGRAM, when)
    with pytest.raises(LoyaltyError) as refused, store.writing() as work:
        work.append(late)
    assert refused.value.code == "return-too-many"


def test_a_return_is_undone_once(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        key = book_sale(work, clock, 1).key
        before = work.account(ANNA)
        back = book_return(work, clock, 2, key, (1, 1))
        undone = book_undo(work, clock, 3, back.key)
        assert work.account(ANNA) == before
        sold = work.sold(key)
        assert sold is not None
        assert sold.units_left == (1, 1)
    twice = replace(undone, source=act(99), key=OWN_LOT, hash=b"", postings=())
    with pytest.raises(LoyaltyError) as refused, store.writing() as work:
        work.append(twice)
    assert refused.value.code == "return-not-undoable"


def test_balances_are_what_replay_says(store: Store) -> None:
    busy_day_again(store)
    with store.reading() as view:
        for member in (ANNA, BORIS):
            assert view.account(member) == replay(view.entries(member))


def test_pages_of_entries_join_without_a_seam(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        for number in range(1_100):
            book_sale(work, clock, number, BORIS, goods(100))
    with store.reading() as view:
        entries = list(view.entries())
        assert [entry.key.seq for entry in entries] == list(range(1, 1_103))
        assert len(list(view.entries(BORIS))) == 1_101
        assert [e.key for e in view.entries(limit=700)] == [e.key for e in entries[:700]]
        assert list(view.entries(after=entries[599].key)) == entries[600:]


@pytest.mark.parametrize("table", [table.name for table in FACTS])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET seq = seq + 1000"])
def test_facts_refuse_to_be_changed(
    store: Store, clock: FixedClock, table: str, change: str
) -> None:
    with store.writing() as work:
        book_sale(work, clock, 1)
    with (
        closing(sqlite3.connect(store.path)) as raw,
        pytest.raises(sqlite3.IntegrityError, match="immutable"),
    ):
        raw.execute(change.format(table))


def test_the_clock_never_makes_an_entry_older_than_the_one_before(
    store: Store, clock: FixedClock
) -> None:
    with store.reading() as view:
        before = view.now_ms()
    clock.advance(-(clock.now() - clock.now().replace(year=2025)))
    with store.reading() as view:
        assert view.now_ms() == before


def test_an_entry_of_any_size_is_kept(store: Store, clock: FixedClock) -> None:
    basket = goods(*([99] * 500))
    long = replace(basket, lines=tuple(replace(line, text="名" * 4_000) for line in basket.lines))
    with store.writing() as work:
        booked = book_sale(work, clock, 1, basket=long)
    with store.reading() as view:
        assert view.entry(booked.key) == booked
        assert not list(verify(view))


def busy_day_again(store: Store) -> None:
    """`busy_day` on a shop that is set up already."""
    clock = store.clock
    assert isinstance(clock, FixedClock)
    with store.writing() as work:
        key = book_sale(work, clock, 1, ANNA, goods(30_000)).key
        book_sale(work, clock, 2, ANNA, goods(5_000), points=300)
        book_return(work, clock, 3, key, (1,))
        book_sale(work, clock, 4, ANNA, goods(2_000))
        book_sale(work, clock, 5, BORIS, goods(7_777, 1, 2))


def test_a_busy_day_leaves_no_fault(path: Path, clock: FixedClock) -> None:
    with open_store(path, clock, reserve_bytes=0) as fresh:
        busy_day(fresh)
        with fresh.reading() as view:
            assert not list(verify(view))
