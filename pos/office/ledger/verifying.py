"""Head office's books read again: every chain, the rows beside it, and every sum it stands for.

Entries are read in pages and members in as many rounds as keep memory small; what is written
meanwhile is not seen (`engine.reading`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from loyalty.ledger.chain import FIRST
from loyalty.ledger.entry import EntryKey
from loyalty.rights.note import HEAD_OFFICE
from pos.office.ledger.books import Books
from pos.office.ledger.intake import hash_at
from pos.office.ledger.lines import wire_of
from pos.office.ledger.names import Names
from pos.office.ledger.refold import OfficeFault, Round, Sums
from pos.office.ledger.taking_in import Intake, Known, Taken
from pos.office.rights import claims, overs
from pos.office.schema.facts import entry, posting, sale, sale_line, set_aside, terminal_epoch
from pos.sync.digest import digest_of
from pos.sync.wire import WireEntry

PAGE = 1_000
A_ROUND = 200_000
"""Entries of a terminal whose members are counted in one round."""
_READ = frozenset({claims.TWICE, overs.OVER})
"""Why an entry was set aside though it could be read."""


@dataclass(slots=True)
class Checked:
    """How much was looked at. `believed`: entries that were set aside, whose parts nobody knows."""

    entries: int = 0
    epochs: int = 0
    believed: int = 0


class OfficeAudit:
    """One look over a merchant's books, in one reading transaction. `a_round`: see `A_ROUND`."""

    def __init__(self, books: Books, a_round: int = A_ROUND) -> None:
        self._books = books
        self._db = books.db
        self._merchant = books.merchant
        self._a_round = a_round
        self._sums = Sums(books.db, books.merchant)
        self.checked = Checked()

    def faults(self) -> Iterator[OfficeFault]:
        """Everything that does not agree, terminal by terminal; head office's own chain first."""
        wanted = (
            sa.select(terminal_epoch)
            .where(terminal_epoch.c.merchant == self._merchant)
            .order_by(terminal_epoch.c.terminal, terminal_epoch.c.epoch)
        )
        epochs = self._db.execute(wanted).all()
        self.checked.epochs = len(epochs)
        for number, rows in groupby(epochs, key=lambda row: row.terminal):
            yield from self._terminal(number, list(rows))

    def _terminal(self, number: int, epochs: list[Any]) -> Iterator[OfficeFault]:
        many = sum(max(0, row.next - 1 - row.of_seq) for row in epochs)
        rounds = 1 + many // self._a_round
        days: Any = {}
        money: Any = {}
        for n in range(rounds):
            work = Intake(self._merchant, number, Known(0, 0, FIRST, Names()), Taken(0))
            work.sums.days, work.sums.money = days, money
            for row in epochs:
                yield from self._epoch(row, work, Round(n, rounds))
            yield from self._sums.members(number, work, Round(n, rounds))
        yield from self._sums.days(number, days, money)

    def _epoch(self, row: Any, work: Intake, part: Round) -> Iterator[OfficeFault]:
        """An epoch from its root on; only the first round looks at its chain."""
        names = Names.read(row.terminal, row.branches)
        work.begin(Known(row.epoch, row.next, row.hash or FIRST, names))
        aside = self._unread(row)
        root = hash_at(self._books, row.terminal, row.of_epoch or row.epoch, row.of_seq)
        chain = _Chain(row, names, root, aside)
        for stored, wires in self._pages(row.terminal, row.epoch):
            for digest, wire in zip(stored, wires, strict=True):
                if part.first:
                    yield from chain.link(digest, wire)
                if part.first and row.terminal == HEAD_OFFICE:
                    self._sums.settled(wire)
                if wire.seq not in aside and part.has(wire.member):
                    work.read(wire)
            yield from self._rows_beside(row, work, wires, part)
        if part.first:
            self.checked.entries += chain.entries
            self.checked.believed += len(aside)
            yield from chain.end()

    def _unread(self, row: Any) -> set[int]:
        wanted = sa.select(set_aside.c.seq).where(
            set_aside.c.merchant == self._merchant,
            set_aside.c.terminal == row.terminal,
            set_aside.c.epoch == row.epoch,
            set_aside.c.why.not_in(_READ),
            set_aside.c.answer != "read",  # a later version could
        )
        return set(self._db.execute(wanted).scalars())

    def _pages(self, number: int, epoch: int) -> Iterator[tuple[list[bytes], list[WireEntry]]]:
        after = 0
        while rows := self._between(entry, number, epoch, after, None):
            last = rows[-1].seq
            moved = self._between(posting, number, epoch, after, last)
            by_seq = {seq: list(each) for seq, each in groupby(moved, key=lambda r: r.seq)}
            wires = [wire_of(row, by_seq.get(row.seq, ())) for row in rows]
            yield [bytes(row.hash) for row in rows], wires
            after = last

    def _between(
        self, table: sa.Table, number: int, epoch: int, after: int, last: int | None
    ) -> list[Any]:
        """Rows behind one number up to another; without a last one, a page."""
        c = table.c
        order = [c.seq, c.n] if "n" in c else [c.seq]
        wanted = (
            sa.select(table)
            .where(
                c.merchant == self._merchant,
                c.terminal == number,
                c.epoch == epoch,
                c.seq > after,
            )
            .order_by(*order)
        )
        wanted = wanted.limit(PAGE) if last is None else wanted.where(c.seq <= last)
        return list(self._db.execute(wanted).all())

    def _rows_beside(
        self, row: Any, work: Intake, wires: list[WireEntry], part: Round
    ) -> Iterator[OfficeFault]:
        """A sale's own rows say what its body says."""
        for table, width in ((sale, 1), (sale_line, 2)):
            found = self._between(table, row.terminal, row.epoch, wires[0].seq - 1, wires[-1].seq)
            there = {_key(each, width): tuple(each) for each in found}
            due = {_key(each, width): each for each in work.rows[table]}
            wrong = {key for key, each in due.items() if there.get(key) != each}
            if part.of == 1:
                wrong |= there.keys() - due.keys()
            for seq in sorted({key[0] for key in wrong}):
                yield OfficeFault("rows", row.terminal, row.epoch, seq, table.name)
        for rows in work.rows.values():
            rows.clear()


