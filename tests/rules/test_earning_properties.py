"""What holds for every program, whatever its rules are, and over every row of purchases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from loyalty.accrual.explanation import Explanation
from loyalty.accrual.matching import asked, days_since
from loyalty.accrual.pipeline import PIPELINE, Draft, accrue
from loyalty.basket import MOST_LINES, Basket, Line
from loyalty.ledger.count import Count
from loyalty.ledger.entry import Entry
from loyalty.members.history import Scene
from loyalty.members.member import Birthday
from loyalty.rules.earning import Bonus, Multiplier
from loyalty.rules.limits import Limit, Period
from loyalty.rules.program import Program
from loyalty.sales.sale import Sale
from tests.rules.programs import BRANDS, CATEGORIES, DAY, SKUS, campaigns, whole_programs
from tests.rules.telling import Told

FEW = settings(max_examples=60)  # drawing a whole program takes longer than proving it
PLAIN: dict[str, Any] = {"activities": (), "referral": None, "vouchers": (), "rewards": ()}


@st.composite
def goods(draw: st.DrawFn) -> Line:
    """A line that the rules of `whole_programs` may speak of."""
    amount = draw(st.integers(0, 3000) | st.sampled_from([1, 99, 100, 500]))
    return Line(
        "goods",
        amount,
        draw(st.integers(1, 4)),
        sku=draw(st.sampled_from(("", *SKUS))),
        category=draw(st.sampled_from(("", *CATEGORIES))),
        brand=draw(st.sampled_from(("", *BRANDS))),
        tax_minor=draw(st.integers(0, amount // 5)),
        flags=frozenset(draw(st.sampled_from([(), (), ("gift-card",)]))),
    )


@dataclass(frozen=True, slots=True)
class Visit:
    """A purchase so many days after the one before, at a minute of that day."""

    days: int
    minute: int
    basket: Basket


BASKETS = st.lists(goods(), min_size=1, max_size=3).map(lambda ls: Basket("EUR", tuple(ls)))
VISITS = st.lists(
    st.builds(Visit, st.sampled_from([0, 0, 1, 3, 20]), st.integers(0, 1439), BASKETS),
    min_size=1,
    max_size=5,
)


def opened(rules: Program) -> Told:
    """A book of a member about whom everything is known."""
    book = Told(DAY)
    book.member = replace(
        book.member, birthday=Birthday(2, 2), language="ko", joined_on=DAY - timedelta(days=364)
    )
    book.wanted = asked(rules)
    return book


def bought(book: Told, rules: Program, visit: Visit) -> Entry:
    """One visit, booked."""
    book.on += timedelta(days=visit.days)
    book.minute = visit.minute
    return book.sell(visit.basket, rules)


@given(whole_programs(**PLAIN), VISITS)
@FEW
def test_an_explanation_computes_the_points_again_from_its_body_alone(
    rules: Program, visits: list[Visit]
) -> None:
    book = opened(rules)
    for visit in visits:
        sale = book.sale(bought(book, rules, visit))
        why = sale.explanation
        assert why.line_points == tuple(line.earned for line in sale.lines)
        assert sum(why.line_points) == why.points == sale.earned
        assert why.exact >= 0
        assert all(trimmed > 0 for _, trimmed in why.trims)
        assert all(part.exact <= 0 for part in why.parts if part.kind == "limit")
        for count in sale.counts:
            assert not count.shares or sum(count.shares) == count.amount


@given(whole_programs(**PLAIN), VISITS)
@FEW
def test_lines_and_explanation_are_two_ways_to_the_same_points(
    rules: Program, visits: list[Visit]
) -> None:
    book = opened(rules)
    for visit in visits[:-1]:
        bought(book, rules, visit)
    book.on += timedelta(days=visits[-1].days)
    scene = Scene(book.on, visits[-1].minute, book.standing(), book.shop)
    basket = visits[-1].basket
    draft = Draft(basket, rules, (0,) * len(basket.lines), scene)
    for step in PIPELINE:
        draft = step(draft)
    assert draft.exact == sum((part.exact for part in draft.parts), Fraction(0))
    assert all(points >= 0 for points in draft.by_line)


@given(whole_programs(**PLAIN), VISITS)
@FEW
def test_a_full_return_leaves_no_count_behind(rules: Program, visits: list[Visit]) -> None:
    book = opened(rules)
    for visit in visits[:-1]:
        bought(book, rules, visit)
    before, shop = book.history, book.shop
    entry = bought(book, rules, visits[-1])
    book.give_back(entry, rules)
    assert book.history == before
    assert book.shop == shop


@given(whole_programs(**PLAIN), VISITS)
@FEW
def test_returning_line_by_line_takes_back_as_much_as_returning_at_once(
    rules: Program, visits: list[Visit]
) -> None:
    book = opened(rules)
    before = book.history
    entry = bought(book, rules, visits[0])
    lines = visits[0].basket.lines
    for number, line in enumerate(lines):
        units = tuple(line.units if i == number else 0 for i in range(len(lines)))
        book.give_back(entry, rules, units)
    assert book.history == before


@given(whole_programs(**PLAIN), VISITS)
@FEW
def test_no_cap_limit_or_budget_is_ever_passed(rules: Program, visits: list[Visit]) -> None:
    book = opened(rules)
    sales = [(book.on, book.sale(bought(book, rules, visit))) for visit in visits]
    days = [entry.business_date for entry in book.sales()]
    told = [(day, sale) for day, (_, sale) in zip(days, sales, strict=True)]
    for cap in rules.caps:
        kept(cap, [(day, Fraction(sale.earned)) for day, sale in told])
    limited: tuple[Multiplier | Bonus, ...] = (*rules.multipliers, *rules.bonuses)
    for rule in limited:
        for limit in rule.limits:
            kept(limit, [(day, given_by(rule.id, sale.explanation)) for day, sale in told])
    for campaign in rules.campaigns:
        used = sum(
            of_campaign(count, f"budget:{campaign.id}") for _, s in told for count in s.counts
        )
        assert campaign.budget_points is None or used <= campaign.budget_points


def kept(limit: Limit, given_on: list[tuple[date, Fraction]]) -> None:
    """Points and uses of every period stay within a limit."""
    periods: dict[object, list[Fraction]] = {}
    for number, (day, points) in enumerate(given_on):
        period = number if limit.per is Period.BASKET else limit.per.began(day)
        periods.setdefault(period, []).append(points)
    for uses in periods.values():
        assert limit.points is None or sum(uses) <= limit.points
        assert limit.times is None or sum(1 for each in uses if each) <= limit.times


def given_by(rule: str, why: Explanation) -> Fraction:
    """What one rule gave in the end."""
    return sum((part.exact for part in why.parts if part.rule == rule), Fraction(0))


def of_campaign(count: Count, name: str) -> int:
    """The amount of a count of that name."""
    return count.amount if count.name == name else 0


@given(whole_programs(tiers=None, **PLAIN), BASKETS, goods())
@FEW
def test_more_goods_never_earn_less(rules: Program, basket: Basket, more: Line) -> None:
    book = opened(rules)
    scene = Scene(DAY, 600, book.standing(), book.shop)
    larger = replace(basket, lines=(*basket.lines, more))
    assert (
        accrue(larger, rules, (), scene).why.points >= accrue(basket, rules, (), scene).why.points
    )


@given(whole_programs(**PLAIN), VISITS)
@FEW
def test_what_a_program_asks_of_the_past_is_enough(rules: Program, visits: list[Visit]) -> None:
    book = opened(rules)
    for visit in visits[:-1]:
        bought(book, rules, visit)
    book.on += timedelta(days=visits[-1].days)
    since = days_since(rules, book.on)
    full = book.standing()
    seen = full.history
    days = tuple(day for day in seen.days if since is not None and day.on >= since)
    known = {key: n for key, n in seen.counts.items() if since is not None}
    less = replace(full, history=replace(seen, days=days, counts=known))
    scenes = [Scene(book.on, visits[-1].minute, one, book.shop) for one in (full, less)]
    whole, part = (accrue(visits[-1].basket, rules, (), scene) for scene in scenes)
    assert whole == part


@given(whole_programs(**PLAIN), VISITS)
@FEW
def test_every_terminal_reckons_the_same(rules: Program, visits: list[Visit]) -> None:
    one, other = opened(rules), opened(rules)
    for visit in visits:
        entry = bought(one, rules, visit)
        assert bought(other, rules, visit) == entry


@given(campaigns("c0", ()), BASKETS)
@FEW
def test_a_budget_uses_no_more_than_it_gave_in_whole_points(
    campaign: object, basket: Basket
) -> None:
    rules = Program(1, "Test", "EUR", DAY, campaigns=(campaign,))  # type: ignore[arg-type]
    book = opened(rules)
    sale: Sale = book.sale(bought(book, rules, Visit(0, 600, basket)))
    spent = book.shop.count("budget:c0-campaign")
    more = sum((part.exact for part in sale.explanation.parts if part.rule), Fraction(0))
    assert spent in (0, ceil(more))


def test_a_full_basket_under_many_rules_still_sums_to_the_point() -> None:
    rules = Program(
        number=1,
        name="Test",
        currency="EUR",
        starts_on=DAY,
        multipliers=tuple(
            Multiplier(f"m{n}", "m", Fraction(1000 + n, 1000), f"g{n}") for n in range(20)
        ),
    )
    basket = Basket("EUR", tuple(Line("goods", 101 + n) for n in range(MOST_LINES)))
    why = accrue(basket, rules).why
    # 0.001 and 0.002 and so on to 0.019 make 0.19 more.
    assert why.exact == Fraction(sum(101 + n for n in range(MOST_LINES)) * 1190, 100_000)
    assert sum(why.line_points) == why.points == 2085
