"""How much of the sales the best fifth brings, and how few members make four fifths of it.

80/20 is not a law, and last period's best fall back: `stayed` says how many.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from loyalty.insight.definitions import MAKE_MOST, STAY_ON_TOP, TOP_SHARE
from loyalty.insight.figure import Estimate, Figure, judged, rate
from loyalty.insight.intervals import bootstrap
from loyalty.insight.numeric import arrays

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TOP = 0.2
MOST = 0.8
_DRAWS = 400


def top_share(values: Sequence[int], seed: int = 0, top: float = TOP) -> Figure:
    """Share of all that the `top` share of members brings; `values` minor units a buying member.

    The number at the top is rounded to the nearest member. Who returned more than they bought in
    the window is no buyer; who returned everything is left out by whoever counts, for a member at
    0 may have been given something. No value without sales. `beside`: members at the top.
    """
    brought = [value for value in values if value >= 0]
    count = _count(len(brought), top)

    def share(of: NDArray[np.int64]) -> float:
        ordered = arrays().sort(of)
        return float(ordered[len(ordered) - count :].sum() / max(1, ordered.sum()))

    def estimate() -> Estimate | None:
        if total == 0:
            return None
        data = arrays().asarray(brought, dtype="int64")
        spread = bootstrap(len(data), lambda rows: share(data[rows]), seed, _DRAWS)
        return Estimate(share(data), *spread)

    total = sum(brought)
    best = sum(sorted(brought, reverse=True)[:count])
    return judged(
        TOP_SHARE,
        len(brought),
        estimate,
        numerator=best,
        denominator=total,
        counts={"members-at-top": count},
    )


def making_most(values: Sequence[int], seed: int = 0, most: float = MOST) -> Figure:
    """The smallest share of buying members that brings `most` of all."""
    brought = [value for value in values if value >= 0]

    def needed(of: NDArray[np.int64]) -> int:
        np = arrays()
        summed = np.cumsum(np.sort(of)[::-1])
        return min(len(of), int(np.searchsorted(summed, most * summed[-1])) + 1)

    def estimate() -> Estimate | None:
        if not any(brought):
            return None
        data = arrays().asarray(brought, dtype="int64")
        n = len(data)
        spread = bootstrap(n, lambda rows: needed(data[rows]) / n, seed, _DRAWS)
        return Estimate(needed(data) / n, *spread)

    return judged(MAKE_MOST, len(brought), estimate, denominator=len(brought))


def stayed(before: Mapping[str, int], now: Mapping[str, int], top: float = TOP) -> Figure:
    """Of the members at the top before, how many are there again; minor units by member.

    Equals are ordered by member id, so the same data give the same answer.
    """
    first, second = _best(before, top), _best(now, top)
    return rate(STAY_ON_TOP, len(first & second), len(first))


def _count(members: int, top: float) -> int:
    return max(1, round(top * members)) if members else 0


def _best(values: Mapping[str, int], top: float) -> set[str]:
    buying = sorted((-value, member) for member, value in values.items() if value >= 0)
    return {member for _, member in buying[: _count(len(buying), top)]}
