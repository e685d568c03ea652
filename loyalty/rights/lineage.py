"""The names a terminal's entries have at head office, where they differ from those in its books.

A restored or copied terminal numbers on where its other branch numbered on too. Its books cannot
be rewritten, so head office knows its branch under another epoch: names are swapped on the way
out and on the way in, and no two entries of the shop ever share one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from loyalty.ledger.entry import Entry, EntryKey


@dataclass(frozen=True, slots=True, order=True)
class Branch:
    """Entries of `epoch` behind `common` are those of epoch `known_as` at head office."""

    terminal: int
    epoch: int
    common: int
    known_as: int


@dataclass(frozen=True, slots=True)
class Lineage:
    """All branches of one terminal in the order they were found, and how a name reads on the
    other side.

    Names are swapped: what is (4, 2, 905) here is (4, 3, 905) there, and head office's
    (4, 2, 905), which the other branch wrote, is (4, 3, 905) here. Epoch 3 numbers nothing else.
    A branch may branch off again, also from before its root: then the swaps follow each other.
    """

    branches: tuple[Branch, ...] = ()

    def named(self, key: EntryKey) -> EntryKey:
        """The name that an entry of these books has at head office."""
        return _swapped(key, reversed(self.branches))

    def here(self, key: EntryKey) -> EntryKey:
        """The name that an entry of head office has in these books."""
        return _swapped(key, self.branches)

    def translated(self, entry: Entry) -> Entry:
        """An entry of these books as head office names it: its own place, and the lots it moves.

        Its hash is left as it is: it was made of the names in the books that hold it.
        """
        return _renamed(entry, self.named) if self.branches else entry

    def brought(self, entry: Entry) -> Entry:
        """An entry of head office as these books name it."""
        return _renamed(entry, self.here) if self.branches else entry

    def with_branch(self, branch: Branch) -> Lineage:
        """With one more branch; an epoch is a branch at most once."""
        others = [b for b in self.branches if b.known_as != branch.known_as]
        return Lineage((*others, branch))

    def rows(self) -> tuple[tuple[int, int, int], ...]:
        """(epoch, common, known as) of every branch, as `from_rows` reads them."""
        return tuple((b.epoch, b.common, b.known_as) for b in self.branches)

    @classmethod
    def from_rows(cls, terminal: int, rows: Iterable[tuple[int, int, int]]) -> Lineage:
        """From (epoch, common, known as)."""
        return cls(tuple(Branch(terminal, *row) for row in rows))


def _swapped(key: EntryKey, branches: Iterable[Branch]) -> EntryKey:
    for branch in branches:
        if key.terminal == branch.terminal and key.seq > branch.common:
            if key.epoch == branch.epoch:
                key = replace(key, epoch=branch.known_as)
            elif key.epoch == branch.known_as:
                key = replace(key, epoch=branch.epoch)
    return key


def _renamed(entry: Entry, named: Callable[[EntryKey], EntryKey]) -> Entry:
    return replace(
        entry,
        key=named(entry.key),
        postings=tuple(
            replace(p, lot=replace(p.lot, key=named(p.lot.key))) if p.lot else p
            for p in entry.postings
        ),
    )
