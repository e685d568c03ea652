"""What a basket earns, step by step, and the explanation that computes it again."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.accrual.explanation import Explanation, Part
from loyalty.accrual.pipeline import accrue
from loyalty.basket import MOST_LINES, MOST_UNITS, Basket, Line
from loyalty.money import LARGEST_MINOR
from loyalty.points import Rounding
from loyalty.rules.program import BaseRates, Exclusions, Program
from tests.rules.book import refused
from tests.rules.makers import basket, baskets, program, programs

RATES = """
points step visit item minimum | amounts        | earned
1      100  0     0    0       | 1250           | 12
1      100  0     0    0       | 99             | 0
1      100  0     0    0       | 50 50          | 1
1      100  0     0    0       | 199 199 199    | 5
2      100  0     0    0       | 1250           | 25
1      1    0     0    0       | 1250           | 1250
3      700  0     0    0       | 1000           | 4
0      100  5     0    0       | 1000 2000      | 5
0      100  0     2    0       | 1000 2000      | 4
1      100  5     2    0       | 1000 2000      | 39
1      100  0     0    1000    | 999            | 0
1      100  5     2    1000    | 999            | 0
1      100  0     0    1000    | 1000           | 10
1      100  0     0    1000    | 500 500        | 10
0      100  5     0    0       | 0              | 5
0      100  0     2    0       | 0 0            | 4
1      100  0     0    0       | 0              | 0
"""


@pytest.mark.parametrize("row", RATES.strip().splitlines()[1:])
def test_rates_add_up_above_the_minimum_spend(row: str) -> None:
    rates, amounts, earned = row.split("|")
    rules = program(base=BaseRates(*map(int, rates.split())))
    assert accrue(basket(*map(int, amounts.split())), rules).why.points == int(earned)


@pytest.mark.parametrize(
    ("how", "expected"), [(Rounding.FLOOR, 5), (Rounding.HALF_UP, 6), (Rounding.CEIL, 6)]
)
def test_the_total_is_rounded_once_not_each_line(how: Rounding, expected: int) -> None:
    why = accrue(basket(190, 190, 190), program(rounding=how)).why
    assert why.exact == Fraction(57, 10)
    assert why.points == expected
    assert sum(why.line_points) == expected


LINES = [
    (Line("gift card", 1000, flags=frozenset({"gift-card"})), "gift-card"),
    (Line("bottle", 1000, flags=frozenset({"deposit", "delivery"})), "delivery"),
    (Line("beans", 1000, sku="4711"), "product"),
    (Line("cigarettes", 1000, category="tobacco"), "category"),
    (Line("cola", 1000, brand="Cola"), "brand"),
    (Line("coffee", 0, reward="coffee"), "reward"),
    (Line("coffee", 1000, reward="coffee", sku="4711"), "reward"),
    (Line("own flag", 1000, flags=frozenset({"fresh"})), ""),
    (Line("beans", 1000, sku="4712", category="beans", brand="Bean"), ""),
]
EXCLUDING = program(
    exclusions=Exclusions(frozenset({"4711"}), frozenset({"tobacco"}), frozenset({"Cola"})),
    base=BaseRates(1, 100, per_visit=3, per_item=7),
)


@pytest.mark.parametrize(("line", "why"), LINES)
def test_an_excluded_line_earns_nothing_and_says_why(line: Line, why: str) -> None:
    found = accrue(Basket("EUR", (line,)), EXCLUDING).why
    assert found.excluded == (((0, why),) if why else ())
    assert found.points == (0 if why else 20)


def test_an_empty_word_excludes_no_plain_line() -> None:
    rules = program(exclusions=Exclusions(frozenset({""}), frozenset({""}), frozenset({""})))
    assert accrue(basket(1000), rules).why.points == 10


def test_the_rest_of_a_basket_earns_beside_excluded_lines() -> None:
    goods = Basket("EUR", (LINES[0][0], Line("bread", 500), LINES[3][0]))
    why = accrue(goods, EXCLUDING).why
    assert why.eligible == (0, 500, 0)
    assert why.points == 5 + 3 + 7
    assert why.line_points == (0, 15, 0)


def test_without_tax_only_the_net_amount_earns() -> None:
    goods = Basket("EUR", (Line("bread", 1190, tax_minor=190), Line("tax only", 50, tax_minor=50)))
    assert accrue(goods, program(with_tax=False)).why.eligible == (1000, 0)
    assert accrue(goods, program(with_tax=True)).why.eligible == (1190, 50)


def test_without_tax_points_pay_their_share_of_the_tax() -> None:
    goods = Basket("EUR", (Line("bread", 1190, tax_minor=190),))
    assert accrue(goods, program(with_tax=False), (595,)).why.eligible == (500,)


PAID = """
amounts        | paid        | points
1000           | 1000        | 0
1000           | 999         | 3
1000 1000      | 500 500     | 23
1000 1000      | 1000 0      | 23
1000 1000 1000 | 1 1 1       | 52
1000 1000      | 1000 1000   | 0
1000 0         | 1000 0      | 13
"""


@pytest.mark.parametrize("row", PAID.strip().splitlines()[1:])
def test_what_points_paid_earns_neither_money_nor_item_nor_visit(row: str) -> None:
    amounts, paid, points = ([int(n) for n in part.split()] for part in row.split("|"))
    rules = program(base=BaseRates(1, 100, per_visit=3, per_item=10))
    assert accrue(basket(*amounts), rules, tuple(paid)).why.points == points[0]


@given(baskets(), programs(), st.data())
def test_paying_with_points_never_earns_more(
    goods: Basket, rules: Program, data: st.DataObject
) -> None:
    paid = tuple(data.draw(st.integers(0, line.amount_minor)) for line in goods.lines)
    less = accrue(goods, rules, paid).why
    full = accrue(goods, rules).why
    assert less.points <= full.points
    assert all(a <= b for a, b in zip(less.eligible, full.eligible, strict=True))
    assert less.paid_minor == sum(paid)
    everything = accrue(goods, rules, tuple(line.amount_minor for line in goods.lines)).why
    if all(line.amount_minor for line in goods.lines):
        assert everything.points == 0


@given(baskets(), programs())
def test_lines_sum_to_the_points_and_excluded_ones_have_none(goods: Basket, rules: Program) -> None:
    why = accrue(goods, rules).why
    assert sum(why.line_points) == why.points
    assert all(not why.line_points[line] for line, _ in why.excluded)
    assert len(why.line_points) == len(goods.lines)


@given(baskets(), programs())
def test_an_explanation_stands_without_its_program(goods: Basket, rules: Program) -> None:
    why = accrue(goods, rules).why
    by_hand = sum((Fraction(p.points * p.amount, p.step) for p in why.parts), Fraction(0))
    assert why.exact == by_hand
    low, high = int(by_hand), int(by_hand) + 1
    assert why.points in (low, high)
    assert (why.points == 0) or why.parts


@given(baskets(), programs())
def test_more_goods_never_earn_less(goods: Basket, rules: Program) -> None:
    more = replace(goods, lines=(*goods.lines, Line("one more", 700)))
    assert accrue(more, rules).why.points >= accrue(goods, rules).why.points


def test_a_missed_minimum_is_told() -> None:
    rules = program(base=BaseRates(minimum_spend_minor=1000))
    assert accrue(basket(999), rules).why.short_of_minor == 1000
    assert accrue(basket(1000), rules).why.short_of_minor == 0


def test_a_minimum_counts_only_what_may_earn() -> None:
    rules = program(base=BaseRates(minimum_spend_minor=1000))
    goods = Basket("EUR", (Line("bread", 600), Line("card", 600, flags=frozenset({"gift-card"}))))
    assert accrue(goods, rules).why.points == 0
    assert accrue(basket(1200), rules, (201,)).why.points == 0


def test_only_parts_that_gave_something_are_listed() -> None:
    assert accrue(basket(1250), program()).why.parts == (Part("spend", 1, 100, 1250),)
    assert accrue(basket(0), program()).why.parts == ()


@pytest.mark.parametrize(
    ("currency", "amount", "points"), [("KRW", 12_345, 123), ("KWD", 12_345, 123)]
)
def test_minor_units_are_what_they_are_in_each_currency(
    currency: str, amount: int, points: int
) -> None:
    rules = program(currency=currency)
    assert accrue(basket(amount, currency=currency), rules).why.points == points


def test_a_basket_of_five_hundred_lines_sums_to_the_point() -> None:
    goods = basket(*range(1, MOST_LINES + 1))
    why = accrue(goods, program(rounding=Rounding.HALF_UP)).why
    assert why.points == 1253
    assert sum(why.line_points) == 1253


BAD_LINES = [
    ("line-amount", {"amount_minor": -1}),
    ("line-amount", {"amount_minor": LARGEST_MINOR + 1}),
    ("line-units", {"amount_minor": 1, "units": 0}),
    ("line-units", {"amount_minor": 1, "units": -3}),
    ("line-units", {"amount_minor": 1, "units": MOST_UNITS + 1}),
    ("line-tax", {"amount_minor": 10, "tax_minor": 11}),
    ("line-tax", {"amount_minor": 10, "tax_minor": -1}),
]


@pytest.mark.parametrize(("code", "facts"), BAD_LINES)
def test_a_line_no_till_can_sell_is_refused(code: str, facts: dict[str, int]) -> None:
    refused(code, Line, "goods", **facts)


def test_a_basket_beyond_the_counter_is_refused() -> None:
    assert refused("basket-too-long", basket, *[1] * (MOST_LINES + 1)) == {"lines": 501}
    assert basket(LARGEST_MINOR).total_minor == LARGEST_MINOR
    refused("basket-total", basket, LARGEST_MINOR, 1)


def test_an_explanation_of_nothing_is_nothing() -> None:
    why = Explanation(1, (0,), (), 0, 0, (), Rounding.CEIL, (0,))
    assert (why.points, why.line_points) == (0, (0,))
