"""People who become members on a page, without anybody at a counter: their words, and their card.

Whoever types a phone number proves nothing by it. So a number or address that a member has already
gets an account of its own beside theirs, with a card and no name, which a person puts together with
theirs: the counter when both are shown, or head office (`contacts`). The page answers everybody
alike, and tells nobody who is a member.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from loyalty.card_numbers import NUMBERS
from loyalty.codes import REFERRAL_NUMBERS, Meaning, member_card, reading, referral_code
from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import compact
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.member import CardStatus, Member, MemberStatus
from loyalty.rights.note import HEAD_OFFICE
from pos.cleaning import clean_email
from pos.office.desk import feed
from pos.office.ledger.books import Books
from pos.office.managing import contacts, member_index
from pos.phones import bare, clean_phone, same_phone
from pos.sync.docs import member_document, member_from_document

MEMBER, CARD, CONSENT = "member", "card", "consent"
AGREED = "program"
"""The consent to be a member, as at the kiosk: what is kept, and what for."""
WHERE = "claim page"
MOST_MERGES = 20
MOST_ALIKE = 50
_TAIL = 7  # digits that both forms of a phone number end with, see `pos.phones`
_WRONG = (KeyError, TypeError, ValueError, AttributeError, LoyaltyError, RecursionError)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody typed who wants to be a member: one of both, cleaned. `messages`: may be
    written to.
    """

    phone: str = ""
    email: str = ""
    language: str = ""
    messages: bool = False


def newcomer(contact: str, language: str, *, messages: bool) -> Newcomer:
    """From one line that is a phone number or an e-mail address.

    LoyaltyError `phone-unreadable`, `email-unreadable`; `enrol-nothing` for an empty one.
    """
    if not contact.strip():
        raise LoyaltyError("enrol-nothing")
    if "@" in contact:
        return Newcomer("", clean_email(contact), language, messages)
    return Newcomer(clean_phone(contact), "", language, messages)


def welcome(
    books: Books, told: Newcomer, new_id: Callable[[], UUID], chance: Callable[[int], bytes]
) -> tuple[Member, str]:
    """Make a member with a card of ours, and say so to every terminal."""
    other = _known(books, told)
    known = other is not None
    member = Member(
        new_id(),
        "",
        "" if known else told.phone,
        books.occasion(UUID(int=0)).on,
        language=told.language,
        email="" if known else told.email,
        referral_code=referral_code(_number(chance, REFERRAL_NUMBERS)),
    )
    contacts.registered(books, member, other)
    card = _free_card(books, chance)
    say(books, MEMBER, member.id.hex, member_document(member))
    say(books, CARD, card, {"member": member.id.hex, "status": CardStatus.ACTIVE.value})
    given = {"given": True, "at": books.now_ms, "where": WHERE}
    say(books, CONSENT, f"{member.id.hex}:{AGREED}", given)
    if told.messages and not known:  # else there is nowhere to write to
        what = "email" if told.email else "sms"
        say(books, CONSENT, f"{member.id.hex}:{what}", given)
    occasion = books.occasion(new_id())
    books.append(
        Entry(
            source=occasion.sale,
            kind=Kind.ENROLMENT,
            at_ms=occasion.at_ms,
            business_date=occasion.on,
            member=member.id,
            program=0,
            postings=(),
            body=compact({"v": 1, "o": ""}),  # nobody at a counter; no name, no number: as there
        )
    )
    return member, card


def card_holder(books: Books, typed: str) -> Member | None:
    """Whoever a card of ours stands for by now, if it may be used; None for any other text."""
    digits = "".join(typed.split())
    if len(typed) > 60 or reading(digits).meaning is not Meaning.MEMBER_CARD:
        return None
    told = _word(books, CARD, reading(digits).text)
    try:
        if told is None or told["status"] != CardStatus.ACTIVE:
            return None
        found = person_of(books, UUID(hex=told["member"]))
    except _WRONG:
        return None
    return found if found and found.status is MemberStatus.ACTIVE else None


def person_of(books: Books, member: UUID) -> Member | None:
    """A member, or whoever they were merged into; None for whom nobody knows, or was erased."""
    who = member
    for _ in range(MOST_MERGES):
        found = _member(books, who)
        if found is None or found.status is MemberStatus.ERASED:
            return None
        if found.merged_into is None:
            return found
        who = found.merged_into
    return None


def say(books: Books, topic: str, name: str, facts: Mapping[str, Any]) -> None:
    """A word of head office's own, behind whatever was said before."""
    known = feed.word_of(books.db, books.merchant, topic, name)
    stamp = max(books.now_ms, known[0] + 1 if known else 0)
    said = (topic, name, stamp, HEAD_OFFICE, compact(facts))
    feed.keep_word(books.db, books.merchant, said, 0)


def _member(books: Books, member: UUID) -> Member | None:
    told = _word(books, MEMBER, member.hex)
    try:
        return member_from_document(member, told) if told else None
    except _WRONG:
        return None


def _word(books: Books, topic: str, name: str) -> dict[str, Any] | None:
    found = feed.word_of(books.db, books.merchant, topic, name)
    told = json.loads(found[2]) if found and found[2] else None
    return told if isinstance(told, dict) else None


def _known(books: Books, told: Newcomer) -> UUID | None:
    """The member who has this number or address."""
    sought = bare(told.phone)[-_TAIL:] or told.email
    for who in member_index.find(books.db, books.merchant, sought, MOST_ALIKE):
        facts = _word(books, MEMBER, who.hex) or {}
        same = told.email and facts.get("email") == told.email
        if same or same_phone(str(facts.get("phone", "")), told.phone):
            found = person_of(books, who)
            return found.id if found else who
    return None


def _free_card(books: Books, chance: Callable[[int], bytes]) -> str:
    """A card nobody has, and nobody can guess from another: drawn from a million million."""
    while True:
        card = member_card(_number(chance, NUMBERS))
        if feed.word_of(books.db, books.merchant, CARD, card) is None:
            return card


def _number(chance: Callable[[int], bytes], below: int) -> int:
    # 64 bits more than are needed: what is left of one number's advantage is 2**-64.
    return int.from_bytes(chance(-(-below.bit_length() // 8) + 8), "big") % below


def as_owner(person: Member, owner: UUID) -> Member:
    """A member whose account is `owner`'s."""
    return replace(person, household=owner if owner != person.id else None)
