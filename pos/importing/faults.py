"""What is wrong with a file, cell by cell: all of it up to a bound, so that one look mends it."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from loyalty.errors import LoyaltyError

MOST = 1_000  # faults kept; beyond, they are only counted
SHOWN = 60  # characters of a cell


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One wrong cell: `line` of the file (from 1), `column` as its header calls it, its text.

    `code` and `facts` are worded like any other "no".
    """

    line: int
    column: str
    value: str
    code: str
    facts: tuple[tuple[str, object], ...] = ()


class CellError(Exception):
    """A cell cannot be what its field wants; whoever reads the row adds line and column."""

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    @classmethod
    def of(cls, no: LoyaltyError) -> CellError:
        """A rule's own "no" about the text of a cell."""
        return cls(no.code, **no.facts)


class Faults:
    """Faults in the order of their lines; the first `MOST` of them are kept, all are counted."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: list[Fault] = []
        self.count = 0

    def add(self, fault: Fault) -> None:
        """One more."""
        self.count += 1
        if len(self._kept) == self._most:
            if not fault < self._kept[-1]:
                return
            self._kept.pop()
        bisect.insort(self._kept, fault)

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._kept)

    def __len__(self) -> int:
        """How many there are, kept or not."""
        return self.count
