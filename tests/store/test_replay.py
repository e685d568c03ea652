"""Any run of sales, returns, undos and expiries: what the store keeps is what replay says."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from loyalty.errors import LoyaltyError
from loyalty.ledger.account import replay
from loyalty.ledger.count import Count, summed
from loyalty.ledger.counting import counts_of
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.members.history import History
from pos.store import open_store, verify
from tests.store.shop import (
    ANNA,
    BORIS,
    LATER,
    PROGRAM,
    book_counts,
    book_expiry,
    book_move,
    book_return,
    book_sale,
    book_undo,
    book_vesting,
    clock_at,
    goods,
    set_up,
)

MEMBERS = st.sampled_from([ANNA, BORIS, None])


class Books(RuleBasedStateMachine):
    """One ledger, acted upon at random, restarted now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = clock_at()
        self.path = Path(self.folder.name) / "regulars.db"
        self.store = open_store(self.path, self.clock, reserve_bytes=0)
        set_up(self.store)
        self.number = 0
        self.sales: list[EntryKey] = []
        self.returns: list[EntryKey] = []
        self.acts: dict[int, Entry] = {}

    def teardown(self) -> None:
        with self.store.reading() as view:
            assert list(verify(view)) == []
        self.store.close()
        self.folder.cleanup()

    @rule(
        member=MEMBERS,
        amounts=st.lists(st.integers(0, 60_000), min_size=1, max_size=4),
        units=st.integers(1, 3),
        share=st.integers(0, 3),
        later=st.booleans(),
    )
    def sell(self, member: object, amounts: list[int], units: int, share: int, later: bool) -> None:
        with self.store.writing() as work:
            who = {ANNA: ANNA, BORIS: BORIS}.get(member)  # type: ignore[call-overload]
            usable = work.account(who).spendable(self.clock.today()) if who else 0
            points = usable * share // 3 // 100 * 100
            points = min(points, sum(amounts) // 100 * 100)
            basket = goods(*amounts, units=units)
            program = LATER if later else PROGRAM
            number = self._next()
            booked = book_sale(work, self.clock, number, who, basket, points, program=program)
        self._keep(booked)
        self.sales.append(booked.key)

    @precondition(lambda self: self.sales)
    @rule(which=st.integers(0, 99), picks=st.lists(st.integers(0, 3), min_size=4, max_size=4))
    def give_back(self, which: int, picks: list[int]) -> None:
        key = self.sales[which % len(self.sales)]
        try:
            with self.store.writing() as work:
                sold = work.sold(key)
                assert sold is not None
                units = [min(a, b) for a, b in zip(picks, sold.units_left, strict=False)]
                booked = book_return(work, self.clock, self._next(), key, units)
        except LoyaltyError as error:
            if error.code == "return-nothing":
                return
            raise
        self._keep(booked)
        self.returns.append(booked.key)

    @precondition(lambda self: self.returns)
    @rule(which=st.integers(0, 99))
    def undo(self, which: int) -> None:
        key = self.returns[which % len(self.returns)]
        try:
            with self.store.writing() as work:
                booked = book_undo(work, self.clock, self._next(), key)
        except LoyaltyError as error:
            if error.code == "return-not-undoable":
                return
            raise
        assert booked.kind is Kind.RETURN_UNDONE

    @rule(days=st.integers(1, 250))
    def let_time_pass(self, days: int) -> None:
        self.clock.advance(timedelta(days=days))
        with self.store.writing() as work:
            for member in work.due_vesting(self.clock.today()):
                book_vesting(work, self.clock, member)
            for member in work.due_lots(self.clock.today()):
                assert book_expiry(work, self.clock, member)
            assert work.due_vesting(self.clock.today()) == ()
            assert work.due_lots(self.clock.today()) == ()
            for member in (ANNA, BORIS):
                account = work.account(member)
                assert not [
                    lot for lot in account.lots if lot not in account.usable(self.clock.today())
                ]

    @rule(
        member=MEMBERS,
        stamps=st.integers(-3, 3),
        shops=st.booleans(),
        dated=st.booleans(),
        name=st.sampled_from(["stamps:tea", "qualifying", "points:bonus"]),
    )
    def count(self, member: object, stamps: int, shops: bool, dated: bool, name: str) -> None:
        who = {ANNA: ANNA, BORIS: BORIS}.get(member)  # type: ignore[call-overload]
        on = self.clock.today() if dated else None
        with self.store.writing() as work:
            book_counts(work, self.clock, self._next(), Count(name, stamps, on, shops), member=who)

    @rule(to_anna=st.booleans())
    def move(self, to_anna: bool) -> None:
        pair = (BORIS, ANNA) if to_anna else (ANNA, BORIS)
        with self.store.writing() as work:
            book_move(work, self.clock, self._next(), *pair)
            left = work.account(pair[0])
            assert (left.lots, left.debts, left.pending) == ((), (), ())
            assert work.history(pair[0]) == History()

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = open_store(self.path, self.clock, reserve_bytes=0)
        assert [health for health in self.store.health if health.code != "disk-low"] == []

    @precondition(lambda self: self.acts)
    @rule(which=st.integers(0, 99))
    def repeat(self, which: int) -> None:
        booked = list(self.acts.values())[which % len(self.acts)]
        with self.store.writing() as work:
            assert work.append(booked) == booked

    @invariant()
    def balances_are_replayed(self) -> None:
        with self.store.reading() as view:
            for member in (ANNA, BORIS):
                account = view.account(member)
                mine = list(view.entries(member))
                assert account == replay(mine).active(account.active_on)
                lots = (*account.lots, *account.debts, *account.pending)
                assert all(lot.points > 0 for lot in lots)
                told = [count for entry in mine for count in counts_of(entry)]
                history = History().with_counts(told)
                assert view.history(member) == history
                if any(lot.ref.slides for lot in lots):
                    assert account.active_on == history.last_act

    @invariant()
    def the_shop_s_counts_are_replayed(self) -> None:
        with self.store.reading() as view:
            told = summed(count for entry in view.entries() for count in counts_of(entry))
            ours = {key: amount for key, amount in told.items() if key[0]}
            assert view.shop_counts({name for _, name, _ in ours}) == ours

    @invariant()
    def no_unit_comes_back_twice(self) -> None:
        with self.store.reading() as view:
            for key in self.sales[-3:]:
                sold = view.sold(key)
                assert sold is not None
                assert all(left >= 0 for left in sold.units_left)

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _keep(self, booked: Entry) -> None:
        self.acts[self.number] = booked


TestBooks = Books.TestCase
TestBooks.settings = settings(max_examples=15, stateful_step_count=25)
