"""The manager's first screen of shops of every size: none, three members, and enough to tell."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from loyalty.codes import member_card
from loyalty.insight.figure import State
from loyalty.members.answer import Question
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen
from loyalty.rules.rewards import Reward, RewardKind
from pos.consents import consent
from pos.counter import confirm
from pos.demo import demo_program
from pos.enrol import enrol
from pos.insight.first import first_screen
from pos.insight.surveyed import surveyed
from pos.insight.values import FirstScreen
from pos.keeping import keep_copy
from pos.shop import Shop
from pos.store.insight.reading import InsightView, open_view
from pos.surveys import answer
from pos.trouble import TroubleError
from tests.shop.house import act, anna, clock_of, goods, sale

TILES = (
    *("members", "joined", "active-90", "identified-share"),
    *("came-back-90", "lapsed", "late-for-habit", "top-fifth"),
    *("points-outstanding", "redemption-flow", "reward-cost", "uplift-money"),
)


@pytest.fixture
def view(shop: Shop) -> Iterator[InsightView]:
    with open_view(shop.store, "EUR") as opened:
        yield opened


def screen(shop: Shop, view: InsightView) -> FirstScreen:
    view.refresh()
    return first_screen(shop, shop.today, view)


def days_on(shop: Shop, days: int) -> None:
    clock_of(shop).advance(timedelta(days=days))


def crowd(shop: Shop, many: int) -> list[Member]:
    """Members who agreed to letters, with addresses."""
    people = []
    for n in range(many):
        one = enrol(shop, act(shop), member_card(100 + n), "", f"Guest {n}")
        with shop.store.writing() as work:
            work.change_member(replace(one, email=f"g{n}@example.com"))
        consent(shop, one.id, "email", True, "till")
        people.append(one)
    return people


def test_an_empty_shop_has_twelve_tiles_and_nothing_to_say(shop: Shop, view: InsightView) -> None:
    found = screen(shop, view)
    assert tuple(tile.key for tile in found.tiles) == TILES
    assert {tile.figure.state for tile in found.tiles} == {State.NONE}
    assert found.tile("uplift-money").why == "none-measured"
    assert (found.write, found.late, dict(found.left_out)) == ((), 0, {})


def test_three_members_are_counted_and_no_percentage_is_told(shop: Shop, view: InsightView) -> None:
    for n in range(3):
        sale(shop, enrol(shop, act(shop), member_card(100 + n), "", f"Guest {n}"), 1000)
    sale(shop, None, 500)
    found = screen(shop, view)
    assert (found.tile("members").figure.value, found.tile("joined").figure.value) == (3, 3)
    for key in ("active-90", "identified-share", "top-fifth", "redemption-flow"):
        figure = found.tile(key).figure
        assert (figure.state, figure.value) == (State.TOO_FEW, None)
    assert found.tile("came-back-90").figure.state is State.TOO_YOUNG
    outstanding = found.tile("points-outstanding").figure
    assert (outstanding.value, outstanding.n) == (30, 3)
    assert outstanding.beside["liability"] == 150
    assert set(found.refused) >= {"too-few-members", "too-short-history"}


def test_all_sales_anonymous_is_a_share_of_nothing(shop: Shop, view: InsightView) -> None:
    for _ in range(31):
        sale(shop, None, 500)
    known = screen(shop, view).tile("identified-share").figure
    assert (known.value, known.numerator, known.denominator) == (0.0, 0, 15_500)


def test_a_shop_of_forty_is_counted_by_hand(shop: Shop, view: InsightView) -> None:
    people = crowd(shop, 40)
    for one in people:
        sale(shop, one, 1000)
    days_on(shop, 60)
    for one in people[:10]:
        sale(shop, one, 2000)
    days_on(shop, 60)
    for one in people[:5]:
        sale(shop, one, 500)
    sale(shop, None, 7_500)
    found = screen(shop, view)
    back = found.tile("came-back-90").figure
    assert (back.numerator, back.n, back.value) == (10, 40, 0.25)
    gone = found.tile("lapsed").figure
    assert (gone.numerator, gone.n) == (30, 40)  # the other ten came 60 days ago or today
    lately = found.tile("active-90").figure
    assert (lately.numerator, lately.n) == (10, 40)
    before = found.tile("active-90").before
    assert before is not None
    assert (before.numerator, before.n) == (40, 40)
    moved = found.tile("active-90").change
    assert moved is not None
    assert moved.clear
    known = found.tile("identified-share").figure
    assert (known.numerator, known.denominator, known.n) == (2_500, 10_000, 6)


def test_who_is_late_is_written_to_only_with_consent(shop: Shop, view: InsightView) -> None:
    people = crowd(shop, 24)
    silent = anna(shop)
    for _ in range(3):
        for n, one in enumerate((*people, silent)):
            sale(shop, one, 1000 + 100 * n)
        days_on(shop, 7)
    days_on(shop, 30)
    found = screen(shop, view)
    assert (found.late, len(found.write), found.silenced) == (25, 20, 1)
    best = found.write[0]
    assert (best.name, best.basket_minor, best.away, best.usual) == ("Guest 23", 3300, 37, 7.0)
    assert best.ways == ("email",)
    assert best.soon is None
    consent(shop, best.member, "email", False, "till")
    assert screen(shop, view).write[0].name == "Guest 22"
    assert silent.id not in {one.member for one in found.write}


def test_what_waits_is_named(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    gift = Reward("cup", "Cup", RewardKind.GIFT, 5, 300, stock=1)
    program = replace(demo_program(), number=2, rewards=(gift,), starts_on=shop.today)
    with shop.store.writing() as work:
        work.add_program(program)
    assert {task.code for task in screen(shop, view).tasks} == {"backup-none"}
    copy = keep_copy(shop)
    now = clock_of(shop).now().timestamp()
    os.utime(copy, (now, now))
    sale(shop, member, 5000)
    assert screen(shop, view).tasks == ()
    confirm(shop, act(shop), goods(100), member.id, [Chosen(reward="cup")])
    tasks = {task.code: task for task in screen(shop, view).tasks}
    assert dict(tasks["reward-stock"].facts) == {"reward": "Cup", "stock": 1}
    days_on(shop, 5)
    old = {task.code: task.count for task in screen(shop, view).tasks}
    assert old["backup-old"] == 5


def test_a_stopped_screen_is_no_screen(shop: Shop, view: InsightView) -> None:
    sale(shop, anna(shop), 1000)
    view.refresh()
    view.cancel()
    with pytest.raises(TroubleError, match="report-cancelled"):
        first_screen(shop, shop.today, view)
    assert len(screen(shop, view).tiles) == 12


def test_the_same_books_make_the_same_screen(shop: Shop, view: InsightView) -> None:
    for one in crowd(shop, 35):
        sale(shop, one, 1000)
    again = screen(shop, view)
    assert screen(shop, view) == again


def test_an_answer_counts_once_in_ninety_days(shop: Shop) -> None:
    member = anna(shop)
    answer(shop, UUID(int=1), Question.NPS, 2, member.id)
    days_on(shop, 90)
    answer(shop, UUID(int=2), Question.NPS, 10, member.id)
    answer(shop, UUID(int=3), Question.NPS, 0)
    found = surveyed(shop, date(2026, 1, 1), shop.today)
    assert dict(found.nps.beside) == {"promoters": 1, "passives": 0, "detractors": 1}
    assert (found.nps.state, found.anonymous) == (State.TOO_FEW, 1)
    for n, question in enumerate((Question.RECOMMEND, Question.AGAIN, Question.OTHERS)):
        answer(shop, UUID(int=10 + n), question, 6, member.id)
    index = surveyed(shop, date(2026, 1, 1), shop.today).index
    assert (index.n, index.beside["above-average"]) == (1, 1)
