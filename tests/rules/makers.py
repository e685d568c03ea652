"""What the proofs are made from: programs, baskets and histories, small enough to read."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from loyalty.basket import Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from loyalty.points import Rounding
from loyalty.redemption.quote import Chosen
from loyalty.rules.program import (
    BaseRates,
    Exclusions,
    ExpiryKind,
    ExpiryRule,
    Missing,
    Program,
    ReturnRule,
    Reward,
    RewardKind,
    TenderRule,
)
from tests.rules.book import Book

DAY = date(2025, 1, 31)
COFFEE = Reward("coffee", "Coffee", RewardKind.GIFT, 40, 250)
FIVER = Reward("fiver", "5.00 off", RewardKind.MONEY_OFF, 30, 500, minimum_spend_minor=600)


def program(**changes: object) -> Program:
    """One point per 1.00, 100 points pay 1.00, a coffee for 40 and 5.00 off for 30 points."""
    plain: dict[str, object] = {"number": 1, "name": "Test", "currency": "EUR", "starts_on": DAY}
    plain["rewards"] = (COFFEE, FIVER)
    return Program(**(plain | changes))  # type: ignore[arg-type]


def missing(how: Missing, **changes: object) -> Program:
    """A program with its policy for points that were spent before the return."""
    return program(returns=ReturnRule(missing=how), **changes)


def basket(*amounts: int, units: int = 1, currency: str = "EUR") -> Basket:
    """Lines of plain goods at these amounts in minor units."""
    lines = tuple(Line(f"goods {n}", a, units) for n, a in enumerate(amounts, start=1))
    return Basket(currency, lines)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """A line of up to 4 units and 40.00, sometimes free, sometimes excluded, with some tax."""
    amount = draw(st.integers(0, 4000) | st.sampled_from([0, 1, 3, 99, 100, 1000]))
    return Line(
        draw(st.sampled_from(["bread", "김치", "☕ 'n' \"q\""])),
        amount,
        units=draw(st.integers(1, 4)),
        category=draw(st.sampled_from(["", "food", "tobacco"])),
        tax_minor=draw(st.integers(0, amount)) if draw(st.booleans()) else 0,
        flags=frozenset(draw(st.sampled_from([(), (), ("gift-card",)]))),
    )


def baskets(least: int = 1, most: int = 4) -> st.SearchStrategy[Basket]:
    """Baskets of a few lines."""
    return st.lists(lines(), min_size=least, max_size=most).map(lambda ls: Basket("EUR", tuple(ls)))


@st.composite
def programs(draw: st.DrawFn, how: Missing | None = None) -> Program:
    """Programs over every choice a rule offers."""
    tenders = [
        TenderRule(1, 1),
        TenderRule(2, 5),
        TenderRule(7, 3, most_percent=50),
        TenderRule(100, 100, minimum_points=200),
        TenderRule(10, 10, most_minor=700),
        None,
    ]
    return program(
        with_tax=draw(st.booleans()),
        base=BaseRates(
            points=draw(st.integers(0, 3)),
            step_minor=draw(st.sampled_from([1, 7, 10, 100])),
            per_visit=draw(st.integers(0, 3)),
            per_item=draw(st.integers(0, 2)),
            minimum_spend_minor=draw(st.sampled_from([0, 0, 500])),
        ),
        exclusions=Exclusions(categories=frozenset({"tobacco"})),
        rounding=draw(st.sampled_from(Rounding)),
        expiry=draw(
            st.sampled_from(
                [
                    ExpiryRule(),
                    ExpiryRule(ExpiryKind.MONTHS, 1),
                    ExpiryRule(ExpiryKind.MONTHS, 12, to_month_end=True),
                    ExpiryRule(ExpiryKind.CALENDAR),
                ]
            )
        ),
        tender=draw(st.sampled_from(tenders)),
        returns=ReturnRule(draw(st.sampled_from(Missing)) if how is None else how),
    )


def wishes() -> st.SearchStrategy[tuple[Chosen, ...]]:
    """What a member may ask to redeem, sensible or not."""
    one = st.one_of(
        st.sampled_from([Chosen("coffee"), Chosen("fiver")]),
        st.integers(-5, 3000).map(lambda points: Chosen(points=points)),
    )
    return st.lists(one, max_size=3).map(tuple)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens in a history: which, how much later, and with what."""

    kind: Kind
    days: int
    basket: Basket
    wishes: tuple[Chosen, ...]
    which: int
    share: int


def steps() -> st.SearchStrategy[Step]:
    """Sales, returns, undone returns and nights, up to forty days apart."""
    kinds = [Kind.SALE, Kind.SALE, Kind.RETURN, Kind.RETURN_UNDONE, Kind.EXPIRY]
    return st.builds(
        Step,
        st.sampled_from(kinds),
        st.sampled_from([0, 0, 0, 1, 40]),
        baskets(most=3),
        wishes(),
        st.integers(0, 9),
        st.integers(0, 4),
    )


def histories(most: int = 6) -> st.SearchStrategy[list[Step]]:
    """Histories from nothing, and such that begin with points spent and then asked back."""
    goods = Basket("EUR", (Line("a", 4000, 4), Line("b", 100, 2)))
    bought = Step(Kind.SALE, 0, goods, (), 0, 4)
    spent = Step(Kind.SALE, 0, basket(3000), (Chosen("coffee"), Chosen(points=9999)), 0, 4)
    asked_back = Step(Kind.RETURN, 0, goods, (), 0, 2)
    owing = [bought, spent, asked_back]
    free = st.lists(steps(), max_size=most)
    return st.one_of(free, free.map(lambda rest: owing + rest[: most - 3]))


def granted(book: Book, rules: Program, goods: Basket, asked: tuple[Chosen, ...]) -> None:
    """Sell with as many of the wishes as the rules grant, dropping the last ones first."""
    while True:
        try:
            book.sell(goods, rules, asked)
            return
        except LoyaltyError:
            assert asked, "a basket without wishes can always be sold"
            asked = asked[:-1]


def portion(left: tuple[int, ...], share: int) -> tuple[int, ...]:
    """Up to `share` units of each line, and never none when something is left."""
    units = tuple(min(n, share) for n in left)
    return units if any(units) else left


def happen(book: Book, rules: Program, step: Step) -> None:
    """One step of a history; what cannot happen does not."""
    book.on += timedelta(days=step.days)
    if step.kind is Kind.SALE:
        granted(book, rules, step.basket, step.wishes)
    elif step.kind is Kind.EXPIRY:
        book.expire(rules)
    elif step.kind is Kind.RETURN and book.sales():
        sale = book.sales()[step.which % len(book.sales())]
        left = book.sold(sale).units_left
        if any(left):
            book.give_back(sale, rules, portion(left, step.share))
    elif step.kind is Kind.RETURN_UNDONE and book.entries:
        last = book.entries[-1]
        if last.kind is Kind.RETURN:
            with suppress(LoyaltyError):
                book.undo(last)


def played(rules: Program, history: list[Step]) -> Book:
    """A member's book after a history: lots, debts, lapsed points and all."""
    book = Book(DAY)
    for step in history:
        happen(book, rules, step)
    return book
