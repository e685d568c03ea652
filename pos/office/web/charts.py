"""A chart as rectangles for SVG: no script; a bar a day, or a week or month where days are many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH, HEIGHT = 960, 220
MOST_BARS = 62
_GAP = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar's place from the top left, and what it stands for: its first day, sales, total."""

    x: int
    y: int
    width: int
    height: int
    first: date
    sales: int
    total_minor: int


def bars(days: Iterable[tuple[date, int, int]], first: date, last: date) -> tuple[Bar, ...]:
    """Bars from the first day to the last, days without a sale too; as high as their total."""
    many = (last - first).days + 1
    step = 1 if many <= MOST_BARS else 7 if many <= MOST_BARS * 7 else 31
    count = -(-many // step)
    sums = [[0, 0] for _ in range(count)]
    for day, sales, total in days:
        at = (day - first).days // step
        if 0 <= at < count:
            sums[at][0] += sales
            sums[at][1] += total
    top = max([total for _, total in sums] + [1])
    made = []
    for at, (sales, total) in enumerate(sums):
        left, right = at * WIDTH // count, (at + 1) * WIDTH // count
        height = max(0, total) * HEIGHT // top
        width = max(1, right - left - _GAP)
        begins = first + timedelta(days=at * step)
        made.append(Bar(left, HEIGHT - height, width, height, begins, sales, total))
    return tuple(made)
