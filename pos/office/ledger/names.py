"""How a terminal names entries in one of its epochs: a lineage, and another one from a number on.

Books may find another branch while an older epoch of theirs is only half here. What was sent before
reads as it was sent; what follows has the newer names.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from loyalty.rights.lineage import Lineage


@dataclass(frozen=True, slots=True)
class Names:
    """`parts`: lineages in order, each with the number of the first entry that was sent in it."""

    parts: tuple[tuple[int, Lineage], ...] = ((1, Lineage()),)

    @classmethod
    def all_along(cls, lineage: Lineage) -> Names:
        """The same names from the first entry on."""
        return cls(((1, lineage),))

    @property
    def newest(self) -> Lineage:
        """The names of what comes next."""
        return self.parts[-1][1]

    def at(self, seq: int) -> Lineage:
        """The names in which an entry was sent."""
        return next(names for first, names in reversed(self.parts) if first <= max(seq, 1))

    def then(self, first: int, lineage: Lineage) -> Names:
        """With other names from `first` on; those that nothing was sent in are forgotten."""
        if lineage == self.newest:
            return self
        kept = tuple(part for part in self.parts if part[0] < first)
        if kept and kept[-1][1] == lineage:
            return Names(kept)
        return Names((*kept, (first if kept else 1, lineage)))

    def text(self) -> str:
        """As it is stored: rows of one lineage, or of each with its first number."""
        if len(self.parts) == 1:
            return json.dumps(self.newest.rows())
        return json.dumps([[first, names.rows()] for first, names in self.parts])

    @classmethod
    def read(cls, terminal: int, text: str) -> Names:
        """What `text` wrote."""
        rows = json.loads(text)
        parts = rows if rows and isinstance(rows[0][1], list) else [[1, rows]]
        return cls(
            tuple(
                (first, Lineage.from_rows(terminal, (tuple(row) for row in lineage)))
                for first, lineage in parts
            )
        )
