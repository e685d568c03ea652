"""Cells as one language writes them: fully in sentences, in short in tables, shortest in charts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from receipts.reports.cells import (
    Cell,
    Count,
    Day,
    Moment,
    Money,
    Month,
    Nothing,
    Number,
    Points,
    Share,
    Text,
    Word,
)
from receipts.reports.value import Period, Said, Title
from receipts.reports.wording import known, words
from receipts.writing import format as fmt
from receipts.writing.explain import points
from receipts.writing.plain import plain

_START = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Written:
    """The pen of a language: one of `receipts.writing.wording.LANGUAGES`, and the shop's zone."""

    language: str
    zone: tzinfo = UTC

    def full(self, cell: Cell) -> str:
        """As a sentence or a tile has it: days by name, points with their unit."""
        match cell:
            case Points(number, signed):
                return points(number, self.language, signed)
            case Day(on):
                return fmt.day(on, self.language)
        return self.short(cell)

    def short(self, cell: Cell) -> str:
        """As a table has it: days in figures, points without the unit their column names."""
        language = self.language
        match cell:
            case Money(minor, currency):
                return fmt.money(minor, currency, language)
            case Points(number, signed) | Count(number, signed):
                return (fmt.signed if signed else fmt.count)(number, language)
            case Share(part, _, _, places):
                return fmt.decimals(part * 100, places, language) + "%"
            case Number(number, places, _, _, signed):
                return fmt.decimals(number, places, language, signed)
            case Day(on):
                return on.isoformat()
            case Month(of):
                return fmt.month_of(of, language)
            case Moment():
                return fmt.minute(self.moment(cell))
            case Text(text):
                return plain(text)
            case Word(key):
                return words(language, f"word.{key}")
            case Nothing(why):
                return words(language, f"nothing.{why}")

    def brief(self, cell: Cell) -> str:
        """As a chart has it: a day without its year, which stands above."""
        return (
            fmt.day_of_year(cell.on, self.language) if isinstance(cell, Day) else self.short(cell)
        )

    def moment(self, cell: Moment) -> datetime:
        """The time in the shop's zone."""
        # Not fromtimestamp: it refuses what lies before 1970 on some systems.
        return (_START + timedelta(milliseconds=cell.at_ms)).astimezone(self.zone)

    def range_of(self, cell: Cell) -> str:
        """The range of a share or a number, empty where it has none."""
        if not isinstance(cell, Share | Number) or cell.low is None or cell.high is None:
            return ""
        ends = [
            self.short(Share(end, places=cell.places))
            if isinstance(cell, Share)
            else self.short(Number(end, cell.places))
            for end in (cell.low, cell.high)
        ]
        return self.words("frame.likely", low=ends[0], high=ends[1])

    def said(self, said: Said) -> str:
        """A sentence with its facts."""
        return self._with("said", said)

    def title(self, title: Title) -> str:
        """The heading of a section."""
        return self._with("title", title)

    def period(self, period: Period) -> str:
        """From a day to a day, or the one day."""
        first, last = fmt.day(period.first, self.language), fmt.day(period.last, self.language)
        return (
            last
            if period.first == period.last
            else self.words("frame.period", first=first, last=last)
        )

    def columns(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The headings of columns."""
        return tuple(self.words(f"column.{key}") for key in keys)

    def sums(self, sums: tuple[Cell, ...]) -> tuple[str, ...]:
        """The last line of a table: what has no sum is left empty, and the line says what it is."""
        texts = [self.short(cell) if not isinstance(cell, Nothing) else "" for cell in sums]
        if texts and not texts[0]:
            texts[0] = self.words("frame.sum")
        return tuple(texts)

    def words(self, key: str, /, **facts: str) -> str:
        """A wording of reports whose facts are written already."""
        return words(self.language, key, **facts)

    def _with(self, room: str, said: Said | Title) -> str:
        facts = {name: self.full(cell) for name, cell in said.facts}
        key = f"{room}.{said.key}"
        # A report of another room may bring a sentence whose words are not here yet.
        return self.words(key, **facts) if known(key) else " · ".join((said.key, *facts.values()))
