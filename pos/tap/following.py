"""The reader: follows the streams that the forwarder writes, and keeps each receipt in them.

It owns nothing a receipt needs to be printed. Killed and started again it reads the streams from
their beginning; a receipt that is kept already is not kept twice, for its name is its place.
"""

from __future__ import annotations

import copy
import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from loyalty.errors import LoyaltyError
from pos.clock import Clock
from pos.tap.job import BROKEN, OPEN, STREAMS, State
from pos.tap.spool import MOST_FILES, Capture, Spool
from receipts.reading.escpos.captured import Captured, SlipKind
from receipts.reading.escpos.layout import Layout
from receipts.reading.escpos.pages import Pages
from receipts.reading.escpos.sale import read_sale
from receipts.reading.escpos.slip import Decode, Recognise, Slip, SlipReader, looked_into
from receipts.reading.escpos.tokens import Tokenizer

IDLE_S = 0.7
KEEP = timedelta(days=30)
_PIECE = 1 << 20
_QUIET_S = 0.25
_MOST_WAITING = 20
_SUFFIXES = (".in", ".out", ".state", ".plan", ".offer")


@dataclass(frozen=True, slots=True)
class Written:
    """What shall stand on it: the bytes, the claim code in them, or the member they speak to."""

    block: bytes
    code: str = ""
    member: str = ""


Write = Callable[[int, Captured], Written | None]
"""What to put on a sale, given its capture's number; None: nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How receipts are read: the printer's letters, the shop's country and currency, and the ports
    for what stands in pictures. `write`: what is put on sales, None: nothing ever.
    """

    pages: Pages = field(default_factory=Pages)
    country: str = ""
    currency: str = "EUR"
    decode: Decode | None = None
    recognise: Recognise | None = None
    write: Write | None = None


@dataclass(frozen=True, slots=True)
class _Receipt:
    """A slip and where it stands in its stream."""

    slip: Slip
    start: int
    end: int


class _Stream:
    """One stream: how far it is read, and the receipts that wait to be printed."""

    def __init__(self, path: Path, pages: Pages) -> None:
        self.path = path
        self.waiting: list[_Receipt] = []
        self.tokens = Tokenizer()
        self.slips = SlipReader(pages)
        self.read = self.start = self.at = 0
        self.grew = time.monotonic()

    def follow(self) -> bool:
        """Read what is new; whether there was anything."""
        with self.path.open("rb") as file:
            file.seek(self.read)
            data = file.read(_PIECE)
        self.read += len(data)
        for token in self.tokens.feed(data):
            self.at += len(token.data)
            if (slip := self.slips.take(token)) is not None:
                self._ended(slip)
        if data:
            self.grew = time.monotonic()
        return bool(data)

    def finish(self) -> None:
        """It ended without a cut."""
        self.at += len(self.tokens.resume())
        self._ended(self.slips.end())

    def until(self, upto: int) -> _Receipt | None:
        """The receipt that reaches at least up to a byte."""
        while self.read < upto and self.follow():
            pass
        for one in self.waiting:
            if one.start <= upto <= one.end:
                return one
        if not self.start <= upto <= self.read:
            return None
        return _Receipt(copy.deepcopy(self.slips).end(), self.start, self.read)

    def _ended(self, slip: Slip) -> None:
        if not slip.empty:
            self.waiting.append(_Receipt(slip, self.start, self.at))
        self.start = self.at


