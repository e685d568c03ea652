"""Whether so many of so many stand out from a rate: an exact tail of the binomial distribution.

Statistics, not money: floats are right here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, lgamma, log

from pos.patterns.definitions import Pattern


@dataclass(frozen=True, slots=True)
class Counted:
    """`hits` of `tries` of one who is looked at, beside those of all others."""

    hits: int
    tries: int
    others_hits: int
    others_tries: int


@dataclass(frozen=True, slots=True)
class Judged:
    """The rate of the others, how many hits it would have brought, and the chance of so many."""

    rate: float
    expected: float
    chance: float
    stands_out: bool


def judged(pattern: Pattern, counted: Counted, subjects: int) -> Judged:
    """Whether somebody stands out among `subjects` who were looked at."""
    tries = counted.others_tries + pattern.weight
    rate = (counted.others_hits + pattern.usual * pattern.weight) / tries if tries else 0.0
    return against(pattern, counted.hits, counted.tries, rate, subjects)


def against(pattern: Pattern, hits: int, tries: int, rate: float, subjects: int) -> Judged:
    """The same against a rate that is known."""
    expected = rate * tries
    chance = tail(hits, tries, rate)
    out = (
        hits >= pattern.least
        and hits >= pattern.times * expected
        and chance * max(1, subjects) < pattern.alpha
    )
    return Judged(rate, expected, chance, out)


def tail(hits: int, tries: int, rate: float) -> float:
    """The chance of `hits` or more in `tries`, each with the same chance; 0 to 1.

    Summed from the largest term on in logarithms, so that no count overflows.
    """
    if hits <= 0:
        return 1.0
    if hits > tries or rate <= 0:
        return 0.0
    if rate >= 1:
        return 1.0
    if hits <= tries * rate:
        return max(0.0, 1.0 - _sum(range(hits), tries, rate))
    return min(1.0, _sum(range(hits, tries + 1), tries, rate))


def _sum(counts: Iterable[int], tries: int, rate: float) -> float:
    whole = lgamma(tries + 1)
    return sum(
        exp(
            whole
            - lgamma(count + 1)
            - lgamma(tries - count + 1)
            + count * log(rate)
            + (tries - count) * log(1 - rate)
        )
        for count in counts
    )
