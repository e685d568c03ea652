"""What the manager's first screen shows, as values: no sentence, no widget, no row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from loyalty.insight.change import Change
from loyalty.insight.figure import Definition, Figure, State, Unit
from pos.store.insight.people import Quality

__all__ = [
    "Change",
    "Definition",
    "Figure",
    "FirstScreen",
    "Quality",
    "State",
    "Task",
    "Tile",
    "ToWrite",
    "Unit",
]


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure, the same of the period before, and what changed between them.

    `change` is None unless both are told; `change.clear` says whether it can hardly be chance.
    `why` is a code where there is no figure at all, such as `none-measured`.
    """

    figure: Figure
    before: Figure | None = None
    change: Change | None = None
    why: str = ""

    @property
    def key(self) -> str:
        """The name of its definition."""
        return self.figure.definition.name


@dataclass(frozen=True, slots=True)
class ToWrite:
    """A member who is late for their habit and may be written to.

    `usual` days between purchases, `away` days since the last. `soon`: purchases expected in the
    next 90 days, None where no model speaks. `basket_minor`: what a purchase of theirs brings.
    `ways`: what they agreed to and can be reached by, of `email`, `sms`, `post`.
    """

    member: UUID
    name: str
    last: date
    away: int
    usual: float
    soon: float | None
    basket_minor: int
    ways: tuple[str, ...]

    @property
    def worth_minor(self) -> float:
        """By which the list is ordered: expected purchases, or one, times the usual basket."""
        return (1.0 if self.soon is None else self.soon) * self.basket_minor


@dataclass(frozen=True, slots=True)
class Task:
    """Something that needs a person: `code`, how many, and facts of its sentence."""

    code: str
    count: int
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FirstScreen:
    """The manager's first look, of the books as they stood (`books`) on a day.

    `tiles`: twelve, in rows of four (who, do they come back, what it costs). `write`: at most 20,
    best first; `late` is how many are late in all, `silenced` those of them who may not be written
    to. `refused`: codes why no model orders the list. `left_out`: marked accounts by kind.
    `foreign`: sales of the period in other currencies, which no money figure holds.
    """

    on: date
    currency: str
    books: str
    tiles: tuple[Tile, ...]
    write: tuple[ToWrite, ...]
    late: int
    silenced: int
    refused: tuple[str, ...]
    tasks: tuple[Task, ...]
    quality: Quality
    left_out: Mapping[str, int]
    foreign: Mapping[str, int]

    def tile(self, key: str) -> Tile:
        """By the name of its definition; KeyError for none."""
        return {tile.key: tile for tile in self.tiles}[key]
