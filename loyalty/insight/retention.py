"""What one more point of retention would be worth: a sensitivity, not a claim about the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

DISCOUNT = 0.1
STEPS = (0.01, 0.05)


@dataclass(frozen=True, slots=True)
class Scenario:
    """With retention `rate` a year: the value of a member in margins, and its `gain` as a share."""

    rate: float
    margins: float
    gain: float


def retention_effect(
    rate: float, discount: float = DISCOUNT, steps: Sequence[float] = STEPS
) -> tuple[Scenario, ...]:
    """Today's rate first, then each step up; margin x r / (1 + d - r) a member.

    Steps that pass 1 are left out. Raises ValueError for a rate outside 0..1 or no discount.
    """
    if not 0 < rate <= 1 or discount <= 0:
        raise ValueError(f"retention {rate} at {discount}")
    today = rate / (1 + discount - rate)
    rates = [rate, *(rate + step for step in steps if rate + step <= 1)]
    values = [(one, one / (1 + discount - one)) for one in rates]
    return tuple(Scenario(one, value, value / today - 1) for one, value in values)
