"""Members by the month of their first purchase, and how many of them buy in each later month."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from loyalty.insight.definitions import RETENTION
from loyalty.insight.figure import Figure, rate

Month = tuple[int, int]
"""Year and month 1..12."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cohort's share buying in the month `after` so many months.

    `partial`: that month is not over, so the share can only grow; drawn grey.
    """

    after: int
    figure: Figure
    partial: bool


@dataclass(frozen=True, slots=True)
class Cohort:
    """One row. `initial`: the system began in that month, so most are not new members."""

    month: Month
    members: int
    cells: tuple[Cell, ...]
    initial: bool


def cohorts(
    members: Mapping[Month, int],
    buyers: Mapping[tuple[Month, int], int],
    until: date,
    opened: Month | None = None,
) -> tuple[Cohort, ...]:
    """Rows by month from counts: `members[m]` first bought in m, `buyers[m, k]` of them in m + k.

    `opened`: the month of the system's first sale, by default the first cohort's. A month without
    buyers is 0 of its cohort, not absent. Raises ValueError for more buyers than members.
    """
    last = _number((until.year, until.month))
    over = until.day == monthrange(until.year, until.month)[1]
    began = opened or min(members, default=None)
    rows = []
    for month in sorted(members):
        size = members[month]
        cells = tuple(
            Cell(
                after,
                rate(RETENTION, buyers.get((month, after), 0), size),
                partial=_number(month) + after == last and not over,
            )
            for after in range(1, last - _number(month) + 1)
        )
        rows.append(Cohort(month, size, cells, initial=month == began))
    return tuple(rows)


def _number(month: Month) -> int:
    return month[0] * 12 + month[1] - 1
