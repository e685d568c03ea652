"""Reading the ledger: entries with their postings, and accounts from their open lots."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.account import Account, Lot, spending_order
from loyalty.ledger.entry import MEMBER_ACCOUNTS, Entry, EntryKey, Kind, LotRef, Posting
from pos.clock import milliseconds
from pos.store.columns import day_from, end_from
from pos.store.statements import Prepared, Row, Rows, at, given, id_from
from pos.store.sync_tables import elsewhere_day
from pos.store.tables import (
    ACCOUNTS,
    KIND_CODES,
    KINDS,
    entry,
    lot,
    member_day,
    posting,
)

PAGE = 500  # entries fetched in one step: bounds the memory of any walk through the ledger

ENTRY = [column for column in entry.c if column.name != "merchant"]
POSTING = [
    posting.c[name]
    for name in (
        *("terminal", "epoch", "seq", "n", "account", "points", "member"),
        *("lot_terminal", "lot_epoch", "lot_seq", "lot_earned_ms", "lot_expires"),
        "lot_vests",
    )
]
_PLACE = (entry.c.terminal, entry.c.epoch, entry.c.seq)
_POSTED = (posting.c.terminal, posting.c.epoch, posting.c.seq)
_KIND = entry.c.kind == sa.func.coalesce(given("kind"), entry.c.kind)
_AFTER = sa.tuple_(*_PLACE) > sa.tuple_(given("terminal"), given("epoch"), given("seq"))
_MINE = entry.c.merchant == given("merchant")

_ENTRY = Prepared(sa.select(*ENTRY).where(at(entry)))
_POSTINGS = Prepared(sa.select(*POSTING).where(at(posting)).order_by(posting.c.n))
_BY_SOURCE = Prepared(
    sa.select(*ENTRY).where(_MINE, entry.c.source == given("source"), entry.c.kind == given("kind"))
)
_LAST = Prepared(
    sa.select(*ENTRY)
    .where(_MINE, entry.c.terminal == given("terminal"))
    .order_by(entry.c.epoch.desc(), entry.c.seq.desc())
    .limit(1)
)
_LAST_MS = Prepared(
    sa.select(entry.c.at_ms)
    .where(_MINE, entry.c.terminal == given("terminal"))
    .order_by(entry.c.epoch.desc(), entry.c.seq.desc())
    .limit(1)
)
_PAGE = Prepared(sa.select(*ENTRY).where(_MINE, _AFTER, _KIND).order_by(*_PLACE).limit(PAGE))
_MEMBERS_PAGE = Prepared(
    sa.select(*ENTRY)
    .where(_MINE, entry.c.member == given("member"), _AFTER, _KIND)
    .order_by(*_PLACE)
    .limit(PAGE)
)
_NEWEST = Prepared(
    sa.select(*ENTRY)
    .where(_MINE, entry.c.member == given("member"))
    .order_by(entry.c.at_ms.desc(), *(place.desc() for place in _PLACE))
    .limit(given("most"))
)
_BETWEEN = sa.and_(
    posting.c.merchant == given("merchant"),
    sa.tuple_(*_POSTED) >= sa.tuple_(given("t1"), given("e1"), given("s1")),
    sa.tuple_(*_POSTED) <= sa.tuple_(given("t2"), given("e2"), given("s2")),
)
_POSTINGS_PAGE = Prepared(sa.select(*POSTING).where(_BETWEEN).order_by(*_POSTED, posting.c.n))
_LOTS = Prepared(
    sa.select(
        *(lot.c[name] for name in ("side", "lot_terminal", "lot_epoch", "lot_seq")),
        *(lot.c[name] for name in ("earned_ms", "expires", "points", "vests")),
    ).where(lot.c.merchant == given("merchant"), lot.c.member == given("member"))
)
_LAST_ACTS = tuple(  # here, and elsewhere as far as head office told of it
    Prepared(
        sa.select(days.c.day)
        .where(
            days.c.merchant == given("merchant"),
            days.c.member == given("member"),
            days.c.acts > 0,
        )
        .order_by(days.c.day.desc())
        .limit(1)
    )
    for days in (member_day, elsewhere_day)
)
_NOWHERE = EntryKey(0, 0, 0)


class LedgerView(Rows):
    """Entries and accounts, read."""

    __slots__ = ()

    def now_ms(self) -> int:
        """UTC milliseconds for the next entry: never before this terminal's last one."""
        row = self._one(_LAST_MS, self.merchant, self.terminal)
        now = milliseconds(self._clock.now())
        return max(now, row[0]) if row else now

    def account(self, member: UUID) -> Account:
        """A member's open lots, debts and pending points; empty where nothing was ever booked.

        With the day of the last activity where a lot slides, and only there.
        """
        account = account_from(self._all(_LOTS, self.merchant, member.bytes))
        return account.active(self.last_act(member)) if slides(account) else account

    def last_act(self, member: UUID) -> date | None:
        """The last day a member did what keeps sliding points alive."""
        rows = [self._one(each, self.merchant, member.bytes) for each in _LAST_ACTS]
        return max((day_from(row[0]) for row in rows if row), default=None)

    def entry(self, key: EntryKey) -> Entry | None:
        return self._whole(self._one(_ENTRY, *self._key(key)))

    def entry_of(self, source: UUID, kind: Kind) -> Entry | None:
        """What was booked for a business event, if it was: a repeat is the same act."""
        return self._whole(self._one(_BY_SOURCE, self.merchant, source.bytes, KIND_CODES[kind]))

    def last_entry(self) -> Entry | None:
        """The newest entry of this terminal."""
        return self._whole(self._one(_LAST, self.merchant, self.terminal))

    def entries(
        self,
        member: UUID | None = None,
        after: EntryKey | None = None,
        limit: int | None = None,
        kind: Kind | None = None,
    ) -> Iterator[Entry]:
        """Entries in ledger order, of a member, of a kind or all, behind `after`, up to `limit`."""
        here, left = after or _NOWHERE, limit
        while left is None or left > 0:
            page = self._page(member, here, kind)
            yield from page[:left]
            if len(page) < PAGE:
                return
            here = page[-1].key
            left = None if left is None else left - PAGE

    def newest(self, member: UUID, limit: int) -> list[Entry]:
        """The newest entries of a member, newest first."""
        rows = self._all(_NEWEST, self.merchant, member.bytes, limit)
        return [entry_from(row, self._all(_POSTINGS, self.merchant, *row[:3])) for row in rows]

    def _page(self, member: UUID | None, after: EntryKey, kind: Kind | None) -> list[Entry]:
        behind = (after.terminal, after.epoch, after.seq, KIND_CODES[kind] if kind else None)
        if member is None:
            rows = self._all(_PAGE, self.merchant, *behind)
            if not rows:
                return []
            postings = self._all(_POSTINGS_PAGE, self.merchant, *rows[0][:3], *rows[-1][:3])
            by_key: dict[Row, list[Row]] = {}
            for posted in postings:
                by_key.setdefault(posted[:3], []).append(posted)
            return [entry_from(row, by_key.get(row[:3], ())) for row in rows]
        rows = self._all(_MEMBERS_PAGE, self.merchant, member.bytes, *behind)
        return [entry_from(row, self._all(_POSTINGS, self.merchant, *row[:3])) for row in rows]

    def _whole(self, row: Row | None) -> Entry | None:
        if row is None:
            return None
        return entry_from(row, self._all(_POSTINGS, self.merchant, *row[:3]))


