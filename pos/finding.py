"""Finding members by the tail of a phone, a name in any script, an e-mail address, a card typed by
hand, or a receipt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loyalty.codes import Meaning, SaleNumber, reading, sale_number
from loyalty.errors import LoyaltyError
from loyalty.members.member import CardStatus, Member, MemberStatus
from pos.clock import moment_of
from pos.counter import AtCounter
from pos.duplicates import duplicates
from pos.linked import linked, usable
from pos.shop import Shop
from pos.store import View
from pos.whereabouts import survivor

_NUMBER = re.compile(r"([0-9]{1,5})-([0-9]{1,8})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Found:
    """Members in the order of the search; `more`: there are others behind them."""

    members: tuple[AtCounter, ...]
    more: bool


def find(shop: Shop, text: str, most: int) -> Found:
    """At most `most` members for a text; none for an empty one. A receipt finds who bought."""
    wanted = text.strip()
    if not wanted:
        return Found((), False)
    with shop.store.reading() as view:
        if reading(wanted).meaning is Meaning.MEMBER_CARD:
            known = view.member_by_card(wanted)
            alone = known is not None and known[1].status is CardStatus.ACTIVE
            return Found((_seen(shop, view, known[0]),) if known and alone else (), False)
        named = view.find_members(wanted, limit=most + 1)
        found = {one.id: one for one in (*named, *_by_receipt(view, wanted, bool(named)))}
        members = [one for one in found.values() if one.status is MemberStatus.ACTIVE]
        return Found(tuple(_seen(shop, view, m) for m in members[:most]), len(members) > most)


def alike(shop: Shop, name: str, phone: str, email: str, most: int) -> Found:
    """Members who may be the person about to be enrolled, as a list at the counter shows them."""
    here = (MemberStatus.ACTIVE,)  # a blocked one's card cannot be given another
    found = [each for each in duplicates(shop, name, phone, email) if each.status in here]
    with shop.store.reading() as view:
        return Found(tuple(_seen(shop, view, member) for member in found[:most]), len(found) > most)


@dataclass(frozen=True, slots=True)
class RecentSale:
    """A sale in a list to choose from; `member` is the name of whose account it moved."""

    number: SaleNumber
    at: datetime
    member: str
    total_minor: int
    returned: bool


def recent_sales(shop: Shop, member: UUID | None, most: int) -> tuple[RecentSale, ...]:
    """The newest sales of a member's account, or of the shop, newest first."""
    with shop.store.reading() as view:
        person = view.member(member) if member else None
        owner = person.owner if person else None
        names = {}
        found = view.sales(member=owner, limit=most)
        for whose in {sale.member for sale in found if sale.member}:
            known = survivor(view, whose)
            names[whose] = known.name if known else ""
    zone = shop.clock.zone
    return tuple(
        RecentSale(
            sale.key,
            moment_of(sale.at_ms).astimezone(zone),
            names.get(sale.member, "") if sale.member else "",
            sale.total_minor,
            sale.returned,
        )
        for sale in found
    )


def sale_typed(shop: Shop, text: str) -> SaleNumber:
    """The sale meant by what was typed: our slip's code, its number, or the till's own. Another
    terminal's number is taken as it stands, without looking for it.

    LoyaltyError `slip-not-found`.
    """
    typed = text.strip()
    if reading(typed).meaning is Meaning.SALE_SLIP:
        return sale_number(typed)
    with shop.store.reading() as view:
        sold = view.sold_by_number(typed[:40]) if typed.isprintable() else None
        number = _NUMBER.fullmatch(typed) if linked(view) else None
        if sold is None and number and int(number[1]) not in (0, view.terminal):
            return SaleNumber(int(number[1]), 1, int(number[2]))
    if sold is None:
        raise LoyaltyError("slip-not-found", typed=typed[:40])
    return sold.key


def _by_receipt(view: View, text: str, named: bool) -> tuple[Member, ...]:
    """Who bought: by the code of our slip, its number (`1-812`), or the till's own number.

    The last is any text, so it is asked for only where nobody is `named` like it.
    """
    sold = None
    if reading(text).meaning is Meaning.SALE_SLIP:
        sold = view.sold(sale_number(text))
    elif typed := _NUMBER.fullmatch(text):
        sold = view.sold(SaleNumber(int(typed[1]), view.epoch, int(typed[2])))
    elif not named and text.isprintable():
        sold = view.sold_by_number(text[:40])
    buyer = survivor(view, sold.sale.person or sold.sale.member) if sold else None
    return (buyer,) if buyer else ()


def _seen(shop: Shop, view: View, member: Member) -> AtCounter:
    cards = [card for card in view.cards_of(member.id) if card.status is CardStatus.ACTIVE]
    return AtCounter(
        member,
        cards[0].code if cards else "",
        view.account(member.owner),
        usable=usable(shop, view, member.owner),
    )
