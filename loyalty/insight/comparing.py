"""Two groups of members compared: the tests behind "the campaign brought so much more".

Averages are compared over members' totals, never over receipts: one member's belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, erfc, isinf, sqrt
from statistics import fmean

from loyalty.insight.intervals import newcombe, t_quantile, welch
from loyalty.insight.numeric import special

SUSPECT = 0.001
"""Below this chance of the split, the arms were not drawn as planned and no result is shown."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """First less second, the 95 % range of that, and the chance of it were there no effect."""

    difference: float
    low: float
    high: float
    p: float

    @property
    def clear(self) -> bool:
        """Whether the range leaves out "no difference"."""
        return not self.low <= 0 <= self.high


def shares(hits: int, n: int, other_hits: int, other_n: int) -> Comparison:
    """Two shares: pooled two-proportion test, range by Newcombe. Raises ValueError for n < 1."""
    if min(n, other_n) < 1:
        raise ValueError("no share of nobody")
    difference = hits / n - other_hits / other_n
    pooled = (hits + other_hits) / (n + other_n)
    error = sqrt(pooled * (1 - pooled) * (1 / n + 1 / other_n))
    p = erfc(abs(difference) / error / sqrt(2)) if error else 1.0
    return Comparison(difference, *newcombe(hits, n, other_hits, other_n), p)


def means(a: Sequence[float], b: Sequence[float]) -> Comparison:
    """Two averages over members by Welch's test. Raises ValueError for a group under two."""
    difference, error, freedom = welch(a, b)
    if isinf(freedom):
        return Comparison(difference, difference, difference, 0.0 if difference else 1.0)
    half = t_quantile(freedom) * error
    p = 2 * float(special().stdtr(freedom, -abs(difference) / error))
    return Comparison(difference, difference - half, difference + half, p)


def winsorised(*groups: Sequence[float], at: float = 0.99) -> tuple[list[float], ...]:
    """The groups with what lies above the `at` quantile of them all together cut down to it.

    One cap for both arms, decided before the campaign: a single wholesaler decides nothing.
    """
    everyone = sorted(value for group in groups for value in group)
    if not everyone:
        return tuple([] for _ in groups)
    cap = everyone[max(0, ceil(at * len(everyone)) - 1)]
    return tuple([min(value, cap) for value in group] for group in groups)


def less_past(
    after: Sequence[Sequence[float]], before: Sequence[Sequence[float]]
) -> tuple[list[float], ...]:
    """CUPED: each group's measure less what the members' own past explains (Deng et al. 2013).

    `after[g][i]` and `before[g][i]` are one member; y - theta (x - mean x), theta over all groups
    together. The difference of means stays unbiased, the variance falls by the squared correlation.
    Raises ValueError where the lengths differ.
    """
    x = [value for group in before for value in group]
    y = [value for group in after for value in group]
    if [len(g) for g in after] != [len(g) for g in before]:
        raise ValueError("a past for each member")
    if not x:
        return tuple([] for _ in after)
    mean_x, mean_y = fmean(x), fmean(y)
    spread = sum((a - mean_x) ** 2 for a in x)
    shared = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    theta = shared / spread if spread else 0.0
    return tuple(
        [value - theta * (past - mean_x) for value, past in zip(now, then, strict=True)]
        for now, then in zip(after, before, strict=True)
    )


def split_chance(treated: int, control: int, treated_share: float) -> float:
    """How likely a split at least this far from the plan is (chi-square, one degree of freedom).

    Raises ValueError for a share outside 0..1 or nobody.
    """
    n = treated + control
    if n < 1 or not 0 < treated_share < 1:
        raise ValueError(f"{n} members at {treated_share}")
    expected = n * treated_share
    square = (treated - expected) ** 2 * (1 / expected + 1 / (n - expected))
    return erfc(sqrt(square / 2))


def split_suspect(treated: int, control: int, treated_share: float) -> bool:
    """Whether the arms cannot have been drawn as planned: then no result is shown."""
    return split_chance(treated, control, treated_share) < SUSPECT
