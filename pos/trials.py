"""The result of a campaign's trial, locked until its last day is over."""

from __future__ import annotations

from loyalty.accrual.campaigning import CONTROL, kept_arm
from loyalty.errors import LoyaltyError
from loyalty.insight.trial import TrialResult, measured, result
from loyalty.ledger.count import arm_of
from loyalty.rules.campaign import Campaign
from pos.shop import Shop
from pos.store import View


def trial_result(shop: Shop, campaign_id: str) -> TrialResult:
    """What a campaign did, by the measure that was written down before it began.

    Errors: `campaign-unknown`, `campaign-no-trial`, `trial-locked` (until: its last day).
    """
    with shop.store.reading() as view:
        trial = _campaign(view, campaign_id).trial
        if trial is None:
            raise LoyaltyError("campaign-no-trial", campaign=campaign_id)
        if shop.today <= trial.measured_until:
            raise LoyaltyError("trial-locked", until=trial.measured_until.isoformat())
        arms: tuple[list[int], list[int]] = [], []
        name = arm_of(campaign_id)
        for member in view.counted(name):
            history = view.history(member, names=(name,))
            if kept := kept_arm(history, campaign_id):
                arm, drawn = kept
                value = measured(trial.outcome, history.days, drawn, trial.measured_until)
                arms[arm == CONTROL].append(value)
    return result(trial, *arms)


def _campaign(view: View, campaign_id: str) -> Campaign:
    """The campaign as the newest version that has it says."""
    for program in reversed(view.programs()):
        for campaign in program.campaigns:
            if campaign.id == campaign_id:
                return campaign
    raise LoyaltyError("campaign-unknown", campaign=campaign_id[:40])
