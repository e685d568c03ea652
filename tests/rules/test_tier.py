"""Tiers, as a table a shop owner can read, and the laws that hold whatever the rules are.

Silver is from 100 points, gold from 300, diamond from 1,000; the member joined on 15 January 2024.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.accrual.tier import standing_in, tier_of, tier_on
from loyalty.members.history import Day, History
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen
from loyalty.rules.levels import Downgrade, Measure, Tier, TierRules, Window
from tests.rules.book import MEMBER, Book
from tests.rules.makers import basket, program

LEVELS = (Tier("silver", "Silver", 100), Tier("gold", "Gold", 300), Tier("diamond", "D", 1_000))
ANN = Member(MEMBER, "Ann", "", date(2024, 1, 15))

TABLE = """
window, months   | down     | grace | bought                           | asked      | tier
# Up is at once, on the very day, and never before.
rolling 12       | one-step |     0 | 2024-03-01 99                    | 2024-03-01 | -
rolling 12       | one-step |     0 | 2024-03-01 100                   | 2024-02-29 | -
rolling 12       | one-step |     0 | 2024-03-01 100                   | 2024-03-01 | silver
rolling 12       | one-step |     0 | 2024-03-01 60, 2024-04-01 40     | 2024-04-01 | silver
rolling 12       | one-step |     0 | 2024-03-01 2000                  | 2024-03-01 | diamond
# A rolling window looks every day: what is twelve months old does not count any more.
rolling 12       | full     |     0 | 2024-03-01 100                   | 2025-02-28 | silver
rolling 12       | full     |     0 | 2024-03-01 100                   | 2025-03-01 | -
rolling 12       | full     |     0 | 2024-03-01 350, 2024-09-01 120   | 2025-03-01 | silver
rolling 12       | full     |     0 | 2024-03-01 350, 2025-02-01 300   | 2025-12-01 | gold
rolling 12       | never    |     0 | 2024-03-01 350                   | 2034-03-01 | gold
rolling 0        | full     |     0 | 2024-03-01 60, 2031-03-01 40     | 2034-03-01 | silver
# One step at a time: the tier below is kept until the window has gone round once more.
rolling 12       | one-step |     0 | 2024-03-01 350                   | 2025-03-01 | silver
rolling 12       | one-step |     0 | 2024-03-01 350                   | 2026-02-28 | silver
rolling 12       | one-step |     0 | 2024-03-01 350                   | 2026-03-01 | -
rolling 6        | one-step |     0 | 2024-03-01 1000                  | 2024-09-01 | gold
rolling 6        | one-step |     0 | 2024-03-01 1000                  | 2025-03-01 | silver
# Grace: the tier is kept so many days, and for good if it is earned again meanwhile.
rolling 12       | full     |    30 | 2024-03-01 350                   | 2025-03-30 | gold
rolling 12       | full     |    30 | 2024-03-01 350                   | 2025-03-31 | -
rolling 12       | full     |    30 | 2024-03-01 350, 2025-03-20 300   | 2025-06-01 | gold
rolling 12       | full     |    30 | 2024-03-01 350, 2025-03-20 150   | 2025-06-01 | silver
# The calendar year: reached in one year, kept to the end of the next.
calendar-year 12 | full     |     0 | 2024-03-01 350                   | 2025-12-31 | gold
calendar-year 12 | full     |     0 | 2024-03-01 350                   | 2026-01-01 | -
calendar-year 12 | full     |     0 | 2024-12-31 200, 2025-01-01 200   | 2025-01-01 | silver
calendar-year 12 | full     |     0 | 2024-03-01 350, 2025-05-01 120   | 2026-01-01 | silver
calendar-year 12 | one-step |     0 | 2024-03-01 1000                  | 2026-01-01 | gold
calendar-year 12 | one-step |     0 | 2024-03-01 1000                  | 2027-01-01 | silver
calendar-year 12 | one-step |     0 | 2024-03-01 1000                  | 2028-01-01 | -
calendar-year 12 | full     |    60 | 2024-03-01 350                   | 2026-03-01 | gold
calendar-year 12 | full     |    60 | 2024-03-01 350                   | 2026-03-02 | -
calendar-year 12 | full     |    60 | 2024-03-01 350, 2026-02-01 300   | 2026-06-01 | gold
calendar-year 12 | full     |    60 | 2024-03-01 350, 2026-02-01 120   | 2026-06-01 | silver
# The same from the day of joining.
joined-year 12   | full     |     0 | 2024-03-01 350                   | 2026-01-14 | gold
joined-year 12   | full     |     0 | 2024-03-01 350                   | 2026-01-15 | -
joined-year 12   | full     |     0 | 2025-01-14 60, 2025-01-15 60     | 2025-01-15 | -
# A year from reaching the tier, and from each time it was kept.
reached-year 12  | full     |     0 | 2024-03-01 350                   | 2025-02-28 | gold
reached-year 12  | full     |     0 | 2024-03-01 350                   | 2025-03-01 | -
reached-year 12  | full     |     0 | 2024-03-01 350, 2024-03-02 300   | 2025-12-31 | gold
reached-year 12  | full     |     0 | 2024-03-01 350, 2024-03-02 300   | 2026-03-01 | -
reached-year 12  | one-step |     0 | 2024-03-01 350                   | 2026-02-28 | silver
reached-year 12  | one-step |     0 | 2024-03-01 350                   | 2026-03-01 | -
"""
ROWS = [row for row in TABLE.strip().splitlines()[1:] if not row.startswith("#")]


def rules(window: str, down: str = "full", grace: int = 0) -> TierRules:
    name, months = window.split()
    return TierRules(LEVELS, Measure.POINTS, Window(name), int(months), Downgrade(down), grace)


def bought(text: str) -> History:
    days = (part.split() for part in text.split(","))
    return History(tuple(Day(date.fromisoformat(on), 1, qualifying=int(n)) for on, n in days))


@pytest.mark.parametrize("row", ROWS)
def test_a_member_has_the_tier_the_table_says(row: str) -> None:
    window, down, grace, days, asked, tier = (part.strip() for part in row.split("|"))
    found = tier_of(rules(window, down, int(grace)), ANN, bought(days), date.fromisoformat(asked))
    assert (found or "-") == tier


def test_without_levels_nobody_has_a_tier() -> None:
    history = bought("2024-03-01 500")
    assert tier_of(None, ANN, history, date(2024, 4, 1)) == ""
    assert tier_of(TierRules(()), ANN, history, date(2024, 4, 1)) == ""
    assert standing_in(None, ANN, history, date(2024, 4, 1)) is None


def test_a_level_from_zero_is_everybodys() -> None:
    base = TierRules((Tier("base", "Base", 0), *LEVELS))
    assert tier_of(base, ANN, History(), date(2024, 1, 15)) == "base"
    assert tier_of(base, ANN, bought("2024-03-01 100"), date(2040, 1, 1)) == "base"


@pytest.mark.parametrize(
    ("measure", "tier"), [("points", "gold"), ("spend", "silver"), ("visits", "")]
)
def test_each_measure_reads_its_own_figure(measure: str, tier: str) -> None:
    history = History((Day(date(2024, 3, 1), 3, 120, 999, 300),))
    assert tier_of(TierRules(LEVELS, Measure(measure)), ANN, history, date(2024, 3, 1)) == tier


def test_the_member_is_told_where_they_stand_and_what_is_to_come() -> None:
    state = standing_in(rules("rolling 12"), ANN, bought("2024-03-01 120"), date(2024, 6, 1))
    assert state is not None
    assert (state.tier, state.since, state.measured) == (LEVELS[0], date(2024, 3, 1), 120)
    assert (state.next_tier, state.missing) == (LEVELS[1], 180)
    assert (state.kept_until, state.projected) == (date(2025, 2, 28), None)


def test_at_the_top_nothing_is_missing_and_without_falls_nothing_ends() -> None:
    never = rules("rolling 12", "never")
    state = standing_in(never, ANN, bought("2024-03-01 5000"), date(2024, 6, 1))
    assert state is not None
    assert (state.next_tier, state.missing, state.kept_until) == (None, 0, None)
    assert state.projected == state.tier == LEVELS[2]


@st.composite
def pasts(draw: st.DrawFn) -> History:
    """Some days of purchases over three years."""
    gaps = draw(st.lists(st.integers(1, 200), max_size=12))
    on, days = date(2024, 1, 14), []
    for gap in gaps:
        on += timedelta(days=gap)
        days.append(Day(on, 1, 0, 0, draw(st.sampled_from([1, 50, 100, 150, 300, 1000]))))
    return History(tuple(days))


@st.composite
def all_rules(draw: st.DrawFn) -> TierRules:
    return TierRules(
        LEVELS,
        Measure.POINTS,
        draw(st.sampled_from(Window)),
        draw(st.sampled_from([1, 6, 12])),
        draw(st.sampled_from(Downgrade)),
        draw(st.sampled_from([0, 30, 400])),
    )


def place(tier: str) -> int:
    return [level.id for level in LEVELS].index(tier) if tier else -1


@given(all_rules(), pasts(), st.integers(0, 1200))
def test_what_is_bought_later_changes_no_earlier_day(
    some: TierRules, past: History, after: int
) -> None:
    on = date(2024, 1, 15) + timedelta(days=after)
    known = History(tuple(day for day in past.days if day.on <= on))
    assert tier_of(some, ANN, past, on) == tier_of(some, ANN, known, on)


@given(all_rules(), pasts(), st.integers(0, 1200))
def test_the_day_told_to_a_member_is_the_last_of_the_tier(
    some: TierRules, past: History, after: int
) -> None:
    on = date(2024, 1, 15) + timedelta(days=after)
    known = History(tuple(day for day in past.days if day.on <= on))
    state = standing_in(some, ANN, known, on)
    assert state is not None
    tier = state.tier.id if state.tier else ""
    assert tier == tier_of(some, ANN, known, on)
    if state.kept_until is None:
        assert tier_of(some, ANN, known, on + timedelta(days=4000)) == tier
        return
    assert on <= state.kept_until
    assert tier_of(some, ANN, known, state.kept_until) == tier
    fallen = tier_of(some, ANN, known, state.kept_until + timedelta(days=1))
    assert place(fallen) < place(tier)
    assert fallen == (state.projected.id if state.projected else "")


@given(all_rules(), pasts(), st.integers(1, 1200))
def test_a_tier_falls_in_one_step_or_not_at_all_where_the_rules_say_so(
    some: TierRules, past: History, after: int
) -> None:
    on = date(2024, 1, 15) + timedelta(days=after)
    before, now = (tier_of(some, ANN, past, day) for day in (on - timedelta(days=1), on))
    fell = place(before) - place(now)
    assert fell <= {"never": 0, "one-step": 1, "full": 9}[some.downgrade.value]


@given(all_rules(), pasts(), st.integers(0, 1200))
def test_a_tier_is_never_below_what_today_carries(
    some: TierRules, past: History, after: int
) -> None:
    on = date(2024, 1, 15) + timedelta(days=after)
    state = standing_in(some, ANN, History(tuple(d for d in past.days if d.on <= on)), on)
    assert state is not None
    carried = max(
        (place(level.id) for level in LEVELS if level.threshold <= state.measured), default=-1
    )
    if past.days and past.days[-1].on == on:  # the day of an act
        assert place(state.tier.id if state.tier else "") >= carried


def test_a_redemption_moves_no_tier_and_a_return_takes_its_part_back() -> None:
    shop = program(tiers=TierRules(LEVELS, Measure.SPEND))
    book = Book(date(2025, 1, 31))
    first = book.sell(basket(20_000), shop)
    spending = tier_of(shop.tiers, book.member, book.history, book.on)
    without = book.copied()
    book.sell(basket(1000), shop, [Chosen("coffee")])
    without.sell(basket(1000), shop)
    assert spending == "diamond"
    for on in (book.on, book.on + timedelta(days=400)):
        one, other = (tier_of(shop.tiers, b.member, b.history, on) for b in (book, without))
        assert one == other
    book.give_back(first, shop)
    assert tier_of(shop.tiers, book.member, book.history, book.on) == "diamond"  # 1,000 is left
    book.give_back(book.sales()[-1], shop)
    assert tier_of(shop.tiers, book.member, book.history, book.on) == ""


def test_a_past_day_is_as_it_stood_then() -> None:
    shop = program(tiers=TierRules(LEVELS, Measure.SPEND))
    book = Book(date(2025, 1, 31))
    sold = book.sell(basket(350), shop)
    book.on = date(2025, 2, 10)
    book.give_back(sold, shop)
    for on, tier in (("2025-01-30", ""), ("2025-02-09", "gold"), ("2025-02-10", "")):
        asked = date.fromisoformat(on)
        assert tier_on(shop.tiers, book.member, book.entries, asked) == tier
