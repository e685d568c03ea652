"""Receipts presented in several shops: the first credit to arrive stands, everybody is told whose.

The word of it (topic `verdict`, named by the receipt's first source) says no more than which
receipt it is, and where: its terminal is the one whose credit stands, `ONLINE` for the page that a
phone opens, 0 where it may be presented again.
"""

from __future__ import annotations

import sqlalchemy as sa

from loyalty.claims.documents import again_from, receipt_from
from loyalty.ledger.documents import compact
from loyalty.ledger.entry import Entry, Kind
from loyalty.ledger.granting import named_source
from loyalty.rights.note import HEAD_OFFICE
from pos.office.desk import feed
from pos.office.ledger.books import Books
from pos.office.ledger.settling import mirrored, mirrored_counts, settle
from pos.office.schema.facts import entry, set_aside, terminal
from pos.sync.messages import AskClaim, ClaimTold, Doc

ONLINE, INTERNET = 100_000, "Internet"
"""Where a receipt was credited on head office's own page: no terminal has this number, and 0 says
that it may be presented again.
"""
MOST_ATTEMPTS = 8  # of presenting one receipt again after a mistake
TWICE = "done-elsewhere"
"""Why a second credit is set aside."""
VERDICT = "verdict"


def credited(books: Books, made: Entry) -> None:
    """A credit that stands: say so."""
    if made.key.terminal == HEAD_OFFICE:
        _say(books, made, ONLINE, INTERNET)
        return
    name = sa.select(terminal.c.name).where(
        terminal.c.merchant == books.merchant, terminal.c.number == made.key.terminal
    )
    where = books.db.execute(name).scalar_one_or_none() or ""
    _say(books, made, made.key.terminal, where)


def done_before(books: Books, made: Entry) -> bool:
    """Whether another terminal, or a copy, has booked this very act; a receipt's credit that was
    taken back there as a mistake is none.
    """
    sources = [made.source.bytes]
    if made.kind is Kind.CLAIM:
        sources = [receipt_from(made.body).source(n).bytes for n in range(MOST_ATTEMPTS)]
    same = (entry.c.merchant == books.merchant, entry.c.source.in_(sources))
    others = sa.select(entry.c.terminal, entry.c.epoch, entry.c.seq, entry.c.source).where(
        *same, entry.c.kind == made.kind.value
    )
    withdrawals = sa.select(entry.c.terminal, entry.c.source, entry.c.body).where(
        *same, entry.c.kind == Kind.CLAIM_WITHDRAWN.value
    )
    rows = books.db.execute(withdrawals)
    mistakes = {(row.terminal, row.source) for row in rows if again_from(row.body)}
    key = made.key
    return any(
        tuple(row[:3]) != (key.terminal, key.epoch, key.seq)
        and (row.terminal, row.source) not in mistakes
        for row in books.db.execute(others)
    )


def undone(books: Books, made: Entry) -> None:
    """An act that was booked before at another terminal counts once: what this one gave is owed to
    the pool, and the counts it made are taken off again.
    """
    id_ = named_source(TWICE, made.kind, made.key.terminal, made.key.epoch, made.key.seq)
    settle(books, made, mirrored(made), mirrored_counts(made), "twice", id_)


def withdrawn(books: Books, made: Entry, aside: set[int]) -> None:
    """A credit is taken back in its shop. Of one that came second the pool has done so already:
    what it took over goes back. `aside`: numbers set aside in this very push.
    """
    if _came_second(books, made, aside):
        id_ = named_source("withdrawn-twice", made.key.terminal, made.key.epoch, made.key.seq)
        back = mirrored(made, at_once=True)
        settle(books, made, back, mirrored_counts(made), "withdrawn", id_)
    elif again_from(made.body):
        _say(books, made, 0, "")


def told_of(books: Books, asked: AskClaim) -> ClaimTold:
    """Where a receipt was credited, as every terminal is told it."""
    name = asked.source.hex()
    known = feed.word_of(books.db, books.merchant, VERDICT, name)
    if known is None:
        return ClaimTold()
    stamp, winner, body = known
    return ClaimTold(word=Doc(topic=VERDICT, key=name, stamp=stamp, terminal=winner, body=body))


def _came_second(books: Books, made: Entry, aside: set[int]) -> bool:
    wanted = (
        sa.select(entry.c.terminal, entry.c.epoch, entry.c.seq)
        .where(
            entry.c.merchant == books.merchant,
            entry.c.source == made.source.bytes,
            entry.c.kind == Kind.CLAIM.value,
            entry.c.terminal == made.key.terminal,
        )
        .limit(10)
    )
    for place in books.db.execute(wanted).all():
        if place.epoch == made.key.epoch and place.seq in aside:
            return True
        known = sa.select(set_aside.c.why).where(
            set_aside.c.merchant == books.merchant,
            *(set_aside.c[n] == value for n, value in place._mapping.items()),
        )
        if books.db.execute(known).scalar_one_or_none() == TWICE:
            return True
    return False


def _say(books: Books, made: Entry, winner: int, where: str) -> None:
    receipt = receipt_from(made.body)
    name = receipt.source().hex
    known = feed.word_of(books.db, books.merchant, VERDICT, name)
    stamp = max(made.at_ms, known[0] + 1 if known else 0)  # the moment of the credit
    body = compact({"v": 1, "s": receipt.scheme, "k": receipt.key, "where": where})
    feed.keep_word(books.db, books.merchant, (VERDICT, name, stamp, winner, body), 0)
