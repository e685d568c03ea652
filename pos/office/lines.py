"""Stored entries as lines again, byte for byte what their terminal sent."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from loyalty.ledger.entry import EntryKey
from pos.office.tables import entry, posting
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
    postings = tuple(
        WirePosting(
            ACCOUNTS[each.account].value,
            each.points,
            None
            if each.lot_seq is None
            else WireLot(
                each.lot_terminal,
                each.lot_epoch,
                each.lot_seq,
                each.lot_earned_ms,
                each.lot_ends or 0,
                each.lot_vests or 0,
            ),
        )
        for each in moved
    )
    return msgspec.json.encode(
        WireEntry(
            row.seq,
            row.source,
            row.kind,
            row.at_ms,
            row.bizdate,
            row.member or b"",
            row.program,
            postings,
            row.body,
        )
    )
