"""Ranges around figures: where the true value lies, were the shop's luck different.

Two-sided, 95 % unless said; Wilson for shares because the textbook range is nothing for 0 of 10.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from math import sqrt
from statistics import NormalDist, fmean, variance
from typing import TYPE_CHECKING

from loyalty.insight.numeric import arrays, special

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Interval = tuple[float, float]
LEVEL = 0.95
DRAWS = 1000
"""Of a bootstrap: its ends then move by about a twentieth of the range from seed to seed."""
_FEWEST_DRAWS = 200
_MOST_DRAWN = 20_000_000
"""Rows drawn in all, so that a million purchases take seconds and not minutes."""


@cache
def z(level: float = LEVEL) -> float:
    """The normal quantile of a two-sided range."""
    return NormalDist().inv_cdf(0.5 + level / 2)


def wilson(hits: int, n: int, level: float = LEVEL) -> Interval:
    """Range of a share (Wilson 1927, score interval without continuity correction).

    Raises ValueError for n < 1.
    """
    if n < 1:
        raise ValueError("no share of nobody")
    q = z(level) ** 2
    share = hits / n
    middle = (share + q / (2 * n)) / (1 + q / n)
    half = z(level) / (1 + q / n) * sqrt(share * (1 - share) / n + q / (4 * n * n))
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == n else min(1.0, middle + half)
    return low, high


def newcombe(hits: int, n: int, other_hits: int, other_n: int, level: float = LEVEL) -> Interval:
    """Range of the difference of two shares, first less second (Newcombe 1998, method 10).

    The two Wilson ranges are put together: right for small groups and for 0 of n, and unlike
    Miettinen and Nurminen's it needs no search.
    """
    first, second = hits / n, other_hits / other_n
    low1, high1 = wilson(hits, n, level)
    low2, high2 = wilson(other_hits, other_n, level)
    difference = first - second
    return (
        difference - sqrt((first - low1) ** 2 + (high2 - second) ** 2),
        difference + sqrt((high1 - first) ** 2 + (second - low2) ** 2),
    )


def nps_half(promoters: float, detractors: float, n: int, members: int | None = None) -> float:
    """Half of an NPS's range in points; shares 0..1 of n answers.

    100 z sqrt((P + D - (P - D)^2) / n) (Engelhardt 2016); with `members` asked in all, the
    finite population takes sqrt((N - n) / (N - 1)) of it.
    """
    spread = promoters + detractors - (promoters - detractors) ** 2
    half = 100 * z() * sqrt(max(0.0, spread) / n)
    if members is None or members <= 1:
        return half
    return half * sqrt(max(0, members - n) / (members - 1))


def t_quantile(freedom: float, level: float = LEVEL) -> float:
    """Student's two-sided quantile."""
    return float(special().stdtrit(freedom, 0.5 + level / 2))


def t_interval(values: Sequence[float], level: float = LEVEL) -> Interval:
    """Range of a mean. Raises ValueError for fewer than two values."""
    if len(values) < 2:
        raise ValueError("one value has no spread")
    half = t_quantile(len(values) - 1, level) * sqrt(variance(values) / len(values))
    middle = fmean(values)
    return middle - half, middle + half


def welch(a: Sequence[float], b: Sequence[float]) -> tuple[float, float, float]:
    """Difference of two means (a less b), its standard error, degrees of freedom (Welch 1947).

    Two groups without any spread have standard error 0 and infinite freedom. Raises ValueError
    for fewer than two values in a group.
    """
    if min(len(a), len(b)) < 2:
        raise ValueError("one value has no spread")
    va, vb = variance(a) / len(a), variance(b) / len(b)
    difference = fmean(a) - fmean(b)
    if va + vb == 0:
        return difference, 0.0, float("inf")
    freedom = (va + vb) ** 2 / (va**2 / (len(a) - 1) + vb**2 / (len(b) - 1))
    return difference, sqrt(va + vb), freedom


def bootstrap(
    size: int,
    statistic: Callable[[NDArray[np.intp]], float],
    seed: int,
    draws: int = DRAWS,
    level: float = LEVEL,
) -> Interval:
    """Percentile range of `statistic`, given up to `draws` times the indexes of `size` members.

    The same seed gives the same range: a report that is printed twice is the same (Efron 1979).
    Very many members are drawn fewer times, at least 200: their range is narrow anyway.
    """
    np = arrays()
    draws = min(draws, max(_FEWEST_DRAWS, _MOST_DRAWN // size))
    random = np.random.default_rng(seed)
    found = [statistic(random.integers(0, size, size)) for _ in range(draws)]
    tail = (1 - level) / 2
    low, high = np.quantile(found, [tail, 1 - tail])
    return float(low), float(high)
