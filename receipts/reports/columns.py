"""How wide columns on paper are: numbers whole, names cut, too many columns parted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from receipts.reports.cells import Cell, Day, Moment, Month, Text, Word

Wide = Callable[[str, float], float]
"""Width of a text at an em."""

EMS = (8.0, 7.0, 6.2)
"""Sizes that are tried, in points; below the last nobody reads on."""
_PAD = 0.9
"""Between columns, in em."""
_LEAST = 7.0
"""A name is not cut shorter than so many em."""
_MOST = 34.0


@dataclass(frozen=True, slots=True)
class Cut:
    """Some columns of a table side by side: which, how wide each is (with its gap), at what em."""

    columns: tuple[int, ...]
    widths: tuple[float, ...]
    em: float


def cuts(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    names: Sequence[bool],
    room: float,
    wide: Wide,
) -> tuple[Cut, ...]:
    """The table in one piece if a readable size allows, else in pieces that repeat column 0.

    `rows` are all lines, sums too; `names` says which columns may be cut.
    """
    for em in EMS:
        natural, least = _needs(heads, rows, names, em, wide)
        if sum(least) <= room:
            every = tuple(range(len(heads)))
            return (Cut(every, _shared(natural, least, room, em), em),)
    return tuple(_pieces(natural, least, room, em))


def names_in(rows: Sequence[Sequence[Cell]], count: int) -> tuple[bool, ...]:
    """Which of `count` columns hold words: they may be cut where room is short."""
    return tuple(any(isinstance(row[at], Text | Word) for row in rows) for at in range(count))


def days_in(rows: Sequence[Sequence[Cell]], count: int) -> tuple[bool, ...]:
    """Which columns hold times: like words they stand at the left, numbers at the right."""
    times = Day | Month | Moment
    return tuple(any(isinstance(row[at], times) for row in rows) for at in range(count))


def _needs(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    names: Sequence[bool],
    em: float,
    wide: Wide,
) -> tuple[list[float], list[float]]:
    natural, least = [], []
    for at, head in enumerate(heads):
        held = max((wide(row[at], em) for row in rows), default=0.0)
        # A heading may take three lines, but no line shorter than its longest word.
        word = min(max((wide(one, em) for one in head.split()), default=0.0), 9 * em)
        want = max(held, word, wide(head, em) / 2)
        natural.append(min(want, _MOST * em) + _PAD * em)
        short = min(want, _LEAST * em) if names[at] else max(held, min(word, 5 * em))
        least.append(short + _PAD * em)
    return natural, least


def _shared(natural: list[float], least: list[float], room: float, em: float) -> tuple[float, ...]:
    """What each column gets: its own width and a little air, or its part of what is left."""
    spare = room - sum(natural)
    if spare >= 0:
        air = min(spare / len(natural), 2.5 * em)
        return tuple(width + air for width in natural)
    slack = [want - must for want, must in zip(natural, least, strict=True)]
    part = (room - sum(least)) / (sum(slack) or 1.0)
    return tuple(must + more * part for must, more in zip(least, slack, strict=True))


def _pieces(natural: list[float], least: list[float], room: float, em: float) -> list[Cut]:
    found: list[list[int]] = [[]]
    used = least[0]
    for at in range(1, len(natural)):
        if found[-1] and used + least[at] > room:
            found.append([])
            used = least[0]
        found[-1].append(at)
        used += least[at]
    pieces = []
    for columns in found:
        every = (0, *columns)
        wants, musts = [natural[at] for at in every], [least[at] for at in every]
        pieces.append(Cut(every, _shared(wants, musts, room, em), em))
    return pieces
