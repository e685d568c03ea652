"""Each kind of reward on small baskets: what it pays line by line, and every reason for a no."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from loyalty.ledger.count import SPEND, Count, summed, taken_of
from loyalty.redemption.chosen import Chosen
from loyalty.redemption.quote import quote
from loyalty.rules.campaign import Campaign
from loyalty.rules.levels import Measure, Tier, TierRules
from loyalty.rules.limits import Limit, Period
from loyalty.rules.program import Reward, RewardKind, TenderRule
from loyalty.rules.which import When, Which
from tests.rules.book import Book, refused
from tests.rules.counter import cells, choices, goods, member, numbers, rows, scene, tried
from tests.rules.makers import DAY, basket, program

CAKE = Which(categories=frozenset({"cake"}))
MONEY, PERCENT = RewardKind.MONEY_OFF, RewardKind.PERCENT_OFF
PRODUCT, GIFT, SERVICE = RewardKind.PRODUCT, RewardKind.GIFT, RewardKind.SERVICE
CATALOGUE = (
    Reward("fiver", "5.00 off", MONEY, 50, 500),
    Reward("cake-two", "2.00 off cake", MONEY, 20, 200, which=CAKE),
    Reward("cake-ten", "2.00 off from 10.00 of cake", MONEY, 20, 200, 1000, which=CAKE),
    Reward("tenth", "10 % off", PERCENT, 30, 0, percent=10),
    Reward("half-cake", "half price cake, at most 3.00", PERCENT, 30, 300, percent=50, which=CAKE),
    Reward("slice", "a free cake", PRODUCT, 40, 0, which=CAKE),
    Reward("slice-three", "a cake up to 3.00", PRODUCT, 40, 300, which=CAKE),
    Reward("any-one", "one thing free", PRODUCT, 60, 0),
    Reward("mug", "Mug", GIFT, 25, 800),
    Reward("wrap", "Gift wrap", SERVICE, 5, 100),
    Reward("hello", "Welcome", GIFT, 0, 100),
)
RULES = program(rewards=CATALOGUE, tender=TenderRule(1, 1))

# pays: minor units off each line, handed-over things as lines of their own.
EFFECTS = """
choices           | points | basket                      | pays     | why not
fiver             | 50     | tea 300, cake 450           | 200 300  |
fiver             | 50     | tea 500                     | 500      |
fiver             | 50     | tea 499                     |          | basket-below-reward 1
fiver             | 50     |                             |          | basket-below-reward 500
fiver             | 50     | gift-card 400, tea 300      | 200 300  |
fiver, fiver      | 99     | tea 2000                    | 500      | points-missing 1
fiver, fiver      | 100    | tea 1000                    | 1000     |
fiver, fiver      | 100    | tea 999                     | 500      | basket-below-reward 1
cake-two          | 20     | tea 300, cake 450           | 0 200    |
cake-two          | 20     | tea 9, cake 100, cake 300   | 0 50 150 |
cake-two          | 20     | tea 900                     |          | no-line-meant
cake-two          | 20     | tea 900, cake 150           |          | basket-below-reward 50
cake-ten          | 20     | tea 900, cake 600           |          | spend-more 400
cake-ten          | 20     | cake 1000                   | 200      |
tenth             | 30     | tea 300, cake 455           | 30 45    |
tenth             | 30     | tea 9                       |          | nothing-left-to-pay
tenth             | 30     |                             |          | no-line-meant
tenth             | 30     | gift-card 5000, tea 300     | 0 30     |
tenth             | 30     | gift-card 5000              |          | nothing-left-to-pay
tenth, tenth      | 60     | tea 1000                    | 190      |
points 500, tenth | 530    | tea 1000                    | 550      |
tenth, points 900 | 930    | tea 1000                    | 1000     |
half-cake         | 30     | tea 900, cake 400           | 0 200    |
half-cake         | 30     | cake 900, cake 100          | 270 30   |
half-cake         | 30     | tea 900                     |          | no-line-meant
slice             | 40     | cake 450, tea 100, cake 320 | 0 0 320  |
slice             | 40     | cake 1000 x3                | 333      |
slice, slice      | 80     | cake 450, cake 320          | 450 320  |
slice, slice      | 80     | cake 450                    | 450      | no-unit-left
points 200, slice | 240    | cake 450                    | 200      | no-unit-left
points 200, slice | 240    | cake 450 x3                 | 350      |
slice             | 40     | tea 100                     |          | no-line-meant
slice-three       | 40     | cake 450                    | 300      |
slice-three       | 40     | cake 280, cake 450          | 280 0    |
any-one           | 60     | gift-card 100, tea 200      | 0 200    |
any-one           | 60     | tea 0, cake 200             | 0 200    |
any-one           | 60     | gift-card 100               |          | no-unit-left
mug               | 25     | tea 200                     | 0 0      |
mug               | 25     |                             | 0        |
mug, wrap         | 30     | tea 200                     | 0 0 0    |
mug               | 24     | tea 200                     |          | points-missing 1
hello             | 0      | tea 200                     | 0 0      |
points 300, mug   | 325    | tea 200                     | 200 0    |
nothing           | 99     | tea 200                     |          | reward-unknown
"""


@pytest.mark.parametrize("row", rows(EFFECTS))
def test_a_reward_pays_its_lines_and_says_why_it_cannot(row: str) -> None:
    asked, points, what, pays, why = cells(row)
    payment, code, told = tried(RULES, scene(int(points)), goods(what), choices(asked))
    assert payment.minor == (numbers(pays) or (0,) * len(payment.basket.lines))
    assert " ".join([code, *map(str, told.values())]).strip() == why
    handed = (RewardKind.GIFT, RewardKind.SERVICE)
    paid = [u for u in payment.used if not u.reward or RULES.reward(u.reward).kind not in handed]
    assert sum(used.value_minor for used in paid) == sum(payment.minor)


LATER, EARLIER = DAY + timedelta(days=1), DAY - timedelta(days=1)
SILVER = TierRules((Tier("silver", "Silver", 100), Tier("gold", "Gold", 500)), Measure.SPEND)
GATES = (
    Reward("soon", "Soon", GIFT, 5, 1, starts_on=LATER),
    Reward("past", "Past", GIFT, 5, 1, ends_on=EARLIER),
    Reward("today", "Today", GIFT, 5, 1, starts_on=DAY, ends_on=DAY),
    Reward("gold", "For gold", GIFT, 5, 1, tiers=frozenset({"gold"})),
    Reward("both", "For both", GIFT, 5, 1, tiers=frozenset({"silver", "gold"})),
    Reward("rare", "Two there are", GIFT, 5, 1, stock=2),
    Reward("basket", "One a basket", GIFT, 5, 1, limits=(Limit(times=1),)),
    Reward("daily", "One a day", GIFT, 5, 1, limits=(Limit(Period.DAY, times=1),)),
    Reward("weekly", "Two a week", GIFT, 5, 1, limits=(Limit(Period.WEEK, times=2),)),
    Reward("monthly", "Ten points a month", GIFT, 5, 1, limits=(Limit(Period.MONTH, 14),)),
    Reward("yearly", "One a year", GIFT, 5, 1, limits=(Limit(Period.YEAR, times=1),)),
    Reward("once", "Once", GIFT, 5, 1, limits=(Limit(Period.EVER, times=1),)),
    Reward("cake-day", "Birthday", GIFT, 5, 1, birthday_days=3),
)
GATED = program(rewards=GATES, tiers=SILVER)

# before: taken so many times, so many days ago; "shop": by others. The day is a Friday.
NOES = """
reward   | before        | spent | birthday   | why not                 | facts
soon     |               | 0     |            | reward-not-yet          | from=2025-02-01
past     |               | 0     |            | reward-ended            | until=2025-01-30
today    |               | 0     |            |                         |
gold     |               | 0     |            | reward-tier             | tier=Gold
gold     |               | 499   |            | reward-tier             | tier=Gold
gold     |               | 500   |            |                         |
both     |               | 99    |            | reward-tier             | tier=Silver, Gold
both     |               | 100   |            |                         |
rare     | shop 1        | 0     |            |                         |
rare     | shop 2        | 0     |            | reward-sold-out         |
basket   | 1 today       | 0     |            |                         |
daily    | 1 today       | 0     |            | reward-limit-day        | times=1
daily    | 1 yesterday   | 0     |            |                         |
weekly   | 1 4-days-ago  | 0     |            |                         |
weekly   | 2 4-days-ago  | 0     |            | reward-limit-week       | times=2
weekly   | 2 5-days-ago  | 0     |            |                         |
monthly  | 1 30-days-ago | 0     |            |                         |
monthly  | 2 30-days-ago | 0     |            | reward-limit-month      | times=2
monthly  | 2 31-days-ago | 0     |            |                         |
yearly   | 1 30-days-ago | 0     |            | reward-limit-year       | times=1
yearly   | 1 31-days-ago | 0     |            |                         |
once     | 1 900-days-ago| 0     |            | reward-limit-ever       | times=1
once     |               | 0     |            |                         |
cake-day |               | 0     |            | reward-birthday-unknown |
cake-day |               | 0     | 1990-01-28 |                         |
cake-day |               | 0     | 1990-01-27 | reward-not-birthday     | from=2026-01-24
cake-day |               | 0     | --02-03    |                         |
cake-day |               | 0     | --02-04    | reward-not-birthday     | from=2025-02-01
"""
AGO = {"today": 0, "yesterday": 1}


@pytest.mark.parametrize("row", rows(NOES))
def test_a_reward_is_for_some_and_not_for_others(row: str) -> None:
    name, before, spent, birthday, why, facts = cells(row)
    counts = [Count(SPEND, int(spent), EARLIER)]
    if before.startswith("shop"):
        counts.append(Count(taken_of(name), int(before.split()[1]), shop=True))
    elif before:
        times, ago = before.split()
        days = AGO[ago] if ago in AGO else int(ago.removesuffix("-days-ago"))
        counts.append(Count(taken_of(name), int(times), DAY - timedelta(days=days)))
    at = scene(99, counts, who=member(birthday))
    _, code, told = tried(GATED, at, basket(100), [Chosen(name)])
    assert (code, " ".join(f"{n}={fact}" for n, fact in told.items())) == (why, facts)
    offers = {offer.reward.id: offer.refused for offer in quote(GATED, at, basket(100)).rewards}
    if name == "past":
        assert name not in offers
    else:
        found = offers[name]
        assert (found.code if found else "") == why


@pytest.mark.parametrize("name", ["basket", "daily", "once"])
def test_a_limit_counts_what_is_in_the_basket_already(name: str) -> None:
    payment, code, _ = tried(GATED, scene(99), basket(100), [Chosen(name), Chosen(name)])
    assert (len(payment.used), code[:13]) == (1, "reward-limit-")


def test_the_last_one_in_stock_is_not_given_twice() -> None:
    at = scene(99, [Count(taken_of("rare"), 1, shop=True)])
    payment, code, _ = tried(GATED, at, basket(100), [Chosen("rare"), Chosen("rare")])
    assert (len(payment.used), code) == (1, "reward-sold-out")


@pytest.mark.parametrize(
    ("birthday", "on", "holds"),
    [
        ("--01-01", date(2024, 12, 29), True),
        ("--01-01", date(2024, 12, 28), False),
        ("--12-31", date(2025, 1, 3), True),
        ("--12-31", date(2025, 1, 4), False),
        ("2000-02-29", date(2025, 3, 3), True),
        ("2000-02-29", date(2025, 3, 4), False),
        ("2000-02-29", date(2024, 3, 3), True),
        ("2000-02-29", date(2024, 3, 4), False),
    ],
)
def test_a_birthday_is_near_over_the_years_end_and_on_leap_days(
    birthday: str, on: date, holds: bool
) -> None:
    at = scene(99, on=on, who=member(birthday))
    _, code, _ = tried(GATED, at, basket(100), [Chosen("cake-day")])
    assert code == ("" if holds else "reward-not-birthday")


def test_what_others_hold_is_said_only_where_it_is_what_is_missing() -> None:
    rules = program(tender=TenderRule(10, 10))
    at = scene(60, held=30)
    _, code, facts = tried(rules, at, basket(900), [Chosen("coffee")])
    assert (code, facts) == ("points-held", {"points": 30})
    assert tried(rules, scene(40, held=1), basket(900), [Chosen("coffee")])[1] == "points-held"
    _, code, facts = tried(rules, scene(30, held=5), basket(900), [Chosen("coffee")])
    assert (code, facts) == ("points-missing", {"points": 15})
    payment, code, _ = tried(rules, at, basket(900), [Chosen(points=60)])
    assert (payment.minor, code) == ((30,), "")
    offer = quote(rules, at, basket(900))
    assert (offer.spendable, offer.tender.applied) == (30, 30)
    _, code, facts = tried(rules, scene(30, held=30), basket(900), [Chosen(points=30)])
    assert (code, facts) == ("points-held", {"points": 30})


def test_a_reward_of_a_campaign_is_there_while_the_campaign_holds() -> None:
    mug = Reward("mug", "Mug", GIFT, 5, 1)
    holds = Campaign("spring", "Spring", When(DAY, DAY), rewards=(mug,))
    rules = program(campaigns=(holds,))
    asked = [Chosen("mug")]
    assert tried(rules, scene(9), basket(100), asked)[1] == ""
    assert "mug" in {offer.reward.id for offer in quote(rules, scene(9), basket(100)).rewards}
    tomorrow = scene(9, on=LATER)
    assert tried(rules, tomorrow, basket(100), asked)[1] == "reward-not-now"
    assert "mug" not in {o.reward.id for o in quote(rules, tomorrow, basket(100)).rewards}


def test_what_was_taken_comes_back_with_its_line_or_with_the_last_unit() -> None:
    limited = Reward("mug", "Mug", GIFT, 5, 1, stock=3, limits=(Limit(Period.EVER, times=1),))
    tenth = Reward("tenth", "10 % off", PERCENT, 5, 0, percent=10, stock=3)
    rules = program(rewards=(limited, tenth))
    book = Book(DAY)
    book.sell(basket(2000), rules)
    sale = book.sell(basket(1000), rules, [Chosen("mug"), Chosen("tenth")])
    mine, shops = (False, "taken:mug", DAY), (True, "taken:mug", None)
    assert (summed(book.counts)[mine], summed(book.counts)[shops]) == (1, 1)
    assert refused("reward-refused", book.sell, basket(1000), rules, [Chosen("mug")])["why"] == (
        "reward-limit-ever"
    )
    book.give_back(sale, rules, (0, 1))
    assert mine not in summed(book.counts)
    assert shops not in summed(book.counts)
    assert summed(book.counts)[True, "taken:tenth", None] == 1
    book.give_back(sale, rules)
    assert (True, "taken:tenth", None) not in summed(book.counts)


def test_every_reward_of_the_tables_is_worth_what_its_sale_says() -> None:
    at = scene(99)
    for offer in quote(RULES, at, goods("tea 900, cake 600")).rewards:
        asked = [Chosen(offer.reward.id)]
        payment, code, _ = tried(RULES, at, goods("tea 900, cake 600"), asked)
        assert code == (offer.refused.code if offer.refused else "")
        assert offer.value_minor == sum(used.value_minor for used in payment.used)
