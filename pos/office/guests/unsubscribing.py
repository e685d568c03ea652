"""Taking a consent back by a signed link, from a page or by a mail program's one click (RFC 8058).

It needs no log-in and may be done twice: what was taken back stays so, and nothing is said again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from uuid import UUID

import sqlalchemy as sa

from loyalty.members.member import Member, MemberStatus
from pos.office.desk import feed
from pos.office.guests.joining import CONSENT, person_of, say
from pos.office.guests.links import Link
from pos.office.ledger.books import Books
from pos.office.schema.facts import word

WHERE = "unsubscribe page"
PAGE = 500


def agrees(books: Books, link: Link) -> bool:
    """Whether a member agrees by now. False for whom nobody knows any more: there is nothing left
    to stop, and nothing to tell a stranger.
    """
    return any(_given(books, who, link.what) for who in _whose(books, link.member))


def stop(books: Books, link: Link) -> bool:
    """Take a consent back; whether there was one. Of somebody merged since, also the one's they
    became.
    """
    stopped = False
    for who in _whose(books, link.member):
        if before := _given(books, who, link.what):
            at = max(books.now_ms, before + 1)  # a till's clock may be ahead: this is later
            said = {"given": False, "at": at, "where": WHERE}
            say(books, CONSENT, f"{who.hex}:{link.what}", said)
            stopped = True
    return stopped


def _whose(books: Books, member: UUID) -> set[UUID]:
    now = person_of(books, member)
    return {member, now.id} if now else set()


def _given(books: Books, member: UUID, what: str) -> int:
    """The moment a member agreed, if they still do; else 0."""
    known = feed.word_of(books.db, books.merchant, CONSENT, f"{member.hex}:{what}")
    told = json.loads(known[2]) if known and known[2] else {}
    at = told.get("at")
    return max(1, at) if told.get("given") is True and type(at) is int else 0


def agreeing(books: Books, what: str) -> Iterator[Member]:
    """Members who agree to something by now, one at a time: whom messages may be written to."""
    after = ""
    while True:
        wanted = (
            sa.select(word.c.name)
            .where(
                word.c.merchant == books.merchant,
                word.c.topic == CONSENT,
                word.c.name > after,
                word.c.name.endswith(f":{what}", autoescape=True),
                word.c.body.contains('"given":true'),
            )
            .order_by(word.c.name)
            .limit(PAGE)
        )
        names = list(books.db.execute(wanted).scalars())
        for name in names:
            member = UUID(hex=name.partition(":")[0])
            found = person_of(books, member)
            # Of two who became one, the one that stays is named once, by their own word.
            if found and found.id == member and found.status is MemberStatus.ACTIVE:
                yield found
        if len(names) < PAGE:
            return
        after = names[-1]
