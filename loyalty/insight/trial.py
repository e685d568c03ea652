"""What a campaign's control group says: one measure, two arms, and an honest "not enough yet".

The measure, its last day and the members it needs stand in the program before the campaign starts;
until that day is over there is no result, for whoever looks early stops when it looks good.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from loyalty.insight.comparing import means, shares, split_suspect
from loyalty.insight.intervals import Interval
from loyalty.members.history import Day
from loyalty.rules.campaign import Outcome, Trial

FEWEST = 30
"""Members of an arm below which no interval is told, whatever the plan asked for."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm: `members`, and the mean and variance of the measure over them.

    SPEND is in minor units a member, VISITS in purchases, RETURNED is 0 or 1.
    """

    members: int
    mean: float
    variance: float


@dataclass(frozen=True, slots=True)
class TrialResult:
    """`difference` of the means, treated less control, with its 95 % interval.

    Of shares by Newcombe, of averages by Welch. The interval is None while either arm is smaller
    than the plan says, and where the arms are `suspect`: not drawn as planned, by their sizes.
    Then nothing is proved.
    """

    outcome: Outcome
    treated: Arm
    control: Arm
    needed: int
    difference: float
    interval: Interval | None
    suspect: bool = False

    @property
    def decided(self) -> bool:
        """Whether the interval leaves out "no difference"."""
        return self.interval is not None and not self.interval[0] <= 0 <= self.interval[1]


def measured(outcome: Outcome, days: Iterable[Day], since: date, until: date) -> int:
    """A member's measure from the day their arm was drawn to the last day, returns taken off.

    RETURNED asks for a purchase on a later day: the first one is how they came into the trial.
    """
    inside = [day for day in days if since <= day.on <= until]
    if outcome is Outcome.SPEND:
        return sum(day.spend_minor for day in inside)
    if outcome is Outcome.VISITS:
        return sum(day.visits for day in inside)
    return int(any(day.visits > 0 and day.on > since for day in inside))


def result(trial: Trial, treated: Sequence[int], control: Sequence[int]) -> TrialResult:
    """Both arms compared; each number is one member's measure."""
    arms = _arm(treated), _arm(control)
    difference = arms[0].mean - arms[1].mean
    least = max(FEWEST, trial.members_needed)
    interval, suspect = None, False
    if min(arm.members for arm in arms) >= least:
        suspect = split_suspect(len(treated), len(control), 1 - trial.control_percent / 100)
        interval = None if suspect else _interval(trial.outcome, treated, control)
    return TrialResult(
        trial.outcome, arms[0], arms[1], trial.members_needed, difference, interval, suspect
    )


def _interval(outcome: Outcome, treated: Sequence[int], control: Sequence[int]) -> Interval:
    if outcome is Outcome.RETURNED:
        found = shares(sum(treated), len(treated), sum(control), len(control))
    else:
        found = means(treated, control)
    return found.low, found.high


def _arm(values: Sequence[int]) -> Arm:
    if not values:
        return Arm(0, 0.0, 0.0)
    mean = sum(values) / len(values)
    spread = sum((value - mean) ** 2 for value in values)
    return Arm(len(values), mean, spread / (len(values) - 1) if len(values) > 1 else 0.0)
