"""Points that are open, what a point is worth in this shop, and the share that will be spent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from loyalty.errors import LoyaltyError
from loyalty.insight.change import change
from loyalty.insight.figure import Estimate, judged
from loyalty.insight.liability.deferral import nearest
from loyalty.insight.liability.ladder import Basis, Ultimate, ultimate
from loyalty.insight.standing import OUTSTANDING, counted
from loyalty.ledger.entry import Account
from pos.insight.values import Tile
from pos.shop import Shop, program_in_force
from pos.store.insight.money import cost_share
from pos.store.insight.points import issues, moved, open_points, paid_a_point
from pos.store.insight.reading import InsightView

_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class PointValue:
    """Minor units a point: taken off a price (`revenue`), and what that costs (`cost`).

    `basis`: `tender` (the program's own rate), `paid` (what points paid in the last year) or
    `none`. `cost` is None where too few goods have a cost in the catalogue.
    """

    revenue: Fraction
    cost: Fraction | None
    basis: str


def point_value(shop: Shop, view: InsightView, today: date) -> PointValue:
    """What one point is worth here."""
    with shop.store.reading() as books:
        try:
            tender = program_in_force(books, today).tender
        except LoyaltyError:
            tender = None
    if tender is not None:
        revenue, basis = Fraction(tender.step_minor, tender.step_points), "tender"
    else:
        minor, points = paid_a_point(view, today - _YEAR, today)
        revenue = Fraction(minor, points) if points else Fraction(0)
        basis = "paid" if points else "none"
    share = cost_share(view)
    return PointValue(revenue, None if share is None else revenue * share, basis)


def expected_share(view: InsightView, today: date) -> Ultimate:
    """The share of points ever spent, by the chain ladder once there are twelve months."""
    return ultimate(issues(view, today))


def outstanding(shop: Shop, view: InsightView, today: date, since: date) -> Tile:
    """Points open now and before `since`. `beside`, in minor units: `liability` if all are spent,
    `expected` at the share the ladder found, `cost`; each only where it is known.
    """
    now = open_points(view)
    gone = sum(
        points
        for (account, _), points in moved(view, since, today).items()
        if account is Account.MEMBER
    )
    value, found = point_value(shop, view, today), expected_share(view, today)
    beside: dict[str, float] = {}
    if value.basis != "none":
        beside["liability"] = nearest(now.points * value.revenue)
        if found.basis is Basis.LADDER:
            beside["expected"] = nearest(now.points * value.revenue * Fraction(found.rate))
        if value.cost is not None:
            beside["cost"] = nearest(now.points * value.cost)
    figure = judged(
        OUTSTANDING,
        now.members,
        lambda: Estimate(float(now.points)),
        numerator=now.points,
        beside=beside,
    )
    before = counted(OUTSTANDING, now.points - gone)
    return Tile(figure, before, change(before, figure))
