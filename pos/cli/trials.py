"""`regulars campaign result`: what a campaign did, told once its trial is over."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from loyalty.insight.trial import Arm
from loyalty.rules.campaign import Outcome
from pos.cli.opened import opened
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.words import Words
from pos.places import Places
from pos.trials import CampaignResult, trial_result


def told(options: Namespace, places: Places) -> Told:
    """Both arms, the difference, and whether it may be chance."""
    with opened(places) as shop:
        found = trial_result(shop, options.campaign)
        words = Words.of(shop)
        rows = [
            ("", "members", _MEASURES[found.trial.outcome]),
            *(
                (name, str(arm.members), _number(words, found.trial.outcome, arm.mean))
                for name, arm in (
                    ("with the campaign", found.trial.treated),
                    ("control group", found.trial.control),
                )
            ),
        ]
        return Told(_facts(found), (*table(rows, right=(1, 2)), *_verdict(words, found)))


_MEASURES = {
    Outcome.SPEND: "spent each",
    Outcome.VISITS: "visits each",
    Outcome.RETURNED: "came back",
}


def _number(words: Words, outcome: Outcome, value: float) -> str:
    if outcome is Outcome.SPEND:
        return words.money(round(value))
    return f"{value * 100:.1f} %" if outcome is Outcome.RETURNED else f"{value:.2f}"


def _verdict(words: Words, found: CampaignResult) -> Iterator[str]:
    if found.trial.suspect:
        yield "The arms were not drawn as planned: their sizes cannot be chance. Nothing is told."
        return
    if found.interval is None:
        yield f"Not enough data: the plan needs {found.trial.needed} members in each arm."
        return
    low, high = (_number(words, found.trial.outcome, bound) for bound in found.interval)
    if found.effective:
        yield f"The campaign brought more: by {low} to {high} for each member (95 %)."
    elif found.decided:
        yield f"The campaign brought less: by {low} to {high} for each member (95 %)."
    else:
        yield f"No difference shown: between {low} and {high} (95 %)."
    if found.net_minor is not None:
        each = words.money(found.cost.each_minor or 0)
        yield f"Rewards cost {each} a member; left of it: {words.money(round(found.net_minor))}."


def _facts(found: CampaignResult) -> Facts:
    def arm(one: Arm) -> Facts:
        return {"members": one.members, "mean": round(one.mean, 4)}

    trial, split = found.trial, found.uplift.split if found.uplift else None
    return {
        "campaign": found.plan.campaign.id,
        "begins": found.plan.begins.isoformat(),
        "until": found.plan.trial.measured_until.isoformat(),
        "outcome": trial.outcome.value,
        "treated": arm(trial.treated),
        "control": arm(trial.control),
        "needed": trial.needed,
        "difference": round(found.difference, 4),
        "interval": [round(bound, 4) for bound in found.interval] if found.interval else None,
        "decided": found.decided,
        "effective": found.effective,
        "suspect": trial.suspect,
        "split_chance": round(split, 6) if split is not None else None,
        "reward_points": found.cost.points,
        "vouchers_used": found.cost.vouchers,
        "cost_each_minor": found.cost.each_minor,
        "net_each_minor": round(found.net_minor, 2) if found.net_minor is not None else None,
    }
