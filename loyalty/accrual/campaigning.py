"""Which campaigns hold for a member now, and who is in the control group of a trial.

The arm is drawn by a keyed hash, so that every terminal of a shop agrees without asking, and kept
from the first time on: a later change of the share moves nobody from one arm to the other.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from loyalty.accrual.capping import TIMES, spent
from loyalty.accrual.draft import Draft
from loyalty.accrual.explanation import Part
from loyalty.accrual.matching import meets
from loyalty.accrual.tier import tier_of
from loyalty.ledger.count import Count, arm_of, budget_of
from loyalty.members.history import History, Scene
from loyalty.rules.campaign import Campaign
from loyalty.rules.program import Program

TREATED, CONTROL = "treated", "control"
_MARKS = {TREATED: 1, CONTROL: 2}


def holding(program: Program, scene: Scene) -> tuple[Campaign, ...]:
    """The campaigns a member gets now, higher priority first.

    Not those they are a control of, nor those they used as often as they may. One without points
    left is among them: its rewards and vouchers cost no points of its budget.
    """
    if not program.campaigns:
        return ()
    held = _held(program, scene, tier_at(program, scene))
    return tuple(
        one for one, arm in held if arm == TREATED and not used_up(one, scene).startswith(TIMES)
    )


def tier_at(program: Program, scene: Scene) -> str:
    """The tier of the member at the counter before this sale, or an empty text."""
    if program.tiers is None or scene.standing is None:
        return ""
    return tier_of(program.tiers, scene.standing.tier_member, scene.history, scene.on)


def drawn(key: bytes, member: UUID, campaign: Campaign) -> str:
    """The arm a member is drawn into: HMAC-SHA256 (RFC 2104) of the shop's key over both."""
    if campaign.trial is None:
        return TREATED
    told = b"|".join((member.bytes, campaign.id.encode()))
    ticket = int.from_bytes(hmac.new(key, told, hashlib.sha256).digest()) % 100
    return CONTROL if ticket < campaign.trial.control_percent else TREATED


def campaigns_held(draft: Draft) -> Draft:
    """Step of the pipeline: which campaigns hold, and each member's arm kept the first time."""
    if not draft.program.campaigns or not draft.earns:
        return draft
    treated: list[Campaign] = []
    for campaign, arm in _held(draft.program, draft.scene, draft.tier):
        draft = replace(draft, arms=(*draft.arms, (campaign.id, arm, campaign.name)))
        name = arm_of(campaign.id)
        if campaign.trial and kept_arm(draft.scene.history, campaign.id) is None:
            draft = draft.with_counts(Count(name, _MARKS[arm], draft.scene.on))
        if arm == CONTROL:
            continue
        why = used_up(campaign, draft.scene)
        if why:  # its rules do not keep others from winning
            draft = draft.with_parts(Part("limit", 0, 1, 1, campaign.id, campaign.name, why))
            campaign = replace(campaign, multipliers=(), bonuses=())
        if not why.startswith(TIMES):
            treated.append(campaign)
    return replace(draft, campaigns=tuple(treated))


def vouchers_given(draft: Draft) -> Draft:
    """Step of the pipeline: vouchers of the campaigns that hold and whose spend was reached."""
    reached = sum(draft.eligible)
    gifts = tuple(
        terms
        for campaign in draft.campaigns
        if reached >= campaign.voucher_spend_minor
        for terms in campaign.vouchers
    )
    return replace(draft, gifts=gifts) if gifts else draft


def all_of(campaign: Campaign) -> str:
    """The name under which all points and uses of a campaign are counted together.

    A rule may be called like its campaign; a colon is in no rule's name.
    """
    return f"campaign:{campaign.id}"


def budget_left(campaign: Campaign, scene: Scene) -> int | None:
    """Points that are left of its budget; None: it has none."""
    if campaign.budget_points is None:
        return None
    return max(0, campaign.budget_points - scene.shop.count(budget_of(campaign.id)))


def used_up(campaign: Campaign, scene: Scene) -> str:
    """Why a campaign gives no points any more (`budget`, a period, `times-` and a period)."""
    if budget_left(campaign, scene) == 0:
        return spent(campaign.limits, all_of(campaign), scene, only_times=True) or "budget"
    return spent(campaign.limits, all_of(campaign), scene)


def _held(program: Program, scene: Scene, tier: str) -> Iterator[tuple[Campaign, str]]:
    for campaign in sorted(program.campaigns, key=lambda one: (-one.priority, one.id)):
        if not campaign.when.holds(scene.on, scene.minute):
            continue
        if not meets(campaign.audience, scene, tier):
            continue
        if campaign.trial is None:
            yield campaign, TREATED
        elif scene.standing is not None:
            owner = scene.standing.member.owner
            kept = kept_arm(scene.history, campaign.id)
            yield campaign, kept[0] if kept else drawn(scene.shop.key, owner, campaign)


def kept_arm(history: History, campaign: str) -> tuple[str, date] | None:
    """A campaign's arm that was kept first, and its day: two accounts that became one have both.

    Below zero is a sale that came back after its arm had been left behind on the way here.
    """
    marks = {day or date.min: n for day, n in history.of(arm_of(campaign)) if n > 0}
    if not marks:
        return None
    first = min(marks)
    return (TREATED if marks[first] == _MARKS[TREATED] else CONTROL), first
