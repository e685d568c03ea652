"""What a kind of file must be able to do: read a row, look it up in the shop, book it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from loyalty.money import Currency
from pos.importing.faults import Faults
from pos.importing.fields import Columns
from pos.importing.mapping import Mapping
from pos.importing.row import Row
from pos.importing.spool import Spool
from pos.shop import Shop
from pos.store import View, Work

Record = list[Any]
"""JSON values: what a sound row (or, of sales, a sound receipt) says. The first is its order."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file being read, and for which shop. `program`: of sales; 0: the one of each day."""

    shop: Shop
    columns: Columns
    mapping: Mapping
    money: Currency
    program: int = 0


@dataclass(frozen=True, slots=True)
class Key:
    """What only one record of the file may have: `same` text means the same thing.

    `column` and `value` are what a person reads of it.
    """

    column: str
    value: str
    same: str


class Here(Exception):  # noqa: N818 - an answer
    """A record that is in the shop already. `by`: what tells; `same`: it came from this source."""

    def __init__(self, by: str, value: str, *, same: bool) -> None:
        super().__init__(by, value)
        self.by, self.value, self.same = by, value, same


class Kind(Protocol):
    """One kind of file. Made for one `Source`."""

    def read(self, row: Row) -> Record | None:
        """What a row says; None when something is wrong with it, or it says nothing."""
        ...

    def whole(self, spool: Spool, faults: Faults) -> Iterator[tuple[int, Record]]:
        """The records to book, with the line each begins on, from what `read` gave."""
        ...

    def look(self, view: View, record: Record) -> None:
        """Whether it may be booked, and what the shop adds to it.

        Here when it is there already; CellError and LoyaltyError when it may not.
        """
        ...

    def keys(self, record: Record) -> Iterable[Key]:
        """What no other record of the file may have, once it was looked up."""
        ...

    def book(self, work: Work, record: Record) -> bool:
        """Book it; False where it was there already. LoyaltyError of the rules."""
        ...
