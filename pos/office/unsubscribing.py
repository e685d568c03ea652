"""Taking a consent back by a signed link, from a page or by a mail program's one click (RFC 8058).

It needs no log-in and may be done twice: what was taken back stays so, and nothing is said again.
"""

from __future__ import annotations

import json
from uuid import UUID

from pos.office import feed
from pos.office.books import Books
from pos.office.guests import CONSENT, person_of, say
from pos.office.guests_links import Link

WHERE = "unsubscribe page"


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
