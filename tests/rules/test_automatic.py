"""Rewards that come by themselves: when, for how many points, and what the voucher is good for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from loyalty.codes import voucher_code
from loyalty.ledger.adjusting import adjustment_entry
from loyalty.ledger.count import given_of, taken_of
from loyalty.members.history import Scene, Standing
from loyalty.members.member import Birthday
from loyalty.redemption.automatic import automatic, comes, reward_entry, terms_of
from loyalty.rules.levels import Tier, TierRules
from loyalty.rules.limits import Limit, Period
from loyalty.rules.program import Program
from loyalty.rules.rewards import Reward, RewardKind, VoucherKind
from loyalty.rules.which import Which
from tests.rules.book import Book
from tests.rules.makers import COFFEE, DAY, program

TREAT = Reward("treat", "Treat", RewardKind.MONEY_OFF, 100, 500, 2000, automatic=True)


def shop(*rewards: Reward) -> Program:
    return program(rewards=(COFFEE, *rewards), tiers=TierRules((Tier("gold", "Gold", 10**6),)))


def scene(book: Book, standing: Standing | None = None) -> Scene:
    return Scene(book.on, 0, standing or book.standing(), book.shop)


def with_points(points: int) -> Book:
    book = Book(DAY)
    if points:
        entry = adjustment_entry(book.standing(), points, "x", shop(), book.occasion())
        book.append(entry)
    return book


def take(book: Book, reward: Reward, number: int = 1) -> str:
    code = voucher_code(number)
    book.append(reward_entry(reward, shop(reward), scene(book), book.occasion(), code))
    return code


def test_only_automatic_rewards_come_the_dearest_first() -> None:
    cheap = replace(TREAT, id="cheap", points=10)
    assert automatic(shop(cheap, TREAT)) == (TREAT, cheap)


@pytest.mark.parametrize(
    ("points", "changes", "expected"),
    [
        (99, {}, False),
        (100, {}, True),
        (100, {"kind": RewardKind.PERCENT_OFF, "percent": 10}, True),
        (100, {"kind": RewardKind.PRODUCT, "which": Which(brands=frozenset({"Home"}))}, True),
        (100, {"starts_on": DAY + timedelta(days=1)}, False),
        (100, {"ends_on": DAY - timedelta(days=1)}, False),
        (100, {"tiers": frozenset({"gold"})}, False),
        (100, {"stock": 0}, False),
        (100, {"birthday_days": 3}, False),
        (0, {"points": 0}, True),
    ],
)
def test_a_reward_comes_when_its_conditions_on_the_member_hold(
    points: int, changes: dict[str, object], expected: bool
) -> None:
    reward = replace(TREAT, **changes)  # type: ignore[arg-type]
    assert comes(reward, shop(reward), scene(with_points(points))) is expected


def test_a_birthday_gift_comes_around_the_birthday() -> None:
    gift = replace(TREAT, points=0, birthday_days=3)
    book = with_points(0)
    born = replace(book.standing(), member=replace(book.member, birthday=Birthday(2, 2)))
    assert comes(gift, shop(gift), scene(book, born))


def test_points_that_another_basket_holds_are_not_turned_into_a_voucher() -> None:
    book = with_points(100)
    assert not comes(TREAT, shop(TREAT), scene(book, replace(book.standing(), held=1)))


def test_the_points_go_and_the_voucher_is_given() -> None:
    book = with_points(250)
    code = take(book, TREAT)
    assert book.account.balance == 150
    assert book.history.count(taken_of("treat"), Period.DAY, DAY) == 1
    assert book.shop.count(given_of(code)) == 1


def test_limits_and_stock_are_used_up_by_it() -> None:
    once = replace(TREAT, limits=(Limit(Period.MONTH, times=1),))
    few = replace(TREAT, stock=1)
    for reward in (once, few):
        book = with_points(500)
        take(book, reward)
        assert not comes(reward, shop(reward), scene(book))
    book.on += timedelta(days=40)
    assert not comes(few, shop(few), scene(book))


def test_a_reward_without_a_price_comes_once_ever() -> None:
    free = replace(TREAT, points=0)
    book = with_points(0)
    take(book, free)
    book.on += timedelta(days=800)
    assert not comes(free, shop(free), scene(book))


def test_the_voucher_is_personal_and_carries_the_conditions_of_the_basket() -> None:
    terms = terms_of(replace(TREAT, which=Which(brands=frozenset({"Home"})), voucher_days=30))
    assert (terms.kind, terms.value_minor, terms.minimum_spend_minor) == (
        VoucherKind.MONEY_OFF,
        500,
        2000,
    )
    assert (terms.personal, terms.valid_days, terms.after_days) == (True, 30, 0)
    assert terms.which == Which(brands=frozenset({"Home"}))


@pytest.mark.parametrize("kind", RewardKind)
def test_every_kind_of_reward_can_be_a_voucher(kind: RewardKind) -> None:
    expected = "gift" if kind is RewardKind.SERVICE else kind.value
    assert terms_of(replace(TREAT, kind=kind)).kind.value == expected
