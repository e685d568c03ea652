"""The hash chain that makes a changed, lost or swapped entry visible.

SHA-256 over the previous hash and the entry's own bytes, in a fixed layout of integers and
length-prefixed text: no JSON library's habits can change an old entry's hash.
"""

from __future__ import annotations

import hashlib
import struct

from loyalty.ledger.entry import Entry, Posting

_SLIDING = 4_000_000
FIRST = bytes(32)
"""What stands before the first entry of an epoch."""


def digest(previous: bytes, entry: Entry, merchant: int = 1) -> bytes:
    """SHA-256 of `previous` (32 bytes) and everything `entry` says, its own hash left out."""
    key = entry.key
    parts = [
        b"regulars-entry-1",
        previous,
        struct.pack(
            ">QIIQqIq",
            merchant,
            key.terminal,
            key.epoch,
            key.seq,
            entry.at_ms,
            entry.business_date.toordinal(),
            entry.program,
        ),
        entry.source.bytes,
        b"\1" + entry.member.bytes if entry.member else b"\0",
        _text(entry.kind),
        _text(entry.body),
        struct.pack(">I", len(entry.postings)),
        *(_posting(posting) for posting in entry.postings),
    ]
    return hashlib.sha256(b"".join(parts)).digest()


def _text(text: str) -> bytes:
    raw = text.encode()
    return struct.pack(">I", len(raw)) + raw


def _posting(posting: Posting) -> bytes:
    head = _text(posting.account) + struct.pack(">q", posting.points)
    lot = posting.lot
    if lot is None:
        return head + b"\0"
    expires = lot.expires_on.toordinal() if lot.expires_on else 0
    if lot.slides:  # no calendar has such days: dates end at 3,652,059
        expires = _SLIDING + lot.slides
    where = (lot.key.terminal, lot.key.epoch, lot.key.seq, lot.earned_ms, expires)
    vests = struct.pack(">I", lot.vests_on.toordinal()) if lot.vests_on else b""
    return head + b"\1" + struct.pack(">IIQqI", *where) + vests
