"""Numbers and addresses typed on a page that anybody may open: unverified until somebody looked.

Whoever types a phone number proves nothing by it. One that nobody had is the new member's, marked;
one that a member has already makes a task for a person: they may be one, or share a phone.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.members.member import Member
from pos.office.ledger.books import Books
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor, note
from pos.office.schema.guests import contact_check

UNVERIFIED, CONFIRMED, ALIKE, APART = "unverified", "confirmed", "alike", "apart"
MOST_TASKS = 50


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody new typed what another member has: one person, or two who share it?"""

    member: UUID
    other: UUID
    asked_ms: int


def registered(books: Books, member: Member, other: UUID | None) -> None:
    """Somebody became a member by what they typed; `other`: who has the same already."""
    row = {
        "merchant": books.merchant,
        "member": member.id.bytes,
        "state": ALIKE if other else UNVERIFIED,
        "hash": None if other else _hash(member),
        "other": other.bytes if other else None,
        "asked_ms": books.now_ms,
        "done_ms": 0,
    }
    books.db.execute(contact_check.insert(), row)


def unverified(books: Books, member: Member) -> bool:
    """Whether nobody has looked at the number or address that is a member's now."""
    row = _row(books, member.id)
    return row is not None and row.state == UNVERIFIED and row.hash == _hash(member)


def alike(books: Books, member: UUID) -> UUID | None:
    """Who has what a member typed, while nobody has said whether they are one."""
    row = _row(books, member)
    return UUID(bytes=row.other) if row is not None and row.state == ALIKE else None


def tasks(books: Books) -> list[Alike]:
    """Pairs a person should look at, the oldest first."""
    wanted = sa.select(contact_check).where(
        contact_check.c.merchant == books.merchant, contact_check.c.state == ALIKE
    )
    rows = books.db.execute(wanted.order_by(contact_check.c.asked_ms).limit(MOST_TASKS))
    return [Alike(UUID(bytes=r.member), UUID(bytes=r.other), r.asked_ms) for r in rows]


def confirm(books: Books, house: House, actor: Actor, member: Member) -> None:
    """A person knows that it is theirs. LoyaltyError `contact-settled`: there is nothing to say."""
    if not unverified(books, member):
        raise LoyaltyError("contact-settled")
    _settle(books, house, actor, member.id, CONFIRMED)


def apart(books: Books, house: House, actor: Actor, member: UUID) -> None:
    """They are two who share it. LoyaltyError `contact-settled`."""
    if alike(books, member) is None:
        raise LoyaltyError("contact-settled")
    _settle(books, house, actor, member, APART)


def merged(books: Books, gone: Member, kept: Member) -> None:
    """What was to be looked at of one who is another by now; a doubted number stays doubted.

    `kept` as they are after it.
    """
    doubted = unverified(books, gone) and _hash(gone) == _hash(kept)
    settled = (
        contact_check.c.member == gone.id.bytes,
        sa.and_(contact_check.c.member == kept.id.bytes, contact_check.c.other == gone.id.bytes),
    )
    books.db.execute(
        contact_check.delete().where(contact_check.c.merchant == books.merchant, sa.or_(*settled))
    )
    theirs = contact_check.update().where(
        contact_check.c.merchant == books.merchant, contact_check.c.other == gone.id.bytes
    )
    books.db.execute(theirs.values(other=kept.id.bytes))
    if doubted and _row(books, kept.id) is None:
        registered(books, kept, None)


def _settle(books: Books, house: House, actor: Actor, member: UUID, state: str) -> None:
    done = {"state": state, "other": None, "done_ms": books.now_ms}
    books.db.execute(contact_check.update().where(*_at(books, member)).values(done))
    about = f"member:{member}"
    note(books.db, books.merchant, house.clock, actor, f"contact-{state}", about)


def _row(books: Books, member: UUID) -> Any:
    return books.db.execute(sa.select(contact_check).where(*_at(books, member))).one_or_none()


def _at(books: Books, member: UUID) -> tuple[sa.ColumnElement[bool], ...]:
    return (contact_check.c.merchant == books.merchant, contact_check.c.member == member.bytes)


def _hash(member: Member) -> bytes:
    return hashlib.sha256(f"{member.phone}\n{member.email}".encode()).digest()