def _key(row: Any, width: int) -> tuple[int, ...]:
    """A sale's row by its number, a line's by that and its own."""
    return (row[3],) if width == 1 else (row[3], row[5])


class _Chain:
    """An epoch's hashes, one after the other."""

    def __init__(self, row: Any, names: Names, root: bytes, aside: set[int]) -> None:
        self._row = row
        self._names = names
        self._previous = root
        self._seq = row.of_seq
        self._aside = aside
        self.entries = 0

    def link(self, stored: bytes, wire: WireEntry) -> Iterator[OfficeFault]:
        """The next entry: it has the next number, and its hash is made of it."""
        row = self._row
        if wire.seq != self._seq + 1:
            yield OfficeFault("place", row.terminal, row.epoch, wire.seq, f"after {self._seq}")
        if wire.seq not in self._aside and not self._fits(stored, wire):
            yield OfficeFault("chain", row.terminal, row.epoch, wire.seq)
        self._seq, self._previous = wire.seq, stored
        self.entries += 1

    def _fits(self, stored: bytes, wire: WireEntry) -> bool:
        place = EntryKey(self._row.terminal, self._row.epoch, wire.seq)
        lineage = self._names.at(wire.seq)
        named = lineage.here if lineage.branches else None
        try:
            made = digest_of(self._previous, wire, named(place) if named else place, named)
        except ValueError:
            return False
        return made == stored

    def end(self) -> Iterator[OfficeFault]:
        """It goes as far as head office says it has it."""
        row = self._row
        if self._seq + 1 != row.next or (self.entries and self._previous != row.hash):
            yield OfficeFault("head", row.terminal, row.epoch, self._seq, f"next {row.next}")
