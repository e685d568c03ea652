"""Words of a terminal: kept where they are newer than what is known, refused where unreadable."""

from __future__ import annotations

import json

from pos.office import feed
from pos.office.books import Books
from pos.office.sessions import Terminal
from pos.sync import docs
from pos.sync.messages import MOST_TOLD, Doc, Tell, Told

SKEW_MS = 24 * 3_600_000
"""A word from further ahead than this counts as said then: a clock may be a year off."""


def told(books: Books, who: Terminal, tell: Tell) -> Told:
    """Keep words; what cannot be kept is named, and is no reason to keep the others waiting."""
    refused = []
    for doc in tell.docs[:MOST_TOLD]:
        why = _why_not(doc)
        if why:
            refused.append((doc.key[:80], why))
            continue
        stamp = min(doc.stamp, books.now_ms + SKEW_MS)
        said = (doc.topic, doc.key, stamp, who.number, doc.body)
        feed.keep_word(books.db, books.merchant, said, who.number)
    return Told(upto=tell.upto, refused=tuple(refused))


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
