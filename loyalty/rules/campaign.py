"""A campaign: rules that hold for an audience, for a while, up to a budget (program.md 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from loyalty.rules.audience import Audience
from loyalty.rules.bounds import AtMost, Id, Name, Number, Percent, Points
from loyalty.rules.earning import Bonus, Limits, Multiplier
from loyalty.rules.rewards import Reward, VoucherTerms
from loyalty.rules.which import When


class Outcome(StrEnum):
    """The one primary measure of a campaign, per member."""

    SPEND = "spend"
    VISITS = "visits"
    RETURNED = "returned"  # came back at all


@dataclass(frozen=True, slots=True)
class Trial:
    """The control group: `control_percent` of the audience gets nothing of the campaign.

    An account (of a household, too) is in one arm, drawn by `campaigning.drawn` and kept from the
    first sale in the audience on. Who shows no card is in no arm and gets nothing.
    Written down before the start and locked until it ends: what is measured, until when, and how
    many members of each arm it needs.
    """

    control_percent: Percent
    outcome: Outcome
    measured_until: date
    members_needed: Points


@dataclass(frozen=True, slots=True)
class Campaign:
    """What `audience` gets while `when` holds, at most `budget_points` over all members.

    Multipliers are in the group `campaign`, whatever they say. Of campaigns that want the same
    last points of a cap, the one with the higher `priority` comes first: what a cap takes off is
    taken off the budget of the lowest one. `limits` hold for all of the campaign's points to one
    member together; a sale with points or a voucher of it is one use. `vouchers` are handed out
    with a sale whose eligible amount reaches `voucher_spend_minor`, also when the points are gone;
    `rewards` can be redeemed meanwhile.
    """

    id: Id
    name: Name
    when: When = When()
    audience: Audience = Audience()
    multipliers: Annotated[tuple[Multiplier, ...], AtMost(20)] = ()
    bonuses: Annotated[tuple[Bonus, ...], AtMost(20)] = ()
    vouchers: Annotated[tuple[VoucherTerms, ...], AtMost(5)] = ()
    voucher_spend_minor: Points = 0
    rewards: Annotated[tuple[Reward, ...], AtMost(20)] = ()
    limits: Limits = ()
    budget_points: Points | None = None
    priority: Number = 0
    trial: Trial | None = None
