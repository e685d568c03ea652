"""What a shop lets its roles do otherwise than ours: read as one table, changed line by line."""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.errors import LoyaltyError
from loyalty.ledger.adjusting import MOST
from pos.acts import Act
from pos.deeds import What, note
from pos.rights import NOT_AT_ALL, RIGHTS, Right, answering, limit_of
from pos.shop import Shop
from pos.staff import Role, not_above
from pos.store import Operator
from pos.store.deeds import RoleLimit
from pos.store.values import Fact

COUNTED = (Right.ADJUST, Right.MOVE_STAMPS, Right.GIVE_VOUCHER, Right.ADVANCE)
"""Rights with an amount; of the others a role has all or nothing."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A line of the table. `most`, `usual`: None without a limit, -1 not at all."""

    right: Right
    role: Role
    most: int | None
    usual: int | None

    @property
    def ours(self) -> bool:
        """The shop has it as it comes."""
        return self.most == self.usual


def limits(shop: Shop) -> tuple[Limit, ...]:
    """Every right of every role, as it holds in this shop."""
    with shop.store.reading() as view:
        return tuple(
            Limit(right, role, limit_of(view, role, right), RIGHTS[right].get(role, NOT_AT_ALL))
            for right in Right
            for role in Role
        )


def set_limit(
    shop: Shop, act: Act, role: str, right: str, most: int | None, approved: str = ""
) -> Limit:
    """Let a role do more or less here from now on; what is ours again is not kept.

    Errors: `role-unknown`, `right-unknown`, `limit-wrong` (right, most), `limit-owner`: the owner
    always decides over staff and limits, or nobody could undo it; `staff-above`, `approval-needed`.
    """
    who, what = known_role(role), known_right(right)
    if most is not None and not _fits(what, most):
        raise LoyaltyError("limit-wrong", right=what.value, most=MOST)
    if who is Role.OWNER and what is Right.EDIT_STAFF and most is not None:
        raise LoyaltyError("limit-owner")
    usual = RIGHTS[what].get(who, NOT_AT_ALL)
    with shop.store.writing() as work:
        answered = answering(work, act.operator, Right.EDIT_STAFF, approved=approved)
        _above(work.operator(answered or act.operator), who)
        before = limit_of(work, who, what)
        if most == usual:
            work.lift_role_limit(who.value, what.value)
        else:
            work.set_role_limit(RoleLimit(who.value, what.value, most))
        if most != before:
            about = f"{who.value}:{what.value}"
            note(work, act, What.LIMIT, about, approved=answered, facts=_told(before, most))
    return Limit(what, who, most, usual)


def known_role(text: str) -> Role:
    """LoyaltyError `role-unknown` (role, known)."""
    if text not in list(Role):
        raise LoyaltyError("role-unknown", role=text[:40], known=", ".join(Role))
    return Role(text)


def known_right(text: str) -> Right:
    """LoyaltyError `right-unknown` (right, known)."""
    if text not in list(Right):
        raise LoyaltyError("right-unknown", right=text[:40], known=", ".join(Right))
    return Right(text)


def _above(decider: Operator | None, role: Role) -> None:
    """Only the owner sets limits of their own role: others would lift what holds them."""
    not_above(decider, role)
    if decider is not None and decider.role == role and role is not Role.OWNER:
        raise LoyaltyError("staff-above", role=role.value)


def _fits(right: Right, most: int) -> bool:
    return most == NOT_AT_ALL or (right in COUNTED and 0 <= most <= MOST)


def _told(before: int | None, after: int | None) -> dict[str, Fact]:
    return {
        name: "all" if most is None else most
        for name, most in (("before", before), ("after", after))
    }