class Follower:
    """Call `turn` again and again; `answer` is for the forwarder's question."""

    def __init__(
        self, spool: Spool, clock: Clock, reading: Reading, done: Callable[[Capture], None]
    ) -> None:
        self._spool = spool
        self._clock = clock
        self._reading = reading
        self._done = done
        self._streams: dict[str, _Stream] = {}
        self._recent: list[Capture] = list(spool.all())
        self._tidied = ""
        self._offered: deque[tuple[object, ...]] = deque(maxlen=MOST_FILES)

    def turn(self) -> None:
        """Read what has come, and keep what is printed. OSError: the disk."""
        for path in sorted((self._spool.folder / STREAMS).glob("*.in")):
            stream = self._stream(path)
            while stream.follow():
                pass
            state = State.read(path)
            idle = time.monotonic() - stream.grew > IDLE_S
            if stream.start < stream.read and (idle or state.done != OPEN):
                stream.finish()
            if self._quiet() or self._behind():
                self._keep_first(stream, state)
            if state.done != OPEN and not stream.waiting:
                self._forget(path)
        if self._quiet():
            self._tidy()

    def _quiet(self) -> bool:
        """Whether there is time for the disk: it is slow, and at a cut somebody waits for us."""
        lately = max((stream.grew for stream in self._streams.values()), default=0)
        return time.monotonic() - lately > _QUIET_S

    def _behind(self) -> bool:
        return sum(len(stream.waiting) for stream in self._streams.values()) > _MOST_WAITING

    def _keep_first(self, stream: _Stream, state: State) -> None:
        """One at a time, so that a question never waits for more than one."""
        for one in stream.waiting[:1]:
            if state.done != OPEN or state.sent >= one.end:
                # What broke off without a cut is sent again by the POS.
                whole = one.slip.cut or state.done != BROKEN
                self._keep(stream, one, printed=whole and state.sent >= one.end)
                stream.waiting.remove(one)

    def answer(self, name: str, upto: int) -> bytes:
        """What shall stand on the receipt of a stream that ends there; empty: nothing."""
        path = self._spool.folder / STREAMS / name
        write = self._reading.write
        if write is None or path.name != name or path.suffix != ".in" or not path.exists():
            return b""
        one = self._stream(path).until(upto)
        if one is None:
            return b""
        sale = self._sale(one.slip)
        certain = sale.kind is SlipKind.SALE and sale.sure and sale.total is not None
        if not certain or self._before(one.slip, sale):
            return b""
        named = (sale.number, sale.total, sale.issued_at[:10])
        if sale.number and named in self._offered:
            return b""  # printed again before the first was kept
        self._offered.append(named)
        number = self._spool.next_number()
        written = write(number, sale)
        if written is None:
            return b""
        with path.with_suffix(".offer").open("a", encoding="utf-8") as file:
            file.write(json.dumps([upto, number, written.code, written.member]) + "\n")
        return written.block

    def _stream(self, path: Path) -> _Stream:
        return self._streams.setdefault(path.name, _Stream(path, self._reading.pages))

    def _sale(self, slip: Slip) -> Captured:
        return read_sale(
            slip,
            self._clock.today(),
            country=self._reading.country,
            currency=self._reading.currency,
            layouts=self._layouts(),
        )

    def _layouts(self) -> tuple[Layout, ...]:
        try:
            return self._spool.layouts()
        except LoyaltyError:
            return ()  # the command line says so to whoever edits the file

    def _keep(self, stream: _Stream, one: _Receipt, *, printed: bool) -> None:
        name = f"{stream.path.stem}-{one.start}"
        if any(known.id == name for known in self._recent):
            return
        seen = looked_into(one.slip, self._reading.decode, self._reading.recognise)
        sale = self._sale(seen)
        again = self._before(seen, sale)
        number, code, member = _offered(stream.path, one)
        capture = Capture(
            id=name,
            number=number or self._spool.next_number(),
            at=self._clock.now().isoformat(timespec="seconds"),
            kind=SlipKind.REPRINT if again and sale.kind is SlipKind.SALE else sale.kind,
            total=sale.total,
            currency=self._reading.currency,
            lines=sale.lines,
            receipt=sale.number,
            issued_at=sale.issued_at,
            sure=sale.sure,
            layout=sale.layout,
            text=seen.lines,
            codes=seen.codes,
            unread=seen.unread,
            cut=seen.cut,
            printed=printed,
            offered=code,
            member=member,
            again=again,
        )
        with stream.path.open("rb") as file:
            file.seek(one.start)
            self._spool.keep(capture, file.read(one.end - one.start))
        self._recent.insert(0, capture)
        self._done(capture)

    def _before(self, slip: Slip, sale: Captured) -> str:
        """The printed capture that this one repeats, or nothing.

        The same number and total; without a number, the same text with its time of day.
        """
        for known in self._recent:
            if not known.printed or known.kind is not SlipKind.SALE or known.total != sale.total:
                continue
            same_number = sale.number and sale.number == known.receipt
            same_day = known.issued_at[:10] == sale.issued_at[:10]
            timed = "T" in sale.issued_at and known.text == slip.lines
            if (same_number and same_day) or timed:
                return known.id
        return ""

    def _forget(self, path: Path) -> None:
        self._streams.pop(path.name, None)
        for suffix in _SUFFIXES:
            path.with_suffix(suffix).unlink(missing_ok=True)

    def _tidy(self) -> None:
        today = self._clock.today().isoformat()
        if today != self._tidied:
            self._tidied = today
            self._spool.tidy((self._clock.now() - KEEP).isoformat())
            self._recent = list(self._spool.all())


def _offered(path: Path, one: _Receipt) -> tuple[int, str, str]:
    """Number, claim code and member of what stands on a receipt: what the forwarder did put in."""
    inside = range(one.start, one.end + 1)
    put_in = {at for at, *_ in _rows(path.with_suffix(".plan"))}
    for at, number, code, member in _rows(path.with_suffix(".offer")):
        if at in inside and at in put_in:
            return int(str(number)), str(code), str(member)
    return 0, "", ""


def _rows(path: Path) -> list[list[object]]:
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError):
        return []
    return [row for row in rows if isinstance(row, list)]
