"""The uplift of the campaign measured last; until one is, the tile says so."""

from __future__ import annotations

from loyalty.errors import LoyaltyError
from loyalty.insight.definitions import UPLIFT_MONEY, UPLIFT_SHARE
from loyalty.insight.figure import Estimate, Figure, State, judged
from loyalty.insight.standing import UPLIFT_VISITS
from loyalty.insight.trial import TrialResult
from loyalty.rules.campaign import Outcome
from pos.insight.values import Tile
from pos.shop import Shop
from pos.trials import trial_result

_DEFINITIONS = {
    Outcome.RETURNED: UPLIFT_SHARE,
    Outcome.SPEND: UPLIFT_MONEY,
    Outcome.VISITS: UPLIFT_VISITS,
}


def last_measured(shop: Shop) -> Tile:
    """Of all versions of the program, the trial that ended last; locked ones are not looked at."""
    with shop.store.reading() as view:
        over = sorted(
            (campaign.trial.measured_until, campaign.id)
            for program in view.programs()
            for campaign in program.campaigns
            if campaign.trial is not None and campaign.trial.measured_until < shop.today
        )
    for _, campaign in reversed(over):
        try:
            return _tile(trial_result(shop, campaign))
        except LoyaltyError:  # a later version moved its end, or took its trial out
            continue
    return Tile(Figure(UPLIFT_MONEY, State.NONE, 0), why="none-measured")


def _tile(found: TrialResult) -> Tile:
    definition = _DEFINITIONS[found.outcome]
    smaller = min(found.treated.members, found.control.members)

    def estimate() -> Estimate | None:
        return Estimate(found.difference, *found.interval) if found.interval else None

    why = "split-suspect" if found.suspect else ""
    return Tile(judged(definition, smaller, estimate, denominator=smaller), why=why)
