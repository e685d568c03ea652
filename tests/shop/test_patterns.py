"""Patterns worth a look: what real acts leave in the books is counted; the honest are let be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import comb
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.basket import Basket, Line
from loyalty.codes import member_card, sale_code
from pos.adjusting import adjust
from pos.claims import claim
from pos.counter import Slip, identify
from pos.enrol import enrol
from pos.insight.asked import Asked
from pos.patterns.definitions import PATTERNS, VOIDS
from pos.patterns.finding import Finding
from pos.patterns.judging import Counted, judged, tail
from pos.patterns.page import looked, staff_patterns, week_end
from pos.presenting import present_sale
from pos.returns import confirm_unlinked, void
from pos.role_limits import set_limit
from pos.shop import Shop
from pos.staff import Role
from pos.staffing import mark_member
from pos.store import Operator
from pos.store.insight.reading import InsightView, open_view
from receipts.reports.value import Period, Said, Table, Title
from receipts.reports.wording import TABLES
from tests.bench.patterns import watched
from tests.shop.house import act, anna, clock_of, open_at, sale


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Shop]:
    """The small shop with an owner."""
    shop = open_at(tmp_path)
    with shop.store.writing() as work:
        work.add_operator(Operator("olga", "Olga", Role.OWNER))
    yield shop
    shop.store.close()


@pytest.fixture
def figures(house: Shop) -> Iterator[InsightView]:
    """A connection to read figures by."""
    with open_view(house.store, "EUR") as view:
        yield view


def found(shop: Shop, figures: InsightView) -> dict[str, Finding]:
    """The first finding of each pattern that has one, of the week up to today."""
    figures.refresh()
    return {
        each.pattern.key: each.findings[0]
        for each in looked(shop, figures, shop.today)
        if each.findings
    }


def of_week(last: date) -> Asked:
    """The page of the week up to a day."""
    return Asked("staff-patterns", Period(last - timedelta(days=6), last))


def pass_minutes(shop: Shop, minutes: int) -> None:
    """Time goes by."""
    clock_of(shop).advance(timedelta(minutes=minutes))


def test_ones_own_card_on_strangers_sales_and_points_to_oneself(
    house: Shop, figures: InsightView
) -> None:
    own = anna(house)
    mark_member(house, act(house, "olga"), own.id, "staff", "mina")
    for _ in range(8):
        pass_minutes(house, 40)
        sale(house, own)
    adjust(house, act(house), own.id, 5, "sorry", approved="sam")
    seen = found(house, figures)
    assert (seen["own-card"].operator, seen["own-card"].hits) == ("mina", 8)
    assert (seen["own-favour"].member, seen["own-favour"].hits) == (own.id, 1)
    assert "one-till" not in seen  # marked, and nobody else sold in those hours


def test_a_card_every_few_minutes(house: Shop, figures: InsightView) -> None:
    member = anna(house)
    for _ in range(7):
        pass_minutes(house, 4)
        sale(house, member)
    seen = found(house, figures)
    assert (seen["same-card"].member, seen["same-card"].hits) == (member.id, 6)


def test_slips_that_were_left_behind_on_one_card(house: Shop, figures: InsightView) -> None:
    friend = anna(house)
    numbers = [sale(house, None).entry.key for _ in range(6)]
    pass_minutes(house, 30)
    for number in numbers:
        found_slip = identify(house, sale_code(number))
        assert isinstance(found_slip, Slip)
        with house.store.reading() as view:
            presented = present_sale(house, view, found_slip.number)
        claim(house, act(house), friend.id, presented)
    seen = found(house, figures)
    assert (seen["after-payment"].operator, seen["after-payment"].hits) == ("mina", 6)


def test_returns_without_goods_and_sales_cancelled(house: Shop, figures: InsightView) -> None:
    for _ in range(9):
        pass_minutes(house, 7)
        sold = sale(house, None)
        void(house, act(house), sold.entry.key, "mistake", approved="sam")
        lines = Basket("EUR", (Line("Mug", 900),))
        confirm_unlinked(house, act(house), lines, None, "no slip", approved="sam")
    seen = found(house, figures)
    assert (seen["without-goods"].operator, seen["without-goods"].hits) == ("mina", 9)
    assert (seen["voids"].operator, seen["voids"].hits) == ("mina", 9)


def test_day_after_day_just_what_nobody_has_to_approve(house: Shop, figures: InsightView) -> None:
    set_limit(house, act(house, "olga"), "cashier", "adjust", 50)
    member = anna(house)
    for _ in range(6):
        clock_of(house).advance(timedelta(days=1))
        adjust(house, act(house), member.id, 30, "sorry")
        adjust(house, act(house), member.id, 19, "sorry")
        adjust(house, act(house, "sam"), member.id, 20, "sorry")
    seen = found(house, figures)
    assert (seen["under-limit"].operator, seen["under-limit"].hits) == ("mina", 6)


def test_the_page_says_that_nothing_stands_out_and_names_no_member(
    house: Shop, figures: InsightView
) -> None:
    calm = staff_patterns(house, figures, of_week(week_end(house.today)))
    assert calm[0] == Said("patterns-none")
    member = enrol(house, act(house), member_card(7), "+4915112345000", "Anna Secret")
    for _ in range(7):
        pass_minutes(house, 4)
        sale(house, member)
    figures.refresh()
    page = staff_patterns(house, figures, of_week(house.today))
    assert "Secret" not in str(page)
    assert member_card(7)[-6:] in str(page)
    assert Title("pattern-same-card") in page
    tables = [part for part in page if isinstance(part, Table)]
    assert len(tables[0].rows) == len(PATTERNS)


def test_every_pattern_has_its_words_in_every_language() -> None:
    for language, table in TABLES.items():
        for pattern in PATTERNS:
            for key in ("word.pattern-{}", "title.pattern-{}", "said.pattern-{}.means"):
                assert table.get(key.format(pattern.key)), (language, pattern.key)


@pytest.mark.parametrize(("today", "sunday"), [(2, 1), (8, 1), (9, 8)])
def test_a_week_ends_on_its_sunday(today: int, sunday: int) -> None:
    assert week_end(date(2026, 3, today)) == date(2026, 3, sunday)


@given(st.integers(0, 40), st.integers(0, 40), st.fractions(0, 1, max_denominator=50))
def test_the_chance_of_so_many_is_the_sum_of_the_binomial(
    hits: int, tries: int, rate: Fraction
) -> None:
    exact = sum(
        comb(tries, n) * rate**n * (1 - rate) ** (tries - n) for n in range(hits, tries + 1)
    )
    assert tail(hits, tries, float(rate)) == pytest.approx(float(exact), abs=1e-9)


@given(st.integers(1, 500), st.integers(0, 500), st.integers(0, 5_000))
def test_more_of_it_never_stands_out_less(tries: int, others: int, others_tries: int) -> None:
    others_hits = min(others, others_tries)
    last = False
    for hits in range(0, tries + 1, max(1, tries // 20)):
        out = judged(VOIDS, Counted(hits, tries, others_hits, others_tries), 6).stands_out
        assert out or not last
        last = out


def test_of_fraud_put_into_honest_weeks_most_is_found_and_no_heavy_regular_flagged() -> None:
    year, known, weeks, _ = watched(seed=5, sales=70, weeks=14, fraud=True)
    heavy = set(known.heavy)
    flagged = {(one.pattern, one.operator, week) for week, each in weeks.items() for one in each}
    assert not any(
        one.member and one.member.bytes in heavy for each in weeks.values() for one in each
    )
    assert len(year.fraud & flagged) >= len(year.fraud) // 2
