"""Hatching as plain lines inside a rectangle, so that areas are told apart without their colour."""

from __future__ import annotations

from collections.abc import Iterator

from receipts.charts.shapes import Line, Rect

KINDS = 6
"""How many there are; 0 is none, and so is what would stand in a sliver."""


def hatched(rect: Rect, kind: int, stroke: str, em: float) -> tuple[Line, ...]:
    """The lines of the n-th hatching within `rect`; `em` scales their distance and width."""
    step, width = em * 0.7, em * 0.08
    if rect.width < step / 2 or rect.height < step / 2:
        return ()
    right, bottom = rect.x + rect.width, rect.y + rect.height

    def line(x1: float, y1: float, x2: float, y2: float) -> Line:
        return Line(x1, y1, x2, y2, stroke, width)

    kind %= KINDS
    found: list[Line] = []
    if kind in (1, 4):
        found += [line(*ends) for ends in _diagonals(rect, step)]
    if kind in (2, 4):
        for x1, y1, x2, y2 in _diagonals(rect, step):  # mirrored: falling instead of rising
            found.append(line(rect.x + right - x1, y1, rect.x + right - x2, y2))
    if kind == 3:
        found += [line(rect.x, y, right, y) for y in _between(rect.y, bottom, step)]
    if kind == 5:
        found += [line(x, rect.y, x, bottom) for x in _between(rect.x, right, step)]
    return tuple(found)


def _between(low: float, high: float, step: float) -> Iterator[float]:
    at = low + step / 2
    while at < high:
        yield at
        at += step


def _diagonals(rect: Rect, step: float) -> Iterator[tuple[float, float, float, float]]:
    """Rising lines at 45 degrees, cut off at the edges."""
    at = step
    while at < rect.width + rect.height:
        x1, y1 = max(0.0, at - rect.height), min(rect.height, at)
        x2, y2 = min(rect.width, at), max(0.0, at - rect.width)
        yield rect.x + x1, rect.y + y1, rect.x + x2, rect.y + y2
        at += step * 1.4
