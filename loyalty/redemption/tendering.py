"""Points as money: how many of them can pay, and each limit that capped them (program.md 2)."""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.redemption.chosen import Reason
from loyalty.rules.rewards import TenderRule


@dataclass(frozen=True, slots=True)
class TenderOffer:
    """Points as money: what was asked for, what applies, its value, and what capped it."""

    requested: int
    applied: int
    value_minor: int
    limits: tuple[Reason, ...] = ()


def tender(
    rule: TenderRule | None,
    requested: int,
    spendable: int,
    total_minor: int,
    unpaid_minor: int,
    tendered_minor: int = 0,
    withheld: Reason | None = None,
) -> TenderOffer:
    """How many of the requested points can pay, in whole steps, and each limit that capped them.

    The tightest limit stands first: it is the reason to tell.
    `tendered_minor` was already paid with points as money in this basket: the limits hold for all
    of it together, or asking twice for half of a basket would pay the whole. `withheld`: why
    points the member has are missing from `spendable`.
    """
    if rule is None:
        return TenderOffer(requested, 0, 0, (Reason("tender-off"),))
    step, money = rule.step_points, rule.step_minor
    ceilings = [
        (spendable, withheld or Reason("tender-balance", (("points", spendable),))),
        (unpaid_minor // money * step, Reason("tender-basket", (("minor", unpaid_minor),))),
    ]
    if rule.most_percent < 100:
        most = max(0, total_minor * rule.most_percent // 100 - tendered_minor)
        why = Reason("tender-percent", (("percent", rule.most_percent),))
        ceilings.append((most // money * step, why))
    if rule.most_minor is not None:
        most = max(0, rule.most_minor - tendered_minor)
        ceilings.append(
            (most // money * step, Reason("tender-most", (("minor", rule.most_minor),)))
        )
    ceilings.sort(key=lambda ceiling: ceiling[0])
    points = max(0, min([requested, *(ceiling for ceiling, _ in ceilings)])) // step * step
    limits = [why for ceiling, why in ceilings if ceiling // step * step < requested // step * step]
    if requested < step:
        limits.append(Reason("tender-step", (("points", step),)))
    if 0 < points < rule.minimum_points or (points == 0 and spendable < rule.minimum_points):
        limits.append(Reason("tender-minimum", (("points", rule.minimum_points),)))
        points = 0
    return TenderOffer(requested, points, points // step * money, tuple(limits))
