"""Stored entries as lines again, byte for byte what their terminal sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
import sqlalchemy as sa

from loyalty.ledger.entry import EntryKey
from pos.office.schema.facts import entry, posting
from pos.store.tables import ACCOUNTS
from pos.sync.wire import WireEntry, WireLot, WirePosting


def stored_line(db: sa.Connection, merchant: int, key: EntryKey) -> bytes | None:
    """The line of a stored entry; None where it is unknown. One that was set aside has no postings
    here, and is none.
    """
    at = {"terminal": key.terminal, "epoch": key.epoch, "seq": key.seq}
    row = db.execute(
        sa.select(entry).where(
            entry.c.merchant == merchant, *(entry.c[name] == n for name, n in at.items())
        )
    ).one_or_none()
    if row is None:
        return None
    moved = db.execute(
        sa.select(posting)
        .where(
            posting.c.merchant == merchant,
            posting.c.bizdate == row.bizdate,
            *(posting.c[name] == n for name, n in at.items()),
        )
        .order_by(posting.c.n)
    )
    return msgspec.json.encode(wire_of(row, moved))


def wire_of(row: Any, moved: Iterable[Any]) -> WireEntry:
    """A stored entry and its postings, in order, as they came."""
    return WireEntry(
        row.seq,
        row.source,
        row.kind,
        row.at_ms,
        row.bizdate,
        row.member or b"",
        row.program,
        tuple(_posting(each) for each in moved),
        row.body,
    )


def _posting(row: Any) -> WirePosting:
    lot = None
    if row.lot_seq is not None:
        ends, vests = row.lot_ends or 0, row.lot_vests or 0
        lot = WireLot(row.lot_terminal, row.lot_epoch, row.lot_seq, row.lot_earned_ms, ends, vests)
    return WirePosting(ACCOUNTS[row.account].value, row.points, lot)
