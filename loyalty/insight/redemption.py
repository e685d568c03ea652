"""Two redemption rates that are never mixed: points spent to earned, and the share ever spent."""

from __future__ import annotations

from collections.abc import Sequence

from loyalty.insight.definitions import REDEMPTION, ULTIMATE_REDEMPTION
from loyalty.insight.figure import Estimate, Figure, judged
from loyalty.insight.liability.ladder import Basis, Issue, Ultimate


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


def redemption_ultimate(found: Ultimate, issues: Sequence[Issue], members: int) -> Figure:
    """The share of issued points ever spent, with its bootstrap range; `beside` the plain rate.

    A figure only where the ladder found it: "all will be redeemed" and a manager's number are
    assumptions for the accountant's page and no measurement. `members` were given the points.
    """
    issued = sum(one.issued for one in issues)
    spent = sum(one.to_date for one in issues)

    def estimate() -> Estimate | None:
        if found.basis is not Basis.LADDER:
            return None
        return Estimate(float(found.rate), found.low, found.high)

    return judged(
        ULTIMATE_REDEMPTION,
        members,
        estimate,
        numerator=round(sum(found.points)),
        denominator=issued,
        counts={"points": issued},
        beside={"so-far": spent / issued} if issued else None,
    )
