"""Purchases to what the models read of a member: repeats, when the last, since when, and spend.

A purchase is a (member, day) with something left after returns; time is in weeks of seven days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from loyalty.insight.numeric import arrays

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Event = tuple[str, date, int]
"""Member, day, net minor units (negative: a return booked to the day of its sale)."""
DAYS = 7
"""Of the unit of time; parameters of models are in weeks."""


@dataclass(frozen=True, slots=True)
class History:
    """A member up to the report date.

    `repeats` purchase days after the first; `last` weeks from the first to the last of them, 0
    without repeats; `age` weeks from the first to the report date; `mean_minor` of a repeat day
    (0 without repeats); `bought_minor` of all days.
    """

    member: str
    repeats: int
    last: float
    age: float
    mean_minor: float
    bought_minor: int


def histories(
    events: Iterable[Event], until: date, unpaid_counts: bool = False
) -> tuple[History, ...]:
    """By member id; events after `until` and days that net to nothing are left out.

    `unpaid_counts` keeps days of exactly 0 (a gift is a visit, as in the published CDNOW table).
    """
    days: defaultdict[str, defaultdict[date, int]] = defaultdict(lambda: defaultdict(int))
    for member, day, amount in events:
        if day <= until:
            days[member][day] += amount
    least = 0 if unpaid_counts else 1
    found = (
        _history(member, {day: net for day, net in spent.items() if net >= least}, until)
        for member, spent in sorted(days.items())
    )
    return tuple(history for history in found if history is not None)


def _history(member: str, spent: dict[date, int], until: date) -> History | None:
    if not spent:
        return None
    first, latest = min(spent), max(spent)
    repeats = len(spent) - 1
    bought = sum(spent.values())
    return History(
        member,
        repeats,
        (latest - first).days / DAYS,
        (until - first).days / DAYS,
        (bought - spent[first]) / repeats if repeats else 0.0,
        bought,
    )


@dataclass(frozen=True, slots=True)
class Table:
    """Equal histories once, with how many members have them: `x`, `tx`, `t` (weeks), `n`.

    `row` gives the place of each member's history, in the order they came in.
    """

    x: Numbers
    tx: Numbers
    t: Numbers
    n: Numbers
    row: NDArray[np.intp]


def tabled(members: Sequence[History]) -> Table:
    """Sorted, so the order of members changes no digit of a fit."""
    np = arrays()
    rows = np.array([(m.repeats, m.last, m.age) for m in members], dtype=float).reshape(-1, 3)
    unique, row, counts = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
    return Table(unique[:, 0], unique[:, 1], unique[:, 2], counts.astype(float), row.reshape(-1))
