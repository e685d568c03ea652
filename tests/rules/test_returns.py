"""Returns as a shop owner meets them: one story a test."""

from __future__ import annotations

import pytest

from loyalty.basket import Basket, Line
from loyalty.ledger.account import Account
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Kind
from loyalty.redemption.quote import Chosen
from loyalty.rules.program import BaseRates, Missing, TenderRule
from tests.rules.book import MEMBER, Book, refused
from tests.rules.makers import DAY, basket, missing, program
from tests.rules.stories import CENTS, POINTWISE, RULES, lots, spent


def test_a_returned_unit_takes_back_exactly_what_it_was_given() -> None:
    book = Book(DAY)
    sale = book.sell(basket(1000, units=3), RULES)
    clawed = [book.give_back(sale, RULES, [1])[0] for _ in range(3)]
    assert [part.clawed for part in clawed] == [334, 333, 333]
    assert [part.refund_minor for part in clawed] == [334, 333, 333]
    assert book.account == Account()


def test_points_and_money_that_paid_a_line_come_back_in_their_shares() -> None:
    book = Book(DAY)
    book.sell(basket(500), RULES)
    sale = book.sell(basket(600, 400), RULES, [Chosen(points=500)])
    returned, _ = book.give_back(sale, RULES, [1, 0])
    assert (returned.restored, returned.refund_minor, returned.clawed) == (300, 300, 300)


def test_points_come_back_into_their_old_lots_last_drawn_first() -> None:
    book = Book(DAY)
    book.sell(basket(100), RULES)
    book.sell(basket(100), RULES)
    sale = spent(book, 150)
    assert lots(book) == [(2, 50)]
    line = book.sold(sale).sale.lines[0].line
    assert line.units == 1
    book.give_back(sale, RULES)
    assert lots(book) == [(1, 100), (2, 100)]


def test_half_of_a_redemption_restored_leaves_what_half_would_have_left() -> None:
    book = Book(DAY)
    book.sell(basket(100), RULES)
    book.sell(basket(100), RULES)
    whole, half = book.copied(), book.copied()
    no_points = program(base=BaseRates(0, 1), tender=POINTWISE)
    sale = whole.sell(basket(180, units=2), no_points, [Chosen(points=180)])
    whole.give_back(sale, RULES, [1])
    half.sell(basket(90), no_points, [Chosen(points=90)])
    assert lots(whole) == lots(half) == [(1, 10), (2, 100)]


POLICIES = """
policy       | tender | clawed waived owed bought kept refund | balance
into-deficit | 1/1    | 100    0      80   0      0    100    | -80
to-zero      | 1/1    | 20     80     0    0      0    100    | 0
refund-less  | 1/1    | 100    0      0    80     80   20     | 0
refund-less  | 100/1  | 100    0      0    80     0    100    | 0
refund-less  | 1/2    | 100    0      30   50     100  0      | -30
refund-less  | -      | 100    0      80   0      0    100    | -80
"""


@pytest.mark.parametrize("row", POLICIES.strip().splitlines()[1:])
def test_points_already_spent_are_borne_as_the_program_says(row: str) -> None:
    how, rate, outcome, balance = (part.strip() for part in row.split("|"))
    tender = TenderRule(*map(int, rate.split("/"))) if rate != "-" else None
    book = Book(DAY)
    sale = book.sell(basket(100), RULES)
    spent(book, 80)
    rules = missing(Missing(how), base=CENTS, tender=tender)
    back, _ = book.give_back(sale, rules)
    found = [back.clawed, back.waived, back.owed, back.bought, back.kept_minor, back.refund_minor]
    assert found == [int(n) for n in outcome.split()]
    assert book.account.balance == int(balance)


def test_a_point_has_no_price_in_another_currency_than_the_sale_s() -> None:
    book = Book(DAY)
    sale = book.sell(basket(100), RULES)
    spent(book, 80)
    rules = missing(Missing.REFUND_LESS, base=CENTS, tender=POINTWISE, currency="KRW")
    back, _ = book.give_back(sale, rules)
    assert (back.kept_minor, back.bought, back.owed) == (0, 0, 80)


