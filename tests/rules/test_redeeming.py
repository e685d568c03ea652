"""Quote and sale: what is offered is granted, what is refused is refused with the same reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.basket import MOST_LINES, Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, Lot
from loyalty.ledger.documents import sale_from
from loyalty.ledger.entry import EntryKey, LotRef
from loyalty.members.history import Scene, Standing
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen, quote
from loyalty.redemption.tendering import tender
from loyalty.rules.program import BaseRates, Program, Reward, RewardKind, TenderRule
from loyalty.sales.selling import sell
from tests.rules.book import MEMBER, Book, refused
from tests.rules.makers import (
    COFFEE,
    DAY,
    FIVER,
    Step,
    basket,
    baskets,
    granted,
    histories,
    played,
    program,
    programs,
    wishes,
)


def holding(points: int) -> Account:
    lots = (Lot(LotRef(EntryKey(1, 1, 1), 0, None), points),) if points else ()
    return Account(lots)


def before(points: int) -> Scene:
    """A member with so many points at the counter."""
    return Scene(DAY, standing=Standing(Member(MEMBER, "Ann", "", DAY), holding(points)))


def book_with(points: int) -> Book:
    """A book whose member earned exactly so many points in one sale."""
    book = Book(DAY)
    if points:
        book.sell(basket(points), program(base=BaseRates(1, 1)))
    assert book.account.balance == points
    return book


# step: points/minor. "-" is no limit. limits: codes in order, "-" when nothing capped it.
TENDERS = """
step    min  percent most | asked have  total unpaid before | points money limits
100/100 0    100     -    | 500   1000  9900  9900   0      | 500    500   -
100/100 0    100     -    | 550   1000  9900  9900   0      | 500    500   -
100/100 0    100     -    | 99    1000  9900  9900   0      | 0      0     step
100/100 0    100     -    | 0     1000  9900  9900   0      | 0      0     step
100/100 0    100     -    | -300  1000  9900  9900   0      | 0      0     step
100/100 0    100     -    | 1000  350   9900  9900   0      | 300    300   balance
100/100 0    100     -    | 1000  0     9900  9900   0      | 0      0     balance
100/100 0    100     -    | 1000  1000  450   450    0      | 400    400   basket
100/100 0    100     -    | 1000  1000  9900  250    0      | 200    200   basket
100/100 0    100     -    | 1000  1000  99    99     0      | 0      0     basket
100/100 0    50      -    | 1000  1000  1500  1500   0      | 700    700   percent
100/100 0    0       -    | 1000  1000  1500  1500   0      | 0      0     percent
100/100 0    50      -    | 1000  1000  1500  900    600    | 100    100   percent basket
100/100 0    50      -    | 1000  1000  1500  750    750    | 0      0     percent basket
100/100 0    100     300  | 1000  1000  9900  9900   0      | 300    300   most
100/100 0    100     300  | 1000  1000  9900  9700   200    | 100    100   most
100/100 0    100     300  | 1000  1000  9900  9600   300    | 0      0     most
100/100 0    100     350  | 1000  1000  9900  9900   0      | 300    300   most
100/100 0    100     0    | 1000  1000  9900  9900   0      | 0      0     most
100/100 500  100     -    | 400   1000  9900  9900   0      | 0      0     minimum
100/100 500  100     -    | 500   1000  9900  9900   0      | 500    500   -
100/100 500  100     -    | 1000  400   9900  9900   0      | 0      0     balance minimum
100/100 500  100     -    | 0     400   9900  9900   0      | 0      0     step minimum
100/100 500  20      -    | 1000  1000  1500  1500   0      | 0      0     percent minimum
7/3     0    100     -    | 20    1000  10    10     0      | 14     6     -
7/3     0    100     -    | 100   1000  10    10     0      | 21     9     basket
1/5     0    100     -    | 3     1000  14    14     0      | 2      10    basket
1/1     0    33      -    | 999   1000  100   100    0      | 33     33    percent basket
"""


@pytest.mark.parametrize("row", TENDERS.strip().splitlines()[1:])
def test_points_as_money_are_capped_and_every_cap_is_named(row: str) -> None:
    rules, facts, outcome = (part.split() for part in row.split("|"))
    points, money = (int(n) for n in rules[0].split("/"))
    most = None if rules[3] == "-" else int(rules[3])
    rule = TenderRule(points, money, int(rules[1]), int(rules[2]), most)
    offer = tender(rule, *(int(n) for n in facts))
    limits = [] if outcome[2] == "-" else [f"tender-{limit}" for limit in outcome[2:]]
    assert (offer.applied, offer.value_minor) == (int(outcome[0]), int(outcome[1]))
    assert [why.code for why in offer.limits] == limits


def test_without_points_as_money_the_answer_says_so() -> None:
    offer = tender(None, 100, 1000, 9900, 9900)
    assert (offer.applied, offer.value_minor) == (0, 0)
    assert [why.code for why in offer.limits] == ["tender-off"]


@given(
    st.integers(1, 50),
    st.integers(1, 50),
    st.integers(0, 100),
    st.integers(0, 100),
    st.none() | st.integers(0, 500),
    st.lists(st.integers(-50, 2000), min_size=5, max_size=5),
)
def test_a_tender_keeps_every_limit(
    points: int, money: int, least: int, percent: int, most: int | None, facts: list[int]
) -> None:
    asked, have, total, unpaid, before = facts[0], *(max(0, fact) for fact in facts[1:])
    rule = TenderRule(points, money, least, percent, most)
    before = min(before, total)
    unpaid = min(unpaid, total - before)
    offer = tender(rule, asked, have, total, unpaid, before)
    assert 0 <= offer.applied <= max(0, asked)
    assert offer.applied <= have
    assert offer.applied % points == 0
    assert offer.value_minor * points == offer.applied * money
    assert offer.value_minor <= unpaid
    if offer.applied:
        assert offer.applied >= least
        assert (offer.value_minor + before) * 100 <= total * percent
        assert most is None or offer.value_minor + before <= most
    else:
        assert offer.limits, "a no needs a reason"


SOON = Reward("soon", "Soon", RewardKind.GIFT, 5, 1, starts_on=DAY + timedelta(days=1))
PAST = Reward("past", "Past", RewardKind.GIFT, 5, 1, ends_on=DAY - timedelta(days=1))
TODAY_ONLY = Reward("today", "Today", RewardKind.GIFT, 5, 1, starts_on=DAY, ends_on=DAY)
ALL = program(rewards=(COFFEE, FIVER, SOON, PAST, TODAY_ONLY))

REFUSALS = """
reward | points | basket | reason               | facts
coffee | 40     | 100    |                      |
coffee | 39     | 100    | points-missing       | points=1
coffee | 0      | 100    | points-missing       | points=40
fiver  | 30     | 600    |                      |
fiver  | 30     | 599    | spend-more           | missing_minor=1
fiver  | 29     | 599    | points-missing       | points=1
soon   | 99     | 100    | reward-not-yet       | from=2025-02-01
soon   | 0      | 100    | reward-not-yet       | from=2025-02-01
past   | 99     | 100    | reward-ended         | until=2025-01-30
today  | 99     | 100    |                      |
"""


@pytest.mark.parametrize("row", REFUSALS.strip().splitlines()[1:])
def test_every_no_has_its_reason_in_the_quote_and_in_the_sale(row: str) -> None:
    name, points, amount, reason, facts = (part.strip() for part in row.split("|"))
    book = book_with(int(points))
    offers = {o.reward.id: o for o in quote(ALL, book.scene, basket(int(amount))).rewards}
    if not reason:
        assert offers[name].refused is None
        book.sell(basket(int(amount)), ALL, [Chosen(name)])
        return
    told = refused("reward-refused", book.sell, basket(int(amount)), ALL, [Chosen(name)])
    assert told.pop("why") == reason
    assert told.pop("reward") == ALL.reward(name).name
    assert [f"{key}={value}" for key, value in told.items()] == [facts]
    if name == "past":
        assert name not in offers
    else:
        why = offers[name].refused
        assert why is not None
        assert (why.code, dict(why.facts)) == (reason, told)


def test_a_reward_worth_more_than_is_left_to_pay_is_refused() -> None:
    book = book_with(500)
    rules = program(rewards=(FIVER,), tender=TenderRule(1, 1))
    asked = [Chosen(points=200), Chosen("fiver")]
    told = refused("reward-refused", book.sell, basket(600), rules, asked)
    assert (told["why"], told["missing_minor"]) == ("basket-below-reward", 100)


@given(programs(), histories(), baskets())
def test_quote_and_sale_agree(rules: Program, history: list[Step], goods: Basket) -> None:
    book = played(rules, history)
    found = quote(rules, book.scene, goods)
    for offer in found.rewards:
        trial = book.copied()
        try:
            trial.sell(goods, rules, [Chosen(offer.reward.id)])
            reason = None
        except LoyaltyError as no:
            reason = no.facts["why"]
        assert reason == (offer.refused.code if offer.refused else None)
    if found.tender.applied:
        sale = book.sale(book.sell(goods, rules, [Chosen(points=found.tender.applied)]))
        assert (sale.redeemed, sale.paid_minor) == (found.tender.applied, found.tender.value_minor)
    else:
        asked = [Chosen(points=found.spendable)]
        told = refused("tender-refused", book.sell, goods, rules, asked)
        assert told["why"] == found.tender.limits[0].code


def test_rewards_are_offered_cheapest_first_and_the_next_one_only_lacks_points() -> None:
    found = quote(ALL, before(10), basket(1000))
    assert [offer.reward.id for offer in found.rewards] == ["soon", "today", "fiver", "coffee"]
    assert found.next_reward is not None
    assert (found.next_reward.reward, found.next_reward.missing) == (FIVER, 20)


def test_a_reward_that_has_not_begun_is_never_the_next() -> None:
    rules = program(rewards=(SOON, COFFEE))
    found = quote(rules, before(0), basket(1000)).next_reward
    assert found is not None
    assert found.reward == COFFEE


def test_with_everything_in_reach_there_is_no_next_reward() -> None:
    assert quote(ALL, before(99), basket(1000)).next_reward is None


def test_half_of_a_basket_twice_is_still_half() -> None:
    rules = program(tender=TenderRule(1, 1, most_percent=50))
    book = book_with(2000)
    asked = [Chosen(points=1000), Chosen(points=1000)]
    assert refused("tender-refused", book.sell, basket(1000), rules, asked)["why"] == (
        "tender-percent"
    )
    sale = book.sale(book.sell(basket(1000), rules, [Chosen(points=300), Chosen(points=300)]))
    assert [used.value_minor for used in sale.used] == [300, 200]


def test_the_same_points_are_not_spent_on_two_rewards() -> None:
    told = refused(
        "reward-refused",
        book_with(79).sell,
        basket(1000),
        program(),
        [Chosen("coffee"), Chosen("coffee")],
    )
    assert (told["why"], told["points"]) == ("points-missing", 1)


def test_a_gift_is_a_line_that_costs_nothing_and_earns_nothing() -> None:
    rules = program(base=BaseRates(1, 100, per_visit=5, per_item=7))
    standing = Standing(Member(MEMBER, "Ann", "", DAY), holding(40))
    sale, _ = sell(Basket("EUR"), rules, Book(DAY).occasion(), standing, [Chosen("coffee")])
    (line,) = sale.lines
    assert (line.line.reward, line.line.amount_minor, line.paid_points) == ("coffee", 0, 40)
    assert (sale.earned, sale.redeemed, sale.total_minor) == (0, 40, 0)


def test_a_full_basket_may_still_have_its_gift() -> None:
    goods = basket(*[1] * MOST_LINES)
    book = book_with(40)
    assert quote(program(), book.scene, goods).rewards[-1].refused is None
    assert len(book.sale(book.sell(goods, program(), [Chosen("coffee")])).lines) == MOST_LINES + 1


def test_money_off_comes_off_the_lines_that_earn_first() -> None:
    card = Line("gift card", 1000, flags=frozenset({"gift-card"}))
    goods = Basket("EUR", (card, Line("bread", 200), Line("cheese", 200)))
    book = book_with(700)
    sale = book.sale(book.sell(goods, program(tender=TenderRule(1, 1)), [Chosen(points=700)]))
    assert [line.paid_minor for line in sale.lines] == [300, 200, 200]
    assert [line.paid_points for line in sale.lines] == [300, 200, 200]
    assert sale.earned == 0


def test_the_rest_of_a_partly_paid_basket_earns() -> None:
    book = book_with(500)
    sale = book.sale(book.sell(basket(1000), program(), [Chosen(points=500)]))
    assert (sale.due_minor, sale.earned) == (500, 5)


def test_nobody_earns_and_nobody_redeems_without_a_card() -> None:
    book = Book(DAY)
    entry = book.sell(basket(1000), program(), member=None)
    sale = book.sale(entry)
    assert (entry.member, entry.postings, sale.earned, sale.earned_until) == (None, (), 0, None)
    returned, back = book.give_back(entry, program())
    assert (returned.refund_minor, returned.clawed, back.postings) == (1000, 0, ())
    refused("redeem-needs-member", book.sell, basket(1000), program(), [Chosen("coffee")], None)


@pytest.mark.parametrize(
    ("code", "goods", "asked"),
    [
        ("basket-empty", Basket("EUR"), []),
        ("basket-currency", basket(100, currency="USD"), []),
        ("reward-unknown", basket(100), [Chosen("x" * 99)]),
        ("tender-refused", basket(100), [Chosen()]),
        ("tender-refused", basket(100), [Chosen(points=-100)]),
        ("tender-refused", Basket("EUR"), [Chosen(points=100)]),
    ],
)
def test_a_sale_that_cannot_be_is_refused(code: str, goods: Basket, asked: list[Chosen]) -> None:
    refused(code, book_with(500).sell, goods, program(), asked)


@given(programs(), histories(), baskets(), wishes())
def test_a_sale_adds_up_line_by_line(
    rules: Program, history: list[Step], goods: Basket, asked: tuple[Chosen, ...]
) -> None:
    book = played(rules, history)
    spendable = book.account.spendable(book.on)
    granted(book, rules, goods, asked)
    entry = book.entries[-1]
    sale = book.sale(entry)
    assert sum(line.earned for line in sale.lines) == sale.earned == sale.explanation.points
    assert sum(line.paid_points for line in sale.lines) == sale.redeemed <= spendable
    assert sum(lot.points for lot in sale.drawn) == sale.redeemed
    assert sum(used.value_minor for used in sale.used if used.reward != "coffee") == sale.paid_minor
    assert 0 <= sale.paid_minor <= sale.total_minor == goods.total_minor
    assert sale.due_minor == sale.total_minor - sale.paid_minor
    for line in sale.lines:
        assert 0 <= line.paid_minor <= line.line.amount_minor
        assert line.earned >= 0
        assert line.paid_points >= 0
        assert not (line.line.reward and line.earned)
        assert (
            line.line.amount_minor == 0
            or line.paid_minor < line.line.amount_minor
            or not (line.earned)
        )
    assert sum(posting.points for posting in entry.postings) == 0


@given(programs(), histories(), baskets(), wishes())
def test_a_sale_is_read_back_from_its_body_as_it_was(
    rules: Program, history: list[Step], goods: Basket, asked: tuple[Chosen, ...]
) -> None:
    book = played(rules, history)
    granted(book, rules, goods, asked)
    occasion_free = book.sale(book.entries[-1])
    entry = book.entries[-1]
    again = sale_from(entry.body, entry.source, entry.member, entry.program)
    assert again == occasion_free
    assert again.explanation.points == again.earned
    assert again.explanation.line_points == tuple(line.earned for line in again.lines)


def test_points_end_as_the_program_said_on_the_day_of_the_sale() -> None:
    book = Book(date(2025, 1, 31))
    entry = book.sell(basket(1000), program())
    assert book.sale(entry).earned_until is None
    assert [lot.ref.key for lot in book.account.lots] == [entry.key]


@pytest.mark.parametrize(("language", "name"), [("ko", "커피"), ("en", "Coffee"), ("", "Coffee")])
def test_a_reward_has_a_name_in_each_language(language: str, name: str) -> None:
    reward = Reward("c", "Coffee", RewardKind.GIFT, 1, 1, names=(("ko", "커피"),))
    assert reward.name_in(language) == name
