"""One member over any sequence of acts, against the model: award, redeem, return, void, undo, vest,
expire, merge, with debts and the policies. Lots, dates, pending and debts agree after each.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from loyalty.ledger.account import Account, Lot
from loyalty.ledger.entry import Entry, EntryKey, LotRef
from loyalty.ledger.moving import move_all
from loyalty.ledger.vesting import vesting_entries
from loyalty.members.history import Standing
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen
from loyalty.rules.earning import VestingRule
from loyalty.rules.program import (
    BaseRates,
    ExpiryKind,
    ExpiryRule,
    Missing,
    Program,
    ReturnRule,
    TenderRule,
)
from tests.rules.book import MEMBER, Book
from tests.rules.makers import DAY, basket, program
from tests.rules.model import Model, add

OTHER = Member(UUID(int=0xB0B), "Bob", "", DAY)


@dataclass
class Bought:
    """What the model's keeper remembers of a sale: of each line, points of each unit."""

    lot: str
    earned: list[list[int]]
    used: list[list[int]]
    money: list[list[int]]
    price: list[list[int]]
    drawn: list[tuple[str, int]]
    settled: list[tuple[str, int]] = field(default_factory=list)
    lapsed: int = 0
    waived: int = 0
    forgiven: int = 0


def by_unit(points: int, units: int) -> list[int]:
    """The first units carry what does not come out even."""
    return [points // units + (unit < points % units) for unit in range(units)]


def taken(lines: list[list[int]], units: list[int]) -> int:
    """What the next units of each line carry; they are gone then."""
    gone = sum(sum(line[:n]) for line, n in zip(lines, units, strict=True))
    for line, n in zip(lines, units, strict=True):
        del line[:n]
    return gone


def name(ref: LotRef) -> str:
    return f"{ref.key.terminal}-{ref.key.seq}"


class WholeMachine(RuleBasedStateMachine):
    """A book of the product and a model, told the same."""

    @initialize(
        how=st.sampled_from([Missing.DEBT, Missing.WAIVE]),
        months=st.sampled_from([0, 1, 3]),
        step=st.sampled_from([7, 50]),
        wait=st.sampled_from([0, 0, 10]),
    )
    def open(self, how: Missing, months: int, step: int, wait: int) -> None:
        kind = ExpiryKind.MONTHS if months else ExpiryKind.NEVER
        self.how, self.step = how, step
        self.plan: Program = program(
            base=BaseRates(1, step),
            expiry=ExpiryRule(kind, months),
            tender=TenderRule(1, 2),
            vesting=VestingRule(wait),
            returns=ReturnRule(how, 5),
        )
        self.book, self.model = Book(DAY), Model()
        self.sales: dict[EntryKey, Bought] = {}
        self.due: dict[str, date] = {}
        self.merges = 0

    @rule(days=st.sampled_from([1, 11, 40]))
    def wait(self, days: int) -> None:
        self.book.on += timedelta(days=days)

    def known(self, ref: LotRef) -> str:
        self.model.ends[name(ref)], self.model.born[name(ref)] = ref.expires_on, ref.earned_ms
        return name(ref)

    @rule(amount=st.integers(1, 400), units=st.integers(1, 3), points=st.integers(0, 60))
    def sell(self, amount: int, units: int, points: int) -> None:
        goods = basket(amount, 100, units=units)
        points = min(points, sum(map(self.model.lots.get, self.model.live(self.book.on))))
        points = min(points, goods.total_minor // 2)
        asked = [Chosen(points=points)] if points else []
        entry = self.book.sell(goods, self.plan, asked)
        sale = self.book.sale(entry)
        earned = (goods.total_minor - 2 * points) // self.step
        assert (sale.earned, sale.redeemed) == (earned, points)
        lot = self.known(self.book.sold(entry).lot)
        kept = Bought(
            lot,
            *(
                [by_unit(getattr(sold, what), units) for sold in sale.lines]
                for what in ("earned", "paid_points", "paid_minor")
            ),
            price=[by_unit(sold.line.amount_minor, units) for sold in sale.lines],
            drawn=self.model.spend(points, self.book.on),
        )
        self.sales[entry.key] = kept
        if earned and self.plan.vesting.days:
            add(self.model.pending, lot, earned)
            self.due[lot] = self.book.on + timedelta(days=self.plan.vesting.days)
        elif earned:
            kept.settled = self.model.credit([(lot, earned)])

    def entry(self, which: int) -> Entry:
        return self.book.sales()[which % len(self.book.sales())]

    @precondition(lambda self: self.book.sales())
    @rule(which=st.integers(0, 30), units=st.tuples(st.integers(0, 3), st.integers(0, 3)))
    def give_back(self, which: int, units: tuple[int, int]) -> None:
        entry = self.entry(which)
        left = self.book.sold(entry).units_left
        wanted = [min(a, b) for a, b in zip(units, left, strict=True)]
        if any(wanted):
            self.returned(entry, wanted)

    @precondition(lambda self: self.book.sales())
    @rule(which=st.integers(0, 30))
    def void(self, which: int) -> None:
        left = self.book.sold(self.entry(which)).units_left
        if any(left):
            self.returned(self.entry(which), list(left))

    def returned(self, entry: Entry, units: list[int]) -> None:
        sale, on, model = self.sales[entry.key], self.book.on, self.model
        back, booked = self.book.give_back(entry, self.plan, units)
        ask, restore = taken(sale.earned, units), taken(sale.used, units)
        refund = taken(sale.price, units) - taken(sale.money, units)
        asked_back, gained, grace = restore, [], 0
        while restore:  # last drawn, first restored
            lot, points = sale.drawn.pop()
            given = min(points, restore)
            restore -= given
            if points > given:
                sale.drawn.append((lot, points - given))
            if (model.ends[lot] or date.max) < on:
                grace += given
            else:
                gained.insert(0, (lot, given))
        if grace:
            until = on + timedelta(days=self.plan.returns.grace_days)
            gained.insert(0, (self.known(LotRef(booked.key, booked.at_ms, until)), grace))
        model.credit(gained)
        dead = (model.ends[sale.lot] or date.max) < on
        gone = sale.lapsed + (model.lots.get(sale.lot, 0) if dead else 0) - sale.forgiven
        forgiven = min(ask, gone)
        assert back.restored == asked_back
        again = min(asked_back, sale.waived)
        short = model.claw(sale.lot, ask - forgiven + again, on)
        short, unclaimed = max(0, short - again), min(short, again)
        owed = 0
        while short > owed and sale.settled:  # debts the sale had paid are owed again
            debt, points = sale.settled.pop()
            reopened = min(points, short - owed)
            if points > reopened:
                sale.settled.append((debt, points - reopened))
            add(model.debts, debt, reopened)
            owed += reopened
        if self.how is Missing.DEBT and short > owed:
            add(model.debts, sale.lot, short - owed)
            owed = short
        sale.forgiven += forgiven
        sale.waived += short - owed - (again - unclaimed)
        waived = short - owed - (again - unclaimed)
        assert (back.forgiven, back.owed, back.waived) == (forgiven, owed, waived)
        assert (back.refund_minor, back.kept_minor) == (refund, 0)

    @precondition(lambda self: self.book.sales())
    @rule(which=st.integers(0, 30))
    def return_and_undo(self, which: int) -> None:
        """What is undone at once never was: the model hears nothing of it."""
        entry = self.entry(which)
        if any(self.book.sold(entry).units_left):
            _, booked = self.book.give_back(entry, self.plan)
            self.book.undo(booked)

    @rule()
    def night(self) -> None:
        """Vest, then expire."""
        on, model, account = self.book.on, self.model, self.book.account
        now = self.book.occasion().at_ms
        for entry in vesting_entries(account, MEMBER, on, now, 1):
            self.book.append(entry)
        self.book.expire(self.plan)
        mine = {sale.lot: sale for sale in self.sales.values()}
        due = [lot for lot in model.pending if self.due[lot] <= on]
        for lot in sorted(due, key=lambda one: (self.due[one], model.born[one])):
            paid = model.credit([(lot, model.pending.pop(lot))])
            if lot in mine:
                mine[lot].settled += paid
        for lot in [x for x in model.lots if (model.ends[x] or date.max) < on]:
            points = model.lots.pop(lot)
            for sale in self.sales.values():
                sale.lapsed += points if sale.lot == lot else 0

    @rule(
        points=st.lists(st.integers(1, 40), max_size=2),
        ends=st.sampled_from([None, -1, 0, 30]),
        waiting=st.integers(0, 20),
        owed=st.integers(0, 30),
    )
    def merge(self, points: list[int], ends: int | None, waiting: int, owed: int) -> None:
        """Somebody else's account comes: each side's points pay the other's debts."""
        on, model = self.book.on, self.model
        self.merges += 1
        until = None if ends is None else on + timedelta(days=ends)
        refs = [
            LotRef(EntryKey(2, 1, self.merges * 10 + n), self.merges * 10 + n, until)
            for n in range(4)
        ]
        owing = bool(owed) and (not points or ends == -1)
        theirs = Account(
            tuple(Lot(ref, n) for ref, n in zip(refs, points, strict=False)),
            (Lot(refs[2], owed),) if owing else (),
            (Lot(LotRef(*_fields(refs[3]), on), waiting),) if waiting else (),
        )
        mine = Standing(self.book.member, self.book.account)
        _, into = move_all(Standing(OTHER, theirs), mine, self.book.occasion(), "merged")
        self.book.append(into)
        for ref in refs:
            self.known(ref)
        gained = [(name(ref), n) for ref, n in zip(refs, points, strict=False)]
        if waiting:
            add(model.pending, name(refs[3]), waiting)
            self.due[name(refs[3])] = on
        if owing:
            add(model.debts, name(refs[2]), owed)
        if ends == -1:
            for lot, n in gained:
                add(model.lots, lot, n)
            gained = []
        model.credit(gained)
        while model.debts and model.live(on):  # what would be spent last pays
            lot = model.live(on)[-1]
            model.credit([(lot, model.lots.pop(lot))])

    @invariant()
    def the_books_say_what_the_model_says(self) -> None:
        if not hasattr(self, "book"):
            return
        account, model = self.book.account, self.model
        assert {name(lot.ref): lot.points for lot in account.lots} == model.lots
        assert {name(lot.ref): lot.points for lot in account.pending} == model.pending
        assert {name(lot.ref): lot.points for lot in account.debts} == model.debts
        for lot in account.lots:
            assert lot.ref.expires_on == model.ends[name(lot.ref)]
        assert [name(lot.ref) for lot in account.usable(self.book.on)] == model.live(self.book.on)
        assert account == self.book.replayed()


def _fields(ref: LotRef) -> tuple[EntryKey, int, date | None, int]:
    return ref.key, ref.earned_ms, ref.expires_on, ref.slides


TestWholeMachine = WholeMachine.TestCase
TestWholeMachine.settings = settings(max_examples=60, stateful_step_count=30)
