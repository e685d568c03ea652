"""Stamp cards: what stamps, what a full card pays, and what a return does to both."""

from __future__ import annotations

import pytest

from loyalty.ledger.count import Count, paper_of, stamps_of, summed
from loyalty.redemption.chosen import Chosen
from loyalty.redemption.quote import quote
from loyalty.rules.program import TenderRule
from loyalty.rules.rewards import StampRule
from loyalty.rules.which import Which
from tests.rules.book import Book, refused
from tests.rules.counter import cells, choices, goods, numbers, rows, scene, tried
from tests.rules.makers import DAY, basket, program

COFFEE = Which(categories=frozenset({"coffee"}))
CAKE = Which(categories=frozenset({"cake"}))
CARDS = (
    StampRule("ten", "10 coffees", 10, COFFEE),
    StampRule("cake", "5 coffees, a cake", 5, COFFEE, CAKE),
    StampRule("small", "10 coffees, one up to 2.50", 10, COFFEE, most_minor=250),
    StampRule("visit", "5 visits from 10.00", 5, spend_minor=1000),
    StampRule("any", "3 of anything", 3),
)
RULES = program(stamps=CARDS, tender=TenderRule(1, 1))

EARNED = """
basket                          | chosen      | ten   | visit | any
coffee 300                      |             | 1     |       | 1
coffee 900 x3                   |             | 3     |       | 3
coffee 900 x3, cake 400         |             | 3 0   | 1     | 3 1
tea 1000                        |             |       | 1     | 1
tea 999                         |             |       |       | 1
coffee 0                        |             |       |       |
coffee 300, gift-card 5000      |             | 1 0   |       | 1 0
coffee 300                      | points 300  |       |       |
coffee 300                      | points 1    |       |       |
coffee 900 x3                   | points 300  | 2     |       | 2
coffee 900 x3                   | points 301  | 1     |       | 1
coffee 1000 x3                  | points 333  | 2     |       | 2
coffee 600 x2, tea 600          | points 100  | 1 0   | 1     | 1 0
coffee 600 x2, tea 600          | stamps ten  | 1 0   |       | 1 1
coffee 1000 x3                  | stamps ten  | 2     |       | 2
"""


@pytest.mark.parametrize("row", rows(EARNED))
def test_each_unit_paid_in_money_stamps(row: str) -> None:
    what, chosen, *cards = cells(row)
    book = Book(DAY)
    if chosen:
        book.sell(goods("tea 100000"), program())
        book.sell(goods("coffee 1000 x10"), program(stamps=CARDS[:1]))
    sale = book.sale(book.sell(goods(what), RULES, choices(chosen)))
    given = {c.name: c for c in sale.counts if c.name.startswith("stamps:") and c.amount > 0}
    for name, wanted in zip(("ten", "visit", "any"), cards, strict=True):
        found = given.get(stamps_of(name))
        assert (found.shares or (found.amount,) if found else ()) == numbers(wanted), name
        assert found is None or found.amount == sum(numbers(wanted))


PAID = """
card           | stamps | basket                          | pays    | why not
ten            | 10     | coffee 300                      | 300     |
ten            | 9      | coffee 300                      |         | stamps-missing stamps=1
ten            | 0      | coffee 3000 x10                 |         | stamps-missing stamps=10
ten            | 10     | coffee 900 x3                   | 300     |
ten            | 10     | coffee 350, coffee 300, tea 100 | 0 300 0 |
ten            | 10     | tea 100                         |         | no-line-meant
ten            | 10     | coffee 0                        |         | no-unit-left
ten, ten       | 20     | coffee 600 x2                   | 600     |
ten, ten       | 19     | coffee 600 x2                   | 300     | stamps-missing stamps=1
ten, ten       | 20     | coffee 300                      | 300     | no-unit-left
small          | 10     | coffee 300                      | 250     |
small          | 10     | coffee 200                      | 200     |
cake           | 5      | coffee 300, cake 450            | 0 450   |
cake           | 5      | coffee 300                      |         | no-line-meant
any            | 3      | gift-card 100, tea 400          | 0 400   |
any            | 3      | gift-card 100                   |         | no-unit-left
visit          | 5      | tea 400, cake 300               | 0 300   |
nothing        | 5      | tea 400                         |         | stamps-unknown stamps=nothing
"""


