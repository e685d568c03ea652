"""Goods that came back in two shops while neither could hear of the other: once is enough.

The return that arrives later stays a fact of its terminal's books. What it did to points and counts
for units that were back already is taken over by the pool, and a person looks at it.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.documents import returned_from
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.ledger.granting import named_source
from loyalty.rights.note import HEAD_OFFICE
from pos.office.ledger.books import Books
from pos.office.ledger.lines import stored_line
from pos.office.ledger.settling import mirrored, mirrored_counts, settle
from pos.office.schema.facts import entry, reversal, sale_line
from pos.sync.wire import entry_of, read_line

OVER = "returned-elsewhere"
"""Why a return is set aside."""


def judged_return(books: Books, made: Entry) -> str:
    """Take back what a return did for units that were back already; why it is set aside, or empty.

    A return of some units that were back and some that were not keeps the share of the others.
    """
    sale = sale_behind(books, made.key)
    lines = _lines(books, sale) if sale else {}
    if sale is None or not lines:
        return ""
    units = returned_from(made.body, made.source).units
    before = _units_back(books, sale, made.key)
    over = []
    for n, asked in enumerate(units):
        sold = lines.get(n, (0, 0))[0]
        left = sold - min(sold, before.get(n, 0))
        over.append(max(0, asked - left))
    if not any(over):
        return ""
    share = _weight(lines, over) / _weight(lines, list(units))
    counts = mirrored_counts(made) if share == 1 else ()
    settle(books, made, mirrored(made, share), counts, OVER, named_source(OVER, made.source))
    return OVER


def judged_undone(books: Books, made: Entry) -> None:
    """A return that was taken back in its shop: what the pool took over of it goes back, too."""
    books.write()  # the return may have come in the same push
    wanted = sa.select(entry.c.epoch, entry.c.seq).where(
        entry.c.merchant == books.merchant,
        entry.c.terminal == HEAD_OFFICE,
        entry.c.source == named_source(OVER, made.source).bytes,
        entry.c.kind == Kind.RIGHTS_SETTLED.value,
    )
    row = books.db.execute(wanted).first()
    if row is None:
        return
    line = stored_line(books.db, books.merchant, EntryKey(HEAD_OFFICE, row.epoch, row.seq))
    assert line is not None  # its row has just been read
    settled = entry_of(read_line(line), HEAD_OFFICE, row.epoch)
    again = named_source("return-undone", made.source)
    whose = replace(made, member=settled.member)  # a sale of nobody's, whose receipt was credited
    settle(books, whose, mirrored(settled), mirrored_counts(settled), "return-undone", again)


def _weight(lines: dict[int, tuple[int, int]], units: list[int]) -> Fraction:
    """What units are worth of their sale; where nothing was paid, they count alike."""
    paid = any(lines.get(n, (0, 0))[1] for n, some in enumerate(units) if some)
    total = Fraction(0)
    for n, some in enumerate(units):
        sold, amount = lines.get(n, (0, 0))
        total += Fraction(amount * some, sold) if paid and sold else some
    return total or Fraction(1)


def sale_behind(books: Books, key: EntryKey) -> EntryKey | None:
    """What a return or its undoing takes back, by head office's name."""
    wanted = sa.select(reversal.c.of_terminal, reversal.c.of_epoch, reversal.c.of_seq).where(
        reversal.c.merchant == books.merchant, *_at(reversal, key)
    )
    row = books.db.execute(wanted).first()
    return EntryKey(*row) if row else None


def _lines(books: Books, sale: EntryKey) -> dict[int, tuple[int, int]]:
    """Units and amount of each line of a sale; none where it is not here."""
    wanted = sa.select(sale_line.c.n, sale_line.c.units, sale_line.c.amount_minor).where(
        sale_line.c.merchant == books.merchant, *_at(sale_line, sale)
    )
    return {n: (units, amount) for n, units, amount in books.db.execute(wanted)}


def _units_back(books: Books, sale: EntryKey, but: EntryKey) -> dict[int, int]:
    """Units of each line that other returns brought back, undone ones left out; of those that came
    in one push with `but`, the ones before it.
    """
    undoing = reversal.alias("undoing")
    undone = sa.exists().where(
        undoing.c.merchant == reversal.c.merchant,
        undoing.c.of_terminal == reversal.c.terminal,
        undoing.c.of_epoch == reversal.c.epoch,
        undoing.c.of_seq == reversal.c.seq,
    )
    same = (entry.c[n] == reversal.c[n] for n in ("merchant", "terminal", "epoch", "seq"))
    wanted = (
        sa.select(*(entry.c[n] for n in ("terminal", "epoch", "seq", "source", "body")))
        .join_from(reversal, entry, sa.and_(*same))
        .where(reversal.c.merchant == books.merchant, *_at(reversal, sale, "of_"), ~undone)
    )
    back: dict[int, int] = {}
    for terminal, epoch, seq, source, body in books.db.execute(wanted):
        if (terminal, epoch) == (but.terminal, but.epoch) and seq >= but.seq:
            continue
        for n, units in enumerate(returned_from(body, UUID(bytes=source)).units):
            back[n] = back.get(n, 0) + units
    return back


def _at(table: sa.Table, key: EntryKey, of: str = "") -> tuple[sa.ColumnElement[bool], ...]:
    return (
        table.c[f"{of}terminal"] == key.terminal,
        table.c[f"{of}epoch"] == key.epoch,
        table.c[f"{of}seq"] == key.seq,
    )
