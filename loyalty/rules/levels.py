"""The tiers of a program as its owner sets them (program.md 5). Which one a member has: `tier`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from loyalty.rules.bounds import AtMost, Days, Factor, Id, Months, Name, Points
from loyalty.rules.rewards import Names


class Measure(StrEnum):
    """What qualifies: base points before multipliers and bonuses, eligible minor units, visits."""

    POINTS = "points"
    SPEND = "spend"
    VISITS = "visits"


class Window(StrEnum):
    """Over what the measure is summed, and so when a review is due.

    ROLLING: the last `months` (0: ever), looked at every day. CALENDAR_YEAR: since 1 January,
    looked at when a year has ended, over that year. JOINED_YEAR: the same for years from joining.
    REACHED_YEAR: the last twelve months, looked at a year after the tier was reached or last kept.
    """

    ROLLING = "rolling"
    CALENDAR_YEAR = "calendar-year"
    JOINED_YEAR = "joined-year"
    REACHED_YEAR = "reached-year"


class Downgrade(StrEnum):
    """How far a member falls at a review that the measure does not carry. Up is at once, always.

    ONE_STEP in a rolling window: the tier below is then kept until the window has gone round once
    more, or every day would take another step. FULL: to what the measure carries.
    """

    NEVER = "never"
    ONE_STEP = "one-step"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Tier:
    """From `threshold` of the measure on: `factor` on base points, rolling expiry
    `longer_months` later. Rewards and bonuses name their tiers themselves.
    """

    id: Id
    name: Name
    threshold: Points
    factor: Factor = Fraction(1)
    longer_months: Months = 0
    names: Names = ()

    def name_in(self, language: str) -> str:
        """The tier's name in a language, or its own name where none is given."""
        return dict(self.names).get(language, self.name)


@dataclass(frozen=True, slots=True)
class TierRules:
    """Levels from the lowest threshold up; below the first a member has no tier.

    `grace_days`: a tier is kept so many days after the review that took it away, and for good if it
    is earned again meanwhile. `months` is for the rolling window only.
    """

    levels: Annotated[tuple[Tier, ...], AtMost(20)]
    measure: Measure = Measure.POINTS
    window: Window = Window.ROLLING
    months: Months = 12
    downgrade: Downgrade = Downgrade.ONE_STEP
    grace_days: Days = 0
