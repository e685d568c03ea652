"""Reading the books against themselves: every hash, number, sum, sale and balance, computed anew.

Walks in pages and merges by key, so ten million entries need no more memory than ten thousand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import sqlalchemy as sa

from loyalty.claims.documents import credit_from
from loyalty.ledger.chain import FIRST, digest
from loyalty.ledger.count import summed
from loyalty.ledger.documents import returned_from, sale_from, undone_from
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.sales.returned import Returned
from loyalty.sales.sale import Sale
from pos.store import tables
from pos.store.booking import line_rows, posting_row, returned_row, sale_row
from pos.store.ledger import ENTRY, PAGE, POSTING, entry_from
from pos.store.receipts import CLAIMS, claimed_row
from pos.store.refolding import UNREADABLE, Recount, accounts, fault, row_of
from pos.store.statements import Prepared, Row, given, id_bytes, same_place
from pos.store.tables import posting
from pos.store.values import Fault
from pos.store.work import View

_NOWHERE = EntryKey(0, 0, 0)
_PLACE = ("terminal", "epoch", "seq")
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_GUESSES = 2  # of what stood before a changed entry: or wholly wrong books would take for ever


def _after(table: sa.Table, columns: Iterable[sa.ColumnElement[Any]]) -> sa.Select[Any]:
    place = [table.c[part] for part in _PLACE]
    return (
        sa.select(*columns)
        .where(
            table.c.merchant == given("merchant"),
            sa.tuple_(*place) > sa.tuple_(*(given(f"after_{part}") for part in _PLACE)),
        )
        .order_by(*place)
    )


def _within(table: sa.Table, columns: Iterable[sa.ColumnElement[Any]] = ()) -> Prepared:
    place = [table.c[part] for part in _PLACE]
    number = [table.c.n] if "n" in table.c else []
    wanted = list(columns) or [c for c in table.c if c.name != "merchant"]
    upto = sa.tuple_(*place) <= sa.tuple_(*(given(f"upto_{part}") for part in _PLACE))
    return Prepared(_after(table, wanted).where(upto).order_by(*number))


_ENTRIES = Prepared(_after(tables.entry, ENTRY).limit(PAGE))
_POSTINGS = _within(posting, POSTING)
_SALES = _within(tables.sale)
_LINES = _within(tables.sale_line)
_RETURNS = _within(tables.returned)
_RETURN_LINES = _within(tables.returned_line)
_CLAIMED = _within(tables.claimed)
_ONE_HASH = Prepared(
    sa.select(tables.entry.c.hash).where(
        *(tables.entry.c[name] == given(name) for name in tables.PLACE)
    )
)
_EPOCH_START = Prepared(
    sa.select(tables.entry.c.seq)
    .where(*(tables.entry.c[name] == given(name) for name in tables.PLACE[:3]))
    .order_by(tables.entry.c.seq.desc())
    .limit(1)
)
_UNDONE_BY = Prepared(
    sa.select(*(tables.returned.c[f"undone_{part}"] for part in _PLACE)).where(
        *(tables.returned.c[name] == given(name) for name in tables.PLACE)
    )
)


def _orphans(table: sa.Table) -> Prepared:
    return Prepared(
        sa.select(*(table.c[name] for name in _PLACE))
        .join_from(table, tables.entry, same_place(table, tables.entry), isouter=True)
        .where(table.c.merchant == given("merchant"), tables.entry.c.seq.is_(None))
        .distinct()
    )


_ORPHANS = {
    table.name: _orphans(table)
    for table in (
        posting,
        tables.sale,
        tables.sale_line,
        tables.returned,
        tables.returned_line,
        tables.claimed,
    )
}


def verify(view: View, *, since: EntryKey | None = None) -> Iterator[Fault]:
    """Every fault of the books, in ledger order; then of the balances kept beside them.

    With `since`, only entries behind it are looked at, and no balances or counts.
    """
    db = view._db
    texts = db.text_factory
    recount = Recount() if since is None else None
    # A flipped byte may leave no text at all: it must become a fault, not an end of the search.
    db.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    try:
        yield from _entries(view, since or _NOWHERE, recount)
        if recount is not None:
            yield from _orphaned(view)
            for terminal, here, noted in view.deed_gaps():
                yield fault(None, "deeds-missing", terminal=terminal, here=here, noted=noted)
            yield from accounts(view)
            yield from recount.faults(view)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _DAMAGED:
            raise  # a disk that fails for a moment says nothing of the books
        yield fault(None, "file-damaged", said=str(error)[:120])
    finally:
        db.text_factory = texts
        if recount is not None:
            recount.close()


def verify_tail(view: View, links: int) -> Iterator[Fault]:
    """The last `links` entries of this terminal's present epoch, checked as `verify` does."""
    row = view._one(_EPOCH_START, view.merchant, view.terminal, view.epoch)
    last = int(row[0]) if row else 0
    return verify(view, since=EntryKey(view.terminal, view.epoch, max(0, last - links)))


