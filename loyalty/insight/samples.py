"""How many members a comparison needs, said before it starts: 80 % power, 5 % false alarms."""

from __future__ import annotations

from math import ceil, sqrt
from statistics import NormalDist

POWER = 0.8
ALPHA = 0.05


def _quantiles(power: float, alpha: float) -> tuple[float, float]:
    return NormalDist().inv_cdf(1 - alpha / 2), NormalDist().inv_cdf(power)


def for_shares(first: float, second: float, power: float = POWER, alpha: float = ALPHA) -> int:
    """Members of each group to tell two shares (0..1) apart (Fleiss 1981, no correction).

    Raises ValueError for equal shares or shares outside 0..1.
    """
    if first == second or not 0 <= min(first, second) <= max(first, second) <= 1:
        raise ValueError(f"{first} and {second}")
    za, zb = _quantiles(power, alpha)
    mean = (first + second) / 2
    spread = za * sqrt(2 * mean * (1 - mean)) + zb * sqrt(
        first * (1 - first) + second * (1 - second)
    )
    return ceil((spread / (first - second)) ** 2)


def for_means(
    deviation: float,
    difference: float,
    correlation: float = 0.0,
    power: float = POWER,
    alpha: float = ALPHA,
) -> int:
    """Members of each group to tell a `difference` of means, in the measure's unit, from none.

    `correlation` with the members' own past takes its square off the variance (CUPED, Deng 2013).
    Raises ValueError for no difference.
    """
    if difference == 0:
        raise ValueError("no difference needs everybody")
    za, zb = _quantiles(power, alpha)
    left = deviation**2 * (1 - correlation**2)
    return max(2, ceil(2 * left * ((za + zb) / difference) ** 2))


def for_nps(points: float, promoters: float = 0.5, detractors: float = 0.2) -> int:
    """Answers of each wave to tell a change of so many NPS points."""
    spread = promoters + detractors - (promoters - detractors) ** 2
    return for_means(sqrt(spread), points / 100)


def tellable(members: int, share: float) -> float:
    """The smallest rise of a share that so many members in each group show; 1 - share at most.

    What a manager is told before a campaign: "with 600 members you can see a step of ten points".
    """
    low, high = 0.0, 1 - share
    if high <= 0 or for_shares(share, 1.0) > members:
        return max(high, 0.0)
    for _ in range(40):
        middle = (low + high) / 2
        if middle > 0 and for_shares(share, share + middle) <= members:
            high = middle
        else:
            low = middle
    return high
