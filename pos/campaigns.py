"""Campaigns before and while they run: whom they mean now, what a trial could show, how they stand.

How a trial came out is asked of `pos.trials` alone, and is locked until its day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from math import sqrt
from uuid import UUID

from loyalty.accrual.matching import asked, days_since, meets
from loyalty.accrual.tier import tier_of
from loyalty.insight import samples
from loyalty.insight.spread import Past, past_of
from loyalty.ledger.count import budget_of
from loyalty.members.history import History, Scene, Standing
from loyalty.members.member import Member
from loyalty.rules.audience import Audience
from loyalty.rules.campaign import Campaign, Outcome, Trial
from loyalty.rules.program import Program
from pos.linked import linked
from pos.shop import Shop, program_in_force
from pos.store import View
from pos.store.audiences import by_sql_alone
from pos.trials import TrialPlan, drawn_so_far, trial_plans

ONE_BY_ONE = 2_000
"""Members that are looked at one by one while somebody waits; of more a part is, and told so."""
SAMPLED = 1_000
PAST_MEMBERS = 20_000
LIFTS = (5, 10, 20)
"""Percent of the base for spend and visits, percentage points for those who come back."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many active members an audience means today, of all of them.

    `about`: so many were reckoned from a part of them, as their tiers or goods had to be looked at
    one by one.
    """

    members: int
    of: int
    about: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """Members of each arm that it takes to see a lift (80 % power, 5 % false alarms).

    `lift`: percentage points for RETURNED, else percent of the base.
    """

    lift: int
    members: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a trial could show, said before it starts.

    `past`: the same measure in the days just gone, over as many days, of members who bought; None
    where there is too little past to say. `arms`: members who may be drawn by the end, treated and
    control: of the audience, no more than buy in so many days. `needs`: by lift. `visible`: the
    smallest lift such arms could show, as `Sample.lift` counts; None where they never could.
    `enough`: whether the smaller arm is expected to reach the planned members.
    """

    reach: Reach
    days: int
    past: Past | None
    arms: tuple[int, int]
    needs: tuple[Sample, ...]
    visible: float | None
    enough: bool


class Stage(StrEnum):
    """Where a campaign stands by its own days and the version it is in."""

    SCHEDULED = "scheduled"
    RUNNING = "running"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Listed:
    """A campaign of the version in force or of one to come (`program`).

    `drawn`: members in the arms of its trial by now. `budget_left`: None without a budget.
    """

    campaign: Campaign
    program: int
    stage: Stage
    plan: TrialPlan | None
    drawn: tuple[int, int]
    budget_left: int | None


def campaigns(shop: Shop) -> tuple[Listed, ...]:
    """The campaigns in force, those of versions to come, and those whose trial was begun before:
    each once, as the first of these versions has it.
    """
    with shop.store.reading() as view:
        now = program_in_force(view, shop.today)
        later = [one for one in view.programs() if one.starts_on > shop.today]
        plans = {plan.campaign.id: plan for plan in trial_plans(view)}
        found: dict[str, tuple[Campaign, Program]] = {}
        for program in (now, *sorted(later, key=lambda one: (one.starts_on, one.number))):
            for campaign in program.campaigns:
                found.setdefault(campaign.id, (campaign, program))
        for name, plan in plans.items():
            found.setdefault(name, (plan.campaign, plan.program))
        return tuple(
            _listed(view, campaign, program, plans.get(name), shop.today, now)
            for name, (campaign, program) in found.items()
        )


def reach(
    shop: Shop, audience: Audience, program: Program | None = None, exact: bool = False
) -> Reach:
    """How many members an audience means today. `program`: whose tiers it speaks of, else those in
    force. `exact`: look at every member, however long it takes.
    """
    with shop.store.reading() as view:
        return _reach(view, shop, audience, program, exact)


def outlook(shop: Shop, campaign: Campaign, program: Program | None = None) -> Outlook | None:
    """What a campaign's trial could show; None for a campaign without a trial."""
    trial = campaign.trial
    if trial is None:
        return None
    begins = max(campaign.when.starts_on or shop.today, shop.today)
    days = max(1, (trial.measured_until - begins).days + 1)
    with shop.store.reading() as view:
        whom = _reach(view, shop, campaign.audience, program, exact=False)
        ends = shop.today - timedelta(days=1)
        rows = view.past_days(_before(ends, 2 * days), ends, PAST_MEMBERS)
        share = view.past_share(PAST_MEMBERS)
    past = past_of(rows, trial.outcome, _before(ends, days), ends)
    buyers = min(whom.members, round(past.buyers / share)) if past else whom.members
    held_out = buyers * trial.control_percent // 100
    arms = buyers - held_out, held_out
    return Outlook(
        reach=whom,
        days=days,
        past=past,
        arms=arms,
        needs=_needs(trial, past),
        visible=_visible(trial, past, arms),
        enough=min(arms) >= trial.members_needed,
    )


