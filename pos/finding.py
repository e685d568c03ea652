"""Finding members by the tail of a phone, a name in any script, or a card typed by hand."""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.codes import Meaning, reading
from loyalty.member import CardStatus, Member, MemberStatus
from pos.counter import AtCounter
from pos.shop import Shop
from pos.store import View


@dataclass(frozen=True, slots=True)
class Found:
    """Members in the order of the search; `more`: there are others behind them."""

    members: tuple[AtCounter, ...]
    more: bool


def find(shop: Shop, text: str, most: int) -> Found:
    """At most `most` members for a text; none for an empty one."""
    wanted = text.strip()
    if not wanted:
        return Found((), False)
    with shop.store.reading() as view:
        if reading(wanted).meaning is Meaning.MEMBER_CARD:
            known = view.member_by_card(wanted)
            alone = known is not None and known[1].status is CardStatus.ACTIVE
            return Found((_seen(view, known[0]),) if known and alone else (), False)
        members = [
            member
            for member in view.find_members(wanted, limit=most + 1)
            if member.status is MemberStatus.ACTIVE
        ]
        return Found(tuple(_seen(view, m) for m in members[:most]), len(members) > most)


def _seen(view: View, member: Member) -> AtCounter:
    cards = [card for card in view.cards_of(member.id) if card.status is CardStatus.ACTIVE]
    return AtCounter(member, cards[0].code if cards else "", view.account(member.id))
