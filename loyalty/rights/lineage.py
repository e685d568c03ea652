"""The names a terminal's entries have at head office, where they differ from those in its books.

A restored or copied terminal numbers on where its other branch numbered on too. Its books cannot
be rewritten, so head office knows its branch under another epoch: names are swapped on the way
out and on the way in, and no two entries of the shop ever share one.
"""

from __future__ import annotations

from collections.abc import Iterable
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
    """All branches of one terminal, and how a name reads on the other side.

    The swap is its own inverse: what is (4, 2, 905) here is (4, 3, 905) there, and head office's
    (4, 2, 905), which the other branch wrote, is (4, 3, 905) here. Epoch 3 numbers nothing else.
    """

    branches: tuple[Branch, ...] = ()

    def named(self, key: EntryKey) -> EntryKey:
        """The name of an entry on the other side, whichever side this is."""
        for branch in self.branches:
            if key.terminal == branch.terminal and key.seq > branch.common:
                if key.epoch == branch.epoch:
                    return replace(key, epoch=branch.known_as)
                if key.epoch == branch.known_as:
                    return replace(key, epoch=branch.epoch)
        return key

    def translated(self, entry: Entry) -> Entry:
        """An entry as the other side names it: its own place, and the lots it moves.

        Its hash is left as it is: it was made of the names in the books that hold it.
        """
        if not self.branches:
            return entry
        return replace(
            entry,
            key=self.named(entry.key),
            postings=tuple(
                replace(p, lot=replace(p.lot, key=self.named(p.lot.key))) if p.lot else p
                for p in entry.postings
            ),
        )

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
