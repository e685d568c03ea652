"""Points spent to points earned in a period; the share ever spent is `liability`'s affair."""

from __future__ import annotations

from loyalty.insight.definitions import REDEMPTION
from loyalty.insight.figure import Estimate, Figure, judged


def redemption_flow(spent: int, earned: int, members: int) -> Figure:
    """An accounting ratio without a range; it may pass 1. `members` moved points in the period.

    Points of refunded orders and opening balances brought from another system are left out by
    whoever counts. No value where nothing was earned.
    """

    def estimate() -> Estimate | None:
        return Estimate(spent / earned) if earned > 0 else None

    return judged(
        REDEMPTION,
        members,
        estimate,
        numerator=spent,
        denominator=earned,
        counts={"points": earned},
    )
