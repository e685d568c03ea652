"""Members by the month they first bought in, and how many of them buy in each month since."""

from __future__ import annotations

from datetime import date

from pos.insight.asked import Asked
from pos.insight.behaviour import behaviour, cohort_table
from pos.insight.figure_tiles import tile
from pos.insight.sources import Source
from pos.shop import Shop
from pos.store.insight.reading import InsightView
from receipts.charts.kinds import Heat, Unit
from receipts.reports.cells import Cell, Count, Month, Nothing, Share, Text
from receipts.reports.value import Part, Picture, Said, Table, Tiles, Title

_FIGURES = ("repurchase", "came-back-90", "time-to-second", "third-purchase")
_MOST_AFTER = 12
"""Months after the first that still fit beside each other."""


def cohort_report(shop: Shop, view: InsightView, asked: Asked) -> tuple[Part, ...]:
    """The cohorts that began in the period, as they stand on its last day."""
    first, last = asked.period.first, asked.period.last
    source = Source(view, last)
    found = behaviour(source, first)
    known = [one for one in found.figures if one.definition.name in _FIGURES]
    tiles = Tiles(tuple(tile(one, view.currency) for one in known))
    begun = (first.year, first.month)
    cohorts = [one for one in cohort_table(source) if one.month >= begun]
    if not cohorts:
        return Said("no-entries"), tiles, Table("cohorts", ("first-month", "members"), ())
    ages = min(_MOST_AFTER, max(len(one.cells) for one in cohorts))
    months = tuple(Month(date(*one.month, 1)) for one in cohorts)
    shares = [[cell.figure.value for cell in one.cells[:ages]] for one in cohorts]
    grid = tuple((*row, *([None] * (ages - len(row)))) for row in shares)
    after = tuple(Text(f"+{age}") for age in range(1, ages + 1))
    rows = tuple(
        (month, Count(one.members), *map(_cell, values))
        for month, one, values in zip(months, cohorts, grid, strict=True)
    )
    columns = ("first-month", "members", *(f"+{age}" for age in range(1, ages + 1)))
    initial = (Said("cohort-initial"),) if cohorts[0].initial else ()
    heat = Heat(months, after, grid, Unit("share"))
    # In a small shop every cell is below its minimum: the table says so, an empty grid would not.
    picture = (Picture("cohorts", heat),) if any(v is not None for row in grid for v in row) else ()
    return (
        Title("coming-back"),
        tiles,
        *picture,
        *initial,
        Said("cohort-partial"),
        Table("cohorts", columns, rows),
    )


def _cell(value: float | None) -> Cell:
    return Nothing() if value is None else Share(value)
