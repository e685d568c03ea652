"""Enrolling: one scan of a blank card and one key; a phone number and a name when there is time."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from loyalty.codes import Meaning, reading
from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import compact
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.member import Card, CardStatus, Member, Profile
from pos.activities import completed
from pos.acts import Act
from pos.cleaning import clean_email, clean_name
from pos.ids import new_id
from pos.phones import clean_phone
from pos.profiles import Changes, changed_member, living, phone_free
from pos.referrals import fresh_code
from pos.shop import Shop
from pos.store import View, Work


def enrol(
    shop: Shop, act: Act, card: str = "", phone: str = "", name: str = "", email: str = ""
) -> Member:
    """Enrol a member with a blank card, with phone and name, or with all three. Repeats do nothing.

    A blank card alone makes a member without a name, whose points wait for them (`complete`).
    Errors: `enrol-nothing`, `card-taken`, `code-damaged`, `phone-unreadable`, `name-too-long`,
    `email-unreadable`, `phone-taken` (another member has it: find them instead).
    """
    if not card and not phone:
        raise LoyaltyError("enrol-nothing")
    if card:
        card = own_card(card)
    number, called = clean_phone(phone, shop.settings.country), clean_name(name)
    address = clean_email(email)
    with shop.store.writing() as work:
        if earlier := work.entry_of(act.id, Kind.ENROLMENT):
            return _member(work, earlier.member)
        if card and not free(work, card):
            raise LoyaltyError("card-taken")
        phone_free(work, number, None)
        member = Member(
            new_id(shop.clock),
            called,
            number,
            shop.today,
            email=address,
            referral_code=fresh_code(work),
        )
        work.add_member(member)
        if card:
            put_card(work, Card(card, member.id))
        occasion = act.occasion(shop, work)
        work.append(
            Entry(
                source=act.id,
                kind=Kind.ENROLMENT,
                at_ms=occasion.at_ms,
                business_date=occasion.on,
                member=member.id,
                program=0,
                postings=(),
                # No name, no phone, no card in the ledger: erasing a person must change no entry,
                # and a card found in a drawer must not lead to one.
                body=compact({"v": 1, "o": act.operator}),
            )
        )
        if address:
            nothing = replace(member, email=""), Profile()
            completed(shop, work, act, nothing, (member, Profile()))
        return member


def complete(shop: Shop, member: UUID, phone: str, name: str) -> Member:
    """Give a card its owner: what a member enrolled without them is called and reached by.

    What is left empty stays. LoyaltyError `phone-taken`: they are a member already, with another
    card; `pos.cards.add_card` then gives them this one and its points.
    """
    given = Changes(name=name or None, phone=phone or None)
    with shop.store.writing() as work:
        before = living(work, member)
        after = changed_member(before, given, shop)
        if after.phone != before.phone:
            phone_free(work, after.phone, member)
        work.change_member(after)
        return after


def own_card(text: str) -> str:
    """The code of a card of ours; LoyaltyError `code-damaged` for anything else."""
    found = reading(text.strip())
    if found.meaning is not Meaning.MEMBER_CARD:
        raise LoyaltyError("code-damaged", text=text[:40])
    return found.text


def free(view: View, code: str) -> bool:
    """Whether a card is nobody's: never given out, or its enrolment was undone."""
    known = view.member_by_card(code)
    return known is None or known[1].status is CardStatus.WITHDRAWN


def put_card(work: Work, card: Card) -> None:
    """Write a free card's new owner."""
    if work.free_card(card.code):
        work.add_card(card)
    else:
        work.change_card(card)


def _member(view: View, member: UUID | None) -> Member:
    found = view.member(member) if member else None
    if found is None:
        raise LoyaltyError("member-unknown")
    return found
