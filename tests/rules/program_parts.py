"""Parts that programs are drawn from: goods, days, hours, limits, factors, and audiences.

Few of each, so that rules meet on small baskets.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import strategies as st

from loyalty.rules.audience import Audience, Bought, Segment
from loyalty.rules.limits import Limit, Period
from loyalty.rules.which import Slot, When, Which

DAY = date(2025, 1, 31)
SKUS, CATEGORIES = ("1", "2", "3"), ("food", "drinks", "tobacco")
BRANDS, FLAGS = ("own", "far"), ("gift-card", "deposit")
TIERS = ("silver", "gold")
NAMES = st.sampled_from([(), (("ko", "커피"), ("ja", "コーヒー"), ("zh_CN", "咖啡"))])
WORDS = st.sampled_from(["Coffee", "김치", "Café “x”", "a, b; c"])


@cache
def some(values: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), max_size=2)


def often(plain: Any, others: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mostly plain, so that a program stays small; shrinks to plain."""
    return st.one_of(st.just(plain), st.just(plain), others)


@cache
def whiches(named: bool = False) -> st.SearchStrategy[Which]:
    """Everything or some goods; `named`: never everything."""
    narrow = st.one_of(
        st.sampled_from(CATEGORIES).map(lambda one: Which(categories=frozenset({one}))),
        st.sampled_from(SKUS).map(lambda one: Which(skus=frozenset({one}))),
        st.sampled_from(BRANDS).map(lambda one: Which(brands=frozenset({one}))),
        st.builds(Which, some(SKUS), some(CATEGORIES), some(BRANDS), some(FLAGS)),
    )
    return narrow.filter(lambda one: not one.everything) if named else often(Which(), narrow)


@cache
@st.composite
def whens(draw: st.DrawFn) -> When:
    """Always, some days around `DAY`, or some hours of the week."""
    starts, length = draw(st.integers(-9, 9)), draw(st.integers(0, 40))
    first = DAY + timedelta(days=starts)
    begins, hours = draw(st.integers(0, 23)), draw(st.integers(1, 24))
    days = draw(st.frozensets(st.integers(1, 7), max_size=4))
    slot = Slot(days, begins * 60, min(24 * 60, (begins + hours) * 60))
    return draw(
        st.sampled_from(
            [
                When(),
                When(first),
                When(first, first + timedelta(days=length)),
                When(slots=(slot,)),
                When(ends_on=first + timedelta(days=length), slots=(slot, Slot())),
            ]
        )
    )


@cache
def limits() -> st.SearchStrategy[tuple[Limit, ...]]:
    """None, or one or two that small baskets reach."""
    points = st.builds(Limit, st.sampled_from(Period), st.integers(1, 60))
    times = st.builds(Limit, st.sampled_from(Period), times=st.integers(1, 3))
    return often((), st.lists(points | times, min_size=1, max_size=2).map(tuple))


@cache
def factors() -> st.SearchStrategy[Fraction]:
    """Factors that a shop would set, some with decimals that do not come out even."""
    return st.sampled_from(["2", "3", "1.5", "1.333", "10", "1.001", "1"]).map(Fraction)


@cache
def _bought() -> st.SearchStrategy[tuple[Bought, ...]]:
    one = st.builds(Bought, whiches(), st.none() | st.integers(0, 30))
    return often((), st.lists(one, min_size=1, max_size=2).map(tuple))


def _conditions(tiers: tuple[str, ...], inner: Any, least: int) -> st.SearchStrategy[Audience]:
    """One or two conditions, each of which some members meet."""
    several = st.lists(inner, min_size=1, max_size=2).map(tuple)
    known: dict[str, st.SearchStrategy[Any]] = {
        "segments": st.frozensets(st.sampled_from(Segment), max_size=2),
        "languages": some(("en", "ko")),
        "lapsed_days": st.integers(0, 10),
        "birthday_within_days": st.integers(0, 40),
        "joined_since": st.integers(-9, 3).map(lambda days: DAY + timedelta(days=days)),
        "joined_before": st.integers(4, 9).map(lambda days: DAY + timedelta(days=days)),
        "bought": _bought(),
        "never_bought": _bought(),
        "average_below_minor": st.integers(0, 4000),
        "spent_at_least_minor": st.integers(0, 4000),
        "visits_at_least": st.integers(0, 4),
        "any_of": several,
        "none_of": several,
    }
    if tiers:
        known["tiers"] = some(tiers)
    keys = st.lists(st.sampled_from(sorted(known)), min_size=least, max_size=2, unique=True)
    return keys.flatmap(
        lambda names: st.fixed_dictionaries({name: known[name] for name in names})
    ).map(lambda said: Audience(**said))


@cache
def audiences(tiers: tuple[str, ...] = ()) -> st.SearchStrategy[Audience]:
    """Everybody, or who meets some conditions; "and", "or" and "not" within each other."""
    leaves = st.integers(0, 9).map(lambda days: Audience(lapsed_days=days))
    return _conditions(tiers, _conditions(tiers, leaves, 1), 0)
