"""The tier of a household: one for all of it, by the day the owner of the account joined."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from loyalty.members.member import Member
from loyalty.rules.levels import Downgrade, Measure, Tier, TierRules, Window
from loyalty.rules.program import BaseRates, Program
from pos.clock import FixedClock
from pos.households import join
from pos.replays import replay
from pos.shop import Shop
from tests.shop.house import act, anna, clean, clock_of, open_at, sale
from tests.shop.people import again, person

RULES = TierRules(
    (Tier("gold", "Gold", 10_000, Fraction(2)),),
    Measure.SPEND,
    Window.JOINED_YEAR,
    downgrade=Downgrade.FULL,
)
PROGRAM = Program(
    1, "Tiers", "EUR", date(2020, 1, 1), base=BaseRates(points=1, step_minor=100), tiers=RULES
)
SEOUL = ZoneInfo("Asia/Seoul")


@pytest.fixture
def spring(tmp_path: Path) -> Iterator[Shop]:
    """A shop on 10 March 2025 whose tiers look at the years since a member joined."""
    opened = open_at(tmp_path, FixedClock(datetime(2025, 3, 10, 12, tzinfo=SEOUL)), PROGRAM)
    yield opened
    opened.store.close()


def on(shop: Shop, year: int, month: int, day: int) -> None:
    """Move the clock to noon of a day."""
    clock = clock_of(shop)
    clock.advance(datetime(year, month, day, 12, tzinfo=SEOUL) - clock.now())


def family(shop: Shop) -> tuple[Member, Member]:
    """Anna who joined in March and has bought for 60; Ben who joined a year later, and her."""
    owner = anna(shop)
    on(shop, 2026, 2, 20)
    sale(shop, owner, 6_000)
    on(shop, 2026, 3, 1)
    other = person(shop, 7, "Ben Schmidt")
    join(shop, act(shop, "sam"), other.id, owner.id)
    return again(shop, owner), again(shop, other)


def test_whoever_buys_the_year_that_counts_is_the_owners(spring: Shop) -> None:
    _, other = family(spring)
    on(spring, 2026, 3, 2)
    first = sale(spring, other, 5_000).sale
    assert (first.explanation.tier, first.earned) == ("", 50)
    second = sale(spring, other, 1_000).sale
    assert (second.explanation.tier, second.earned) == ("gold", 20)


def test_the_books_of_a_household_replay_without_a_difference(spring: Shop) -> None:
    owner, other = family(spring)
    for buyer in (other, owner, other):
        clock_of(spring).advance(timedelta(hours=1))
        sale(spring, buyer, 5_000)
    assert replay(spring).differing == 0
    assert clean(spring)