@pytest.mark.parametrize("row", rows(PAID))
def test_a_full_card_pays_the_cheapest_unit(row: str) -> None:
    cards, stamps, what, pays, why = cells(row)
    first = cards.split(",", maxsplit=1)[0]
    at = scene(counts=[Count(stamps_of(first), int(stamps))])
    asked = [Chosen(stamps=card.strip()) for card in cards.split(",")]
    payment, code, told = tried(RULES, at, goods(what), asked)
    assert payment.minor == (numbers(pays) or (0,) * len(payment.basket.lines))
    assert " ".join(filter(None, [code, *(f"{k}={fact}" for k, fact in told.items())])) == why
    used = sum(count.amount for count in payment.counts)
    assert used == -sum(rule.needed for u in payment.used for rule in CARDS if rule.id == u.stamps)
    if first != "nothing" and len(asked) == 1:
        offers = {card.rule.id: card for card in quote(RULES, at, goods(what)).cards}
        found = offers[first].refused
        assert (found.code if found else "") == code
        assert offers[first].value_minor == sum(payment.minor)
        assert offers[first].stamps == int(stamps)


def test_stamps_of_a_basket_fill_the_card_for_the_next_one() -> None:
    rules = program(stamps=(StampRule("two", "Two", 2, COFFEE),))
    book = Book(DAY)
    asked = [Chosen(stamps="two")]
    book.sell(goods("coffee 300"), rules)
    told = refused("stamps-refused", book.sell, goods("coffee 300"), rules, asked)
    assert (told["why"], told["stamps"], told["card"]) == ("stamps-missing", 1, "Two")
    book.sell(goods("coffee 300"), rules)
    sale = book.sale(book.sell(goods("coffee 300"), rules, asked))
    assert (sale.due_minor, sale.earned, sale.redeemed) == (0, 0, 0)
    assert summed(book.counts).get((False, "stamps:two", None), 0) == 0


def test_a_free_coffee_that_comes_back_fills_the_card_again() -> None:
    rules = program(stamps=(StampRule("two", "Two", 2, COFFEE),))
    book = Book(DAY)
    bought = book.sell(goods("coffee 600 x2"), rules)
    free = book.sell(goods("coffee 300, tea 200"), rules, [Chosen(stamps="two")])
    key = False, "stamps:two", None
    assert key not in summed(book.counts)
    returned, _ = book.give_back(free, rules, (1, 0))
    assert (returned.refund_minor, summed(book.counts)[key]) == (0, 2)
    book.give_back(bought, rules, (1,))
    assert summed(book.counts)[key] == 1
    book.give_back(bought, rules, (1,))
    assert key not in summed(book.counts)


def test_a_card_whose_coffees_came_back_is_owed_stamps() -> None:
    rules = program(stamps=(StampRule("two", "Two", 2, COFFEE),))
    book = Book(DAY)
    bought = book.sell(goods("coffee 600 x2"), rules)
    book.sell(goods("coffee 300"), rules, [Chosen(stamps="two")])
    book.give_back(bought, rules)
    (card,) = quote(rules, book.scene, goods("coffee 300")).cards
    assert (card.stamps, card.missing) == (-2, 4)


def test_stamps_of_an_old_paper_card_count_like_others() -> None:
    moved = [Count(stamps_of("ten"), 8), Count(paper_of("ten", "0815"), 1, shop=True)]
    at = scene(counts=[*moved, Count(stamps_of("ten"), 2)])
    assert tried(RULES, at, goods("coffee 300"), [Chosen(stamps="ten")])[0].minor == (300,)


def test_nobody_has_a_stamp_card_without_being_a_member() -> None:
    book = Book(DAY)
    sale = book.sale(book.sell(goods("coffee 300"), RULES, member=None))
    assert sale.counts == ()
    assert quote(RULES, scene(), basket(100)).cards
