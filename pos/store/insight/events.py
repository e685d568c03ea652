"""Purchases of somebody else's file, laid out as our own books' are, so that one set of questions
serves both.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pos.store.insight.reading import InsightView, Tell, silent


@dataclass(slots=True)
class Day:
    """What somebody bought on a day, minor units; `taken` of them were given back."""

    sales: int = 0
    net_minor: int = 0
    taken_minor: int = 0

    @property
    def left(self) -> bool:
        """Something was bought, perhaps for nothing, and was not given back whole."""
        return self.sales > 0 and (self.taken_minor == 0 or self.net_minor > 0)


class EventsView(InsightView):
    """The purchases of a file, in memory. `names`: members in the order of their numbers, from 1.

    Only what is asked of purchases can be asked; there are no books here.
    """

    def __init__(
        self,
        days: Mapping[tuple[str, date], Day],
        currency: str,
        tell: Tell = silent,
    ) -> None:
        super().__init__(0, 0, currency, sqlite3.connect(":memory:"), Path("-"), tell)
        self.names = tuple(sorted({member for member, _ in days}))
        numbers = {name: n for n, name in enumerate(self.names, start=1)}
        self.make(
            "purchase",
            "member INTEGER, day INTEGER, month INTEGER, sales INTEGER, paid INTEGER, "
            "net_minor INTEGER, PRIMARY KEY (member, day)",
        )
        rows = (
            (
                numbers[member],
                on.toordinal(),
                on.year * 12 + on.month - 1,
                day.sales,
                day.sales,
                day.net_minor,
            )
            for (member, on), day in days.items()
            if day.left
        )
        self.fill("INSERT INTO purchase VALUES (?, ?, ?, ?, ?, ?)", rows)
        self.made.add("purchases")

    def refresh(self) -> None:
        """A file does not change."""
        self.clear()
