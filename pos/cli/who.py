"""Members and sales as people name them on a command line."""

from __future__ import annotations

from uuid import UUID

from loyalty.codes import Meaning, SaleNumber, reading, sale_number
from loyalty.members.member import MemberStatus
from pos.blocking import whoever
from pos.cli.told import Refused
from pos.counter import AtCounter, at_counter, identify
from pos.finding import Found, find
from pos.shop import Shop
from pos.store import View

SHORTEST_TAIL = 3


def member_named(shop: Shop, who: str) -> AtCounter:
    """The one member a text names: a card, a member's id, the tail of a phone, a name.

    Errors: those of `identify` for our own codes; Refused `who-unknown`, `who-several`,
    `card-blank`; LoyaltyError `member-blocked` where nobody else is called so.
    """
    text = who.strip()
    meaning = reading(text).meaning
    if meaning in (Meaning.MEMBER_CARD, Meaning.DAMAGED, Meaning.EMPTY, Meaning.TOO_LONG):
        found = identify(shop, text)
        if not isinstance(found, AtCounter):
            raise Refused("card-blank", card=text)
        return found
    if meaning in (Meaning.OPERATOR_BADGE, Meaning.SALE_SLIP):
        raise Refused("who-no-card", text=text)
    with shop.store.reading() as view:
        foreign = view.member_by_card(text) if text.isascii() else None
    if foreign is not None:  # a card of another system, brought by an import
        return at_counter(shop, foreign[0].id)
    if (member := _id(text)) is not None:
        return at_counter(shop, member)
    return _only(shop, find(shop, text, 2), text)


def anyone_named(shop: Shop, who: str) -> UUID:
    """The member a text names, a blocked one too, and by any of their cards.

    Refused `who-unknown`, `who-several`.
    """
    found = whoever(shop, who)
    if len(found) != 1:
        raise Refused("who-several" if found else "who-unknown", text=who[:40])
    return found[0].id


def _only(shop: Shop, found: Found, text: str) -> AtCounter:
    if not found.members:
        for one in whoever(shop, text):
            if one.status is MemberStatus.BLOCKED:
                return at_counter(shop, one.id)  # says so, and why; enrolling anew is no way on
        raise Refused("who-unknown", text=text[:40])
    if len(found.members) > 1:
        raise Refused("who-several", text=text[:40])
    return at_counter(shop, found.members[0].member.id)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text) if len(text) in (32, 36) else None
    except ValueError:
        return None


def sale_named(shop: Shop, text: str) -> SaleNumber:
    """The sale or return a text names: a slip's code, `terminal-seq`, a till's own number.

    Errors: LoyaltyError `code-damaged`; Refused `sale-unreadable`, `sale-not-found`.
    """
    typed = text.strip()
    if reading(typed).meaning in (Meaning.SALE_SLIP, Meaning.DAMAGED):
        return sale_number(typed)
    with shop.store.reading() as view:
        sold = view.sold_by_number(typed)
        if sold is not None:
            return sold.key
        found = _by_number(view, typed)
    if found is None:
        raise Refused("sale-not-found", text=typed[:40])
    return found


def _by_number(view: View, typed: str) -> SaleNumber | None:
    """Any entry by `terminal-seq`, in the newest epoch that has one; returns have slips, too."""
    terminal, dash, seq = typed.partition("-")
    if not dash or not all(n.isascii() and n.isdigit() and len(n) < 10 for n in (terminal, seq)):
        return None
    for epoch in range(view.epoch, 0, -1):
        key = SaleNumber(int(terminal), epoch, int(seq))
        if view.entry(key) is not None:
            return key
    return None
