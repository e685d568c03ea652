"""What could be redeemed now, and for every "no" the reason and how far it is.

Quoting takes nothing; `sell` applies the same functions, so what was shown is what happens.
"""

from __future__ import annotations

from dataclasses import replace

from loyalty.basket import Basket
from loyalty.members.history import Scene
from loyalty.redemption.chosen import Chosen, Reason
from loyalty.redemption.offers import CardOffer, Near, Quote, RewardOffer, VoucherOffer
from loyalty.redemption.paying import Payment
from loyalty.redemption.redeeming import tender_offer
from loyalty.redemption.refusing import (
    refusal,
    reward_money,
    rewards_now,
    stamp_money,
    stamps_left,
    stamps_refusal,
    voucher_money,
    voucher_refusal,
)
from loyalty.redemption.suggesting import best
from loyalty.redemption.tendering import TenderOffer, tender
from loyalty.redemption.voucher import Voucher
from loyalty.rules.program import Program, Reward
from loyalty.rules.rewards import StampRule, VoucherKind

__all__ = [
    "CardOffer",
    "Chosen",
    "Near",
    "Quote",
    "Reason",
    "RewardOffer",
    "TenderOffer",
    "VoucherOffer",
    "quote",
    "tender",
]


def quote(program: Program, scene: Scene, basket: Basket) -> Quote:
    """What could be redeemed on a basket in a scene, each thing taken alone."""
    payment = Payment.begun(basket, program, scene)
    spendable = payment.spendable
    plain = tender_offer(payment, spendable)
    rewards = tuple(
        _reward(payment, reward)
        for reward in sorted(rewards_now(program, scene), key=lambda r: (r.points, r.id))
        if reward.ends_on is None or scene.on <= reward.ends_on
    )
    cards = tuple(_card(payment, rule) for rule in program.stamps) if scene.standing else ()
    own = sorted(scene.shop.vouchers.values(), key=lambda v: (v.last_day, v.code))
    vouchers = tuple(_voucher(payment, voucher) for voucher in own)
    found = Quote(spendable, plain, rewards, cards, vouchers)
    return replace(found, best=best(found, program.tender, scene.on))


def _reward(payment: Payment, reward: Reward) -> RewardOffer:
    why = refusal(payment, reward)
    value = 0
    if why is None:
        value = sum(reward_money(payment, reward)) or reward.value_minor
    return RewardOffer(reward, why, max(0, reward.points - payment.spendable), value)


def _card(payment: Payment, rule: StampRule) -> CardOffer:
    why = stamps_refusal(payment, rule)
    stamps = stamps_left(payment, rule)
    value = 0 if why else sum(stamp_money(payment, rule))
    return CardOffer(rule, stamps, why, max(0, rule.needed - stamps), value)


def _voucher(payment: Payment, voucher: Voucher) -> VoucherOffer:
    why = voucher_refusal(payment, voucher)
    value = 0
    if why is None:
        gift = voucher.terms.kind is VoucherKind.GIFT
        value = voucher.terms.value_minor if gift else sum(voucher_money(payment, voucher))
    return VoucherOffer(voucher, why, value)
