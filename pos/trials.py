"""Trials of campaigns: the plan as it stood before the start, and the result, locked until its day.

`trial_result` is the one door: whatever shows, prints or exports what a campaign brought asks it.
The plan is that of the version in force when the campaign began: no later version can unlock a
result. A campaign that is changed or taken out while it runs ends its trial without a result, for
its arms were then treated in two ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from loyalty.accrual.campaigning import CONTROL, kept_arm
from loyalty.errors import LoyaltyError
from loyalty.insight.intervals import Interval
from loyalty.insight.trial import TrialResult, measured, result
from loyalty.insight.uplift import Uplift, uplift_in_money, uplift_in_share
from loyalty.ledger.count import arm_of
from loyalty.members.history import Day
from loyalty.rules.campaign import Campaign, Outcome, Trial
from loyalty.rules.program import Program
from pos.campaigns_cost import Cost, cost_of
from pos.shop import Shop
from pos.store import View

SHORTEST_PAST = 28
"""Days before a member's arm was drawn whose spend is taken as their past, at least."""


class TrialState(StrEnum):
    """Where a trial stands on a day."""

    PLANNED = "planned"
    RUNNING = "running"  # locked
    CHANGED = "changed"  # ended early, without a result
    OVER = "over"


@dataclass(frozen=True, slots=True)
class TrialPlan:
    """A trial as it was written down before it began. `program`: the version that began it.

    `changed_on`: the first day on which another version changes the campaign or has it no more.
    """

    campaign: Campaign
    trial: Trial
    program: Program
    begins: date
    changed_on: date | None = None

    def state(self, today: date) -> TrialState:
        """Where it stands. The last day of the measure belongs to it."""
        if self.changed_on is not None and self.changed_on <= today:
            return TrialState.CHANGED
        if today > self.trial.measured_until:
            return TrialState.OVER
        return TrialState.PLANNED if today < self.begins else TrialState.RUNNING


@dataclass(frozen=True, slots=True)
class BrokenTrial:
    """A trial that a new version would end on a day, without a result."""

    campaign: str
    name: str
    until: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class CampaignResult:
    """What a campaign did, per member of its arms.

    `trial`: both arms, the members that were planned, the plain range. `uplift`: of shares or
    spend, the figure with its definition; spend is cut at the 99th percentile and less what the
    members' own past explains (CUPED), as for every trial, decided beforehand; None for visits.
    `cost`: of the rewards, for one treated member.
    """

    plan: TrialPlan
    trial: TrialResult
    uplift: Uplift | None
    cost: Cost

    @property
    def difference(self) -> float:
        """Treated less control, by the planned test where it could be made."""
        told = self.uplift.comparison if self.uplift and self.trial.interval else None
        return told.difference if told else self.trial.difference

    @property
    def interval(self) -> Interval | None:
        """Its 95 % range by the planned test; None where nothing is proved: too few, or suspect."""
        if self.trial.interval is None or self.uplift is None:
            return self.trial.interval
        told = self.uplift.comparison
        return (told.low, told.high) if told else None

    @property
    def decided(self) -> bool:
        """Whether the range leaves out "no difference"."""
        return self.interval is not None and not self.interval[0] <= 0 <= self.interval[1]

    @property
    def effective(self) -> bool:
        """Whether the campaign may be said to have worked: decided, and for the better."""
        return self.decided and self.difference > 0

    @property
    def net_minor(self) -> float | None:
        """What it brought a member in spend, less the rewards; None for other measures, or where
        the rewards have no price.
        """
        if self.plan.trial.outcome is not Outcome.SPEND or self.cost.each_minor is None:
            return None
        return self.difference - self.cost.each_minor


def trial_plan(shop: Shop, campaign_id: str) -> TrialPlan:
    """A campaign's trial; LoyaltyError `campaign-unknown`, `campaign-no-trial`."""
    with shop.store.reading() as view:
        return _plan(view.programs(), campaign_id)


def trial_plans(view: View) -> tuple[TrialPlan, ...]:
    """Every trial there was, is, or is published to be, by the campaign's id."""
    programs = view.programs()
    ids = {one.id for program in programs for one in program.campaigns if one.trial}
    found = (_planned(programs, one) for one in sorted(ids))
    return tuple(plan for plan in found if plan is not None)


def drawn_so_far(view: View, campaign_id: str) -> tuple[int, int]:
    """Members in the arms by now, treated and control: how many, never how they do."""
    arms = [0, 0]
    for _, arm, _, _ in _arms(view, campaign_id, date.max):
        arms[arm == CONTROL] += 1
    return arms[0], arms[1]


def trial_result(shop: Shop, campaign_id: str) -> CampaignResult:
    """What a campaign did, by the measure that was written down before it began.

    Errors: `campaign-unknown`, `campaign-no-trial`, `trial-locked` (until: its last day),
    `trial-ended` (campaign, on: the day the campaign was changed).
    """
    with shop.store.reading() as view:
        plan = _plan(view.programs(), campaign_id)
        _open(plan, shop.today)
        return _result(view, plan)


