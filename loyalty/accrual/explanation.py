"""Why a sale earned what it earned: stored with the sale, and enough to compute it again.

The numbers are those of the day of the sale, so a later edit of the rules changes nothing here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from loyalty.apportion import apportion
from loyalty.points import Rounding, rounded


@dataclass(frozen=True, slots=True)
class Part:
    """One rule's contribution: `points` for every `step` of `amount`; below zero what was taken.

    `spend`: amount and step in minor units. `visit`: 1 of 1. `item`: items, one by one.
    `times`: what the multiplier `rule` added to the base, exactly `points / step`; `why` is its
    factor as a decimal; below zero where that is below one. `bonus`: `points` as often as `amount`
    says. `limit`: what a limit took off the `rule` (of a campaign: off all its rules), zero or
    below; `why` is a period (`day`), `times-` and a period, `budget`, or `cooldown`; zero where
    nothing was left before the sale, so that the rule gave nothing. `name`: the owner's words.
    """

    kind: str
    points: int
    step: int
    amount: int
    rule: str = ""
    name: str = ""
    why: str = ""

    @property
    def exact(self) -> Fraction:
        """The contribution before any rounding."""
        return Fraction(self.points * self.amount, self.step)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole way from lines to points.

    `eligible`: minor units per line after exclusions and after what points paid. `excluded`: line
    number (from 0) and why. `paid_minor`: money paid with points, which does not earn.
    `short_of_minor`: the minimum spend that was not reached, or 0. `trims`: whole points that caps
    on the basket or the member took off after rounding, in order, with which cap (`day`, `basket`).
    `arms`: campaigns that held: id, `treated` or `control`, name on that day. `tier`:
    id of the member's tier before the sale.
    """

    program: int
    eligible: tuple[int, ...]
    excluded: tuple[tuple[int, str], ...]
    paid_minor: int
    short_of_minor: int
    parts: tuple[Part, ...]
    rounding: Rounding
    weights: tuple[int, ...]
    trims: tuple[tuple[str, int], ...] = ()
    arms: tuple[tuple[str, str, str], ...] = ()
    tier: str = ""

    @property
    def exact(self) -> Fraction:
        """All parts together, unrounded: over one denominator, as an audit asks every sale."""
        scale = math.lcm(*(part.step for part in self.parts))
        tops = (part.points * part.amount * (scale // part.step) for part in self.parts)
        return Fraction(sum(tops), scale)

    @property
    def points(self) -> int:
        """The points, computed from the parts: rounded once, on the total, then trimmed by caps."""
        return rounded(self.exact, self.rounding) - sum(points for _, points in self.trims)

    @property
    def line_points(self) -> tuple[int, ...]:
        """The points of each line by largest remainder; they sum to `points`."""
        return apportion(self.points, self.weights)
