"""A campaign on the shop's own past: what its days would have given and cost, and to whom.

Its days are moved back by whole weeks, so that they lie behind today and on the same weekdays; all
other rules are those in force.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from loyalty.rules.campaign import Campaign
from pos.replays import Replay, replay
from pos.shop import Shop, program_in_force

LONGEST = 364  # days that are replayed of a campaign without an end; whole weeks
WEEK = 7


def replay_campaign(
    shop: Shop,
    campaign: Campaign,
    told: Callable[[int], object] = lambda done: None,
) -> Replay:
    """What really happened against the rules in force with this campaign, over its days in the
    past; members of its control group get nothing of it. Errors as `replay`, and `program-none`.
    """
    moved, first, last = in_the_past(campaign, shop.today)
    with shop.store.reading() as view:
        program = program_in_force(view, shop.today)
    others = tuple(one for one in program.campaigns if one.id != campaign.id)
    return replay(shop, replace(program, campaigns=(*others, moved)), first, last, told)


def in_the_past(campaign: Campaign, today: date) -> tuple[Campaign, date, date]:
    """The campaign with its days before today, as many weeks back as it takes; first and last."""
    starts = campaign.when.starts_on or today
    ends = campaign.when.ends_on or starts + timedelta(days=LONGEST - 1)
    starts = max(starts, ends - timedelta(days=LONGEST - 1))
    weeks = max(0, -(-((ends - today).days + 1) // WEEK))
    back = timedelta(days=WEEK * weeks)
    first, last = starts - back, ends - back
    when = replace(campaign.when, starts_on=first, ends_on=last)
    return replace(campaign, when=when), first, last
