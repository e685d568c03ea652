"""What a terminal may say of keys that sign slips: that one is its own, and that anybody's ends.

A key under another terminal's number would sign slips for that terminal's sales: it is refused, and
a person is told. An end stands, and is never put off.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from pos.office.desk import feed
from pos.office.ledger.books import Books
from pos.office.schema.engine import upsert
from pos.office.schema.facts import set_aside
from pos.sync.messages import Doc
from receipts.claim_code import key_id_of

TOPIC = "claimkey"
ANOTHER = "key-of-another"
"""Why a word is set aside."""
NO_EPOCH = 0
"""Of what is set aside and is no entry."""
MOST_OPEN = 20  # of one terminal: more would tell a person nothing new


def key_refused(books: Books, number: int, doc: Doc) -> str:
    """Why a terminal's word on a key is not kept; empty if it is, or it is on something else."""
    if doc.topic != TOPIC:
        return ""
    try:
        told = json.loads(doc.body)
        public, ends, id_ = bytes.fromhex(told["public"]), told.get("to"), int(doc.key)
        fits = str(id_) == doc.key and key_id_of(told["terminal"], public) == id_
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError):
        return "unreadable"
    word = feed.word_of(books.db, books.merchant, TOPIC, doc.key)
    known = json.loads(word[2]) if word and word[2] else None
    if not known and fits and told["terminal"] != number and ends is not None:
        return "key-unknown"  # it signs nothing here, and need not
    if not fits or (known["public"] != told["public"] if known else told["terminal"] != number):
        _set_aside(books, number, doc)
        return ANOTHER
    return "key-ended" if known and _put_off(known, ends) else ""


def _put_off(known: Mapping[str, Any], ends: object) -> bool:
    """Whether a key that has an end would sign for longer."""
    ended = known.get("to")
    return ended is not None and (type(ends) is not int or ends > ended)


def _set_aside(books: Books, number: int, doc: Doc) -> None:
    """For a person, once: whoever says it a thousand times is heard once."""
    mine = (
        set_aside.c.merchant == books.merchant,
        set_aside.c.terminal == number,
        set_aside.c.epoch == NO_EPOCH,
    )
    waiting = sa.select(sa.func.count()).where(*mine, set_aside.c.state == "open")
    if books.db.execute(waiting).scalar_one() >= MOST_OPEN:
        return
    named = hashlib.sha256(f"{doc.topic}:{doc.key}".encode()).digest()
    row = {
        "merchant": books.merchant,
        "terminal": number,
        "epoch": NO_EPOCH,
        "seq": int.from_bytes(named[:4], "big"),
        "why": f"{ANOTHER}: {doc.topic} {doc.key[:40]}",
        "facts": "",
        "at_ms": books.now_ms,
        "state": "open",
        "answer": "",
        "person": "",
        "answered_ms": 0,
    }
    books.db.execute(upsert(books.db, set_aside).on_conflict_do_nothing(), row)
