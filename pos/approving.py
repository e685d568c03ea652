"""A second person approves in place, by badge or by PIN, without signing the cashier out."""

from __future__ import annotations

from loyalty.errors import LoyaltyError
from pos.rights import Right, allowed, answering
from pos.shop import Shop
from pos.staff import chooses_pin, sign_in, sign_in_badge
from pos.store import Operator


def approve(
    shop: Shop,
    asking: str,
    right: Right,
    amount: int = 0,
    *,
    badge: str = "",
    operator: str = "",
    pin: str = "",
) -> Operator:
    """Who approves: the owner of the badge, or the operator with the PIN; not who is `asking`.

    Errors: those of `sign_in` and `sign_in_badge`, `approval-same`, `approval-none` where neither
    was given, `right-missing` (name, right) where their role has not got the right either.
    """
    second = _second(shop, badge, operator, pin)
    if second.id == asking:
        raise LoyaltyError("approval-same")
    with shop.store.reading() as view:
        able = allowed(view, second.role, right, amount)
    if not able:
        raise LoyaltyError("right-missing", name=second.name, right=right.value)
    return second


def entitled(shop: Shop, operator: str, right: Right, approved: str = "") -> str:
    """Who answers for an act: `approved` by id, or the operator where they may themselves.

    For acts whose use case is handed somebody who allowed it. LoyaltyError `approval-needed`.
    """
    with shop.store.reading() as view:
        return answering(view, operator, right, 0, approved) or operator


def _second(shop: Shop, badge: str, operator: str, pin: str) -> Operator:
    if badge:
        return sign_in_badge(shop, badge)
    if not operator:
        raise LoyaltyError("approval-none")
    with shop.store.reading() as view:
        known = view.operator(operator)
    # At a sign-in the first PIN typed becomes theirs. Not here: whoever asks could choose it.
    if known is not None and chooses_pin(shop, operator):
        raise LoyaltyError("pin-none", operator=known.name)
    return sign_in(shop, operator, pin)
