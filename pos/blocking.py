"""Blocking a lost card or a member, here and at once; points stay, nothing in the books moves."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.members.member import Card, CardStatus, Member, MemberStatus
from pos.acts import Act
from pos.cleaning import clean_name
from pos.deeds import What, note
from pos.profiles import living
from pos.rights import Right, answering
from pos.shop import Shop
from pos.store import View


def whoever(shop: Shop, text: str) -> tuple[Member, ...]:
    """Members a text names, the blocked ones too: by card, id, phone tail or name; at most two."""
    wanted = text.strip()
    with shop.store.reading() as view:
        if wanted.isascii() and (known := view.member_by_card(wanted)):  # as every card's code is
            return (known[0],)
        if found := _by_id(view, wanted):
            return (found,)
        shown = (MemberStatus.ACTIVE, MemberStatus.BLOCKED)
        return tuple(m for m in view.find_members(wanted, limit=5) if m.status in shown)[:2]


def block(shop: Shop, act: Act, member: UUID, why: str, approved: str = "") -> Member:
    """Let a member neither earn nor redeem, with the reason the cashier is told.

    `approved`: who allowed it, where the operator may not. LoyaltyError `approval-needed`,
    `member-unknown`.
    """
    return _set(shop, act, member, MemberStatus.BLOCKED, clean_name(why), approved)


def unblock(shop: Shop, act: Act, member: UUID, approved: str = "") -> Member:
    """Let a blocked member earn and redeem again; errors as `block`."""
    return _set(shop, act, member, MemberStatus.ACTIVE, "", approved)


def block_card(shop: Shop, act: Act, code: str, blocked: bool = True, approved: str = "") -> Card:
    """Let a card (lost, stolen) stand for nobody, or for its member again.

    LoyaltyError `code-foreign`, `card-replaced`: what was replaced stays dead; `approval-needed`.
    """
    with shop.store.writing() as work:
        answered = answering(work, act.operator, Right.BLOCK, approved=approved)
        known = work.member_by_card(code)
        if known is None or known[1].status is CardStatus.WITHDRAWN:
            raise LoyaltyError("code-foreign", text=code[:40])
        if known[1].status is CardStatus.REPLACED:
            raise LoyaltyError("card-replaced", member=known[0].name)
        card = replace(known[1], status=CardStatus.BLOCKED if blocked else CardStatus.ACTIVE)
        work.change_card(card)
        what = What.CARD_BLOCKED if blocked else What.CARD_UNBLOCKED
        note(work, act, what, code[-4:], member=card.member, approved=answered)
        return card


def _set(
    shop: Shop, act: Act, member: UUID, status: MemberStatus, why: str, approved: str
) -> Member:
    with shop.store.writing() as work:
        answered = answering(work, act.operator, Right.BLOCK, approved=approved)
        found = living(work, member)  # who was merged or erased is not blocked, and stays away
        changed = replace(found, status=status, why_blocked=why)
        work.change_member(changed)
        blocked = status is MemberStatus.BLOCKED
        what = What.MEMBER_BLOCKED if blocked else What.MEMBER_UNBLOCKED
        note(work, act, what, member=member, approved=answered)
        return changed


def _by_id(view: View, text: str) -> Member | None:
    try:
        return view.member(UUID(text)) if len(text) in (32, 36) else None
    except ValueError:
        return None
