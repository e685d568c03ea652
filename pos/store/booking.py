"""Appending to the ledger: one entry, its postings, and every projection they move.

All of it happens in the caller's one transaction; a refusal here rolls everything back.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.chain import FIRST, digest
from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import returned_from, sale_from, undone_from
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind, Posting
from loyalty.sales.returned import Returned
from loyalty.sales.sale import Sale
from pos.store import masters, tables
from pos.store.abroad import AbroadView
from pos.store.columns import day_number, end_number
from pos.store.counted import CountWork
from pos.store.ledger import slides
from pos.store.receipts import CLAIMS, claimed_row
from pos.store.statements import Prepared, Row, at, given, id_bytes, same_place
from pos.store.tables import ACCOUNT_CODES, KIND_CODES, SIDES, balance, lot, returned
from pos.store.words import WordWork

_HEAD = Prepared(
    sa.select(tables.entry.c.seq, tables.entry.c.hash)
    .where(
        tables.entry.c.merchant == given("merchant"),
        tables.entry.c.terminal == given("terminal"),
        tables.entry.c.epoch == given("epoch"),
    )
    .order_by(tables.entry.c.seq.desc())
    .limit(1)
)
_EPOCH = Prepared(
    sa.select(sa.func.max(masters.epoch.c.epoch)).where(
        masters.epoch.c.merchant == given("merchant"),
        masters.epoch.c.terminal == given("terminal"),
    )
)
_ENTRY = Prepared(
    insert(tables.entry).on_conflict_do_nothing(index_elements=["merchant", "source", "kind"])
)
_POSTING = Prepared(tables.posting.insert())
_SALE = Prepared(tables.sale.insert())
_SALE_LINE = Prepared(tables.sale_line.insert())
_RETURNED = Prepared(
    returned.insert(), [c.name for c in returned.c if not c.name.startswith("undone_")]
)
_RETURNED_LINE = Prepared(tables.returned_line.insert())
_CLAIMED = Prepared(tables.claimed.insert())
_UNDO = Prepared(
    returned.update()
    .where(at(returned), returned.c.undone_seq.is_(None))
    .values({f"undone_{part}": given(f"by_{part}") for part in ("terminal", "epoch", "seq")})
)
_UNITS_BACK = Prepared(
    sa.select(tables.returned_line.c.n, sa.func.sum(tables.returned_line.c.units))
    .join_from(returned, tables.returned_line, same_place(returned, tables.returned_line))
    .where(at(returned, "of_"), returned.c.undone_seq.is_(None))
    .group_by(tables.returned_line.c.n)
)
_UNITS_SOLD = Prepared(
    sa.select(tables.sale_line.c.n, tables.sale_line.c.units).where(at(tables.sale_line))
)
_LOT_KEY = ("merchant", "member", "side", "lot_terminal", "lot_epoch", "lot_seq")
_new_lot = insert(lot)
_LOT = Prepared(
    _new_lot.on_conflict_do_update(
        index_elements=list(_LOT_KEY), set_={"points": _new_lot.excluded.points}
    )
)
_LOT_GONE = Prepared(lot.delete().where(*(lot.c[name] == given(name) for name in _LOT_KEY)))
_new_balance = insert(balance)
_BALANCE = Prepared(
    _new_balance.on_conflict_do_update(
        index_elements=["merchant", "member"],
        set_={
            "points": _new_balance.excluded.points,
            "owed": _new_balance.excluded.owed,
            "entries": balance.c.entries + _new_balance.excluded.entries,
        },
    )
)


class LedgerWork(WordWork, CountWork, AbroadView):
    """The ledger, written: `append` is the only way in."""

    __slots__ = ("_accounts", "_head", "appended", "refused")

    def __init__(self, *place: Any) -> None:
        super().__init__(*place)
        self._accounts: dict[UUID, Account] = {}
        self._head: tuple[int, bytes] | None = None
        self.appended: EntryKey | None = None
        """The newest entry of this transaction."""
        self.refused: LoyaltyError | None = None
        """Why an entry could not be booked: then the transaction cannot be committed any more."""

    def account(self, member: UUID) -> Account:
        """As of this very moment of the transaction; nobody else can write meanwhile."""
        if member not in self._accounts:
            self._accounts[member] = super().account(member)
        return self._accounts[member]

    def append(self, entry: Entry) -> Entry:
        """Number, chain and store an entry with all that follows from it.

        A repeat (same source and kind) stores nothing and gives back what was stored first.
        LoyaltyError `points-short` when a lot would go below zero, `return-too-many` and
        `return-not-undoable` when somebody else was quicker: then nothing of this transaction is
        kept, even if the caller goes on.
        """
        if self._head is None:
            self._head = self._read_head()
        seq, previous = self._head
        key = EntryKey(self.terminal, self.epoch, seq + 1)
        numbered = entry.numbered(key)
        booked = replace(numbered, hash=digest(previous, numbered, self.merchant))
        if not self._insert(booked):
            return self._stored(entry)
        self._head = (key.seq, booked.hash)
        self.appended = key
        try:
            self._follow(booked)
        except LoyaltyError as error:
            self.refused = error
            raise
        return booked

    def _follow(self, booked: Entry) -> None:
        """Everything that changes because an entry is there."""
        if booked.member is not None:
            self._move(booked.member, booked)
        sale = _sale_of(booked)
        self._count(booked.member, counts_of(booked, sale))
        if booked.member is not None and slides(self._accounts[booked.member]):
            del self._accounts[booked.member]  # this act may have moved their end
        if sale is not None:
            self._sold(booked, sale)
        elif booked.kind is Kind.RETURN:
            self._give_back(booked)
        elif booked.kind is Kind.RETURN_UNDONE:
            self._take_again(booked)
        elif booked.kind in CLAIMS:
            self._do(_CLAIMED, *self._key(booked.key), *claimed_row(booked))

    def _read_head(self) -> tuple[int, bytes]:
        newest = self._one(_EPOCH, self.merchant, self.terminal)
        if newest and newest[0]:  # sync, or another window, may have begun one since we opened
            self.epoch = newest[0]
        row = self._one(_HEAD, self.merchant, self.terminal, self.epoch)
        return (row[0], row[1]) if row else (0, FIRST)

    def _stored(self, entry: Entry) -> Entry:
        stored = self.entry_of(entry.source, entry.kind)
        if stored is None:
            raise AssertionError("an entry that is there cannot be absent")
        return stored

    def _insert(self, booked: Entry) -> bool:
        place = self._key(booked.key)
        fresh = self._do(_ENTRY, *place, *entry_row(booked))
        if not fresh:
            return False
        member = id_bytes(booked.member)
        self._do_many(
            _POSTING,
            [(*place, n, *posting_row(posted, member)) for n, posted in enumerate(booked.postings)],
        )
        return True

    def _move(self, member: UUID, booked: Entry) -> None:
        before = self.account(member)
        try:
            after = before.moved(booked.postings) if booked.postings else before
        except ValueError:
            raise LoyaltyError("points-short", usable=before.balance) from None
        self._accounts[member] = after
        owner = (self.merchant, member.bytes)
        touched = {posted.lot.key for posted in booked.postings if posted.lot is not None}
        if touched:  # a regular has hundreds of lots, and an act moves a few of them
            old, new = lot_rows(before, touched), lot_rows(after, touched)
            gone = [(*owner, *where) for where in old if where not in new]
            self._do_many(_LOT_GONE, gone)
            self._do_many(_LOT, [(*owner, *row) for row in new.values()])
        self._do(_BALANCE, *owner, after.balance + after.owed, after.owed, 1)

    def _sold(self, booked: Entry, sale: Sale) -> None:
        place = self._key(booked.key)
        self._do(_SALE, *place, *sale_row(sale, booked))
        self._do_many(_SALE_LINE, [(*place, *row) for row in line_rows(sale)])

    def _give_back(self, booked: Entry) -> None:
        returned = returned_from(booked.body, booked.source)
        place = self._key(booked.key)
        sold = self._key(returned.sale)
        bought, elsewhere = self.units_abroad(returned.sale)
        left: dict[int, int] = dict(self._all(_UNITS_SOLD, *sold)) or dict(enumerate(bought))
        back = self._all(_UNITS_BACK, *sold)
        for n, gone in (*back, *(pair for each in elsewhere for pair in enumerate(each))):
            left[n] = left.get(n, 0) - gone
        for n, units in enumerate(returned.units):
            if units > left.get(n, 0):
                raise LoyaltyError("return-too-many", line=n + 1, left=left.get(n, 0))
        self._do(_RETURNED, *place, *returned_row(returned, booked))
        self._do_many(_RETURNED_LINE, [(*place, *row) for row in enumerate(returned.units)])

    def _take_again(self, booked: Entry) -> None:
        undone = undone_from(booked.body)
        key = booked.key
        if not self._do(_UNDO, key.terminal, key.epoch, key.seq, *self._key(undone)):
            raise LoyaltyError("return-not-undoable")


def _sale_of(booked: Entry) -> Sale | None:
    if booked.kind is not Kind.SALE:
        return None
    return sale_from(booked.body, booked.source, booked.member, booked.program)


# --- values to rows; audit.py compares what is stored with the same functions ------------------


def entry_row(booked: Entry) -> Row:
    """An entry's columns behind its place."""
    return (
        booked.source.bytes,
        KIND_CODES[booked.kind],
        booked.at_ms,
        day_number(booked.business_date),
        id_bytes(booked.member),
        booked.program,
        booked.body,
        booked.hash,
    )


