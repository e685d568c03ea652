"""A file of rows, read as a stream: whatever its encoding and delimiter, never whole in memory."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loyalty.errors import LoyaltyError
from pos.importing.encodings import encoding_of
from pos.importing.faults import Fault
from pos.importing.fields import Columns, columns_of, folded, heads_of
from pos.importing.mapping import Mapping
from pos.trouble import TroubleError

MOST_COLUMNS = 200
_DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Raw:
    """One row: the line of the file it begins on (from 1), and its cells."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A file whose head has been read. `header`: heads, or numbers where the file has none."""

    path: Path
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    columns: Columns
    headed: bool

    def rows(self) -> Iterator[Raw | Fault]:
        """Its rows in order, blank ones left out; a row that cannot be read is a fault.

        TroubleError `file-unreadable` when the file goes away meanwhile.
        """
        try:
            with self.path.open(encoding=self.encoding, newline="", errors="replace") as file:
                yield from self._walk(csv.reader(file, delimiter=self.delimiter, strict=True))
        except OSError:
            raise TroubleError("file-unreadable", file=self.path.name) from None
        except UnicodeError:  # an encoding that cannot be read on in spite of mistakes
            raise LoyaltyError("mapping-invalid", key="encoding") from None

    def _walk(self, reader: Iterator[list[str]]) -> Iterator[Raw | Fault]:
        line, first, wanted = 1, self.headed, len(self.header)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as wrong:  # an open quotation mark swallows what follows
                yield Fault(line, "", "", "row-broken", (("said", str(wrong)),))
                return
            begun, line = line, reader.line_num + 1  # type: ignore[attr-defined]  # csv.reader's
            if first:
                first = False
            elif not any(map(str.strip, cells)):
                continue
            elif len(cells) != wanted:
                facts = (("cells", len(cells)), ("wanted", wanted))
                yield Fault(begun, "", "", "row-cells", facts)
            elif any("\ufffd" in cell for cell in cells):
                yield Fault(begun, "", "", "row-encoding", (("encoding", self.encoding),))
            else:
                yield Raw(begun, cells)


def open_table(path: Path, kind: str, mapping: Mapping) -> Table:
    """A file with its encoding, delimiter and columns found out.

    LoyaltyError `import-empty`, `import-encoding`, `import-columns` (more than anybody has),
    `row-broken`, those of `columns_of`; TroubleError `file-unreadable`.
    """
    try:
        encoding = mapping.encoding or encoding_of(path, heads_of(kind))
        first = _first(path, encoding)
    except OSError:
        raise TroubleError("file-unreadable", file=path.name) from None
    except UnicodeError:
        raise LoyaltyError("mapping-invalid", key="encoding") from None
    if not first.strip():
        raise LoyaltyError("import-empty", file=path.name)
    delimiter = mapping.delimiter or _delimiter(first, kind)
    try:
        cells = next(csv.reader([first], delimiter=delimiter, strict=True))
    except csv.Error:
        raise LoyaltyError("import-header", file=path.name) from None
    if len(cells) > MOST_COLUMNS:
        raise LoyaltyError("import-columns", columns=len(cells), most=MOST_COLUMNS)
    numbers = tuple(str(number) for number in range(1, len(cells) + 1))
    header = tuple(cell.strip() for cell in cells) if mapping.header else numbers
    columns = columns_of(kind, header, mapping)
    return Table(path, encoding, delimiter, header, columns, mapping.header)


def _first(path: Path, encoding: str) -> str:
    """The first line, of at most 64 Ki characters."""
    with path.open(encoding=encoding, newline="", errors="replace") as file:
        return file.readline(1 << 16).rstrip("\r\n")


def _delimiter(first: str, kind: str) -> str:
    """The sign that parts the first line into the most heads we know, else into the most cells."""
    known = {folded(head) for head in heads_of(kind)}

    def worth(sign: str) -> tuple[int, int]:
        cells = first.split(sign)
        return sum(folded(cell) in known for cell in cells), len(cells)

    return max(_DELIMITERS, key=worth)