# --- entries, one after the other ---------------------------------------------------------------


@dataclass(slots=True)
class _Page:
    """Some entries' rows, and by their keys the rows that belong to them."""

    entries: list[Row]
    postings: dict[Row, list[Row]]
    sales: dict[Row, list[Row]]
    lines: dict[Row, list[Row]]
    returns: dict[Row, list[Row]]
    return_lines: dict[Row, list[Row]]
    claimed: dict[Row, list[Row]]


def _entries(view: View, since: EntryKey, recount: Recount | None) -> Iterator[Fault]:
    chain = _Chain(view, since, recount)
    for page in _pages(view, since):
        for row in page.entries:
            yield from chain.link(row, page)


def _pages(view: View, since: EntryKey) -> Iterator[_Page]:
    here: Row = (since.terminal, since.epoch, since.seq)
    while rows := view._all(_ENTRIES, view.merchant, *here):
        upto = rows[-1][:3]
        span = (view.merchant, *here, *upto)
        beside = [
            _by_key(view._each(statement, *span))
            for statement in (_POSTINGS, _SALES, _LINES, _RETURNS, _RETURN_LINES, _CLAIMED)
        ]
        yield _Page(rows, *beside)
        here = upto


def _by_key(rows: Iterable[Row]) -> dict[Row, list[Row]]:
    found: dict[Row, list[Row]] = {}
    for row in rows:
        found.setdefault(row[:3], []).append(row)
    return found


class _Chain:
    """Where the walk stands: the last key, and the hashes the next entry may rest upon."""

    def __init__(self, view: View, since: EntryKey, recount: Recount | None) -> None:
        self._view = view
        self._recount = recount
        self._last = since
        stored = view._one(_ONE_HASH, view.merchant, *row_of(since))
        self._hashes: tuple[bytes, ...] = (stored[0],) if stored else (FIRST,)

    def link(self, row: Row, page: _Page) -> Iterator[Fault]:
        """The faults of one entry and of the rows that belong to it."""
        key = EntryKey(*row[:3])
        rests_on = self._expected(key)
        missing = key.seq - 1 - (self._last.seq if self._same_epoch(key) else 0)
        if missing:
            first = EntryKey(key.terminal, key.epoch, key.seq - missing)
            self._doubt()
            yield fault(first, "missing", entries=missing)
            rests_on = ()
        self._last = key
        self._hashes = (row[10],)
        postings = page.postings.get(row[:3], [])
        try:
            entry = entry_from(row, postings)
            sums = [digest(previous, entry, self._view.merchant) for previous in rests_on]
        except UNREADABLE as error:
            self._doubt()
            yield fault(key, "unreadable", said=f"{type(error).__name__}: {error}"[:120])
            return
        if sums and entry.hash not in sums:
            self._doubt()
            yield fault(key, "hash")
        # Behind a changed entry the chain goes on from what it was or from what it is.
        self._hashes = (entry.hash,) if entry.hash in sums else (entry.hash, *sums[:_GUESSES])
        yield from _rows_of(self._view, entry, postings, page, self._recount)

    def _doubt(self) -> None:
        if self._recount is not None:
            self._recount.sure = False

    def _same_epoch(self, key: EntryKey) -> bool:
        return (key.terminal, key.epoch) == (self._last.terminal, self._last.epoch)

    def _expected(self, key: EntryKey) -> tuple[bytes, ...]:
        return self._hashes if self._same_epoch(key) else (FIRST,)


def _rows_of(
    view: View, entry: Entry, postings: list[Row], page: _Page, recount: Recount | None = None
) -> Iterator[Fault]:
    place = row_of(entry.key)
    member = id_bytes(entry.member)
    expected = [
        (*place, n, *posting_row(posted, member)) for n, posted in enumerate(entry.postings)
    ]
    if postings != expected:
        yield fault(entry.key, "posting")
    sale: Sale | None = None
    try:
        if entry.kind is Kind.SALE:
            sale = sale_from(entry.body, entry.source, entry.member, entry.program)
            yield from _sale(entry, sale, page)
        elif entry.kind is Kind.RETURN:
            yield from _return(view, entry, page, recount is None or recount.sure)
        elif entry.kind in CLAIMS:
            yield from _claim(entry, page)
        elif entry.kind is Kind.RETURN_UNDONE:
            undone = row_of(undone_from(entry.body))
            if view._one(_UNDONE_BY, view.merchant, *undone) != place:
                yield fault(entry.key, "undone")
        if recount is not None:
            recount.add(entry, sale)
    except UNREADABLE as error:
        yield fault(entry.key, "unreadable", said=f"{type(error).__name__}: {error}"[:120])


