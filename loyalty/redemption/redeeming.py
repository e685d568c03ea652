"""Redeeming: one choice after the other is applied to a basket, in the order the cashier gave."""

from __future__ import annotations

from collections.abc import Sequence

from loyalty.basket import Line
from loyalty.errors import LoyaltyError
from loyalty.ledger.count import Count, stamps_of, taken_of, used_of
from loyalty.redemption.chosen import Chosen, Reason
from loyalty.redemption.paying import Payment, money_off
from loyalty.redemption.refusing import (
    refusal,
    reward_money,
    stamp_money,
    stamps_refusal,
    voucher_money,
    voucher_refusal,
)
from loyalty.redemption.tendering import TenderOffer, tender
from loyalty.rules.program import Program
from loyalty.rules.rewards import Reward, RewardKind, StampRule, VoucherKind
from loyalty.rules.which import Which
from loyalty.sales.sale import Used


def redeemed(payment: Payment, choice: Chosen) -> Payment:
    """The payment with one more redemption applied. A voucher to bearer needs no member.

    Errors: `redeem-needs-member`, `reward-unknown`, `stamps-unknown`, `voucher-unknown` (another
    shop's, or mistyped), and with the reason's code as `why` and its facts `reward-refused`,
    `stamps-refused`, `voucher-refused`, `tender-refused`.
    """
    if choice.voucher:
        return _with_voucher(payment, choice.voucher)
    if payment.scene.standing is None:
        raise LoyaltyError("redeem-needs-member")
    if choice.stamps:
        return _with_stamps(payment, _stamp_rule(payment.program, choice.stamps))
    if choice.reward:
        return _with_reward(payment, payment.program.reward(choice.reward))
    offer = tender_offer(payment, choice.points)
    if not offer.applied:
        raise LoyaltyError("tender-refused", **_facts(offer.limits[0] if offer.limits else None))
    money = money_off(payment, offer.value_minor, Which())
    return payment.paid(Used("", "", offer.applied, offer.value_minor), money)


def tender_offer(payment: Payment, points: int) -> TenderOffer:
    """What so many points would pay as money on what is left to pay."""
    return tender(
        payment.program.tender,
        points,
        payment.spendable,
        payment.basket.total_minor,
        payment.unpaid_minor,
        payment.tendered_minor,
        payment.withheld,
    )


def _facts(why: Reason | None) -> dict[str, int | str]:
    return {"why": why.code, **dict(why.facts)} if why else {"why": ""}


def _stamp_rule(program: Program, rule_id: str) -> StampRule:
    for rule in program.stamps:
        if rule.id == rule_id:
            return rule
    raise LoyaltyError("stamps-unknown", stamps=rule_id[:40])


def _with_reward(payment: Payment, reward: Reward) -> Payment:
    if why := refusal(payment, reward):
        raise LoyaltyError("reward-refused", reward=reward.name, **_facts(why))
    money = reward_money(payment, reward)
    if reward.kind in (RewardKind.GIFT, RewardKind.SERVICE):
        used = Used(reward.id, reward.name, reward.points, reward.value_minor)
        line = Line(reward.name, 0, reward=reward.id)
        shares = (*(0 for _ in money), 1)
        return payment.handed(used, line, _taken(payment, reward, shares))
    used = Used(reward.id, reward.name, reward.points, sum(money))
    shares = _marked(money) if reward.kind is RewardKind.PRODUCT else ()
    return payment.paid(used, money, _taken(payment, reward, shares))


def _taken(payment: Payment, reward: Reward, shares: tuple[int, ...]) -> tuple[Count, ...]:
    """That it was taken: of the member on the day, for limits, and of the shop where it has stock.

    What is a line of its own goes back with that line; money off the basket with its last unit.
    """
    name = taken_of(reward.id)
    mine = Count(name, 1, payment.on, shares=shares)
    return (mine,) if reward.stock is None else (mine, Count(name, 1, shop=True, shares=shares))


def _marked(money: Sequence[int]) -> tuple[int, ...]:
    """1 for the line that was paid."""
    return tuple(1 if minor else 0 for minor in money)


def _with_stamps(payment: Payment, rule: StampRule) -> Payment:
    if why := stamps_refusal(payment, rule):
        raise LoyaltyError("stamps-refused", card=rule.name, **_facts(why))
    money = stamp_money(payment, rule)
    shares = tuple(-rule.needed * mark for mark in _marked(money))
    count = Count(stamps_of(rule.id), -rule.needed, shares=shares)
    return payment.paid(Used("", rule.name, 0, sum(money), stamps=rule.id), money, (count,))


def _with_voucher(payment: Payment, code: str) -> Payment:
    voucher = payment.scene.shop.vouchers.get(code)
    if voucher is None:
        raise LoyaltyError("voucher-unknown", voucher=code[:20])
    terms = voucher.terms
    if why := voucher_refusal(payment, voucher):
        raise LoyaltyError("voucher-refused", voucher=terms.name, **_facts(why))
    counts = (Count(used_of(code), 1, shop=True),)
    if terms.kind is VoucherKind.GIFT:
        used = Used("", terms.name, 0, terms.value_minor, voucher=code)
        return payment.handed(used, Line(terms.name, 0, reward=terms.id), counts)
    money = voucher_money(payment, voucher)
    return payment.paid(Used("", terms.name, 0, sum(money), voucher=code), money, counts)
