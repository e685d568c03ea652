"""Entries as lines of JSON, and batches of them compressed; every bound is checked before it costs.

A line is an array: number, source, kind, moment, business day, member, program, postings, body.
Its terminal and epoch stand in the batch, its hash is computed: 60 to 80 bytes an entry remain.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec
import zstandard

from loyalty.ledger.entry import Account, Entry, EntryKey, Kind, LotRef, Posting
from pos.store.columns import SLIDES, day_from, day_number, end_from, end_number
from pos.trouble import TroubleError

LEVEL = 9  # of zstd: a batch is small, and the line costs more than the time
MOST_PACKED = 4 << 20  # bytes of a push on the wire
MOST_PLAIN = 64 << 20  # and unpacked
MOST_LINE = 1 << 20
MOST_POSTINGS = 10_000
_BIG = 1 << 62


class WireLot(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A lot: terminal, epoch, number, earned at, end (`columns.end_number`, 0: none), vests on."""

    terminal: int
    epoch: int
    seq: int
    earned_ms: int
    ends: int = 0
    vests: int = 0


class WirePosting(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A movement."""

    account: str
    points: int
    lot: WireLot | None = None


class WireEntry(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """An entry without its terminal, epoch and hash."""

    seq: int
    source: bytes
    kind: str
    at_ms: int
    bizdate: int
    member: bytes
    program: int
    postings: tuple[WirePosting, ...]
    body: str


_ENTRY = msgspec.json.Decoder(WireEntry)
_ENCODER = msgspec.json.Encoder()


def line_of(entry: Entry) -> bytes:
    """An entry as a line, without its end."""
    return _ENCODER.encode(
        WireEntry(
            entry.key.seq,
            entry.source.bytes,
            entry.kind.value,
            entry.at_ms,
            day_number(entry.business_date),
            entry.member.bytes if entry.member else b"",
            entry.program,
            tuple(_posting(posting) for posting in entry.postings),
            entry.body,
        )
    )


def _posting(posting: Posting) -> WirePosting:
    ref = posting.lot
    if ref is None:
        return WirePosting(posting.account.value, posting.points)
    vests = day_number(ref.vests_on) if ref.vests_on else 0
    where = (ref.key.terminal, ref.key.epoch, ref.key.seq)
    lot = WireLot(*where, ref.earned_ms, end_number(ref) or 0, vests)
    return WirePosting(posting.account.value, posting.points, lot)


def read_line(line: bytes | str) -> WireEntry:
    """A line as it stands; TroubleError `entry-line-unreadable`."""
    if len(line) > MOST_LINE:
        raise TroubleError("entry-line-unreadable", said="too long")
    try:
        found = _ENTRY.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise TroubleError("entry-line-unreadable", said=str(error)[:100]) from None
    numbers = (found.seq, found.at_ms, found.program, found.bizdate)
    if min(numbers) < 0 or max(numbers) > _BIG or len(found.postings) > MOST_POSTINGS:
        raise TroubleError("entry-line-unreadable", said="number out of range")
    if "\0" in found.body or "\0" in found.kind:
        raise TroubleError("entry-line-unreadable", said="a character that no database keeps")
    if len(found.source) != 16 or len(found.member) not in (0, 16):
        raise TroubleError("entry-line-unreadable", said="id of another length")
    return found


def entry_of(wire: WireEntry, terminal: int, epoch: int) -> Entry:
    """The entry of a line. ValueError for what cannot be one: an unknown kind, a sum that is not
    zero, a day that is none.
    """
    return Entry(
        source=UUID(bytes=wire.source),
        kind=Kind(wire.kind),
        at_ms=wire.at_ms,
        business_date=_day(wire.bizdate),
        member=UUID(bytes=wire.member) if wire.member else None,
        program=wire.program,
        postings=tuple(_posting_of(posting) for posting in wire.postings),
        body=wire.body,
        key=EntryKey(terminal, epoch, wire.seq),
    )


def _posting_of(wire: WirePosting) -> Posting:
    account = Account(wire.account)
    if abs(wire.points) > _BIG:
        raise ValueError("points out of range")
    if wire.lot is None:
        return Posting(account, wire.points)
    where = wire.lot
    if min(where.terminal, where.epoch, where.seq, where.earned_ms, where.ends, where.vests) < 0:
        raise ValueError("a lot cannot be there")
    if max(where.terminal, where.epoch) > 2**31 or max(where.seq, where.earned_ms) > _BIG:
        raise ValueError("a lot cannot be there")
    if where.ends > SLIDES + 12_000:
        raise ValueError("no such end")
    expires, slides = end_from(where.ends or None)
    vests = day_from(where.vests) if where.vests else None
    key = EntryKey(where.terminal, where.epoch, where.seq)
    return Posting(account, wire.points, LotRef(key, where.earned_ms, expires, slides, vests))


def _day(number: int) -> date:
    return day_from(number)


def pack(header: msgspec.Struct, lines: Sequence[bytes]) -> bytes:
    """A batch: its header and its lines, compressed (zstd, RFC 8878)."""
    plain = b"\n".join((_ENCODER.encode(header), *lines))
    return zstandard.ZstdCompressor(level=LEVEL).compress(plain)


def unpack(packed: bytes, most_plain: int = MOST_PLAIN) -> list[bytes]:
    """The lines of a batch; TroubleError `batch-unreadable` for what is none, or would be too much.

    The size inside is believed only as a reason to refuse; what comes out is counted.
    """
    if len(packed) > MOST_PACKED:
        raise TroubleError("batch-unreadable", said="too large")
    try:
        size = zstandard.frame_content_size(packed)
        if size > most_plain:
            raise TroubleError("batch-unreadable", said="too large unpacked")
        reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(packed)
        plain = reader.read(most_plain + 1)
    except zstandard.ZstdError as error:
        raise TroubleError("batch-unreadable", said=str(error)[:100]) from None
    if len(plain) > most_plain:
        raise TroubleError("batch-unreadable", said="too large unpacked")
    return plain.split(b"\n")
