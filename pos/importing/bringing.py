"""A file brought into the shop: checked whole, then booked page by page.

What was booked is known by the ids made from its rows, so the books themselves keep the place: an
import that was cut short goes on where it stopped when it is started again, and one that is done
books nothing a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from loyalty.errors import LoyaltyError
from loyalty.money import currency
from pos.acts import Act
from pos.deeds import What, note
from pos.importing.balances import Balances
from pos.importing.faults import MOST, SHOWN, CellError, Fault, Faults
from pos.importing.kinds import Here, Kind, Record, Source
from pos.importing.mapping import Mapping
from pos.importing.members import Members
from pos.importing.products import Products
from pos.importing.row import Row
from pos.importing.sales import Sales
from pos.importing.spool import Spool
from pos.importing.table import Table, open_table
from pos.rights import Right, answering
from pos.shop import Shop
from pos.store import View

PAGE = 500  # records a transaction: the till never waits long for the books
_LOOKED = 2_000  # records looked up in one reading transaction

KINDS: dict[str, Callable[[Source], Kind]] = {
    "members": Members,
    "balances": Balances,
    "products": Products,
    "sales": Sales,
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall be done with a file.

    `leave_known`: members whom the shop has already from elsewhere are left out, not faults.
    `program`: its number, for sales; 0: the one in force on each day. `each_night`: called with
    each day that sales reach, before the first sale of that day is booked.
    """

    mapping: Mapping = Mapping()
    dry_run: bool = False
    leave_known: bool = False
    program: int = 0
    each_night: Callable[[date], None] | None = None
    page: int = PAGE


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file. With faults, nothing was booked.

    `rows`: of the file, blank ones left out. `ready`: records that are right. `booked` of them;
    `already`: were in the books from this source. `known`: left out, as faults tell them.
    """

    kind: str
    encoding: str
    delimiter: str
    columns: tuple[tuple[str, tuple[str, ...]], ...]
    ignored: tuple[str, ...]
    rows: int
    ready: int
    booked: int
    already: int
    known: tuple[Fault, ...]
    known_count: int
    faults: tuple[Fault, ...]
    fault_count: int


def bring(shop: Shop, kind: str, path: Path, wish: Wish = Wish()) -> Outcome:
    """Check a file and book it, or say all that is wrong with it and book nothing.

    LoyaltyError: those of `open_table`, `currency-unknown`; `import-cut-short` (booked so far, and
    why) when a rule said no after all, as the shop moved on meanwhile: start it again. TroubleError
    `file-unreadable` and the store's.
    """
    table = open_table(path, kind, wish.mapping)
    money = currency(wish.mapping.currency or shop.settings.currency)
    source = Source(shop, table.columns, wish.mapping, money, wish.program)
    with Spool() as ready:
        check = _Check(shop, KINDS[kind](source), wish, ready)
        check.table(table, source)
        booked = 0
        if not check.faults and not wish.dry_run:
            nights = wish.each_night if kind == "sales" else None
            booked = _book(shop, check.kind, ready, replace(wish, each_night=nights))
        columns = tuple(
            (name, tuple(head for _, head in places)) for name, places in table.columns.of.items()
        )
        return Outcome(
            kind=kind,
            encoding=table.encoding,
            delimiter=table.delimiter,
            columns=columns,
            ignored=table.columns.ignored,
            rows=check.rows,
            ready=ready.count,
            booked=booked,
            already=check.already,
            known=tuple(check.known),
            known_count=len(check.known),
            faults=tuple(check.faults),
            fault_count=len(check.faults),
        )


def bring_by(
    shop: Shop, act: Act, kind: str, path: Path, wish: Wish, approved: str = ""
) -> Outcome:
    """`bring` for somebody who may, or whom `approved` allows it; the log tells who and what.

    LoyaltyError `approval-needed`, and those of `bring`; a file that was cut short is in the log
    too.
    """
    with shop.store.reading() as view:
        answered = answering(view, act.operator, Right.IMPORT, approved=approved)
    booked = 0
    try:
        found = bring(shop, kind, path, wish)
        booked = found.booked
    except LoyaltyError as no:
        told = no.facts.get("booked")
        booked = told if isinstance(told, int) else 0
        raise
    finally:
        if booked:
            with shop.store.writing() as work:
                facts = {"booked": booked}
                note(work, act, What.IMPORTED, kind, approved=answered, facts=facts)
    return found


class _Check:
    """The first walk: rows to records, records looked up, and no two of them the same."""

    def __init__(self, shop: Shop, kind: Kind, wish: Wish, ready: Spool) -> None:
        self.kind = kind
        self.faults, self.known = Faults(), Faults()
        self.rows = self.already = 0
        self._shop, self._wish, self._ready = shop, wish, ready

    def table(self, table: Table, source: Source) -> None:
        """All of a file."""
        with Spool() as read, Spool() as keys:
            for raw in table.rows():
                self.rows += 1
                if isinstance(raw, Fault):
                    self.faults.add(raw)
                    continue
                row = Row(raw, table.columns, source.mapping, self.faults)
                if (record := self.kind.read(row)) is not None:
                    read.add(record)
            whole = self.kind.whole(read, self.faults)
            for some in _pages(whole, _LOOKED):
                with self._shop.store.reading() as view:
                    for line, record in some:
                        self._look(view, line, record, keys)
            self._doubles(keys)

    def _look(self, view: View, line: int, record: Record, keys: Spool) -> None:
        try:
            self.kind.look(view, record)
        except Here as here:
            self._here(line, here)
            if not here.same:
                return
        except CellError as no:
            self.faults.add(Fault(line, "", "", no.code, tuple(no.facts.items())))
            return
        except LoyaltyError as no:
            self.faults.add(Fault(line, "", "", no.code, tuple(no.facts.items())))
            return
        else:
            self._ready.add(record)
        for key in self.kind.keys(record):
            keys.add([key.same, line, key.column, key.value])

    def _here(self, line: int, here: Here) -> None:
        if here.same:
            self.already += 1
            return
        fault = Fault(line, here.by, here.value[:SHOWN], "import-known")
        (self.known if self._wish.leave_known else self.faults).add(fault)

    def _doubles(self, keys: Spool) -> None:
        before, first = "", 0
        for same, line, column, value in keys.rows():
            if same != before:
                before, first = same, line
            elif line != first:
                facts = (("first", first),)
                self.faults.add(Fault(line, column, value[:SHOWN], "import-double", facts))


def _book(shop: Shop, kind: Kind, ready: Spool, wish: Wish) -> int:
    """The second walk, in the order of the records."""
    booked = 0
    for night, some in _nights(ready.rows(), wish):
        if night is not None and wish.each_night is not None:
            wish.each_night(night)
        done = 0
        try:
            with shop.store.writing() as work:
                for record in some:
                    done += kind.book(work, record)
        except LoyaltyError as no:
            raise LoyaltyError("import-cut-short", booked=booked, why=no.code, **no.facts) from no
        booked += done
    return booked


def _nights(records: Iterator[Record], wish: Wish) -> Iterator[tuple[date | None, list[Record]]]:
    """Pages of records, and the day that begins with a page where nights are wanted."""
    if wish.each_night is None:
        for some in _pages(records, wish.page):
            yield None, some
        return
    for day, of_day in groupby(records, key=lambda record: record[1][2]):
        begun: date | None = date.fromisoformat(day)
        for some in _pages(iter(of_day), wish.page):
            yield begun, some
            begun = None


def _pages(items: Iterator[Any], size: int) -> Iterator[list[Any]]:
    some: list[Any] = []
    for item in items:
        some.append(item)
        if len(some) >= size:
            yield some
            some = []
    if some:
        yield some


__all__ = ["KINDS", "MOST", "PAGE", "Outcome", "Wish", "bring"]
