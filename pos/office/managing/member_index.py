"""Finding members at head office: words of their names, phone, e-mail and cards, kept with the word
documents they come from and forgotten with them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.members.member import MemberStatus
from pos.office.schema.dialect import Adding, merge
from pos.office.schema.managing import member_index
from pos.store.names import typed_words, words

NAME, PHONE, EMAIL, CARD = "name", "phone", "email", "card"
LEAST_DIGITS = 4
_ABOUT = frozenset({"member", "card"})
_NOT_DIGIT = re.compile(r"[^0-9]")
LONGEST = 120
MOST_CARDS = 100


def follow(db: sa.Connection, merchant: int, topic: str, name: str, body: str) -> None:
    """A word was kept: what members may be found by is as it says now."""
    if topic not in _ABOUT:
        return
    told = _told(body)
    if topic == "card":
        _forget(db, merchant, member_index.c.kind == CARD, member_index.c.value == name[:LONGEST])
        if told and (member := _id(told.get("member"))):
            _keep(db, merchant, member, [(CARD, name[:LONGEST])])
        return
    member = _id(name)
    if member is None:
        return
    mine = member_index.c.member == member.bytes
    if told is None or told.get("status") == MemberStatus.ERASED:
        _forget(db, merchant, mine)
        return
    _forget(db, merchant, mine, member_index.c.kind != CARD)
    _keep(db, merchant, member, _entries(told))


def find(db: sa.Connection, merchant: int, text: str, most: int) -> list[UUID]:
    """Members for a text: a card's number, an e-mail address, the last digits of a phone (four or
    more), or beginnings of the words of a name. None for an empty text.
    """
    wanted = text.replace("\0", "").strip()[:200]
    digits = _NOT_DIGIT.sub("", wanted)
    found: list[UUID] = []
    if not wanted:
        return found
    for kind, value, begins in (
        (CARD, wanted, False),
        (EMAIL, wanted.casefold(), False),
        (PHONE, digits[::-1], True),
    ):
        if kind == PHONE and (len(digits) < LEAST_DIGITS or re.search(r"[^\W\d]", wanted)):
            continue
        found += _with(db, merchant, kind, value[:LONGEST], most, begins=begins)
    found += _named(db, merchant, wanted, most)
    return list(dict.fromkeys(found))[:most]


def cards_of(db: sa.Connection, merchant: int, member: UUID) -> list[str]:
    """The numbers of a member's cards."""
    asked = sa.select(member_index.c.value).where(
        member_index.c.merchant == merchant,
        member_index.c.member == member.bytes,
        member_index.c.kind == CARD,
    )
    return sorted(db.execute(asked.limit(MOST_CARDS)).scalars())


def _named(db: sa.Connection, merchant: int, text: str, most: int) -> list[UUID]:
    typed = typed_words(text)[:6]
    if not typed:
        return []
    each = [sa.select(member_index.c.member).where(_begins(merchant, NAME, word)) for word in typed]
    asked = sa.intersect(*each).subquery()
    rows = db.execute(sa.select(asked.c.member).distinct().limit(most))
    return sorted(UUID(bytes=raw) for raw in rows.scalars())


def _with(
    db: sa.Connection, merchant: int, kind: str, value: str, most: int, *, begins: bool
) -> list[UUID]:
    where = _begins(merchant, kind, value) if begins else _is(merchant, kind, value)
    asked = sa.select(member_index.c.member).where(where).distinct().limit(most)
    return sorted(UUID(bytes=raw) for raw in db.execute(asked).scalars())


def _is(merchant: int, kind: str, value: str) -> sa.ColumnElement[bool]:
    return sa.and_(
        member_index.c.merchant == merchant,
        member_index.c.kind == kind,
        member_index.c.value == value,
    )


def _begins(merchant: int, kind: str, value: str) -> sa.ColumnElement[bool]:
    return sa.and_(
        member_index.c.merchant == merchant,
        member_index.c.kind == kind,
        member_index.c.value.startswith(value, autoescape=True),
    )


def _entries(told: dict[str, Any]) -> list[tuple[str, str]]:
    found = [(NAME, word) for word in words(str(told.get("name", "")))]
    if phone := _NOT_DIGIT.sub("", str(told.get("phone", ""))):
        found.append((PHONE, phone[::-1][:LONGEST]))
    if email := str(told.get("email", "")).casefold():
        found.append((EMAIL, email[:LONGEST]))
    return found


def _keep(
    db: sa.Connection, merchant: int, member: UUID, entries: Iterable[tuple[str, str]]
) -> None:
    clean = {(kind, value.replace("\0", "")) for kind, value in entries}
    rows = [(merchant, kind, value, member.bytes) for kind, value in sorted(clean) if value]
    merge(db, member_index, rows, Adding(put=("value",)))


def _forget(db: sa.Connection, merchant: int, *which: sa.ColumnElement[bool]) -> None:
    db.execute(member_index.delete().where(member_index.c.merchant == merchant, *which))


def _told(body: str) -> dict[str, Any] | None:
    if not body:
        return None
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _id(text: object) -> UUID | None:
    try:
        return UUID(hex=text) if isinstance(text, str) and text else None
    except ValueError:
        return None
