"""Members who are merged, in a household, or erased: what head office keeps true of their words,
and where what still arrives under their number goes on to.

Facts stay as their terminals booked them. Two entries of head office's own move on what comes into
the pool, and holders that have more are asked for it, however late they are heard.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.documents import compact
from loyalty.ledger.moving import move_all
from loyalty.members.history import Day, History, Standing
from loyalty.members.member import Member, MemberStatus
from loyalty.rights.note import HEAD_OFFICE
from loyalty.sales.sale import Occasion
from pos.office.desk import feed
from pos.office.ledger.books import MOVING, Books
from pos.office.rights.recalls import Recalls
from pos.office.schema.dialect import among
from pos.office.schema.facts import counted, member_day, word
from pos.store.columns import day_from, day_number
from pos.sync.messages import Doc

MOST_MOVES = 20  # a longer chain of merges is a circle
MEMBER = "member"
_NEW = day_number(date(2000, 1, 1))


# --- words --------------------------------------------------------------------------------------


def circle(books: Books, doc: Doc) -> bool:
    """Whether a merge would lead back to whom it merges: two shops merged the same two, each into
    the other. The first stands; whoever said the second is told again, behind their own word.
    """
    if doc.topic != MEMBER or not moves(doc):
        return False
    member, into = _id(doc.key), _id(json.loads(doc.body).get("merged"))
    if member is None or into is None or member not in _chain(books, into):
        return False
    if known := _facts(books, member):
        _say(books, member, known, doc.stamp + 1)
    return True


def followed(books: Books, docs: Iterable[Doc], new_id: Callable[[], UUID]) -> None:
    """What words mean for accounts: what the pool has of a member goes where they went."""
    moved = {who for doc in docs if moves(doc) and (who := _id(doc.key))}
    go_on(books, Recalls(books), moved, new_id)


def moves(doc: Doc) -> bool:
    """Whether a word may move an account: then the pool is locked before anything is written."""
    if doc.topic != MEMBER or not doc.body:
        return False
    try:
        told = json.loads(doc.body)
        return bool(
            told.get("merged") or told.get("household") or told["status"] == MemberStatus.ERASED
        )
    except (ValueError, KeyError, AttributeError, RecursionError):
        return False


def erase(books: Books, member: UUID) -> None:
    """Nothing here says any more who a member was, nor who was merged into them; their numbers
    stay, and everybody is told.
    """
    theirs = (_id(name) for name, _, _ in feed.merged_into(books.db, books.merchant, member.hex))
    for one in (member, *theirs):
        if one is not None:
            _erase(books, one)


def _erase(books: Books, member: UUID) -> None:
    known = _facts(books, member) or {}
    if known.get("status") != MemberStatus.ERASED:
        nobody = dict.fromkeys(("name", "phone", "why", "birthday", "email", "referral"), "")
        kept = {"joined": known.get("joined", _NEW), "merged": known.get("merged", "")}
        language = {"language": "", "household": "", "status": MemberStatus.ERASED.value}
        _say(books, member, {**nobody, **kept, **language}, 0)
    feed.blank(books.db, books.merchant, member.hex)


def _say(books: Books, member: UUID, facts: Mapping[str, Any], after: int) -> None:
    known = feed.word_of(books.db, books.merchant, MEMBER, member.hex)
    stamp = max(books.now_ms, after, known[0] + 1 if known else 0)
    said = (MEMBER, member.hex, stamp, HEAD_OFFICE, compact(dict(facts)))
    feed.keep_word(books.db, books.merchant, said, 0)


def _facts(books: Books, member: UUID) -> dict[str, Any] | None:
    found = feed.word_of(books.db, books.merchant, MEMBER, member.hex)
    return json.loads(found[2]) if found and found[2] else None


def _id(text: object) -> UUID | None:
    try:
        return UUID(hex=text) if isinstance(text, str) and text else None
    except ValueError:
        return None


# --- where things go on to ----------------------------------------------------------------------


def owner_of(books: Books, member: UUID) -> UUID:
    """Whose account takes what a member's own has: who they were merged into, and their household's
    owner; themselves where neither is so.
    """
    return _chain(books, member)[-1]


def _chain(books: Books, member: UUID) -> list[UUID]:
    """From a member to whoever holds their account, step by step."""
    chain = [member]
    for _ in range(MOST_MOVES):
        facts = _facts(books, chain[-1]) or {}
        step = _id(facts.get("merged")) or _id(facts.get("household"))
        if step is None or step in chain:
            break
        chain.append(step)
    return chain


def go_on(
    books: Books, recalls: Recalls, members: Iterable[UUID], new_id: Callable[[], UUID]
) -> None:
    """What has come for members whose account is another's by now goes there."""
    moved = _elsewhere(books, members)
    if moved:
        books.lock()  # before the recalls, which others hold who have it
    for member in moved:
        owner = owner_of(books, member)
        if owner != member:
            _ask_back(books, recalls, member)
            _move(books, member, owner, books.occasion(new_id()))


