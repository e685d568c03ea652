"""What every printed figure is: its definition, its value with a range, and how many it rests on.

Codes and facts only; the sentences about them are the screen's and the paper's. The rule "below
the minimum there are counts and no percentage" is `judged`, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from loyalty.insight.intervals import wilson


class Unit(StrEnum):
    """What a value is counted in."""

    SHARE = "share"  # 0..1
    SCORE = "score"  # -100..100 or 0..100
    MONEY = "money"  # minor units
    DAYS = "days"
    RATIO = "ratio"
    COUNT = "count"
    POINTS = "points"


class Range(StrEnum):
    """How low and high were found; all at 95 %."""

    NONE = "none"
    WILSON = "wilson"
    ODDS = "wilson-odds"  # of the share, converted
    NPS = "nps"
    T = "t"
    WELCH = "welch"
    NEWCOMBE = "newcombe"
    GREENWOOD = "greenwood"
    BOOTSTRAP = "bootstrap"
    SCENARIO = "scenario"


class State(StrEnum):
    """Whether a value may be printed."""

    NONE = "none"  # nothing of the kind was counted
    TOO_YOUNG = "too-young"  # there are members, but none has had the time
    TOO_FEW = "too-few"  # counts only
    EARLY = "early"  # with its range, and called early
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Definition:
    """One metric, said once; it is printed under its figure.

    `numerator`, `denominator`, `window` and each of `exclusions` are keys of wordings. Below
    `minimum` (of `denominator`) there is no value, below `early` it is called early; `also` are
    further counts that must be reached, by name.
    """

    name: str
    numerator: str
    denominator: str
    window: str
    exclusions: tuple[str, ...]
    interval: Range
    minimum: int
    unit: Unit = Unit.SHARE
    early: int = 0
    also: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and its 95 % range, where it has one."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric of one period. `value`, `low` and `high` are None unless it is shown or early.

    `n` is what the minimum is compared with; `waiting` are members that are too young to count;
    `beside` are further counts and values to print along (a median, a share, bands).
    """

    definition: Definition
    state: State
    n: int
    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    waiting: int = 0
    beside: Mapping[str, float] = field(default_factory=dict)

    @property
    def told(self) -> bool:
        """Whether there is a value to print."""
        return self.state in (State.EARLY, State.SHOWN)


def judged(
    definition: Definition,
    n: int,
    estimate: Callable[[], Estimate | None],
    *,
    numerator: int | None = None,
    denominator: int | None = None,
    waiting: int = 0,
    counts: Mapping[str, int] | None = None,
    beside: Mapping[str, float] | None = None,
) -> Figure:
    """The figure, calculated only if enough was counted; `estimate` gives None for "no value".

    `counts` stand beside the figure at any n and answer for the definition's `also`; `beside` are
    values, hidden with the value. Raises KeyError for a count that the definition asks for.
    """
    known = counts or {}
    short = any(known[name] < least for name, least in definition.also)
    found: Estimate | None = None
    if n <= 0:
        state = State.TOO_YOUNG if waiting else State.NONE
    elif n < definition.minimum or short:
        state = State.TOO_FEW
    elif (found := estimate()) is None:
        state = State.NONE
    else:
        state = State.EARLY if n < definition.early else State.SHOWN
    return Figure(
        definition,
        state,
        n,
        numerator,
        denominator,
        value=found.value if found else None,
        low=found.low if found else None,
        high=found.high if found else None,
        waiting=waiting,
        beside={**known, **((beside or {}) if found else {})},
    )


def rate(definition: Definition, hits: int, n: int, waiting: int = 0) -> Figure:
    """`hits` of `n` as a share with its Wilson range.

    Raises ValueError for counts that cannot be: more hits than n, or less than none.
    """
    if not 0 <= hits <= n:
        raise ValueError(f"{hits} of {n}")

    def estimate() -> Estimate:
        return Estimate(hits / n, *wilson(hits, n))

    return judged(definition, n, estimate, numerator=hits, denominator=n, waiting=waiting)
