"""One push's new entries: read as they came, told apart, added up, and written table by table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import returned_from, undone_from
from loyalty.ledger.entry import Entry, EntryKey, Kind
from pos.office.ledger.books import Books
from pos.office.ledger.folding import Folds
from pos.office.ledger.names import Names
from pos.office.ledger.rollups import Rollups, closed_months
from pos.office.ledger.sold import counted_of, sold_of
from pos.office.schema.dialect import load, together
from pos.office.schema.facts import posting, reversal, sale, sale_line
from pos.sync.wire import WireEntry, entry_of

SERVED = frozenset(
    {Kind.SALE, Kind.RETURN, Kind.RETURN_UNDONE, Kind.CLAIM, Kind.ACTIVITY, Kind.ENROLMENT}
)
"""Entries after which the member has left the counter."""
KINDS = frozenset(kind.value for kind in Kind)
MOST_COUNTED = 1 << 53


@dataclass(frozen=True, slots=True)
class Known:
    """How far head office has an epoch; `names`: how its terminal names entries; `alone`: it has
    numbered in no other.
    """

    epoch: int
    next: int
    hash: bytes
    names: Names
    alone: bool = False


@dataclass(slots=True)
class Taken:
    """What a push came to. `why`: `gap`, `branch`, or empty. `fresh`: entries that were new, sales
    left out; `served`: members who were at the counter, and the day.
    """

    next: int
    why: str = ""
    fresh: list[Entry] = field(default_factory=list)
    served: dict[bytes, int] = field(default_factory=dict)
    aside: list[tuple[int, str]] = field(default_factory=list)
    cleared: int = 0
    shop: bool = False  # the shop's own counts changed


class Intake:
    """New entries of one terminal, on their way into the tables."""

    def __init__(self, merchant: int, number: int, known: Known, taken: Taken) -> None:
        self._merchant = merchant
        self._number = number
        self._known = known
        self._taken = taken
        self.folds = Folds(merchant, number)
        self.sums = Rollups(number)
        self._members: set[bytes] = set()
        self.rows: dict[sa.Table, list[tuple[Any, ...]]] = {
            table: [] for table in (posting, sale, sale_line, reversal)
        }

    def begin(self, known: Known) -> None:
        """Go on in another epoch."""
        self._known = known

    def read(self, wire: WireEntry) -> None:
        """An entry; what cannot be read is set aside, with the reason."""
        try:
            if wire.kind == Kind.SALE:
                self._sale(wire)
            else:
                self._other(wire)
        except ValueError as error:
            unknown = wire.kind not in KINDS
            why = "kind-unknown" if unknown else f"unreadable: {error}"[:80]
            self._taken.aside.append((wire.seq, why))
            return
        except LoyaltyError as error:
            self._taken.aside.append((wire.seq, error.code))
            return
        if wire.member:
            self._members.add(wire.member)
            if wire.kind in SERVED:
                self._taken.served[wire.member] = wire.bizdate

    def _sale(self, wire: WireEntry) -> None:
        sold = sold_of(wire.body, wire.source, wire.member, wire.program)
        at = self._moved(wire)
        member, day = wire.member, wire.bizdate
        self.folds.count_sale(member, day, sold)
        if sold.counts and not self._taken.shop:
            self._taken.shop = any(count[3] for count in sold.counts)
        amounts = (sold.total_minor, sold.paid_minor, sold.earned, sold.redeemed)
        self.sums.add_sale(day, sold.currency, member, amounts)
        rest = (sold.currency, wire.at_ms, sold.operator)
        self.rows[sale].append((*at, member or None, *amounts, *rest))
        self.rows[sale_line] += [(*at, *line) for line in sold.lines]

    def _other(self, wire: WireEntry) -> None:
        epoch = self._known.epoch
        made = entry_of(wire, self._number, epoch)
        counts = [counted_of(count) for count in counts_of(made)]
        if any(abs(count[1]) > MOST_COUNTED for count in counts):
            raise ValueError("a count is out of range")
        of = _of(made) if made.kind in (Kind.RETURN, Kind.RETURN_UNDONE) else None
        at = self._moved(wire)
        self.folds.count(wire.member, counts)
        self._taken.shop = self._taken.shop or any(count[3] for count in counts)
        if of is not None:
            named = self._known.names.at(wire.seq).named(of)
            self.rows[reversal].append((*at[:4], named.terminal, named.epoch, named.seq))
        self._taken.fresh.append(made)

    def _moved(self, wire: WireEntry) -> tuple[int, int, int, int, int]:
        """Fold an entry's postings; where its rows stand."""
        place = (self._number, self._known.epoch, wire.seq)
        moved = self.folds.move(wire, place)
        at = (self._merchant, *place, wire.bizdate)
        self.rows[posting] += [(*at, *row) for row in moved]
        self.sums.add(wire.bizdate, wire.kind, ((row[1], row[2]) for row in moved))
        return at

    def write(self, books: Books) -> None:
        """All rows, and all sums."""
        db = books.db
        for table, rows in self.rows.items():
            load(db, table, rows)
        closed = closed_months(db, self._merchant)
        with together(db):
            self.folds.write(db)
            self.sums.add_to(db, self._merchant, closed)
        books.touched.update(UUID(bytes=member) for member in self._members)


def _of(made: Entry) -> EntryKey:
    if made.kind is Kind.RETURN:
        return returned_from(made.body, made.source).sale
    return undone_from(made.body)
