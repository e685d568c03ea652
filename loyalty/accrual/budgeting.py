"""What limits and the budget leave of a campaign, over all of its rules together.

Points that a cap of the program took off were not given: they are taken off the campaigns with the
lowest priority first, so that they cost no budget.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from loyalty.accrual.campaigning import all_of, budget_left
from loyalty.accrual.capping import Room, limit_part, points_room, shares_of
from loyalty.accrual.draft import Award, Draft, total
from loyalty.ledger.count import Count, budget_of, points_of, times_of
from loyalty.rules.campaign import Campaign
from loyalty.rules.limits import Period


def campaigns_limited(draft: Draft) -> Draft:
    """Step of the pipeline: trim what each campaign gives to its limits and its budget."""
    for campaign in draft.campaigns:
        room = _room(campaign, draft)
        if room is None:
            continue
        given = total(award.exact for award in _gains(draft, campaign))
        if given <= room[0]:
            continue
        left, why = max(0, room[0]), room[1]
        share = left / given
        scaled = (
            award.scaled(award.exact * share, award.times)
            if award.campaign is campaign and award.exact > 0
            else award
            for award in draft.awards
        )
        trim = limit_part(campaign.id, campaign.name, given - left, why)
        draft = replace(draft.with_parts(trim), awards=tuple(scaled))
    return draft


def campaigns_counted(draft: Draft) -> Draft:
    """Step of the pipeline: what campaigns used of their limits and budgets, after the caps."""
    trimmed = Fraction(sum(points for _, points in draft.trims))
    counts: list[Count] = []
    for campaign in reversed(draft.campaigns):
        awards = _gains(draft, campaign)
        given = total(award.exact for award in awards)
        left = max(Fraction(0), given - trimmed)
        trimmed -= given - left
        counts += _counts(campaign, awards, math.ceil(left), draft)
    return draft.with_counts(*counts) if counts else draft


def _gains(draft: Draft, campaign: Campaign) -> tuple[Award, ...]:
    return tuple(one for one in draft.awards if one.campaign is campaign and one.exact > 0)


def _room(campaign: Campaign, draft: Draft) -> Room | None:
    rooms = []
    limited = points_room(campaign.limits, all_of(campaign), draft.scene)
    if limited:
        rooms.append(limited)
    budget = budget_left(campaign, draft.scene)
    if budget is not None:
        rooms.append((budget, "budget"))
    return min(rooms, key=lambda room: room[0], default=None)


def _counts(
    campaign: Campaign, awards: Sequence[Award], points: int, draft: Draft
) -> Iterator[Count]:
    on, name = draft.scene.on, all_of(campaign)
    lasting = [limit for limit in campaign.limits if limit.per is not Period.BASKET]
    handed = any(gift in campaign.vouchers for gift in draft.gifts)
    if (points or handed) and any(limit.times is not None for limit in lasting):
        yield Count(times_of(name), 1, on)
    if not points:
        return
    shares = shares_of(awards, points, draft)
    if any(limit.points is not None for limit in lasting):
        yield Count(points_of(name), points, on, shares=shares)
    if campaign.budget_points is not None:
        yield Count(budget_of(campaign.id), points, shop=True, shares=shares)
