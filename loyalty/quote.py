"""What could be redeemed now, and for every "no" the reason and how far it is.

Quoting takes nothing; `sell` applies the same functions, so what was shown is what happens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from loyalty.account import Account
from loyalty.basket import Basket
from loyalty.program import Program, Reward, RewardKind, TenderRule


@dataclass(frozen=True, slots=True)
class Chosen:
    """A redemption asked for: a reward or a full stamp card by id, a voucher by its code, or
    `points` to be used as money. Exactly one of them.
    """

    reward: str = ""
    points: int = 0
    voucher: str = ""
    stamps: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is refused or capped: a code and whole-number or text facts."""

    code: str
    facts: tuple[tuple[str, int | str], ...] = ()


@dataclass(frozen=True, slots=True)
class TenderOffer:
    """Points as money: what was asked for, what applies, its value, and what capped it."""

    requested: int
    applied: int
    value_minor: int
    limits: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class RewardOffer:
    """A reward and, where it cannot be had now, why; `missing` is how many points are lacking."""

    reward: Reward
    refused: Reason | None
    missing: int


@dataclass(frozen=True, slots=True)
class Quote:
    """All that this member could redeem on this basket today; rewards cheapest first."""

    spendable: int
    tender: TenderOffer
    rewards: tuple[RewardOffer, ...]

    @property
    def next_reward(self) -> RewardOffer | None:
        """The cheapest reward that only lacks points, if any."""
        lacking = (o for o in self.rewards if o.refused and o.refused.code == "points-missing")
        return next(lacking, None)


def quote(program: Program, account: Account, basket: Basket, on: date) -> Quote:
    """What could be redeemed on a basket on a business day."""
    spendable = account.spendable(on)
    offers = tuple(
        RewardOffer(
            reward,
            refusal(reward, spendable, basket.total_minor, basket.total_minor, on),
            max(0, reward.points - spendable),
        )
        for reward in sorted(program.rewards, key=lambda r: (r.points, r.id))
        if reward.ends_on is None or on <= reward.ends_on
    )
    total = basket.total_minor
    return Quote(spendable, tender(program.tender, spendable, spendable, total, total), offers)


def refusal(
    reward: Reward, spendable: int, total_minor: int, unpaid_minor: int, on: date
) -> Reason | None:
    """Why a reward cannot be had on a basket with so much of it still unpaid; None if it can."""
    return next(
        (
            why
            for rule in _REFUSALS
            if (why := rule(reward, spendable, total_minor, unpaid_minor, on))
        ),
        None,
    )


def _too_early(reward: Reward, _s: int, _t: int, _u: int, on: date) -> Reason | None:
    if reward.starts_on and on < reward.starts_on:
        return Reason("reward-not-yet", (("from", reward.starts_on.isoformat()),))
    return None


def _too_late(reward: Reward, _s: int, _t: int, _u: int, on: date) -> Reason | None:
    if reward.ends_on and on > reward.ends_on:
        return Reason("reward-ended", (("until", reward.ends_on.isoformat()),))
    return None


def _too_few_points(reward: Reward, spendable: int, _t: int, _u: int, _on: date) -> Reason | None:
    if spendable < reward.points:
        return Reason("points-missing", (("points", reward.points - spendable),))
    return None


def _too_small(reward: Reward, _s: int, total: int, _u: int, _on: date) -> Reason | None:
    if total < reward.minimum_spend_minor:
        return Reason("spend-more", (("missing_minor", reward.minimum_spend_minor - total),))
    return None


def _above_basket(reward: Reward, _s: int, _t: int, unpaid: int, _on: date) -> Reason | None:
    if reward.kind is RewardKind.MONEY_OFF and unpaid < reward.value_minor:
        return Reason("basket-below-reward", (("missing_minor", reward.value_minor - unpaid),))
    return None


_REFUSALS: tuple[Callable[[Reward, int, int, int, date], Reason | None], ...] = (
    _too_early,
    _too_late,
    _too_few_points,
    _too_small,
    _above_basket,
)


def tender(
    rule: TenderRule | None,
    requested: int,
    spendable: int,
    total_minor: int,
    unpaid_minor: int,
    tendered_minor: int = 0,
) -> TenderOffer:
    """How many of the requested points can pay, in whole steps, and each limit that capped them.

    The tightest limit stands first: it is the reason to tell.
    `tendered_minor` was already paid with points as money in this basket: the limits hold for all
    of it together, or asking twice for half of a basket would pay the whole.
    """
    if rule is None:
        return TenderOffer(requested, 0, 0, (Reason("tender-off"),))
    step, money = rule.step_points, rule.step_minor
    ceilings = [
        (spendable, Reason("tender-balance", (("points", spendable),))),
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
