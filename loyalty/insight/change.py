"""Whether a figure has moved, or only jumped: this period beside the one before."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from loyalty.insight.figure import Figure, Range
from loyalty.insight.intervals import newcombe
from loyalty.insight.samples import for_shares


@dataclass(frozen=True, slots=True)
class Change:
    """Now less before, with the 95 % range of that where there is one.

    `needed` are members per period from which a step of this size would be clear; shares only.
    """

    difference: float
    low: float | None = None
    high: float | None = None
    needed: int | None = None

    @property
    def clear(self) -> bool:
        """Whether the range leaves out "no change"; False without a range."""
        return self.low is not None and self.high is not None and not self.low <= 0 <= self.high


def change(before: Figure, now: Figure) -> Change | None:
    """None unless both values are told.

    Shares over counted members by Newcombe; other figures with ranges by the root of the summed
    squares of their half-ranges, as if independent. Raises ValueError for two different metrics.
    """
    if before.definition.name != now.definition.name:
        raise ValueError(f"{before.definition.name} beside {now.definition.name}")
    if before.value is None or now.value is None:
        return None
    difference = now.value - before.value
    if now.definition.interval is Range.WILSON:
        low, high = newcombe(now.numerator or 0, now.n, before.numerator or 0, before.n)
        needed = for_shares(before.value, now.value) if difference else None
        return Change(difference, low, high, needed)
    if before.low is None or before.high is None or now.low is None or now.high is None:
        return Change(difference)
    return Change(
        difference,
        difference - sqrt((now.value - now.low) ** 2 + (before.high - before.value) ** 2),
        difference + sqrt((now.high - now.value) ** 2 + (before.value - before.low) ** 2),
    )
