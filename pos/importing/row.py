"""A row as its importer reads it: cell by cell, every wrong cell noted, none stops the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from loyalty.errors import LoyaltyError
from pos.importing.faults import SHOWN, CellError, Fault, Faults
from pos.importing.fields import Columns
from pos.importing.mapping import Mapping
from pos.importing.table import Raw

T = TypeVar("T")


class Row:
    """The cells of a row by our fields. `sound`: nothing was wrong so far."""

    __slots__ = ("_cells", "_columns", "_faults", "_mapping", "line", "sound")

    def __init__(self, raw: Raw, columns: Columns, mapping: Mapping, faults: Faults) -> None:
        self.line = raw.line
        self.sound = True
        self._cells = raw.cells
        self._columns = columns.of
        self._mapping = mapping
        self._faults = faults

    def text(self, field: str) -> str:
        """What stands in a field's first column, trimmed; else the mapping's constant, or empty."""
        places = self._columns.get(field)
        return self._said(field, self._cells[places[0][0]] if places else "")

    def texts(self, field: str) -> tuple[str, ...]:
        """What stands in all of a field's columns, empty cells left out."""
        places = self._columns.get(field, ())
        found = [text for index, _ in places if (text := self._cells[index].strip())]
        return tuple(found) if found else tuple(filter(None, (self._said(field, ""),)))

    def read(self, field: str, reader: Callable[[str], T], default: T) -> T:
        """A field's cell read; the default where it is empty or wrong (then the fault is noted)."""
        text = self.text(field)
        return self.taken(field, text, reader, default) if text else default

    def taken(self, field: str, text: str, reader: Callable[[str], T], default: T) -> T:
        """A text of a field read; the default where it is wrong."""
        try:
            return reader(text)
        except CellError as no:
            self.wrong(field, text, no.code, **no.facts)
        except LoyaltyError as no:
            self.wrong(field, text, no.code, **no.facts)
        return default

    def wanted(self, field: str, reader: Callable[[str], T], default: T) -> T:
        """As `read`, but an empty cell is a fault (`cell-empty`)."""
        if not self.text(field):
            self.wrong(field, "", "cell-empty")
            return default
        return self.read(field, reader, default)

    def wrong(self, field: str, text: str, code: str, /, **facts: object) -> None:
        """Note a fault of a field's cell."""
        self.sound = False
        places = self._columns.get(field)
        column = places[0][1] if places else field
        self._faults.add(Fault(self.line, column, text[:SHOWN], code, tuple(facts.items())))

    def _said(self, field: str, cell: str) -> str:
        said = cell.strip()
        words = self._mapping.values.get(field)
        if words and said in words:
            said = words[said]
        return said or self._mapping.constants.get(field, "")
