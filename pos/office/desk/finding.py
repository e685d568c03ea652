"""A sale that is returned at another terminal: with its returns, and all that became of its points.

Every entry goes as the line its terminal sent, so that what comes back is what a return at the
sale's own terminal would go by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from loyalty.claims.receipt import own_key
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import EntryKey, Kind
from loyalty.ledger.granting import named_source
from pos.office.ledger.books import Books
from pos.office.ledger.lines import stored_line
from pos.office.ledger.names import Names
from pos.office.rights.claims import MOST_ATTEMPTS, TWICE
from pos.office.schema.facts import entry, posting, reversal, set_aside, terminal_epoch
from pos.store.tables import ACCOUNT_CODES
from pos.sync.messages import Find, Found

MOST_RETURNS = 200
_SIDES = [ACCOUNT_CODES[Ledger.MEMBER], ACCOUNT_CODES[Ledger.PENDING]]
_ON_LOTS = [Kind.EXPIRY.value, Kind.VESTING.value]


def found_of(books: Books, asked: Find) -> Found:
    """A sale with its returns, what undid them, who claimed it, and how its points ended."""
    slip = EntryKey(asked.terminal, asked.epoch, asked.seq)
    sale = _sale(books, slip)
    if sale is None:
        return Found()
    claims = list(_claims(books, {slip, sale}))
    keys = [sale, *_reversals(books, sale), *claims, *_ends(books, (sale, *claims))]
    wanted = list(dict.fromkeys(keys))[:MOST_RETURNS]
    lines = {key: stored_line(books.db, books.merchant, key) for key in wanted}
    known = {key: line for key, line in lines.items() if line is not None}
    return Found(
        entries=tuple(line.decode() for line in known.values()),
        keys=tuple((key.terminal, key.epoch, key.seq) for key in known),
    )


def _at(table: sa.Table, key: EntryKey, of: str = "") -> tuple[sa.ColumnElement[bool], ...]:
    return (
        table.c[f"{of}terminal"] == key.terminal,
        table.c[f"{of}epoch"] == key.epoch,
        table.c[f"{of}seq"] == key.seq,
    )


def _sale(books: Books, slip: EntryKey) -> EntryKey | None:
    """The sale a slip names: as head office knows it, or as the branch that printed it does."""
    rows = books.db.execute(
        sa.select(terminal_epoch.c.branches)
        .where(
            terminal_epoch.c.merchant == books.merchant,
            terminal_epoch.c.terminal == slip.terminal,
        )
        .order_by(terminal_epoch.c.began_ms.desc(), terminal_epoch.c.epoch.desc())
        .limit(1)
    ).scalar_one_or_none()
    named = Names.read(slip.terminal, rows or "[]").newest.named(slip)
    for key in dict.fromkeys((slip, named)):
        kind = sa.select(entry.c.kind).where(entry.c.merchant == books.merchant, *_at(entry, key))
        if books.db.execute(kind).scalar_one_or_none() == Kind.SALE.value:
            return key
    return None


def _reversals(books: Books, sale: EntryKey) -> Iterator[EntryKey]:
    """Returns of a sale, and what undid them."""
    keys = [sale]
    for key in keys:  # grows while it is walked
        wanted = sa.select(reversal.c.terminal, reversal.c.epoch, reversal.c.seq).where(
            reversal.c.merchant == books.merchant, *_at(reversal, key, "of_")
        )
        more = [EntryKey(*row) for row in books.db.execute(wanted)][:MOST_RETURNS]
        if len(keys) < MOST_RETURNS:
            keys += more
        yield from more


def _claims(books: Books, sales: Iterable[EntryKey]) -> Iterator[EntryKey]:
    """Who got points for a sale's receipt later, and what took them back; not who came second."""
    named = [own_key(sale) for sale in sales]
    sources = [
        named_source("claim", *name, *((n,) if n else ())).bytes
        for name in named
        for n in range(MOST_ATTEMPTS)
    ]
    columns = (entry.c.terminal, entry.c.epoch, entry.c.seq)
    second = sa.exists().where(
        set_aside.c.merchant == entry.c.merchant,
        set_aside.c.terminal == entry.c.terminal,
        set_aside.c.epoch == entry.c.epoch,
        set_aside.c.seq == entry.c.seq,
        set_aside.c.why == TWICE,
    )
    wanted = (
        sa.select(*columns, entry.c.kind, entry.c.source)
        .where(
            entry.c.merchant == books.merchant,
            entry.c.source.in_(sources),
            entry.c.kind.in_([Kind.CLAIM.value, Kind.CLAIM_WITHDRAWN.value]),
            ~second,
        )
        .order_by(entry.c.at_ms)
    )
    rows = books.db.execute(wanted).all()
    credited = {(row.source, row.terminal) for row in rows if row.kind == Kind.CLAIM.value}
    for row in rows:
        if (row.source, row.terminal) in credited:
            yield EntryKey(*row[:3])


def _ends(books: Books, lots: Iterable[EntryKey]) -> Iterator[EntryKey]:
    """Entries that ended points of these lots, or made them spendable, whoever holds them."""
    for lot in lots:
        member = sa.select(entry.c.member).where(
            entry.c.merchant == books.merchant, *_at(entry, lot)
        )
        who = books.db.execute(member).scalar_one_or_none()
        if who is None:
            continue
        wanted = (
            sa.select(entry.c.terminal, entry.c.epoch, entry.c.seq)
            .join_from(
                entry,
                posting,
                sa.and_(
                    *(
                        posting.c[n] == entry.c[n]
                        for n in ("merchant", "terminal", "epoch", "seq", "bizdate")
                    )
                ),
            )
            .where(
                entry.c.merchant == books.merchant,
                entry.c.member == who,
                entry.c.kind.in_(_ON_LOTS),
                posting.c.account.in_(_SIDES),
                *_at(posting, lot, "lot_"),
            )
            .order_by(entry.c.at_ms)
        )
        for row in books.db.execute(wanted):
            yield EntryKey(*row)
