"""Enrolling: one scan of a blank card and one key; a phone number and a name when there is time."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from uuid import UUID

from loyalty.codes import Meaning, reading
from loyalty.documents import compact
from loyalty.entry import Entry, Kind
from loyalty.errors import LoyaltyError
from loyalty.member import Card, CardStatus, Member, MemberStatus
from pos.acts import Act
from pos.ids import new_id
from pos.shop import Shop
from pos.store import View

LONGEST_NAME = 120


def enrol(shop: Shop, act: Act, card: str = "", phone: str = "", name: str = "") -> Member:
    """Enrol a member with a blank card, with phone and name, or with all three. Repeats do nothing.

    Errors: `enrol-nothing`, `card-taken`, `code-damaged`, and those of `clean_phone`, `clean_name`,
    `phone-taken` (another member has it: find them instead).
    """
    if not card and not phone:
        raise LoyaltyError("enrol-nothing")
    if card and reading(card).meaning is not Meaning.MEMBER_CARD:
        raise LoyaltyError("code-damaged", text=card[:40])
    number, called = clean_phone(phone), clean_name(name)
    with shop.store.writing() as work:
        if earlier := work.entry_of(act.id, Kind.ENROLMENT):
            return _member(work, earlier.member)
        known = work.member_by_card(card) if card else None
        if known and known[1].status is not CardStatus.WITHDRAWN:
            raise LoyaltyError("card-taken")
        _phone_free(work, number, None)
        member = Member(new_id(shop.clock), called, number, shop.today)
        work.add_member(member)
        if known:
            work.change_card(Card(card, member.id))  # blank again since its enrolment was undone
        elif card:
            work.add_card(Card(card, member.id))
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
                # No name and no phone in the ledger: erasing a person must change no entry.
                body=compact({"v": 1, "o": act.operator, "card": card}),
            )
        )
        return member


def complete(shop: Shop, member: UUID, phone: str, name: str) -> Member:
    """Give a card its owner: phone and name of a member enrolled without them."""
    number, called = clean_phone(phone), clean_name(name)
    with shop.store.writing() as work:
        before = _member(work, member)
        _phone_free(work, number, member)
        after = replace(before, phone=number or before.phone, name=called or before.name)
        work.change_member(after)
        return after


def clean_phone(text: str) -> str:
    """A phone number as digits, with `+` where it was typed; empty stays empty.

    Grouping signs are dropped. The country is not guessed: `010-1234-5678` stays a national number.
    LoyaltyError `phone-unreadable` for anything else than 6 to 15 digits (E.164's most).
    """
    typed = unicodedata.normalize("NFKC", text).strip()
    digits = re.sub(r"[\s().\-/\u2010-\u2015]", "", typed)
    if not digits:
        return ""
    if not re.fullmatch(r"\+?[0-9]{6,15}", digits):
        raise LoyaltyError("phone-unreadable", typed=typed[:24])
    return digits


def clean_name(text: str) -> str:
    """A name without control characters, blanks folded, NFC; LoyaltyError `name-too-long`."""
    visible = "".join(" " if c.isspace() else c for c in text if c.isprintable() or c.isspace())
    name = unicodedata.normalize("NFC", " ".join(visible.split()))
    if len(name) > LONGEST_NAME:
        raise LoyaltyError("name-too-long", longest=LONGEST_NAME)
    return name


def _phone_free(view: View, phone: str, but: UUID | None) -> None:
    if not phone:
        return
    for other in view.find_members(phone, limit=5):
        if other.phone == phone and other.id != but and other.status is MemberStatus.ACTIVE:
            raise LoyaltyError("phone-taken", member=other.name)


def _member(view: View, member: UUID | None) -> Member:
    found = view.member(member) if member else None
    if found is None:
        raise LoyaltyError("member-unknown")
    return found
