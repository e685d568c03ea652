"""`regulars campaign list|audience|plan|replay`: whom campaigns mean, what trials could show."""

from __future__ import annotations

from argparse import Namespace

from loyalty.errors import LoyaltyError
from loyalty.rules.campaign import Campaign, Outcome
from loyalty.rules.program import Program
from pos.campaigns import Listed, Outlook, Reach, campaigns, outlook, reach
from pos.campaigns_past import replay_campaign
from pos.cli.drafts import draft_named
from pos.cli.opened import opened
from pos.cli.replaying import progress, replay_told
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.words import Words
from pos.editing.drafting import drafted
from pos.places import Places
from pos.shop import Shop


def show_all(options: Namespace, places: Places) -> Told:
    """All campaigns; of a running trial how many members it has, never how they do."""
    with opened(places) as shop:
        found = campaigns(shop)
        today = shop.today
    facts = [
        _listed(one) | {"trial": _trial(one, one.plan.state(today).value) if one.plan else None}
        for one in found
    ]
    rows = [
        (
            one.campaign.id,
            one.campaign.name,
            one.stage.value,
            f"{sum(one.drawn)} members, result after {one.plan.trial.measured_until.isoformat()}"
            f" ({one.plan.state(today).value})"
            if one.plan
            else "",
        )
        for one in found
    ]
    return Told({"campaigns": facts}, table(rows) or ("No campaigns.",))


def _listed(one: Listed) -> Facts:
    when = one.campaign.when
    return {
        "id": one.campaign.id,
        "name": one.campaign.name,
        "program": one.program,
        "stage": one.stage.value,
        "starts_on": when.starts_on.isoformat() if when.starts_on else None,
        "ends_on": when.ends_on.isoformat() if when.ends_on else None,
        "budget_left": one.budget_left,
    }


def _trial(one: Listed, state: str) -> Facts:
    plan = one.plan
    assert plan is not None
    return {
        "state": state,
        "begins": plan.begins.isoformat(),
        "until": plan.trial.measured_until.isoformat(),
        "outcome": plan.trial.outcome.value,
        "needed": plan.trial.members_needed,
        "treated": one.drawn[0],
        "control": one.drawn[1],
    }


def audience(options: Namespace, places: Places) -> Told:
    """How many members a campaign means today."""
    with opened(places) as shop:
        campaign, program = _named(shop, options)
        found = reach(shop, campaign.audience, program, options.exact)
    about = "about " if found.about else ""
    line = f"“{campaign.name}” means {about}{found.members} of {found.of} members today."
    return Told(_reach(campaign, found), (line,))


def _reach(campaign: Campaign, found: Reach) -> Facts:
    head = {"campaign": campaign.id, "members": found.members}
    return head | {"of": found.of, "about": found.about}


def plan(options: Namespace, places: Places) -> Told:
    """What a campaign's trial could show; LoyaltyError `campaign-no-trial`."""
    with opened(places) as shop:
        campaign, program = _named(shop, options)
        found = outlook(shop, campaign, program)
        words = Words.of(shop)
    if found is None or campaign.trial is None:
        raise LoyaltyError("campaign-no-trial", campaign=campaign.id)
    past = found.past
    facts = _reach(campaign, found.reach) | {
        "outcome": campaign.trial.outcome.value,
        "days": found.days,
        "planned": campaign.trial.members_needed,
        "treated": found.arms[0],
        "control": found.arms[1],
        "enough": found.enough,
        "base": {"members": past.buyers, "mean": past.mean, "deviation": past.deviation}
        if past
        else None,
        "needs": [{"lift": one.lift, "members": one.members} for one in found.needs],
        "visible_lift": round(found.visible, 2) if found.visible is not None else None,
    }
    return Told(facts, tuple(_lines(words, campaign.trial.outcome, found)))


def on_the_past(options: Namespace, places: Places) -> Told:
    """What a campaign's days would have given in the past, what that costs, and who gains."""
    with opened(places) as shop:
        campaign, program = _named(shop, options)
        found = replay_campaign(shop, campaign, progress)
        return replay_told(Words.of(shop), found, priced=bool(program and program.tender))


def _lines(words: Words, outcome: Outcome, found: Outlook) -> list[str]:
    unit = "points" if outcome is Outcome.RETURNED else "percent"
    treated, control = found.arms
    lines = [
        f"{found.reach.members} of {found.reach.of} members are meant today.",
        f"In {found.days} days about {treated} would get it and {control} would not.",
    ]
    if not found.enough:
        lines.append("That is less than the plan asks for: there would be no result.")
    if found.past is None:
        return [*lines, "Too few members bought lately to say what could be seen."]
    lines.append(f"Lately each of {found.past.buyers} members: {_base(words, outcome, found)}.")
    lines += [f"To see {one.lift} {unit} more: {one.members} in each arm." for one in found.needs]
    seen = "nothing" if found.visible is None else f"{found.visible:.1f} {unit} or more"
    return [*lines, f"So many members could show {seen}."]


def _base(words: Words, outcome: Outcome, found: Outlook) -> str:
    mean = found.past.mean if found.past else 0.0
    if outcome is Outcome.SPEND:
        return f"{words.money(round(mean))} in {found.days} days"
    if outcome is Outcome.VISITS:
        return f"{mean:.2f} visits in {found.days} days"
    return f"{mean * 100:.1f} % came back within {found.days} days"


def _named(shop: Shop, options: Namespace) -> tuple[Campaign, Program | None]:
    """The campaign of the draft, or as the shop has it; LoyaltyError `campaign-unknown`,
    `program-invalid`.
    """
    if options.draft is not None:
        found = drafted(shop, draft_named(shop, options.draft)).found
        if found.program is None:
            raise LoyaltyError("program-invalid", **found.refused[0].facts)
        every = ((one, found.program) for one in found.program.campaigns)
    else:
        with shop.store.reading() as view:
            programs = {one.number: one for one in view.programs()}
        every = ((one.campaign, programs[one.program]) for one in campaigns(shop))
    for campaign, program in every:
        if campaign.id == options.campaign:
            return campaign, program
    raise LoyaltyError("campaign-unknown", campaign=options.campaign[:40])