def _sale(entry: Entry, sale: Sale, page: _Page) -> Iterator[Fault]:
    place = row_of(entry.key)
    if page.sales.get(place) != [(*place, *sale_row(sale, entry))]:
        yield fault(entry.key, "sale-row")
    if page.lines.get(place, []) != [(*place, *row) for row in line_rows(sale)]:
        yield fault(entry.key, "sale-line")
    earned = sale.explanation.line_points if entry.member else (0,) * len(sale.lines)
    if earned != tuple(line.earned for line in sale.lines):
        yield fault(entry.key, "points", stored=sale.earned, computed=sum(earned))
    if _posted(entry, Ledger.ISSUED) != -sale.earned:
        yield fault(entry.key, "issued", stored=-_posted(entry, Ledger.ISSUED))
    lot = sale.lot(entry.key, entry.at_ms)
    if any(p.lot and p.lot.key == entry.key and p.lot != lot for p in entry.postings):
        yield fault(entry.key, "sale-lot")
    drawn = sum(part.points for part in sale.drawn)
    paid = sum(line.paid_points for line in sale.lines)
    if not _posted(entry, Ledger.REDEEMED) == sale.redeemed == drawn == paid:
        yield fault(entry.key, "redeemed", used=sale.redeemed, drawn=drawn, paid=paid)


def _return(view: View, entry: Entry, page: _Page, sure: bool) -> Iterator[Fault]:
    """`sure`: no entry before was changed; else it may be the sale that is wrong."""
    place = row_of(entry.key)
    returned = returned_from(entry.body, entry.source)
    rows = page.returns.get(place, [])
    if [row[:-3] for row in rows] != [(*place, *returned_row(returned, entry))]:
        yield fault(entry.key, "returned-row")
        return
    if page.return_lines.get(place, []) != [
        (*place, n, units) for n, units in enumerate(returned.units)
    ]:
        yield fault(entry.key, "returned-line")
    if sure and not _given(view, returned):
        yield fault(entry.key, "returned-counts")
    undone = rows[0][-3:]
    if undone != (None, None, None):
        by = view.entry(EntryKey(*undone)) if None not in undone else None
        taken_back = by is not None and by.kind is Kind.RETURN_UNDONE
        if not (by and taken_back and undone_from(by.body) == entry.key):
            yield fault(entry.key, "undone")


def _claim(entry: Entry, page: _Page) -> Iterator[Fault]:
    place = row_of(entry.key)
    if page.claimed.get(place) != [(*place, *claimed_row(entry))]:
        yield fault(entry.key, "claimed-row")
    if entry.kind is not Kind.CLAIM:
        return
    credit = credit_from(entry)
    computed = credit.sale.explanation.line_points
    if computed != tuple(line.earned for line in credit.sale.lines):
        yield fault(entry.key, "points", stored=credit.sale.earned, computed=sum(computed))
    if _posted(entry, Ledger.ISSUED) != -credit.points:
        yield fault(entry.key, "issued", stored=-_posted(entry, Ledger.ISSUED))
    lot = credit.sale.lot(entry.key, entry.at_ms)
    if any(p.lot and p.lot.key == entry.key and p.lot != lot for p in entry.postings):
        yield fault(entry.key, "sale-lot")
    if entry.source != credit.receipt.source(credit.attempt):
        yield fault(entry.key, "claim-source")


def _given(view: View, returned: Returned) -> bool:
    """Whether all returns of a sale together took no more off any count than it had added.

    A sale that stamps a card and is paid by it adds to one count and takes from it, line by line.
    """
    sold = view.sold(returned.sale) if returned.counts else None
    if sold is None:  # another terminal's sale may have been brought here, or to older books
        return not returned.counts or returned.sale.terminal != view.terminal
    counted = (*sold.sale.daily(sold.on), *sold.sale.counts)
    given = summed(count for count in counted if count.amount > 0)
    used = summed(count for count in counted if count.amount < 0)
    taken = summed(count for earlier in sold.earlier for count in earlier.counts)
    return all(-given.get(key, 0) <= amount <= -used.get(key, 0) for key, amount in taken.items())


def _posted(entry: Entry, account: Ledger) -> int:
    return sum(posted.points for posted in entry.postings if posted.account is account)


def _orphaned(view: View) -> Iterator[Fault]:
    for name, statement in _ORPHANS.items():
        for row in view._each(statement, view.merchant):
            yield fault(EntryKey(*row), "orphan", table=name)
