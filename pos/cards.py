"""A member's cards: another one, or one in place of a lost one, which is dead at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.members.member import Card, CardStatus, Member, MemberStatus
from pos.acts import Act
from pos.enrol import free, own_card, put_card
from pos.merging import active, merge_in, nobody
from pos.shop import Shop
from pos.store import Work

MOST_CARDS = 20


@dataclass(frozen=True, slots=True)
class Carded:
    """A card that now stands for a member; `points` came along with it if it was used before."""

    member: Member
    card: Card
    points: int = 0


def add_card(shop: Shop, act: Act, member: UUID, code: str) -> Carded:
    """Let another card stand for a member. A repeat does nothing.

    A card that was used before anybody signed up for it brings its points along. Errors:
    `code-damaged`, `member-unknown`, `member-blocked`, `card-taken` (somebody else's),
    `card-blocked`, `card-replaced`, `too-many-items`.
    """
    card = own_card(code)
    with shop.store.writing() as work:
        return _given(shop, work, act, active(work, member), card)


def replace_card(shop: Shop, act: Act, old: str, new: str) -> Carded:
    """Let a new card stand for a lost or broken one's member; the old one is dead from now on.

    A repeat does nothing. Errors: `card-unknown` (nobody's), `card-same`, `card-replaced` (by
    another one before), and those of `add_card`.
    """
    lost, card = old.strip(), own_card(new)
    if lost == card:
        raise LoyaltyError("card-same")
    with shop.store.writing() as work:
        known = work.member_by_card(lost)
        if known is None or known[1].status is CardStatus.WITHDRAWN:
            raise LoyaltyError("card-unknown", card=lost[:40])
        member, before = active(work, known[0].id), known[1]
        here = work.member_by_card(card)
        again = here is not None and here[0].id == member.id
        if before.status is CardStatus.REPLACED and not again:
            raise LoyaltyError("card-replaced", member=member.name)
        work.change_card(replace(before, status=CardStatus.REPLACED))
        return _given(shop, work, act, member, card)


def _given(shop: Shop, work: Work, act: Act, member: Member, code: str) -> Carded:
    card = Card(code, member.id)
    if free(work, code):
        if len(work.cards_of(member.id)) >= MOST_CARDS:
            raise LoyaltyError("too-many-items", field="cards", most=MOST_CARDS)
        put_card(work, card)
        return Carded(member, card)
    known = work.member_by_card(code)
    assert known is not None  # it is not free
    whose, here = known
    if here.status is not CardStatus.ACTIVE:
        blocked = here.status is CardStatus.BLOCKED
        raise LoyaltyError("card-blocked" if blocked else "card-replaced", member=whose.name)
    if whose.id == member.id:
        return Carded(member, here)
    if not nobody(whose) or whose.status is not MemberStatus.ACTIVE:
        raise LoyaltyError("card-taken")
    merged = merge_in(shop, work, act, whose.id, member.id)
    return Carded(merged.member, card, merged.points)