def _elsewhere(books: Books, members: Iterable[UUID]) -> list[UUID]:
    """Those of some members whose words tell of a merge or a household."""
    names = [member.hex for member in members]
    if not names:
        return []
    wanted = sa.select(word.c.name).where(
        word.c.merchant == books.merchant,
        word.c.topic == MEMBER,
        among(books.db, word.c.name, names),
        sa.or_(
            ~word.c.body.contains('"merged":""'),
            ~word.c.body.contains('"household":""'),
        ),
    )
    return sorted(UUID(hex=name) for name in books.db.execute(wanted).scalars())


def _ask_back(books: Books, recalls: Recalls, member: UUID) -> None:
    """Every holder that has anything of a member is asked for it."""
    stamped = sa.select(counted.c.holder).where(
        counted.c.merchant == books.merchant,
        counted.c.owner == member.bytes,
        counted.c.amount > 0,
        sa.or_(*(counted.c.name.startswith(start) for start in MOVING)),
    )
    having = {holder for holder, sums in books.holders(member).items() if any(sums)}
    for holder in sorted({*having, *books.db.execute(stamped).scalars()} - {HEAD_OFFICE}):
        recalls.ask_back(holder, member, books.now_ms)


def _move(books: Books, member: UUID, owner: UUID, occasion: Occasion) -> None:
    """Empty the pool's account of a member into another's: points, debts, stamps, days, counts."""
    source = Standing(_nobody(member), books.account(member), _history(books, member))
    account = source.account
    history = source.history
    if not (account.lots or account.pending or account.debts or history.days or history.counts):
        return
    target = Standing(_nobody(owner), books.account(owner), _history(books, owner))
    facts = _facts(books, member) or {}
    why = "merged" if facts.get("merged") else "household"
    for made in move_all(source, target, occasion, why):
        books.append(made)


def _nobody(member: UUID) -> Member:
    return Member(member, "", "", day_from(_NEW))


def _history(books: Books, member: UUID) -> History:
    """All that holders counted of a member and nobody has moved on; of what moves in notes, only
    what the pool has.
    """
    sums = ("visits", "spend_minor", "earned", "qualifying", "acts")
    days = books.db.execute(
        sa.select(member_day.c.day, *(sa.func.sum(member_day.c[name]) for name in sums))
        .where(member_day.c.merchant == books.merchant, member_day.c.member == member.bytes)
        .group_by(member_day.c.day)
        .order_by(member_day.c.day)
    )
    moving = sa.or_(*(counted.c.name.startswith(start) for start in MOVING))
    counts = books.db.execute(
        sa.select(counted.c.name, counted.c.day, sa.func.sum(counted.c.amount))
        .where(
            counted.c.merchant == books.merchant,
            counted.c.owner == member.bytes,
            sa.or_(~moving, sa.and_(counted.c.holder == HEAD_OFFICE, counted.c.amount > 0)),
        )
        .group_by(counted.c.name, counted.c.day)
    )
    return History(
        tuple(Day(day_from(row[0]), *map(int, row[1:])) for row in days if any(row[1:])),
        {
            (name, day_from(day) if day else None): int(amount)
            for name, day, amount in counts
            if amount
        },
    )
