"""Entries of other terminals as lines: the store keeps them as they were brought, and reads them.

The line is that of the wire (`pos.sync.wire`), which has checked it before it was kept; here it is
read with the standard library alone, so that the store needs no protocol.
"""

from __future__ import annotations

import json
from base64 import b64decode
from typing import Any
from uuid import UUID

from loyalty.ledger.entry import Account, Entry, EntryKey, Kind, LotRef, Posting
from pos.store.columns import day_from, end_from


def entry_from_line(line: bytes, key: EntryKey) -> Entry:
    """The entry of a line that stands at `key`; ValueError where it is none."""
    try:
        _, source, kind, at_ms, bizdate, member, program, postings, body = json.loads(line)
        return Entry(
            source=UUID(bytes=b64decode(source)),
            kind=Kind(kind),
            at_ms=at_ms,
            business_date=day_from(bizdate),
            member=UUID(bytes=b64decode(member)) if member else None,
            program=program,
            postings=tuple(_posting(*row) for row in postings),
            body=body,
            key=key,
        )
    except (TypeError, RecursionError) as error:
        raise ValueError(str(error)) from None


def _posting(account: str, points: int, lot: list[Any] | None = None) -> Posting:
    if lot is None:
        return Posting(Account(account), points)
    terminal, epoch, seq, earned_ms, ends, vests = lot
    expires, slides = end_from(ends or None)
    vesting = day_from(vests) if vests else None
    ref = LotRef(EntryKey(terminal, epoch, seq), earned_ms, expires, slides, vesting)
    return Posting(Account(account), points, ref)