def account_from(rows: list[Row]) -> Account:
    """An account of its lot rows, in the order its points are spent."""
    sides: tuple[list[Lot], ...] = ([], [], [])
    for side, terminal, epoch, seq, earned_ms, expires, points, vests in rows:
        ref = _ref((terminal, epoch, seq, earned_ms, expires, vests))
        sides[side - 1].append(Lot(ref, points))
    for lots in sides:
        if len(lots) > 1:
            lots.sort(key=_order)
    spendable, owed, pending = map(tuple, sides)
    return Account(spendable, owed, pending)


def slides(account: Account) -> bool:
    """Whether any of its points end by the last activity."""
    return any(held.ref.slides for held in (*account.lots, *account.pending))


def _order(held: Lot) -> tuple[bool, int, int, EntryKey]:
    return spending_order(held.ref)


def entry_from(row: Row, postings: list[Row] | tuple[()]) -> Entry:
    """The entry of its row and its postings' rows; ValueError if they make none."""
    terminal, epoch, seq, source, kind, at_ms, bizdate, member, program, body, digest = row
    return Entry(
        source=UUID(bytes=source),
        kind=KINDS[kind],
        at_ms=at_ms,
        business_date=day_from(bizdate),
        member=id_from(member),
        program=program,
        postings=tuple(posting_from(posted) for posted in postings),
        body=body,
        key=EntryKey(terminal, epoch, seq),
        hash=digest,
    )


def posting_from(row: Row) -> Posting:
    """The posting of its row."""
    account, points = ACCOUNTS[row[4]], row[5]
    if account not in MEMBER_ACCOUNTS:
        return Posting(account, points)
    return Posting(account, points, _ref(row[7:13]))


def _ref(row: Row) -> LotRef:
    """The lot of its columns: place, moment, end, and the day it vests."""
    terminal, epoch, seq, earned_ms, expires, vests = row
    day, months = end_from(expires)
    vesting = day_from(vests) if vests is not None else None
    return LotRef(EntryKey(terminal, epoch, seq), earned_ms, day, months, vesting)
