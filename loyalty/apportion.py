"""Sharing whole points or money out to lines and units so that the parts sum to the total.

Largest remainder (Hamilton's method): exact, order-stable, and free of drift over partial returns.
"""

from __future__ import annotations

from collections.abc import Sequence


def apportion(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Whole shares of `total` in proportion to `weights`; they sum to `total` exactly.

    Ties go to the earlier line. ValueError for a negative input, or a total with nothing to carry
    it: both are our bugs, not a customer's.
    """
    whole = sum(weights)
    if total < 0 or any(weight < 0 for weight in weights):
        raise ValueError("nothing negative can be apportioned")
    if whole == 0:
        if total:
            raise ValueError("a total needs at least one weight above zero")
        return tuple(0 for _ in weights)
    shares = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-remainders[i], i))
    for i in by_remainder[: total - sum(shares)]:
        shares[i] += 1
    return tuple(shares)


def units_share(total: int, units: int, first: int, count: int) -> int:
    """What units `first` to `first + count` (from 0) of a line carry of the line's `total`.

    Equal weights by largest remainder: the first `total % units` units carry one more. Closed form,
    so that a line of a million units costs nothing.
    """
    if not 0 <= first <= first + count <= units:
        raise ValueError("units outside the line")
    each, extra = divmod(total, units)
    return each * count + max(0, min(first + count, extra) - min(first, extra))
