"""Enrolling with all a person tells at the counter: profile, consents, who brought them.

Whatever cannot be read is refused before anything is booked; who brought them is noted last, and
what the rules say against that stops nobody from joining.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.members.member import Member
from pos.acts import Act
from pos.cleaning import clean_email
from pos.consents import consent
from pos.enrol import enrol
from pos.profiles import Changes, clean_birthday, clean_language, edit_profile
from pos.referrals import refer
from pos.shop import Shop

AT_COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says at the counter, as it was typed; empty: not said.

    `birthday` as `Changes.birthday`. `consents`: what they agree to. `brought_by`: the friend's
    referral code or card.
    """

    name: str = ""
    phone: str = ""
    email: str = ""
    birthday: str = ""
    language: str = ""
    consents: tuple[str, ...] = ()
    brought_by: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """Who joined; `against`: why nobody is rewarded for having brought them."""

    member: Member
    against: LoyaltyError | None = None


def join_shop(shop: Shop, act: Act, card: str, told: Told, member: UUID | None = None) -> Joined:
    """Enrol somebody, or complete the `member` behind a card nobody is known for. Repeats do
    nothing.

    Errors: those of `enrol` and `edit_profile`.
    """
    clean_email(told.email)
    clean_birthday(told.birthday, shop.today)
    clean_language(told.language)
    if member is None:
        member = enrol(shop, act, card, told.phone, told.name, told.email).id
    person = edit_profile(shop, act, member, _changes(told))
    for what in told.consents:
        consent(shop, member, what, True, AT_COUNTER)
    if not told.brought_by.strip():
        return Joined(person)
    try:
        refer(shop, member, told.brought_by)
    except LoyaltyError as no:
        return Joined(person, no)
    return Joined(person)


def _changes(told: Told) -> Changes:
    """What was not said stays as it is."""
    return Changes(
        name=told.name or None,
        phone=told.phone or None,
        email=told.email or None,
        birthday=told.birthday or None,
        language=told.language or None,
    )
