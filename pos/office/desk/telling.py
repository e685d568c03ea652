"""Words of a terminal: kept where they are newer than what is known, refused where unreadable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from loyalty.ledger.documents import compact
from pos.office.desk import feed
from pos.office.desk.key_words import key_refused
from pos.office.desk.recovery import forgot, heard, recover, rev_heard
from pos.office.desk.sessions import Terminal
from pos.office.ledger.books import Books
from pos.office.managing import members
from pos.sync import docs
from pos.sync.messages import MOST_TOLD, Doc, Tell, Told

if TYPE_CHECKING:
    from pos.office.desk.core import HeadOffice

SKEW_MS = 24 * 3_600_000
"""A word from further ahead than this counts as said then: a clock may be a year off."""


def told(office: HeadOffice, books: Books, who: Terminal, tell: Tell) -> Told:
    """Keep words; what cannot be kept is named, and is no reason to keep the others waiting."""
    if forgot(books, tell.office, tell.said > rev_heard(books, who.number)):
        recover(books)
    refused, good = [], []
    if any(members.moves(doc) for doc in tell.docs[:MOST_TOLD]):
        books.lock()
    for doc in tell.docs[:MOST_TOLD]:
        why = _why_not(doc) or key_refused(books, who.number, doc)
        why = why or ("merge-circle" if members.circle(books, doc) else "")
        if why:
            refused.append((doc.key[:80], why))
            continue
        good.append(doc)
        stamp = min(doc.stamp, books.now_ms + SKEW_MS)
        if not _of_the_gone(books, doc, stamp):
            said = (doc.topic, doc.key, stamp, who.number, doc.body)
            feed.keep_word(books.db, books.merchant, said, who.number)
    members.followed(books, good, office.new_id)
    feed.changed(books.db, books.merchant, [("standing", one.hex) for one in books.touched])
    rev = feed.next_rev(books.db, books.merchant, 0) - 1
    heard(books, who.number, rev)
    return Told(upto=tell.upto, refused=tuple(refused), rev=rev)


def _why_not(doc: Doc) -> str:
    """Why a word cannot be kept; empty if it can."""
    if doc.topic not in docs.TOLD:
        return "topic"
    if not 0 < len(doc.key) <= 200 or len(doc.body) > docs.MOST_BODY or doc.stamp < 0:
        return "too-long"
    if doc.body:
        try:
            told = json.loads(doc.body)
        except (ValueError, RecursionError):
            return "unreadable"
        if not isinstance(told, dict):
            return "unreadable"
    return ""


def _of_the_gone(books: Books, doc: Doc, stamp: int) -> bool:
    """Whether a word was dealt with because a member is erased, or merged into another one.

    Nobody comes back from there, whoever said what later elsewhere: that they are gone is said
    again, behind the later word, so that its terminal hears it, too. An erased person's other
    words go with them, and so does whoever was merged into them (GDPR, article 17).
    """
    whose = doc.key if doc.topic == "member" else docs.member_of(doc.topic, doc.key, doc.body)
    known = feed.word_of(books.db, books.merchant, "member", whose) if whose else None
    was = _finality(known[2] if known else "")
    if doc.topic != "member":
        if was != _ERASED or doc.topic == "referral":
            return False
        feed.keep_word(books.db, books.merchant, (doc.topic, doc.key, stamp, 0, ""), 0)
        return True
    body = _with_whom(books, doc.body)
    comes = _finality(body)
    if comes == _ERASED and was != _ERASED:
        _forget(books, whose)
    if body == doc.body and (known is None or was == comes or (comes > was and stamp > known[0])):
        return False
    final = body if known is None or comes >= was else known[2]
    said = ("member", whose, max(stamp, known[0] if known else 0) + 1, 0, final)
    feed.keep_word(books.db, books.merchant, said, 0)
    return True


def _with_whom(books: Books, body: str) -> str:
    """A member's document; erased if they were merged into somebody who is erased."""
    told = json.loads(body) if body else {}
    into = told.get("merged")
    if told.get("status") != "merged" or not isinstance(into, str):
        return body
    known = feed.word_of(books.db, books.merchant, "member", into)
    return _erased(told) if known and _finality(known[2]) == _ERASED else body


def _forget(books: Books, member: str) -> None:
    """An erased member's own words, and those of everybody who was merged into them."""
    feed.blank(books.db, books.merchant, member)
    for name, stamp, body in feed.merged_into(books.db, books.merchant, member):
        said = ("member", name, stamp + 1, 0, _erased(json.loads(body)))
        feed.keep_word(books.db, books.merchant, said, 0)
        feed.blank(books.db, books.merchant, name)


def _erased(told: dict[str, Any]) -> str:
    """A member's document without the person."""
    kept = {name: value if name in ("joined", "merged") else "" for name, value in told.items()}
    return compact({**kept, "status": "erased"})


_MERGED, _ERASED = 1, 2


def _finality(body: str) -> int:
    """How far from coming back a member of a document is."""
    status = json.loads(body).get("status") if body else None
    return {"merged": _MERGED, "erased": _ERASED}.get(str(status), 0)
