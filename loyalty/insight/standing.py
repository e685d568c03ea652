"""Figures of a day that are no rates: how many members, points that are open, who is late.

They stand on the manager's first screen beside the catalogue of `definitions`.
"""

from __future__ import annotations

from loyalty.insight.definitions import IDENTIFIED, PEOPLE
from loyalty.insight.figure import Definition, Estimate, Figure, Range, Unit, judged

MEMBERS = Definition(
    "members", "members-enrolled", "nothing", "report-date", PEOPLE, Range.NONE, 1, Unit.COUNT
)
JOINED = Definition(
    "joined", "members-joined", "nothing", "report-period", PEOPLE, Range.NONE, 1, Unit.COUNT
)
LATE = Definition(
    "late-for-habit",
    "members-away-3-times-their-gap",
    "members-with-3-purchase-days",
    "own-gaps-to-report-date",
    (*PEOPLE, "anonymous", "fully-returned"),
    Range.WILSON,
    30,
)
OUTSTANDING = Definition(
    "points-outstanding", "points-open", "nothing", "report-date", (), Range.NONE, 1, Unit.POINTS
)
REWARD_COST = Definition(
    "reward-cost",
    "paid-by-points-and-vouchers",
    "member-sales",
    "report-period",
    (*PEOPLE, "anonymous", "fully-returned"),
    Range.NONE,
    30,
)
UPLIFT_VISITS = Definition(
    "uplift-visits",
    "treated-less-held-out",
    "members-per-arm",
    "trial",
    PEOPLE,
    Range.WELCH,
    30,
    Unit.RATIO,
)

STANDING = (MEMBERS, JOINED, LATE, OUTSTANDING, REWARD_COST, UPLIFT_VISITS)
"""In the order of the first screen."""


def counted(definition: Definition, count: int, n: int | None = None) -> Figure:
    """A count as a figure; `n` what it rests on, by default itself. None of it is no value."""
    rests = count if n is None else n
    return judged(definition, rests, lambda: Estimate(float(count)), numerator=count)


def reward_cost(paid_minor: int, sales_minor: int, purchases: int) -> Figure:
    """What points and vouchers paid, as a share of what members paid in money."""

    def estimate() -> Estimate | None:
        return Estimate(paid_minor / sales_minor) if sales_minor > 0 else None

    return judged(REWARD_COST, purchases, estimate, numerator=paid_minor, denominator=sales_minor)


def identified(member_minor: int, net_minor: int, sales: int) -> Figure:
    """The share of net sales that has a member; no value where nothing was sold."""

    def estimate() -> Estimate | None:
        return Estimate(member_minor / net_minor) if net_minor > 0 else None

    return judged(IDENTIFIED, sales, estimate, numerator=member_minor, denominator=net_minor)
