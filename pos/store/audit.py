"""Reading the books against themselves: every hash, number, sum, sale and balance, computed anew.

Walks in pages and merges by key, so ten million entries need no more memory than ten thousand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.account import Account
from loyalty.chain import FIRST, digest
from loyalty.documents import returned_from, sale_from, undone_from
from loyalty.entry import MEMBER_ACCOUNTS, Entry, EntryKey, Kind
from loyalty.entry import Account as Ledger
from loyalty.errors import LoyaltyError
from loyalty.sale import Sale
from pos.store import tables
from pos.store.booking import line_rows, lot_rows, posting_row, returned_row, sale_row
from pos.store.ledger import ENTRY, PAGE, POSTING, account_from, entry_from, posting_from
from pos.store.statements import Prepared, Row, given, id_bytes, same_place
from pos.store.tables import ACCOUNTS, balance, lot, posting
from pos.store.values import Fact, Fault
from pos.store.work import View

_NOWHERE = EntryKey(0, 0, 0)
_UNREADABLE = (ValueError, KeyError, TypeError, OverflowError, LoyaltyError, IndexError)
_PLACE = ("terminal", "epoch", "seq")


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
    )
}
_MEMBERS_POSTINGS = Prepared(
    sa.select(*POSTING, *(tables.entry.c[part] for part in (*_PLACE, "member")))
    .join_from(tables.entry, posting, same_place(tables.entry, posting), isouter=True)
    .where(tables.entry.c.merchant == given("merchant"), tables.entry.c.member.is_not(None))
    .order_by(tables.entry.c.member, *(tables.entry.c[part] for part in _PLACE), posting.c.n)
)
_ALL_LOTS = Prepared(
    sa.select(lot.c.member, *(c for c in lot.c if c.name not in ("merchant", "member")))
    .where(lot.c.merchant == given("merchant"))
    .order_by(lot.c.member)
)
_ALL_BALANCES = Prepared(
    sa.select(balance.c.member, balance.c.points, balance.c.owed, balance.c.entries)
    .where(balance.c.merchant == given("merchant"))
    .order_by(balance.c.member)
)


def verify(view: View, *, since: EntryKey | None = None) -> Iterator[Fault]:
    """Every fault of the books, in ledger order; then of the balances kept beside them.

    With `since`, only entries behind it are looked at, and no balances.
    """
    db = view._db
    texts = db.text_factory
    # A flipped byte may leave no text at all: it must become a fault, not an end of the search.
    db.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    try:
        yield from _entries(view, since or _NOWHERE)
        if since is None:
            yield from _orphaned(view)
            yield from _projections(view)
    except sqlite3.DatabaseError as error:
        yield _fault(None, "file-damaged", said=str(error)[:120])
    finally:
        db.text_factory = texts


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


def _entries(view: View, since: EntryKey) -> Iterator[Fault]:
    chain = _Chain(view, since)
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
            for statement in (_POSTINGS, _SALES, _LINES, _RETURNS, _RETURN_LINES)
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

    def __init__(self, view: View, since: EntryKey) -> None:
        self._view = view
        self._last = since
        stored = view._one(_ONE_HASH, view.merchant, *_row_of(since))
        self._hashes: tuple[bytes, ...] = (stored[0],) if stored else (FIRST,)

    def link(self, row: Row, page: _Page) -> Iterator[Fault]:
        """The faults of one entry and of the rows that belong to it."""
        key = EntryKey(*row[:3])
        rests_on = self._expected(key)
        missing = key.seq - 1 - (self._last.seq if self._same_epoch(key) else 0)
        if missing:
            first = EntryKey(key.terminal, key.epoch, key.seq - missing)
            yield _fault(first, "missing", entries=missing)
            rests_on = ()
        self._last = key
        self._hashes = (row[10],)
        postings = page.postings.get(row[:3], [])
        try:
            entry = entry_from(row, postings)
            sums = [digest(previous, entry, self._view.merchant) for previous in rests_on]
        except _UNREADABLE as error:
            yield _fault(key, "unreadable", said=f"{type(error).__name__}: {error}"[:120])
            return
        if sums and entry.hash not in sums:
            yield _fault(key, "hash")
        # Behind a changed entry the chain goes on from what it was or from what it is.
        self._hashes = (entry.hash, *(s for s in sums if s != entry.hash))
        yield from _rows_of(self._view, entry, postings, page)

    def _same_epoch(self, key: EntryKey) -> bool:
        return (key.terminal, key.epoch) == (self._last.terminal, self._last.epoch)

    def _expected(self, key: EntryKey) -> tuple[bytes, ...]:
        return self._hashes if self._same_epoch(key) else (FIRST,)


def _rows_of(view: View, entry: Entry, postings: list[Row], page: _Page) -> Iterator[Fault]:
    place = _row_of(entry.key)
    member = id_bytes(entry.member)
    expected = [
        (*place, n, *posting_row(posted, member)) for n, posted in enumerate(entry.postings)
    ]
    if postings != expected:
        yield _fault(entry.key, "posting")
    try:
        if entry.kind is Kind.SALE:
            sale = sale_from(entry.body, entry.source, entry.member, entry.program)
            yield from _sale(entry, sale, page)
        elif entry.kind is Kind.RETURN:
            yield from _return(view, entry, page)
        elif entry.kind is Kind.RETURN_UNDONE:
            undone = _row_of(undone_from(entry.body))
            if view._one(_UNDONE_BY, view.merchant, *undone) != place:
                yield _fault(entry.key, "undone")
    except _UNREADABLE as error:
        yield _fault(entry.key, "unreadable", said=f"{type(error).__name__}: {error}"[:120])


def _sale(entry: Entry, sale: Sale, page: _Page) -> Iterator[Fault]:
    place = _row_of(entry.key)
    if page.sales.get(place) != [(*place, *sale_row(sale, entry))]:
        yield _fault(entry.key, "sale-row")
    if page.lines.get(place, []) != [(*place, *row) for row in line_rows(sale)]:
        yield _fault(entry.key, "sale-line")
    earned = sale.explanation.line_points if entry.member else (0,) * len(sale.lines)
    if earned != tuple(line.earned for line in sale.lines):
        yield _fault(entry.key, "points", stored=sale.earned, computed=sum(earned))
    if _posted(entry, Ledger.ISSUED) != -sale.earned:
        yield _fault(entry.key, "issued", stored=-_posted(entry, Ledger.ISSUED))
    drawn = sum(part.points for part in sale.drawn)
    paid = sum(line.paid_points for line in sale.lines)
    if not _posted(entry, Ledger.REDEEMED) == sale.redeemed == drawn == paid:
        yield _fault(entry.key, "redeemed", used=sale.redeemed, drawn=drawn, paid=paid)


def _return(view: View, entry: Entry, page: _Page) -> Iterator[Fault]:
    place = _row_of(entry.key)
    returned = returned_from(entry.body, entry.source)
    rows = page.returns.get(place, [])
    if [row[:-3] for row in rows] != [(*place, *returned_row(returned, entry))]:
        yield _fault(entry.key, "returned-row")
        return
    if page.return_lines.get(place, []) != [
        (*place, n, units) for n, units in enumerate(returned.units)
    ]:
        yield _fault(entry.key, "returned-line")
    undone = rows[0][-3:]
    if undone != (None, None, None):
        by = view.entry(EntryKey(*undone)) if None not in undone else None
        taken_back = by is not None and by.kind is Kind.RETURN_UNDONE
        if not (by and taken_back and undone_from(by.body) == entry.key):
            yield _fault(entry.key, "undone")


def _posted(entry: Entry, account: Ledger) -> int:
    return sum(posted.points for posted in entry.postings if posted.account is account)


def _orphaned(view: View) -> Iterator[Fault]:
    for name, statement in _ORPHANS.items():
        for row in view._each(statement, view.merchant):
            yield _fault(EntryKey(*row), "orphan", table=name)


# --- projections: member by member, three walks in step -----------------------------------------


def _projections(view: View) -> Iterator[Fault]:
    posted = _Walk(view._each(_MEMBERS_POSTINGS, view.merchant), lambda row: row[-1])
    lots = _Walk(view._each(_ALL_LOTS, view.merchant), lambda row: row[0])
    balances = _Walk(view._each(_ALL_BALANCES, view.merchant), lambda row: row[0])
    while (member := _least(posted.next, lots.next, balances.next)) is not None:
        yield from _member(member, posted.of(member), lots.of(member), balances.of(member))


class _Walk:
    """Rows ordered by member, taken member by member."""

    def __init__(self, rows: Iterable[Row], member: Callable[[Row], bytes]) -> None:
        self._rows = iter(rows)
        self._member = member
        self._row = next(self._rows, None)

    @property
    def next(self) -> bytes | None:
        return self._member(self._row) if self._row is not None else None

    def of(self, member: bytes) -> list[Row]:
        found = []
        while self._row is not None and self._member(self._row) == member:
            found.append(self._row)
            self._row = next(self._rows, None)
        return found


def _least(*members: bytes | None) -> bytes | None:
    return min((member for member in members if member is not None), default=None)


def _member(
    member: bytes, posted: list[Row], lots: list[Row], balances: list[Row]
) -> Iterator[Fault]:
    who = UUID(bytes=member) if len(member) == 16 else None
    account = Account()
    keys = {row[-4:-1] for row in posted}
    try:
        for row in posted:
            if row[0] is not None and ACCOUNTS[row[4]] in MEMBER_ACCOUNTS:
                account = account.moved((posting_from(row),))
    except _UNREADABLE:
        yield _fault(EntryKey(*row[:3]), "lot-below-zero", member=str(who))
        return
    try:
        kept = account_from([row[1:] for row in lots])
        fits = lot_rows(kept) == lot_rows(account)
    except _UNREADABLE:
        fits = False
    if not fits:
        yield _fault(_last_key(keys), "lots", member=str(who), replayed=account.balance)
    replayed = (account.balance + account.owed, account.owed, len(keys))
    if [row[1:] for row in balances] != [replayed]:
        yield _fault(_last_key(keys), "balance", member=str(who), replayed=account.balance)


def _last_key(keys: set[Row]) -> EntryKey | None:
    return EntryKey(*max(keys)) if keys else None


def _row_of(key: EntryKey) -> tuple[int, int, int]:
    return key.terminal, key.epoch, key.seq


def _fault(key: EntryKey | None, what: str, **facts: Fact) -> Fault:
    return Fault(key, what, tuple(facts.items()))
