"""Rewards that come by themselves: as soon as the points are there, the night makes a voucher.

The voucher carries the reward's own conditions that are about a basket (which lines, from what
spend); those about the member (tier, limits, birthday, stock) must hold on the night.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from loyalty.basket import Basket
from loyalty.ledger.account import draw
from loyalty.ledger.count import Count, given_of, taken_of
from loyalty.ledger.documents import compact, counts_rows
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, Kind, Posting
from loyalty.members.history import Scene
from loyalty.redemption.paying import Payment
from loyalty.redemption.refusing import refusal
from loyalty.rules.program import Program
from loyalty.rules.rewards import Reward, RewardKind, VoucherKind, VoucherTerms
from loyalty.sales.sale import Occasion

_KINDS = {
    RewardKind.MONEY_OFF: VoucherKind.MONEY_OFF,
    RewardKind.PERCENT_OFF: VoucherKind.PERCENT_OFF,
    RewardKind.PRODUCT: VoucherKind.PRODUCT,
    RewardKind.GIFT: VoucherKind.GIFT,
    RewardKind.SERVICE: VoucherKind.GIFT,
}


def automatic(program: Program) -> tuple[Reward, ...]:
    """The rewards of the catalogue that come by themselves, the dearest first.

    Dearest first: else a cheap one would eat the points of every other.
    """
    found = (reward for reward in program.rewards if reward.automatic)
    return tuple(sorted(found, key=lambda reward: (-reward.points, reward.id)))


def comes(reward: Reward, program: Program, scene: Scene) -> bool:
    """Whether a reward comes to the member of a scene now. One without a price comes once ever."""
    if not reward.points and scene.history.count(taken_of(reward.id)):
        return False
    # What a basket must be is asked when the voucher is used: here is none.
    bare = replace(reward, kind=RewardKind.GIFT, minimum_spend_minor=0)
    return refusal(Payment.begun(Basket(program.currency), program, scene), bare) is None


def terms_of(reward: Reward) -> VoucherTerms:
    """The reward as a personal voucher, good from the day it comes."""
    return VoucherTerms(
        id=reward.id,
        name=reward.name,
        kind=_KINDS[reward.kind],
        value_minor=reward.value_minor,
        percent=reward.percent,
        minimum_spend_minor=reward.minimum_spend_minor,
        which=reward.which,
        valid_days=reward.voucher_days,
        personal=True,
        names=reward.names,
    )


def reward_entry(
    reward: Reward, program: Program, scene: Scene, occasion: Occasion, code: str
) -> Entry:
    """The entry that takes the points and gives the voucher with a code; source: the act.

    LoyaltyError `points-short`. ValueError where nobody stands there (our bug).
    """
    standing = scene.standing
    if standing is None:
        raise ValueError("a reward needs a member")
    owner: UUID = standing.member.owner
    taken = [Count(taken_of(reward.id), 1, scene.on), Count(given_of(code), 1, shop=True)]
    if reward.stock is not None:
        taken.append(Count(taken_of(reward.id), 1, shop=True))
    drawn = draw(standing.account, reward.points, scene.on)
    spent = [Posting(Ledger.MEMBER, -lot.points, lot.ref) for lot in drawn]
    if spent:
        spent.append(Posting(Ledger.REDEEMED, reward.points))
    told = {"v": 1, "reward": reward.id, "name": reward.name, "p": reward.points, "g": [code]}
    return Entry(
        source=occasion.sale,
        kind=Kind.REWARD_TAKEN,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=owner,
        program=program.number,
        postings=tuple(spent),
        body=compact(told | {"t": counts_rows(taken)}),
    )
