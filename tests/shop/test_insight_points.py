"""Points as figures count them: by hand, and against members' balances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from loyalty.basket import Basket, Line
from loyalty.insight.liability.ladder import Issue
from loyalty.ledger.entry import Account, Kind
from loyalty.redemption.quote import Chosen
from loyalty.rules.program import ExpiryKind, ExpiryRule
from pos.adjusting import adjust
from pos.counter import confirm
from pos.demo import demo_program
from pos.insight.liability import point_value
from pos.returns import confirm_return
from pos.shop import Shop
from pos.store.insight.money import kinds
from pos.store.insight.points import flow, issues, moved, open_points, paid_a_point
from pos.store.insight.reading import InsightView, open_view
from tests.shop.claim_desk import bert
from tests.shop.house import act, anna, balance, clock_of, goods, sale

MARCH = date(2026, 3, 2)


@pytest.fixture
def view(shop: Shop) -> Iterator[InsightView]:
    with open_view(shop.store, "EUR") as opened:
        yield opened


def days_on(shop: Shop, days: int) -> None:
    clock_of(shop).advance(timedelta(days=days))


def test_earned_and_spent_are_net_of_what_came_back(shop: Shop, view: InsightView) -> None:
    one, other = anna(shop), bert(shop)
    sale(shop, one, 20_000)
    sale(shop, other, 1_000)
    back = sale(shop, other, 3_000)
    confirm_return(shop, act(shop), back.entry.key)
    adjust(shop, act(shop), one.id, 5, "Coffee was cold", "sam")
    spent = confirm(shop, act(shop), goods(1_000), one.id, [Chosen(points=50)])
    view.refresh()
    found = flow(view, MARCH, MARCH)
    earned = 200 + 10 + spent.sale.earned
    assert (found.earned, found.spent, found.members) == (earned, spent.sale.redeemed, 2)
    held = open_points(view)
    assert (held.points, held.members) == (balance(shop, one) + balance(shop, other), 2)
    assert sum(held.ageing.values()) == held.points
    by_hand = moved(view, MARCH, MARCH)
    assert by_hand[Account.ADJUSTED, Kind.ADJUSTMENT] == -5
    assert sum(by_hand.values()) == 0
    assert paid_a_point(view, MARCH, MARCH) == (spent.sale.paid_minor, spent.sale.redeemed)
    assert flow(view, MARCH + timedelta(days=1), MARCH + timedelta(days=9)).earned == 0


def test_spends_belong_to_the_month_their_points_were_earned_in(
    shop: Shop, view: InsightView
) -> None:
    member = anna(shop)
    sale(shop, member, 20_000)
    days_on(shop, 31)
    spent = confirm(shop, act(shop), goods(1_000), member.id, [Chosen(points=50)])
    days_on(shop, 31)
    again = confirm(shop, act(shop), goods(1_000), member.id, [Chosen(points=50)])
    view.refresh()
    april, may = spent.sale.earned, again.sale.earned
    first = spent.sale.redeemed, again.sale.redeemed
    assert issues(view, shop.today) == (
        Issue(200, (0, *first)),
        Issue(april, (0, 0)),
        Issue(may, (0,)),
    )
    confirm_return(shop, act(shop), again.entry.key)
    view.refresh()
    assert issues(view, shop.today)[0] == Issue(200, (0, first[0], 0))
    assert issues(view, MARCH) == (Issue(200, (0,)),)


def test_points_end_by_month_and_sliding_ones_by_the_last_act(
    shop: Shop, view: InsightView
) -> None:
    sliding = replace(
        demo_program(),
        number=2,
        starts_on=MARCH + timedelta(days=1),
        expiry=ExpiryRule(ExpiryKind.SLIDING, months=6),
    )
    with shop.store.writing() as work:
        work.add_program(sliding)
    days_on(shop, 1)
    member = anna(shop)
    sale(shop, member, 1_000)
    days_on(shop, 40)
    sale(shop, member, 1_000)
    view.refresh()
    assert dict(open_points(view).ageing) == {"2026-10": 20}


def test_a_point_is_worth_what_the_program_takes_off(shop: Shop, view: InsightView) -> None:
    tender = demo_program().tender
    assert tender is not None
    found = point_value(shop, view, shop.today)
    assert (found.basis, found.cost) == ("tender", None)
    assert found.revenue * tender.step_points == tender.step_minor


def test_who_buys_of_two_kinds_is_counted_in_their_first_ninety_days(
    shop: Shop, view: InsightView
) -> None:
    def buy(member: object, *categories: str) -> None:
        lines = tuple(Line(kind, 300, category=kind) for kind in categories)
        confirm(shop, act(shop), Basket("EUR", lines), getattr(member, "id", None), [])

    one, other = anna(shop), bert(shop)
    buy(one, "bread")
    buy(other, "bread")
    days_on(shop, 90)
    buy(one, "cake")
    days_on(shop, 5)
    buy(other, "cake")  # five days too late
    view.refresh()
    assert kinds(view, MARCH, shop.today) == (1, 1)
    assert kinds(view, MARCH, MARCH + timedelta(days=89)) == (0, 0)
