"""One person enrolled twice, put together at head office as a counter does it (`pos.merging`):
cards, profile, consents, vouchers, the account. Points come from terminals as these are heard.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.members.member import Member, MemberStatus, Profile, united, united_profile
from loyalty.rules.activity import ReferralState
from pos.office.desk import feed
from pos.office.ledger.books import Books
from pos.office.ledger.standing import told_of_touched
from pos.office.managing import contacts
from pos.office.managing import members as accounts
from pos.office.managing.member_acts import (
    CARD,
    active,
    cards_of,
    consents_of,
    say_member,
    say_word,
)
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor, note
from pos.office.rights.recalls import Recalls
from pos.office.schema.facts import word

PROFILE, CONSENT, REFERRAL, VOUCHER = "profile", "consent", "referral", "voucher"
WITHDRAWN = "withdrawn"
MOST_VOUCHERS = 1_000


def merge(
    books: Books, new_id: Callable[[], UUID], house: House, actor: Actor, gone: UUID, kept: UUID
) -> None:
    """One person enrolled twice is the one who is kept.

    LoyaltyError `member-unknown`, `member-gone`, `merge-same`; `household-others-in`: others share
    the account of the one who would go; `merge-household`: it is in another household.
    """
    books.lock()
    source, target = active(books, gone), active(books, kept)
    if accounts.owner_of(books, kept) == gone or gone == kept:
        raise LoyaltyError("merge-same")
    _households(books, source, target)
    member = united(target, source)
    went = replace(source, status=MemberStatus.MERGED, merged_into=kept, household=None)
    if member.referral_code == source.referral_code:
        went = replace(went, referral_code="")  # a code leads to one member
    say_member(books, went)
    say_member(books, member)
    _hand_over(books, source, target)
    contacts.merged(books, source, member)
    accounts.go_on(books, Recalls(books), {gone}, new_id)
    told_of_touched(books, new_id)
    new = {"kept": str(kept)}
    note(books.db, books.merchant, house.clock, actor, "member-merged", f"member:{gone}", new=new)


def _households(books: Books, source: Member, target: Member) -> None:
    """A shared account is never emptied by merging one who shares it."""
    sharing = sa.select(word.c.name).where(
        word.c.merchant == books.merchant,
        word.c.topic == "member",
        word.c.name != source.id.hex,
        word.c.body.contains(f'"household":"{source.id.hex}"'),
        word.c.body.contains('"status":"active"'),
    )
    if books.db.execute(sharing.limit(1)).first():
        raise LoyaltyError("household-others-in", member=source.name)
    if source.household not in (None, source.id, target.owner):
        raise LoyaltyError("merge-household", member=source.name)


def _hand_over(books: Books, source: Member, target: Member) -> None:
    """Everything said of the one who goes, as words on the one who is kept."""
    for name, told in cards_of(books, source.id):
        if told.get("status") != WITHDRAWN:
            say_word(books, CARD, name, {**told, "member": target.id.hex})
    _profiles(books, source, target)
    _consents(books, source.id, target.id)
    _vouchers(books, source.id, target.owner)
    referral = _told(books, REFERRAL, source.id.hex)
    nobody = not (source.name or source.phone or source.email)
    if referral and referral.get("state") == ReferralState.OPEN and not nobody:
        refused = {**referral, "state": ReferralState.REFUSED.value}
        say_word(books, REFERRAL, source.id.hex, refused)  # they were a member already


def _profiles(books: Books, source: Member, target: Member) -> None:
    theirs, ours = (_profile(books, one.id) for one in (source, target))
    second = source.phone if target.phone and source.phone != target.phone else ""
    both = united_profile(ours, theirs, second)
    if both != ours:
        say_word(books, PROFILE, target.id.hex, asdict(both))


def _consents(books: Books, source: UUID, target: UUID) -> None:
    """What only one of them said stands; of two words on the same thing, a no does."""
    said = {name.partition(":")[2]: told for name, told in consents_of(books, target)}
    for name, told in consents_of(books, source):
        what = name.partition(":")[2]
        ours = said.get(what)
        if ours is None or (ours.get("given") is True and told.get("given") is not True):
            say_word(books, CONSENT, f"{target.hex}:{what}", told)


def _vouchers(books: Books, source: UUID, owner: UUID) -> None:
    theirs = sa.select(word.c.name, word.c.body).where(
        word.c.merchant == books.merchant,
        word.c.topic == VOUCHER,
        word.c.body.contains(f'"member":"{source.hex}"'),
    )
    for name, body in books.db.execute(theirs.limit(MOST_VOUCHERS)).all():
        say_word(books, VOUCHER, name, {**json.loads(body), "member": owner.hex})


def _profile(books: Books, member: UUID) -> Profile:
    told = _told(books, PROFILE, member.hex)
    lists = {n: tuple(map(str, told.get(n, ()))) for n in ("likes", "dislikes", "brands", "phones")}
    social = tuple((str(network), str(name)) for network, name in told.get("social", ()))
    notes, address = str(told.get("notes", "")), str(told.get("address", ""))
    return Profile(address, social=social, notes=notes, **lists)


def _told(books: Books, topic: str, name: str) -> dict[str, Any]:
    known = feed.word_of(books.db, books.merchant, topic, name)
    found = json.loads(known[2]) if known and known[2] else {}
    return found if isinstance(found, dict) else {}
