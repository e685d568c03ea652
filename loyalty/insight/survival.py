"""Time until an event of which some members have not yet had the time: Kaplan and Meier (1958).

The plain median over those who did come back leaves out everybody still waiting, and flatters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from loyalty.insight.intervals import Interval, z


@dataclass(frozen=True, slots=True)
class Step:
    """From `day` on the share `waiting` has not had the event; `variance` is Greenwood's (1926)."""

    day: int
    at_risk: int
    events: int
    waiting: float
    variance: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The steps, by day; only days with events are steps."""

    steps: tuple[Step, ...]
    n: int
    events: int

    def done(self, day: int) -> float:
        """The share that has had the event by the end of so many days."""
        waiting = 1.0
        for step in self.steps:
            if step.day > day:
                break
            waiting = step.waiting
        return 1 - waiting

    def median(self) -> float | None:
        """The first day by which half have had it; None if fewer than half ever do."""
        return _first(self.steps, lambda step: step.waiting)

    def median_range(self) -> tuple[float | None, float | None]:
        """95 % range of the median: days where the log-log band of the curve holds one half.

        (Brookmeyer and Crowley 1982.) None where the band does not reach it.
        """
        low = _first(self.steps, lambda step: _band(step)[0])
        high = _first(self.steps, lambda step: _band(step)[1])
        return low, high


def kaplan_meier(days: Sequence[int], happened: Sequence[bool]) -> Curve:
    """`days[i]` until the event, or until today where it has not `happened` (censored).

    Who is censored on the day of an event counts as at risk then. Raises ValueError for negative
    days or unequal lengths.
    """
    if any(day < 0 for day in days):
        raise ValueError("time runs forward")
    events = Counter(day for day, yes in zip(days, happened, strict=True) if yes)
    leaving = Counter(days)
    at_risk, waiting, summed = len(days), 1.0, 0.0
    steps = []
    for day in sorted(leaving):
        if had := events[day]:
            waiting *= 1 - had / at_risk
            left = at_risk - had
            summed += had / (at_risk * left) if left else 0.0
            steps.append(Step(day, at_risk, had, waiting, waiting**2 * summed))
        at_risk -= leaving[day]
    return Curve(tuple(steps), len(days), events.total())


def _band(step: Step) -> Interval:
    if not 0 < step.waiting < 1:
        return step.waiting, step.waiting
    spread = z() * sqrt(step.variance) / (step.waiting * abs(log(step.waiting)))
    return step.waiting ** exp(spread), step.waiting ** exp(-spread)


def _first(steps: Sequence[Step], share: Callable[[Step], float]) -> float | None:
    return next((float(step.day) for step in steps if share(step) <= 0.5), None)
