"""Cards to be printed: blank ones with numbers nobody has, and members' own."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from loyalty.card_numbers import blank_number
from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.members.member import CardStatus, Member
from pos.enrol import own_card
from pos.papers import language_of
from pos.shop import Shop
from receipts.writing.card import CardFacts, CardKind

MOST_AT_ONCE = 1_000


def blank_cards(shop: Shop, count: int) -> tuple[CardFacts, ...]:
    """Blank cards; their numbers are reserved, so that no second sheet carries one of them.

    Errors: `too-many-labels`, `cards-exhausted`.
    """
    if count > MOST_AT_ONCE:
        raise LoyaltyError("too-many-labels", most=MOST_AT_ONCE)
    found: list[str] = []
    with shop.store.writing() as work:
        # A restored backup has forgotten what was printed since, but begins another epoch.
        name = f"blank-cards-{work.epoch}"
        secret, serial = work.secret("cards"), int(work.setting(name) or "0")
        while len(found) < count:
            code = member_card(blank_number(secret, work.terminal, work.epoch, serial))
            serial += 1
            if work.free_card(code):  # not one of a series bought elsewhere
                found.append(code)
        work.keep_setting(name, str(serial))
    return tuple(CardFacts(CardKind.MEMBER, shop.settings.shop, code) for code in found)


def cards_of_codes(shop: Shop, codes: Iterable[str]) -> tuple[CardFacts, ...]:
    """Cards with these codes, without a name. Errors as `own_card`: `code-damaged`, …"""
    wanted = dict.fromkeys(own_card(code) for code in codes)
    return tuple(CardFacts(CardKind.MEMBER, shop.settings.shop, code) for code in wanted)


def cards_of_members(shop: Shop, members: Iterable[UUID]) -> tuple[tuple[CardFacts, str], ...]:
    """The newest working card of each member with their name and language.

    Errors: `member-unknown`, `card-none` (the member has none).
    """
    with shop.store.reading() as view:
        found = []
        for each in dict.fromkeys(members):
            member = view.member(each)
            if member is None:
                raise LoyaltyError("member-unknown")
            working = [c for c in view.cards_of(each) if c.status is CardStatus.ACTIVE]
            if not working:
                raise LoyaltyError("card-none", member=member.name)
            found.append(_named(shop, member, working[-1].code))
        return tuple(found)


def _named(shop: Shop, member: Member, code: str) -> tuple[CardFacts, str]:
    facts = CardFacts(CardKind.MEMBER, shop.settings.shop, code, member.name)
    return facts, language_of(shop, member)