def _before(day: date, days: int) -> date:
    """The first of so many days that end with a day."""
    return day - timedelta(days=days - 1)


def _listed(
    view: View,
    campaign: Campaign,
    program: Program,
    plan: TrialPlan | None,
    today: date,
    now: Program,
) -> Listed:
    ends = campaign.when.ends_on
    starts = max(campaign.when.starts_on or program.starts_on, program.starts_on)
    stage = Stage.RUNNING
    if starts > today:
        stage = Stage.SCHEDULED
    elif (ends is not None and ends < today) or program.starts_on < now.starts_on:
        stage = Stage.OVER
    drawn = drawn_so_far(view, campaign.id) if plan else (0, 0)
    left = None
    if campaign.budget_points is not None:
        name = budget_of(campaign.id)
        used = view.whole_shop_counts([name]).get((True, name, None), 0)
        left = max(0, campaign.budget_points - used)
    return Listed(campaign, program.number, stage, plan, drawn, left)


def _reach(
    view: View, shop: Shop, audience: Audience, program: Program | None, exact: bool
) -> Reach:
    of = view.count_active()
    if audience == Audience():
        return Reach(of, of)
    on, abroad = shop.today, linked(view)
    most = view.count_audience(audience, on, abroad)
    if by_sql_alone(audience) or not most:
        return Reach(most, of)
    rules = program or program_in_force(view, on)
    part = 1 if exact or most <= ONE_BY_ONE else most // SAMPLED
    looked_at = met = 0
    for number in view.audience(audience, on, abroad):
        if number.int % part:  # the end of an id is random
            continue
        looked_at += 1
        met += _meets(view, audience, rules, number, on)
    members = met if part == 1 else round(met * most / max(1, looked_at))
    return Reach(members, of, about=part > 1)


def _meets(view: View, audience: Audience, rules: Program, number: UUID, on: date) -> bool:
    """As at the counter: `pos.scene` shows the rules the same of a member."""
    person = view.member(number)
    if person is None:
        return False
    alone = replace(rules, campaigns=(Campaign("audience", "", audience=audience),))
    since = days_since(alone, on)
    history = History()
    if since is not None:
        history = view.whole_history(person.owner, since, ())
    wanted = asked(alone)
    last = {each: day for each in wanted if (day := view.bought(person.owner, each.which))}
    history = History(history.days, {}, last)
    tier = tier_of(rules.tiers, _owner(view, person), history, on)
    scene = Scene(on, 0, Standing(person, history=history))
    return meets(audience, scene, tier)


def _owner(view: View, person: Member) -> Member:
    whose = view.member(person.owner) if person.owner != person.id else None
    return replace(person, joined_on=whose.joined_on) if whose else person


def _needs(trial: Trial, past: Past | None) -> tuple[Sample, ...]:
    if past is None:
        return ()
    if trial.outcome is Outcome.RETURNED:
        base = past.mean
        steps = ((lift, base + lift / 100) for lift in LIFTS)
        return tuple(Sample(lift, samples.for_shares(base, to)) for lift, to in steps if to <= 1)
    if not past.mean:
        return ()
    return tuple(
        Sample(
            lift,
            samples.for_means(past.deviation, past.mean * lift / 100, past.correlation),
        )
        for lift in LIFTS
    )


def _visible(trial: Trial, past: Past | None, arms: tuple[int, int]) -> float | None:
    """By arms of one size that tell as much as these two: their harmonic mean."""
    if past is None or min(arms) < 2:
        return None
    even = round(2 / (1 / arms[0] + 1 / arms[1]))
    if trial.outcome is Outcome.RETURNED:
        step = samples.tellable(even, past.mean)
        return 100 * step if step < 1 - past.mean else None
    if not past.mean:
        return None
    for_one = samples.for_means(past.deviation, past.mean / 100, past.correlation)
    return sqrt(for_one / even)
