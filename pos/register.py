"""All members of the shop as a list, a page at a time: for the manager's room, where blocked ones
have to be found as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from loyalty.codes import Meaning, reading
from loyalty.members.member import CardStatus, Member, MemberStatus
from pos.shop import Shop
from pos.store import View

LISTED = (MemberStatus.ACTIVE, MemberStatus.BLOCKED)


@dataclass(frozen=True, slots=True)
class Registered:
    """A member in the list; `card`: one that is in use, or empty. `points`: of their account."""

    member: Member
    card: str
    points: int


@dataclass(frozen=True, slots=True)
class Page:
    """So many of the list. `after`: where the next page begins, None at the end of it.

    `more`: a search found more than fit; its way on is to type more letters.
    """

    rows: tuple[Registered, ...]
    after: UUID | None = None
    more: bool = False


def register(shop: Shop, text: str, most: int, after: UUID | None = None) -> Page:
    """Members that a text names (any script, phone tail, e-mail, a card whatever its state), best
    `most`; without a text everybody, in the order they came, behind `after`.
    """
    wanted = text.strip()[:200]
    with shop.store.reading() as view:
        if not wanted:
            return _everybody(view, most, after)
        if reading(wanted).meaning is Meaning.MEMBER_CARD:
            known = view.member_by_card(wanted)
            named: tuple[Member, ...] = (known[0],) if known else ()
        else:
            named = view.find_members(wanted, limit=most + 1)
        found = [one for one in named if one.status in LISTED]
        return Page(tuple(_row(view, one) for one in found[:most]), more=len(found) > most)


def _everybody(view: View, most: int, after: UUID | None) -> Page:
    """The next page; members who are none any more are passed over."""
    rows: list[Registered] = []
    while len(rows) < most:
        asked = most - len(rows)
        page = view.members(after, asked)
        rows.extend(_row(view, one) for one in page if one.status in LISTED)
        if len(page) < asked:
            return Page(tuple(rows))
        after = page[-1].id
    return Page(tuple(rows), after)


def _row(view: View, member: Member) -> Registered:
    cards = (card.code for card in view.cards_of(member.id) if card.status is CardStatus.ACTIVE)
    return Registered(member, next(cards, ""), view.account(member.owner).balance)