_NO_LOT = (None,) * 7


def posting_row(posted: Posting, member: bytes | None) -> Row:
    """A posting's columns behind its place and number."""
    ref = posted.lot
    if ref is None:
        return (ACCOUNT_CODES[posted.account], posted.points, *_NO_LOT)
    where = (ref.key.terminal, ref.key.epoch, ref.key.seq, ref.earned_ms, end_number(ref))
    vests = day_number(ref.vests_on) if ref.vests_on else None
    return (ACCOUNT_CODES[posted.account], posted.points, member, *where, vests)


def lot_rows(account: Account, only: Collection[EntryKey] | None = None) -> dict[Row, Row]:
    """An account's rows in `lot`, behind merchant and member, by side and lot; all or `only`."""
    rows: dict[Row, Row] = {}
    for side, lots in (
        (Ledger.MEMBER, account.lots),
        (Ledger.MEMBER_DEBT, account.debts),
        (Ledger.PENDING, account.pending),
    ):
        for held in lots:
            ref = held.ref
            if only is not None and ref.key not in only:
                continue
            where = (SIDES[side], ref.key.terminal, ref.key.epoch, ref.key.seq)
            vests = day_number(ref.vests_on) if ref.vests_on else None
            rows[where] = (*where, ref.earned_ms, end_number(ref), held.points, vests)
    return rows


def sale_row(sale: Sale, booked: Entry) -> Row:
    """A sale's columns behind its place."""
    return (
        id_bytes(booked.member),
        sale.total_minor,
        sale.paid_minor,
        sale.earned,
        sale.redeemed,
        sale.currency,
        booked.at_ms,
        day_number(booked.business_date),
        id_bytes(sale.shift),
        sale.operator,
        sale.number,
    )


def line_rows(sale: Sale) -> Sequence[Row]:
    """The lines of a sale behind its place, numbered from 0."""
    return [
        (
            n,
            sold.line.sku,
            sold.line.category,
            sold.line.brand,
            sold.line.units,
            sold.line.amount_minor,
            sold.earned,
            sold.paid_points,
            sold.paid_minor,
        )
        for n, sold in enumerate(sale.lines)
    ]


def returned_row(returned: Returned, booked: Entry) -> Row:
    """A return's columns behind its place, without who undid it."""
    of = returned.sale
    return (
        *(of.terminal, of.epoch, of.seq),
        id_bytes(booked.member),
        returned.clawed,
        returned.restored,
        returned.refund_minor,
        int(returned.void),
        id_bytes(returned.shift),
        returned.operator,
        day_number(booked.business_date),
    )
