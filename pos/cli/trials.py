"""`regulars campaign result`: what a campaign did, told once its trial is over."""

from __future__ import annotations

from argparse import Namespace

from loyalty.insight.trial import Arm, TrialResult
from loyalty.rules.campaign import Outcome
from pos.cli.opened import opened
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.words import Words
from pos.places import Places
from pos.trials import trial_result


def told(options: Namespace, places: Places) -> Told:
    """Both arms, the difference, and whether it may be chance."""
    with opened(places) as shop:
        found = trial_result(shop, options.campaign)
        words = Words.of(shop)
        rows = [
            ("", "members", _MEASURES[found.outcome]),
            ("with the campaign", str(found.treated.members), _figure(words, found, found.treated)),
            ("control group", str(found.control.members), _figure(words, found, found.control)),
        ]
        return Told(_facts(found), (*table(rows, right=(1, 2)), _verdict(words, found)))


_MEASURES = {
    Outcome.SPEND: "spent each",
    Outcome.VISITS: "visits each",
    Outcome.RETURNED: "came back",
}


def _figure(words: Words, found: TrialResult, arm: Arm) -> str:
    return _number(words, found.outcome, arm.mean)


def _number(words: Words, outcome: Outcome, value: float) -> str:
    if outcome is Outcome.SPEND:
        return words.money(round(value))
    return f"{value * 100:.1f} %" if outcome is Outcome.RETURNED else f"{value:.2f}"


def _verdict(words: Words, found: TrialResult) -> str:
    if found.suspect:
        return "The arms were not drawn as planned: their sizes cannot be chance. Nothing is told."
    if found.interval is None:
        return f"Not enough data: the plan needs {found.needed} members in each arm."
    low, high = (_number(words, found.outcome, bound) for bound in found.interval)
    if not found.decided:
        return f"No difference shown: between {low} and {high} (95 %)."
    return f"A difference of {low} to {high} (95 %)."


def _facts(found: TrialResult) -> Facts:
    def arm(one: Arm) -> Facts:
        return {"members": one.members, "mean": round(one.mean, 4)}

    return {
        "outcome": found.outcome.value,
        "treated": arm(found.treated),
        "control": arm(found.control),
        "needed": found.needed,
        "difference": round(found.difference, 4),
        "interval": [round(bound, 4) for bound in found.interval] if found.interval else None,
        "decided": found.decided,
        "suspect": found.suspect,
    }
