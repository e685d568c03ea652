"""Points given or taken by hand, within the right of whoever does it or approves it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from loyalty.ledger.account import Account
from loyalty.ledger.adjusting import adjustment_entry
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.member import Member
from pos.acts import Act
from pos.cleaning import noted
from pos.rights import Right, answering
from pos.shop import Shop, program_in_force
from pos.store import View, Work
from pos.whole import owner_of, standing_to_act, tier_now


@dataclass(frozen=True, slots=True)
class Adjusted:
    """An adjustment in the books; `account` is the member's after it."""

    entry: Entry
    member: Member
    account: Account


def adjust(
    shop: Shop, act: Act, member: UUID, points: int, why: str, approved: str = ""
) -> Adjusted:
    """Give `points`, or take them where they are below zero. A repeat is the same act.

    `approved`: who allowed it (`approving.approve`), where the operator may not. Errors:
    `adjust-nothing`, `adjust-most`, `adjust-why`, `approval-needed`, `points-short`,
    `member-unknown`, `member-blocked`, `text-too-long`, `program-none`.
    """
    with shop.store.writing() as work:
        return adjust_in(shop, work, act, member, points, why, approved)


def adjust_in(
    shop: Shop, work: Work, act: Act, member: UUID, points: int, why: str, approved: str = ""
) -> Adjusted:
    """`adjust` inside a transaction that does more."""
    if earlier := work.entry_of(act.id, Kind.ADJUSTMENT):
        return _adjusted(work, earlier, member)
    program = program_in_force(work, shop.today)
    standing = standing_to_act(work, member)
    reason = noted(why, work.member(member))
    occasion = act.occasion(shop, work)
    tier = tier_now(program, standing, occasion.on)
    answered = answering(work, act.operator, Right.ADJUST, points, approved, occasion.on)
    entry = adjustment_entry(standing, points, reason, program, occasion, answered, tier)
    return _adjusted(work, work.append(entry), member)


def _adjusted(view: View, entry: Entry, member: UUID) -> Adjusted:
    owner = owner_of(view, entry.member or member)
    if owner is None:
        raise AssertionError("a member with an entry is never deleted")
    return Adjusted(entry, owner, view.account(owner.id))
