"""What each role may do on its own: one table, read by every use case that asks for a right.

A shop may have it otherwise (`role_limits`): its own table is asked first. A second person who has
the right can approve in place (`approving`); nobody is ever signed out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from loyalty.errors import LoyaltyError
from loyalty.ledger import adjusting
from pos.shop import Shop
from pos.staff import Role
from pos.store import View


class Right(StrEnum):
    """A thing not everybody may do. What has an amount is limited by it: points, or stamps, of a
    day, over all acts that nobody else approved.
    """

    ADJUST = adjusting.ADJUST
    MOVE_STAMPS = adjusting.MOVE_STAMPS
    RETURN_UNLINKED = "return-unlinked"
    VOID_LATER = "void-later"
    BLOCK = "block"
    APPROVE_ACTIVITY = "approve-activity"
    GIVE_VOUCHER = "give-voucher"
    WITHDRAW_VOUCHER = "withdraw-voucher"
    MERGE = "merge"
    EXPORT = "export"
    ERASE = "erase"
    EDIT_PROGRAM = "edit-program"
    OVERRULE_CLAIM = "overrule-claim"
    ADVANCE = "advance"  # points at the shop's risk while head office cannot be asked
    ENROL_ISSUER = "enrol-issuer"
    LINK = "link-office"
    MANAGE = "manage"  # going into the manager's room
    IMPORT = "import"
    EDIT_STAFF = "edit-staff"


ALL = None
"""Without a limit."""

RIGHTS: Mapping[Right, Mapping[Role, int | None]] = {
    Right.ADJUST: {Role.SUPERVISOR: 200, Role.MANAGER: 2_000, Role.OWNER: ALL},
    Right.MOVE_STAMPS: {
        Role.CASHIER: 5,
        Role.SUPERVISOR: 20,
        Role.MANAGER: ALL,
        Role.OWNER: ALL,
    },
    Right.RETURN_UNLINKED: {Role.SUPERVISOR: ALL, Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.VOID_LATER: {Role.SUPERVISOR: ALL, Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.BLOCK: {Role.SUPERVISOR: ALL, Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.APPROVE_ACTIVITY: {Role.SUPERVISOR: ALL, Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.GIVE_VOUCHER: {  # so many a day
        Role.CASHIER: 5,
        Role.SUPERVISOR: 50,
        Role.MANAGER: ALL,
        Role.OWNER: ALL,
    },
    Right.WITHDRAW_VOUCHER: {Role.SUPERVISOR: ALL, Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.MERGE: {Role.SUPERVISOR: ALL, Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.EXPORT: {Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.ERASE: {Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.EDIT_PROGRAM: {Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.OVERRULE_CLAIM: {Role.SUPERVISOR: ALL, Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.ADVANCE: {Role.SUPERVISOR: ALL, Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.ENROL_ISSUER: {Role.SUPERVISOR: ALL, Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.LINK: {Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.MANAGE: {Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.IMPORT: {Role.MANAGER: ALL, Role.OWNER: ALL},
    Right.EDIT_STAFF: {Role.MANAGER: ALL, Role.OWNER: ALL},
}
"""Right by role, and up to how much; a role that is not named has not got it."""

NOT_AT_ALL = -1
"""A limit that leaves nothing of a right, not even an amount of nothing."""


def limit_of(view: View, role: str, right: Right) -> int | None:
    """How much a role may here, as this shop has it, else as `RIGHTS` has it.

    None: without a limit; `NOT_AT_ALL`: the role has not got the right.
    """
    here = view.role_limit(role, right.value)
    if here is not None:
        return here.most
    usual = RIGHTS[right]
    return usual[Role(role)] if role in usual else NOT_AT_ALL


def allowed(view: View, role: str, right: Right, amount: int = 0) -> bool:
    """Whether a role has a right for an amount; the sign of it does not matter."""
    limit = limit_of(view, role, right)
    return limit is None or abs(amount) <= limit


def may(shop: Shop, operator: str, right: Right, amount: int = 0) -> bool:
    """Whether an operator may do so much at once on their own; for screens, which then know
    whether to ask for a second person. The act itself asks again.
    """
    with shop.store.reading() as view:
        known = view.operator(operator)
        return known is not None and known.active and allowed(view, known.role, right, amount)


def answering(
    view: View,
    operator: str,
    right: Right,
    amount: int = 0,
    approved: str = "",
    on: date | None = None,
) -> str:
    """Who answers for an act: the id of whoever approved it, or empty where nobody had to.

    `approved` is the operator that `approving.approve` gave back, by id. The role is read again,
    in the act's own transaction. `on`: the business day, for a right with an amount: what the
    operator did alone that day is added to it. LoyaltyError `approval-needed` (right, amount).
    """
    doer = view.operator(operator)
    alone = _alone(view, operator, right, on) if on else 0
    if doer is not None and doer.active and allowed(view, doer.role, right, abs(amount) + alone):
        return ""
    second = view.operator(approved) if approved and approved != operator else None
    if second is None or not second.active or not allowed(view, second.role, right, amount):
        raise LoyaltyError("approval-needed", right=right.value, amount=abs(amount))
    return second.id


def _alone(view: View, operator: str, right: Right, on: date) -> int:
    name = adjusting.alone_of(right.value, operator)
    return view.shop_counts([name]).get((True, name, on), 0)
