"""The uplift of the campaign measured last; until one is, the tile says so."""

from __future__ import annotations

from loyalty.insight.definitions import UPLIFT_MONEY
from loyalty.insight.figure import Estimate, Figure, State, judged
from loyalty.insight.standing import UPLIFT_VISITS
from pos.insight.values import Tile
from pos.shop import Shop
from pos.trials import CampaignResult, TrialState, trial_plans, trial_result


def last_measured(shop: Shop) -> Tile:
    """Of the trials that are over, the one that ended last; locked ones are not looked at."""
    with shop.store.reading() as view:
        plans = trial_plans(view)
    over = [
        (plan.trial.measured_until, plan.campaign.id)
        for plan in plans
        if plan.state(shop.today) is TrialState.OVER
    ]
    if not over:
        return Tile(Figure(UPLIFT_MONEY, State.NONE, 0), why="none-measured")
    return _tile(trial_result(shop, max(over)[1]))


def _tile(found: CampaignResult) -> Tile:
    why = "split-suspect" if found.trial.suspect else ""
    if found.uplift is not None:
        return Tile(found.uplift.figure, why=why)
    smaller = min(found.trial.treated.members, found.trial.control.members)

    def estimate() -> Estimate | None:
        return Estimate(found.difference, *found.interval) if found.interval else None

    return Tile(judged(UPLIFT_VISITS, smaller, estimate, denominator=smaller), why=why)
