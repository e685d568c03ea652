"""Which lines of a basket a rule speaks of, and when it speaks at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from loyalty.basket import Line
from loyalty.rules.bounds import AtMost, Between, Name

MINUTES = 24 * 60

Named = Annotated[frozenset[Name], AtMost(100_000)]


@dataclass(frozen=True, slots=True)
class Which:
    """Lines by product number, category, brand or flag: one hit is enough. Nothing named: all.

    A reward handed over is never meant: it was not bought.
    """

    skus: Named = frozenset()
    categories: Named = frozenset()
    brands: Named = frozenset()
    flags: Named = frozenset()

    @property
    def everything(self) -> bool:
        """Whether no line is left out."""
        return not (self.skus or self.categories or self.brands or self.flags)

    def holds(self, line: Line) -> bool:
        """Whether a line is meant."""
        if line.reward:
            return False
        return (
            self.everything
            or line.sku in self.skus
            or line.category in self.categories
            or line.brand in self.brands
            or not self.flags.isdisjoint(line.flags)
        )

    def among(self, lines: Sequence[Line]) -> list[int]:
        """The numbers of the lines that are meant: `holds`, for every rule at every key stroke."""
        if self.everything:
            return [i for i, line in enumerate(lines) if not line.reward]
        skus, categories, brands, flags = self.skus, self.categories, self.brands, self.flags
        return [
            i
            for i, line in enumerate(lines)
            if (
                line.category in categories
                or line.brand in brands
                or line.sku in skus
                or not flags.isdisjoint(line.flags)
            )
            and not line.reward
        ]


@dataclass(frozen=True, slots=True)
class Slot:
    """Some hours of some days of the week, in the shop's zone.

    `weekdays` as in ISO 8601, Monday is 1; none named: every day. From `from_minute` of the day to
    before `to_minute`; hours over midnight are two slots.
    """

    weekdays: Annotated[frozenset[Annotated[int, Between(1, 7)]], AtMost(7)] = frozenset()
    from_minute: Annotated[int, Between(0, MINUTES - 1)] = 0
    to_minute: Annotated[int, Between(1, MINUTES)] = MINUTES

    def holds(self, on: date, minute: int) -> bool:
        """Whether a minute of a day lies in the slot."""
        right_day = not self.weekdays or on.isoweekday() in self.weekdays
        return right_day and self.from_minute <= minute < self.to_minute


@dataclass(frozen=True, slots=True)
class When:
    """From `starts_on` to `ends_on`, both included, in the weekly `slots`; unsaid: always."""

    starts_on: date | None = None
    ends_on: date | None = None
    slots: Annotated[tuple[Slot, ...], AtMost(50)] = ()

    def holds(self, on: date, minute: int) -> bool:
        """Whether it is time."""
        return (
            (self.starts_on is None or self.starts_on <= on)
            and (self.ends_on is None or on <= self.ends_on)
            and (not self.slots or any(slot.holds(on, minute) for slot in self.slots))
        )