def test_what_is_owed_is_paid_by_the_next_credit_before_anything_is_spendable() -> None:
    book = Book(DAY)
    sale = book.sell(basket(100), RULES)
    spent(book, 80)
    book.give_back(sale, RULES)
    assert (book.account.owed, book.account.spendable(DAY)) == (80, 0)
    book.sell(basket(100), RULES)
    assert (book.account.owed, lots(book)) == (0, [(4, 20)])


def test_buying_and_returning_again_and_again_gains_nothing() -> None:
    for how in Missing:
        rules = missing(how, base=CENTS, tender=POINTWISE)
        book = Book(DAY)
        for _ in range(5):
            sale = book.sell(basket(100), rules)
            book.give_back(sale, rules)
        assert book.account == Account()


def test_a_debt_is_not_settled_by_buying_and_returning() -> None:
    """The shop waives spent points; an old debt that the sale had paid is another matter."""
    book = Book(DAY)
    sale = book.sell(basket(100), RULES)
    spent(book, 80)
    book.give_back(sale, RULES)
    owed = book.account
    for how in Missing:
        rules = missing(how, base=CENTS, tender=POINTWISE)
        again = book.sell(basket(60), rules)
        assert book.account.owed == 20
        back, _ = book.give_back(again, rules)
        assert book.account == owed, how
        assert (back.waived, back.bought, back.kept_minor) == (0, 0, 0)


def test_half_a_return_owes_again_what_half_the_sale_would_not_have_paid() -> None:
    book = Book(DAY)
    one, two = book.sell(basket(10), RULES), book.sell(basket(10), RULES)
    spent(book, 20)
    book.give_back(one, RULES)
    book.give_back(two, RULES)
    half = book.copied()
    half.sell(basket(10), RULES)
    sale = book.sell(basket(20, units=2), RULES)
    assert book.account == Account()
    book.give_back(sale, RULES, [1])
    assert book.account == half.account
    assert [debt.ref.key for debt in book.account.debts] == [two.key]


def test_unit_by_unit_keeps_as_much_money_as_all_at_once() -> None:
    """Three points at two for a cent cost one cent together, and not three times nothing."""
    rules = missing(Missing.REFUND_LESS, base=BaseRates(1, 100), tender=TenderRule(2, 1))
    at_once, by_unit = Book(DAY), Book(DAY)
    for book in (at_once, by_unit):
        sale = book.sell(basket(300, units=3), rules)
        book.sell(basket(100), program(base=BaseRates(0, 1), tender=POINTWISE), [Chosen(points=3)])
    whole, _ = at_once.give_back(at_once.entries[0], rules)
    parts = [by_unit.give_back(by_unit.entries[0], rules, [1])[0] for _ in range(3)]
    assert [part.kept_minor for part in parts] == [0, 1, 0]
    assert whole.kept_minor == 1
    assert at_once.account == by_unit.account
    assert sale.kind is Kind.SALE


def test_two_steps_do_not_keep_what_one_step_takes() -> None:
    """Waived with the first line, taken from what the second line gives back."""
    rules = missing(Missing.WAIVE, base=CENTS, tender=POINTWISE)
    flags = frozenset({"gift-card"})
    goods = Basket("EUR", (Line("bread", 100), Line("card", 100, flags=flags)))
    book = Book(DAY)
    book.sell(basket(200), RULES)
    sale = book.sell(goods, rules, [Chosen(points=200)])
    assert [line.paid_points for line in book.sale(sale).lines] == [100, 100]
    both = book.sell(goods, rules)
    spent(book, 100)
    assert book.account == Account()
    steps = book.copied()
    one, _ = book.give_back(both, rules)
    assert (one.waived, one.clawed) == (100, 0)
    first, _ = steps.give_back(both, rules, [1, 0])
    second, _ = steps.give_back(both, rules, [0, 1])
    assert first.waived + second.waived == one.waived
    assert steps.account == book.account


def test_an_earlier_waiver_is_reclaimed_from_points_given_back() -> None:
    rules = missing(Missing.WAIVE, base=CENTS, tender=TenderRule(1, 1, most_minor=100))
    goods = Basket("EUR", (Line("earns", 100), Line("coffee", 0, units=1)))
    book = Book(DAY)
    book.sell(basket(140), RULES)
    sale = book.sell(goods, program(base=CENTS), [Chosen("coffee")])
    spent(book, 200)
    assert book.account == Account()
    at_once = book.copied()
    whole, _ = at_once.give_back(sale, rules)
    first, _ = book.give_back(sale, rules, [1, 0, 0])
    second, _ = book.give_back(sale, rules, [0, 1, 1])
    assert (whole.clawed, whole.waived, whole.restored) == (40, 60, 40)
    assert (first.clawed, first.waived) == (0, 100)
    assert (second.clawed, second.waived, second.restored) == (40, -40, 40)
    assert book.account == at_once.account == Account()


