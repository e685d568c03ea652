"""Where figures are counted from: a shop's own books, or a file of purchases of anybody's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from loyalty.errors import LoyaltyError
from loyalty.money import Currency
from pos.importing import cells
from pos.importing.faults import CellError, Fault, Faults
from pos.importing.mapping import Mapping
from pos.importing.table import Raw, Table, open_table
from pos.store.insight.events import Day, EventsView
from pos.store.insight.money import by_day, daily, first_sale
from pos.store.insight.people import ids
from pos.store.insight.reading import InsightView

FIELDS = ("member", "date", "amount")
MOST_ROWS = 5_000_000
"""More than any shop's lifetime, and what fits in the memory of a small machine."""
_MOST_DAYS = 366 * 100  # of one forecast: a date of the year 1 is a mistake
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Source:
    """Purchases up to a day; `daily` is cash by day, None on days nobody came."""

    view: InsightView
    until: date

    def name(self, member: int) -> str:
        """What a member's number stands for: an id of the books, or the file's own text."""
        if isinstance(self.view, EventsView):
            return self.view.names[member - 1]
        return str(ids(self.view, [member])[member])

    def daily(self) -> list[float | None]:
        """Minor units of each day since the first one."""
        if not isinstance(self.view, EventsView):
            began = first_sale(self.view)
            if began is None or began > self.until:
                return []
            return daily(self.view, max(began, self.until - timedelta(_MOST_DAYS)), self.until)
        days = by_day(self.view, self.until)
        if not days:
            return []
        last = self.until.toordinal()
        since = max(min(days), last - _MOST_DAYS)
        return [None if n not in days else float(days[n]) for n in range(since, last + 1)]


@dataclass(frozen=True, slots=True)
class Events:
    """A file that was read: the source, its `rows`, and what is wrong with it (then no source)."""

    source: Source | None
    rows: int
    faults: tuple[Fault, ...]
    fault_count: int


def read_events(path: Path, until: date | None, unit: Currency) -> Events:
    """A file with the columns member, date and amount, in any order, encoding and delimiter.

    An amount below zero takes back what the member bought on that day, and days that nothing is
    left of are no purchases; an amount of 0 is a gift, and a visit. `until`: by default the last
    day of the file. A fault refuses the file. Errors as `open_table`, `insight-column` (one of the
    three is missing), `insight-too-long`.
    """
    table = open_table(path, "purchases", Mapping())
    for name in FIELDS:
        if not table.columns.has(name):
            raise LoyaltyError("insight-column", column=name)
    faults = Faults()
    days: dict[tuple[str, date], Day] = {}
    rows = 0
    for row in table.rows():
        rows += 1
        if rows > MOST_ROWS:
            raise LoyaltyError("insight-too-long", most=MOST_ROWS)
        if isinstance(row, Fault):
            faults.add(row)
        else:
            _count(table, row, unit, days, faults)
    if len(faults):
        return Events(None, rows, tuple(faults), len(faults))
    last = until or max((day for _, day in days), default=date.min)
    return Events(Source(EventsView(days, unit.code), last), rows, (), 0)


def _count(
    table: Table,
    row: Raw,
    unit: Currency,
    days: dict[tuple[str, date], Day],
    faults: Faults,
) -> None:
    """One row of the file, added to its member's day."""
    texts = {}
    for name in FIELDS:
        (place, head) = table.columns.of[name][0]
        texts[name] = head, row.cells[place].strip()
    head, member = texts["member"]
    if not member or len(member) > _LONGEST:
        faults.add(Fault(row.line, head, member[:60], "insight-member"))
        return
    found: list[date | int] = []
    for name, read in (("date", cells.day), ("amount", lambda text: _amount(text, unit))):
        head, text = texts[name]
        try:
            found.append(read(text))
        except CellError as no:
            faults.add(Fault(row.line, head, text[:60], no.code, tuple(no.facts.items())))
    if len(found) == len(FIELDS) - 1:
        on, minor = found
        assert isinstance(on, date)
        assert isinstance(minor, int)
        day = days.setdefault((member, on), Day())
        day.net_minor += minor
        day.sales += minor >= 0
        day.taken_minor += max(0, -minor)


def _amount(text: str, unit: Currency) -> int:
    """Minor units, with or without a sign."""
    plain = text.replace("\u2212", "-")
    sign = -1 if plain.startswith("-") else 1
    return sign * cells.money(plain[1:] if plain[:1] in ("-", "+") else plain, unit)
