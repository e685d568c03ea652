"""How a campaign's measure spread over members lately: what a sample size is reckoned from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import sqrt
from operator import itemgetter
from statistics import fmean
from uuid import UUID

from loyalty.insight.trial import FEWEST, measured
from loyalty.members.history import Day
from loyalty.rules.campaign import Outcome


@dataclass(frozen=True, slots=True)
class Past:
    """The measure over `buyers`, who bought in a stretch of days: mean, standard deviation.

    SPEND in minor units, VISITS in purchases, RETURNED as 0 or 1. `correlation` is with the same
    member's spend in as many days before, 0 where that tells nothing.
    """

    buyers: int
    mean: float
    deviation: float
    correlation: float


def past_of(
    rows: Iterable[tuple[UUID, Day]], outcome: Outcome, first: date, last: date
) -> Past | None:
    """What a trial over `first` to `last` would have measured had it run then, with no effect.

    `rows`: members with their days, all days of one member together; days before `first` are the
    past. Each counts from their own first purchase in the stretch, as in a trial. None for fewer
    than 30 buyers, who say nothing.
    """
    values: list[float] = []
    pasts: list[float] = []
    for _, found in groupby(rows, key=itemgetter(0)):
        days = [day for _, day in found]
        drawn = min((one.on for one in days if one.visits > 0 and first <= one.on), default=None)
        if drawn is None:
            continue
        values.append(measured(outcome, days, drawn, last))
        pasts.append(
            measured(Outcome.SPEND, days, date.min, date.fromordinal(drawn.toordinal() - 1))
        )
    if len(values) < FEWEST:
        return None
    mean, past_mean = fmean(values), fmean(pasts)
    spread = sum((value - mean) ** 2 for value in values)
    before = sum((value - past_mean) ** 2 for value in pasts)
    shared = sum((a - mean) * (b - past_mean) for a, b in zip(values, pasts, strict=True))
    told = outcome is Outcome.SPEND and spread > 0 and before > 0
    return Past(
        len(values),
        mean,
        sqrt(spread / (len(values) - 1)),
        shared / sqrt(spread * before) if told else 0.0,
    )
