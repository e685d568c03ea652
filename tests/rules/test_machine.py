"""One member over any sequence of acts, against a model that holds single points, not lots.

The model knows no apportioning, no postings and no lots that hold numbers: it keeps one object a
point, so that what the rules do with sums is checked by counting.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from loyalty.entry import Entry, Kind, LotRef
from loyalty.errors import LoyaltyError
from loyalty.program import BaseRates, ExpiryKind, ExpiryRule, Missing, Program, TenderRule
from loyalty.quote import Chosen
from tests.rules.book import Book
from tests.rules.makers import DAY, basket, missing

Point = LotRef
"""A point is known by the credit it came from; two of one credit are alike."""


def order(point: Point) -> tuple[date, int, tuple[int, int, int]]:
    key = point.key
    return point.expires_on or date.max, point.earned_ms, (key.terminal, key.epoch, key.seq)


@dataclass
class Bought:
    """What the model remembers of a sale: its own points, and those it drew and paid."""

    own: Point
    drawn: list[Point]
    settled: list[Point]
    earned: int
    lapsed: int = 0
    restored: int = 0
    asked: int = 0
    forgiven: int = 0
    waived: int = 0
    reopened: int = 0


@dataclass
class Model:
    """The account as a bag of single points and a bag of single owed ones."""

    points: list[Point] = field(default_factory=list)
    owed: list[Point] = field(default_factory=list)
    sales: dict[int, Bought] = field(default_factory=dict)

    def usable(self, on: date) -> list[Point]:
        return sorted((p for p in self.points if not p.expires_on or p.expires_on >= on), key=order)

    def credit(self, gained: list[Point]) -> list[Point]:
        """Add points, paying what is owed for the same credit first; the owed ones paid."""
        paid: list[Point] = []
        rest: list[Point] = []
        for point in gained:
            (paid if point in self.owed else rest).append(point)
            if point in self.owed:
                self.owed.remove(point)
        for point in reversed(rest):
            if self.owed:
                paid.append(self.owed.pop(self.owed.index(min(self.owed, key=order))))
            else:
                self.points.append(point)
        return paid

    def sell(self, seq: int, own: Point, drawn: int, earned: int, on: date) -> None:
        taken = self.usable(on)[:drawn]
        for point in taken:
            self.points.remove(point)
        self.sales[seq] = Bought(own, taken, self.credit([own] * earned), earned)

    def lapse(self, on: date) -> None:
        for point in [p for p in self.points if p.expires_on and p.expires_on < on]:
            self.points.remove(point)
            for sale in self.sales.values():
                sale.lapsed += sale.own == point

    def give_back(
        self, seq: int, restore: int, ask: int, grace: Point, on: date, how: Missing
    ) -> tuple[int, int]:
        """Restore the next points of a sale and ask back others; (waived, owed), net."""
        sale = self.sales[seq]
        back = sale.drawn[::-1][sale.restored :][:restore][::-1]
        alive = [p for p in back if not p.expires_on or p.expires_on >= on]
        self.credit([grace] * (len(back) - len(alive)) + alive)
        ended = [p for p in self.points if p == sale.own and p.expires_on and p.expires_on < on]
        forgiven = min(ask, sale.lapsed + len(ended) - sale.forgiven)
        again = min(restore, sale.waived)
        got = 0
        for _ in range(ask - forgiven + again):
            mine = [p for p in self.usable(on) if p == sale.own] or self.usable(on)[-1:]
            if mine:
                self.points.remove(mine[0])
                got += 1
        lacking = max(0, ask - forgiven - got)
        waived, owed = -max(0, got - (ask - forgiven)), 0
        for _ in range(lacking):
            if sale.reopened < len(sale.settled):
                self.owed.append(sale.settled[::-1][sale.reopened])
                sale.reopened, owed = sale.reopened + 1, owed + 1
            elif how is Missing.WAIVE:
                waived += 1
            else:
                self.owed.append(sale.own)
                owed += 1
        sale.restored, sale.asked = sale.restored + restore, sale.asked + ask
        sale.forgiven, sale.waived = sale.forgiven + forgiven, sale.waived + waived
        return waived, owed


class OneMember(RuleBasedStateMachine):
    """Sales, partial returns, undone returns and nights, in any order and on any day."""

    @initialize(
        how=st.sampled_from([Missing.DEBT, Missing.WAIVE]),
        months=st.sampled_from([0, 1, 3]),
        step=st.sampled_from([7, 50]),
    )
    def open(self, how: Missing, months: int, step: int) -> None:
        kind = ExpiryKind.MONTHS if months else ExpiryKind.NEVER
        choices: dict[str, object] = {
            "expiry": ExpiryRule(kind, months),
            "tender": TenderRule(1, 2),
        }
        self.how = how
        self.plan: Program = missing(how, base=BaseRates(1, step), **choices)
        self.book, self.model = Book(DAY), Model()

    @rule(days=st.sampled_from([1, 15, 40]))
    def wait(self, days: int) -> None:
        self.book.on += timedelta(days=days)

    @rule(amount=st.integers(1, 400), units=st.integers(1, 3), points=st.integers(0, 60))
    def sell(self, amount: int, units: int, points: int) -> None:
        goods = basket(amount, 100, units=units)
        try:
            entry = self.book.sell(goods, self.plan, [Chosen(points=points)])
        except LoyaltyError:
            entry = self.book.sell(goods, self.plan)
        sale, sold = self.book.sale(entry), self.book.sold(entry)
        self.model.sell(entry.key.seq, sold.lot, sale.redeemed, sale.earned, self.book.on)

    @precondition(lambda self: self.book.sales())
    @rule(which=st.integers(0, 30), units=st.tuples(st.integers(0, 3), st.integers(0, 3)))
    def give_back(self, which: int, units: tuple[int, int]) -> None:
        entry = self.book.sales()[which % len(self.book.sales())]
        left = self.book.sold(entry).units_left
        wanted = [min(a, b) for a, b in zip(units, left, strict=True)]
        if any(wanted):
            self.returned(entry, wanted)

    def returned(self, entry: Entry, units: list[int]) -> None:
        back, booked = self.book.give_back(entry, self.plan, units)
        until = self.book.on + timedelta(days=self.plan.returns.grace_days)
        grace = LotRef(booked.key, booked.at_ms, until)
        ask = back.clawed + back.forgiven + back.waived
        seq, on = entry.key.seq, self.book.on
        found = self.model.give_back(seq, back.restored, ask, grace, on, self.how)
        assert found == (back.waived, back.owed)
        if not any(self.book.sold(entry).units_left):
            sale = self.model.sales[seq]
            assert (sale.restored, sale.asked) == (len(sale.drawn), sale.earned)

    @precondition(lambda self: self.book.sales())
    @rule(which=st.integers(0, 30))
    def return_and_undo(self, which: int) -> None:
        """What is undone at once never was: the model hears nothing of it."""
        entry = self.book.sales()[which % len(self.book.sales())]
        if any(self.book.sold(entry).units_left):
            _, booked = self.book.give_back(entry, self.plan)
            self.book.undo(booked)

    @rule()
    def night(self) -> None:
        self.book.expire(self.plan)
        self.model.lapse(self.book.on)

    @invariant()
    def the_lots_are_the_points_counted(self) -> None:
        if hasattr(self, "book"):
            account = self.book.account
            assert {lot.ref: lot.points for lot in account.lots} == Counter(self.model.points)
            assert {d.ref: d.points for d in account.debts} == Counter(self.model.owed)
            assert account.spendable(self.book.on) == len(self.model.usable(self.book.on))
            assert account == self.book.replayed()

    def teardown(self) -> None:
        if hasattr(self, "book"):
            assert sum(e.kind is Kind.SALE for e in self.book.entries) == len(self.model.sales)


TestOneMember = OneMember.TestCase
TestOneMember.settings = settings(stateful_step_count=30)
