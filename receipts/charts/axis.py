"""Round steps for an axis, and the labels below it that fit beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor

from receipts.charts.kinds import Unit

Wide = Callable[[str], float]
"""How wide a text is."""

_NICE = (1, 2, 5, 10, 20, 25, 50)
ELLIPSIS = "…"


def grain(unit: Unit) -> float:
    """The smallest step that two labels of this unit still differ by."""
    return 0.01 if unit.kind == "share" else 1.0


def steps(low: float, high: float, most: int, least: float = 1.0) -> tuple[float, ...]:
    """Round numbers from at or below `low` to at or above `high`, at most `most` gaps (or one).

    Multiples of `least`; where low equals high, there is still a gap to draw in.
    """
    first, last = min(low, high) / least, max(low, high) / least
    if first == last:
        last = first + 1
    step = _step((last - first) / max(1, most))
    while ceil(last / step - 1e-9) - floor(first / step + 1e-9) > max(2, most):
        step = _step(step * 1.01)
    begin, end = floor(first / step + 1e-9), ceil(last / step - 1e-9)
    return tuple(number * step * least for number in range(begin, end + 1))


def _step(least: float) -> float:
    power = 1.0
    while power * _NICE[-1] < least:
        power *= 10
    return next(nice * power for nice in _NICE if nice * power >= least)


def cut(text: str, room: float, wide: Wide) -> str:
    """`text`, or its beginning with an ellipsis; empty where not even one letter fits."""
    if wide(text) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if wide(text[:middle].rstrip() + ELLIPSIS) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS if low else ""


def every(texts: Sequence[str], slot: float, gap: float, wide: Wide) -> int:
    """Only each n-th label is shown, so that neighbours stay `gap` apart; `slot` is its place."""
    widest = max(map(wide, texts), default=0.0)
    return max(1, ceil((widest + gap) / slot)) if slot > 0 else max(1, len(texts))
