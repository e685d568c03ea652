"""The chain's hash of a line, straight from the line: head office computes one for every entry.

The same bytes as `loyalty.ledger.chain.digest`, which a test holds it to; it works for kinds that
this version does not know, too.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from functools import lru_cache

from loyalty.ledger.entry import EntryKey
from pos.store.columns import SLIDES, day_from
from pos.sync.wire import WireEntry, WirePosting

Named = Callable[[EntryKey], EntryKey]
MERCHANT = 1
"""What every terminal's own books say of their merchant: they know one."""

_SLIDING = 4_000_000
_TAG = b"regulars-entry-1"


def digest_of(previous: bytes, wire: WireEntry, place: EntryKey, named: Named | None) -> bytes:
    """SHA-256 of a line in the books it comes from. `named`: lots as they are called there.

    ValueError for a day or a number that none can have.
    """
    try:
        parts = [
            _TAG,
            previous,
            struct.pack(
                ">QIIQqIq",
                MERCHANT,
                place.terminal,
                place.epoch,
                place.seq,
                wire.at_ms,
                _ordinal(wire.bizdate),
                wire.program,
            ),
            wire.source,
            b"\1" + wire.member if wire.member else b"\0",
            _name(wire.kind),
            _text(wire.body),
            struct.pack(">I", len(wire.postings)),
            *(_posting(posting, named) for posting in wire.postings),
        ]
    except struct.error:
        raise ValueError("a number is out of range") from None
    return hashlib.sha256(b"".join(parts)).digest()


@lru_cache(maxsize=1024)
def _ordinal(number: int) -> int:
    return day_from(number).toordinal()


@lru_cache(maxsize=256)
def _name(text: str) -> bytes:
    """A kind or an account: there are few."""
    return _text(text)


def _text(text: str) -> bytes:
    raw = text.encode()
    return struct.pack(">I", len(raw)) + raw


def _posting(posting: WirePosting, named: Named | None) -> bytes:
    head = _name(posting.account) + struct.pack(">q", posting.points)
    lot = posting.lot
    if lot is None:
        return head + b"\0"
    key = EntryKey(lot.terminal, lot.epoch, lot.seq)
    if named is not None:
        key = named(key)
    if lot.ends > SLIDES:
        expires = _SLIDING + lot.ends - SLIDES
    else:
        expires = _ordinal(lot.ends) if lot.ends else 0
    vests = struct.pack(">I", _ordinal(lot.vests)) if lot.vests else b""
    where = (key.terminal, key.epoch, key.seq, lot.earned_ms, expires)
    return head + b"\1" + struct.pack(">IIQqI", *where) + vests
