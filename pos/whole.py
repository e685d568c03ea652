"""A member with all there is of them: what acts outside a sale are judged by.

A sale reads no more than its program asks (`scene`); these acts are rare, and a tier or a cap is
right only with the whole past.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from loyalty.accrual.tier import tier_of
from loyalty.errors import LoyaltyError
from loyalty.members.history import Standing
from loyalty.members.member import Member, MemberStatus
from loyalty.rules.program import Program
from pos.store import View

_LONGEST_WAY = 10  # merged into one that was merged, in a household…


def owner_of(view: View, member: UUID) -> Member | None:
    """The member whose account a member's acts move, over every merge and household."""
    found = view.member(member)
    for _ in range(_LONGEST_WAY):
        if found is None or found.owner == found.id:
            return found
        found = view.member(found.owner)
    return found


def whole_standing(view: View, member: UUID) -> Standing | None:
    """The account's owner, with the account, every day and every count; None for nobody."""
    owner = owner_of(view, member)
    if owner is None:
        return None
    return Standing(
        owner, view.account(owner.id), view.whole_history(owner.id), view.holds(owner.id, None)
    )


def standing_to_act(view: View, member: UUID) -> Standing:
    """The same for an act on purpose. Errors: `member-unknown`, `member-blocked` (why)."""
    standing = whole_standing(view, member)
    person = view.member(member)
    if standing is None or person is None:
        raise LoyaltyError("member-unknown")
    for each in (person, standing.member):
        if each.status is MemberStatus.BLOCKED:
            raise LoyaltyError("member-blocked", member=each.name, why=each.why_blocked)
        if each.status in (MemberStatus.WITHDRAWN, MemberStatus.ERASED):
            raise LoyaltyError("member-unknown")
    return standing


def tier_now(program: Program, standing: Standing, on: date) -> str:
    """The id of the tier, or an empty text."""
    return tier_of(program.tiers, standing.member, standing.history, on)
