"""Loyalty index: recommend, buy again, try other products, each 0-100, then their mean.

There is no standard scale and no standard bands: both are this product's own convention.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from loyalty.insight.definitions import LOYALTY_INDEX
from loyalty.insight.figure import Estimate, Figure, judged
from loyalty.insight.intervals import t_interval

Answers = tuple[int | None, int | None, int | None]
"""To recommend, buy again, try other products; None where unanswered."""


class Band(StrEnum):
    """Where an index lies: [0, 40), [40, 75), [75, 100]."""

    BELOW = "below-average"
    AVERAGE = "average"
    ABOVE = "above-average"


def band(index: float) -> Band:
    """Of an index 0..100."""
    if index < 40:
        return Band.BELOW
    return Band.AVERAGE if index < 75 else Band.ABOVE


def index_of(answers: Answers, lowest: int = 1, highest: int = 6) -> float | None:
    """One member's index, 0..100; None if a question is unanswered (two are not averaged).

    Raises ValueError for an answer off the scale.
    """
    given = [answer for answer in answers if answer is not None]
    if any(not lowest <= answer <= highest for answer in given):
        raise ValueError(f"answers are {lowest} to {highest}")
    if len(given) < 3:
        return None
    return 100 * sum(answer - lowest for answer in given) / (3 * (highest - lowest))


def loyalty_index(members: Sequence[Answers], lowest: int = 1, highest: int = 6) -> Figure:
    """Mean over members, 0..100; `beside` counts the bands at any n, `waiting` the incomplete."""
    found = [index_of(answers, lowest, highest) for answers in members]
    full = [index for index in found if index is not None]
    bands = Counter(band(index) for index in full)

    def estimate() -> Estimate:
        low, high = t_interval(full)
        return Estimate(sum(full) / len(full), max(0.0, low), min(100.0, high))

    return judged(
        LOYALTY_INDEX,
        len(full),
        estimate,
        denominator=len(full),
        waiting=len(found) - len(full),
        counts={str(one): bands[one] for one in Band},
    )