def broken_by(view: View, program: Program) -> tuple[BrokenTrial, ...]:
    """Trials that a version would end by changing a running campaign, or by leaving it out."""
    known = view.programs()
    after = (*(one for one in known if one.number != program.number), program)
    found = []
    for plan in trial_plans(view):
        new = _planned(after, plan.campaign.id)
        ends = new.changed_on if new and new.begins == plan.begins else None
        if ends is not None and ends != plan.changed_on:
            told = plan.campaign
            found.append(BrokenTrial(told.id, told.name, plan.trial.measured_until, ends))
    return tuple(found)


def _open(plan: TrialPlan, today: date) -> None:
    """The lock. Whoever looks early stops when it looks good."""
    state = plan.state(today)
    if state is TrialState.CHANGED and plan.changed_on is not None:
        on = plan.changed_on.isoformat()
        raise LoyaltyError("trial-ended", campaign=plan.campaign.name, on=on)
    if state is not TrialState.OVER:
        raise LoyaltyError("trial-locked", until=plan.trial.measured_until.isoformat())


def _plan(programs: Iterable[Program], campaign_id: str) -> TrialPlan:
    known = tuple(programs)
    plan = _planned(known, campaign_id)
    if plan is not None:
        return plan
    there = any(one.id == campaign_id for program in known for one in program.campaigns)
    if there:
        raise LoyaltyError("campaign-no-trial", campaign=campaign_id[:40])
    raise LoyaltyError("campaign-unknown", campaign=campaign_id[:40])


def _planned(programs: Iterable[Program], campaign_id: str) -> TrialPlan | None:
    """The first trial of this name that began, and the day it was changed, if it was."""
    plan: TrialPlan | None = None
    for program in _reigns(programs):
        found = next((one for one in program.campaigns if one.id == campaign_id), None)
        if plan is not None and program.starts_on > plan.trial.measured_until:
            return plan
        if plan is not None and _same(plan.campaign, found):
            continue
        if plan is not None and program.starts_on > plan.begins:
            return replace(plan, changed_on=program.starts_on)
        plan = None  # none yet, or changed before it began
        if found is not None and found.trial is not None:
            begins = max(program.starts_on, found.when.starts_on or program.starts_on)
            plan = TrialPlan(found, found.trial, program, begins)
    return plan


def _reigns(programs: Iterable[Program]) -> Iterator[Program]:
    """The versions that come into force, in that order; of one day's the highest number does."""
    days = {one.starts_on: one for one in sorted(programs, key=lambda one: one.number)}
    return (days[day] for day in sorted(days))


def _same(campaign: Campaign, other: Campaign | None) -> bool:
    """Whether it does the same to members: its name may change."""
    return other is not None and replace(other, name=campaign.name) == campaign


def _arms(
    view: View, campaign_id: str, since: date = date.min
) -> Iterator[tuple[bytes, str, date, tuple[Day, ...]]]:
    """Each member of the arms whom figures count: id, arm, day it was drawn, days from then on."""
    name = arm_of(campaign_id)
    left_out = {one.member for one in view.marks()}
    for member in view.counted(name):
        if member in left_out:
            continue
        history = view.history(member, since, (name,))
        if kept := kept_arm(history, campaign_id):
            yield member.bytes, *kept, history.days


def _result(view: View, plan: TrialPlan) -> CampaignResult:
    trial = plan.trial
    arms: tuple[list[int], list[int]] = [], []
    pasts: tuple[list[int], list[int]] = [], []
    treated = []
    for member, arm, drawn, days in _arms(view, plan.campaign.id):
        held_out = arm == CONTROL
        arms[held_out].append(measured(trial.outcome, days, drawn, trial.measured_until))
        length = max(SHORTEST_PAST, (trial.measured_until - drawn).days + 1)
        ends = drawn - timedelta(days=1)
        pasts[held_out].append(measured(Outcome.SPEND, days, ends - timedelta(days=length), ends))
        if not held_out:
            treated.append((member, drawn))
    cost = cost_of(view, plan.program, plan.campaign, treated, trial.measured_until)
    return CampaignResult(plan, result(trial, *arms), _uplift(trial, arms, pasts, cost), cost)


def _uplift(
    trial: Trial,
    arms: tuple[list[int], list[int]],
    pasts: tuple[list[int], list[int]],
    cost: Cost,
) -> Uplift | None:
    share = 1 - trial.control_percent / 100
    if trial.outcome is Outcome.VISITS or not 0 < share < 1:
        return None
    if trial.outcome is Outcome.RETURNED:
        came = [(sum(arm), len(arm)) for arm in arms]
        return uplift_in_share(*came[0], *came[1], share)
    return uplift_in_money(*arms, share, pasts, cost.each_minor or 0)
