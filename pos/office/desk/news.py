"""Whether there is something new for a terminal, as a mark that changes when there is.

Asked for many waiting terminals at once, in three small queries; what is new, they pull.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection

import sqlalchemy as sa

from pos.office.desk.feed import REV
from pos.office.ledger.notes import OPEN
from pos.office.schema.facts import counter, note, recall

MARK_BYTES = 8


def marks(db: sa.Connection, merchant: int, numbers: Collection[int]) -> dict[int, bytes]:
    """The mark of each terminal: of the count of changes, of notes on their way to it, and of what
    it is asked back.
    """
    asked = sorted(numbers)
    changes = db.execute(
        sa.select(counter.c.value).where(counter.c.merchant == merchant, counter.c.name == REV)
    ).scalar_one_or_none()
    notes = {
        row[0]: (row[1], row[2])
        for row in db.execute(
            sa.select(note.c.taker, sa.func.count(), sa.func.max(note.c.at_ms))
            .where(note.c.merchant == merchant, note.c.taker.in_(asked), note.c.state == OPEN)
            .group_by(note.c.taker)
        )
    }
    recalls = {
        row[0]: (row[1], row[2])
        for row in db.execute(
            sa.select(recall.c.holder, sa.func.count(), sa.func.max(recall.c.at_ms))
            .where(recall.c.merchant == merchant, recall.c.holder.in_(asked))
            .group_by(recall.c.holder)
        )
    }
    told = {number: (changes or 0, notes.get(number), recalls.get(number)) for number in asked}
    return {
        number: hashlib.sha256(repr(facts).encode()).digest()[:MARK_BYTES]
        for number, facts in told.items()
    }