def test_a_gift_comes_back_as_points_and_no_money() -> None:
    book = Book(DAY)
    book.sell(basket(40), RULES)
    sale = book.sell(basket(500), program(), [Chosen("coffee")])
    back, _ = book.give_back(sale, program(), [0, 1])
    assert (back.restored, back.refund_minor, back.clawed) == (40, 0, 0)
    assert book.sold(sale).units_left == (1, 0)


def test_a_sale_with_reward_and_points_as_money_returns_both() -> None:
    book = Book(DAY)
    book.sell(basket(500), RULES)
    before = book.account
    rules = program(base=CENTS, tender=POINTWISE)
    asked = [Chosen("fiver"), Chosen("coffee"), Chosen(points=120)]
    sale = book.sell(basket(600, 300), rules, asked)
    told = book.sale(sale)
    assert (told.redeemed, told.paid_minor, told.due_minor) == (190, 620, 280)
    parts = [book.give_back(sale, rules, units)[0] for units in ([0, 0, 1], [0, 1, 0], [1, 0, 0])]
    assert sum(part.restored for part in parts) == 190
    assert sum(part.refund_minor for part in parts) == 280
    assert book.account == before


def test_a_void_after_a_partial_return_takes_what_is_left() -> None:
    book = Book(DAY)
    sale = book.sell(basket(1000, units=3), RULES)
    book.give_back(sale, RULES, [1])
    back, _ = book.give_back(sale, RULES)
    assert (back.units, back.refund_minor, back.clawed) == ((2,), 666, 666)
    assert book.account == Account()


def test_sales_in_between_keep_their_points() -> None:
    book = Book(DAY)
    first = book.sell(basket(100), RULES)
    book.sell(basket(70), RULES)
    book.sell(basket(50), RULES)
    book.give_back(first, RULES)
    assert lots(book) == [(2, 70), (3, 50)]


def test_clawed_back_points_beyond_the_own_lot_come_from_the_lots_that_end_last() -> None:
    book = Book(DAY)
    first = book.sell(basket(100), RULES)
    spent(book, 100)
    book.sell(basket(70), RULES)
    book.sell(basket(50), RULES)
    book.give_back(first, RULES)
    assert lots(book) == [(3, 20)]


BAD_UNITS = """
0 0    | return-nothing
1      | return-nothing
1 1 1  | return-nothing
-1 0   | return-too-many
3 0    | return-too-many
-1 1   | return-too-many
99999999999999999999 0 | return-too-many
"""


@pytest.mark.parametrize("row", BAD_UNITS.strip().splitlines())
def test_units_that_were_not_sold_are_refused(row: str) -> None:
    units, code = row.split("|")
    book = Book(DAY)
    sale = book.sell(basket(100, 100, units=2), RULES)
    refused(code.strip(), book.give_back, sale, RULES, [int(n) for n in units.split()])
    assert len(book.entries) == 1


def test_a_refusal_names_the_line_and_what_is_left() -> None:
    book = Book(DAY)
    sale = book.sell(basket(100, 100, units=2), RULES)
    book.give_back(sale, RULES, [0, 1])
    facts = refused("return-too-many", book.give_back, sale, RULES, [0, 2])
    assert facts == {"line": 2, "left": 1}


def test_a_return_s_entry_says_who_when_and_what() -> None:
    book = Book(DAY)
    sale = book.sell(basket(100), RULES)
    returned, entry = book.give_back(sale, RULES)
    assert (entry.kind, entry.member, entry.business_date) == (Kind.RETURN, MEMBER, DAY)
    assert (returned.sale, returned.units, returned.operator) == (sale.key, (1,), "ann")
    assert entry.source == returned.id
    assert [(p.account, p.points) for p in entry.postings] == [
        (Ledger.MEMBER, -100),
        (Ledger.ISSUED, 100),
    ]
