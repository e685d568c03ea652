"""Revenue that a sale with points defers, and when it is recognised: IFRS 15 B39-B43.

The same in ASC 606-10-55-41 to 45. Amounts are whole minor units and rates are fractions; nothing
here posts anything. Whether a shop books by this method is its accountant's decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Allocation:
    """A price divided between the goods and the points that came with them; minor units."""

    goods_minor: int
    points_minor: int


@dataclass(frozen=True, slots=True)
class Recognition:
    """Revenue of one period from deferred points, in minor units; `left_minor` is still deferred.

    `redeemed_minor` is what the points spent would bring if all were ever spent; the rest is
    `breakage_minor`, negative where an earlier period recognised too much of it.
    """

    revenue_minor: int
    redeemed_minor: int
    left_minor: int

    @property
    def breakage_minor(self) -> int:
        """What points that nobody will spend add to it."""
        return self.revenue_minor - self.redeemed_minor


def allocated(
    price_minor: int,
    points: int,
    point_minor: Fraction,
    expected: Fraction,
    goods_minor: int | None = None,
) -> Allocation:
    """By relative stand-alone prices: points are worth value times the share ever redeemed.

    `point_minor` minor units a point; `goods_minor` the goods' own stand-alone price, by default
    the price paid. Raises ValueError for negative amounts or a share outside 0..1.
    """
    alone = price_minor if goods_minor is None else goods_minor
    if min(price_minor, points, alone) < 0 or point_minor < 0 or not 0 <= expected <= 1:
        raise ValueError(f"{price_minor} with {points} points at {point_minor}, {expected} of them")
    worth = points * point_minor * expected
    share = worth / (alone + worth) if alone + worth else Fraction(0)
    deferred = nearest(price_minor * share)
    return Allocation(price_minor - deferred, deferred)


def recognised(
    deferred_minor: int, issued: int, periods: Iterable[tuple[int, Fraction]]
) -> tuple[Recognition, ...]:
    """Period by period: points redeemed in it, and the share of `issued` then expected in all.

    What was allocated at the sale never changes; a new expectation changes what is recognised up
    to that period. Never more than was deferred, and all of it once as many points are spent as
    are expected. Raises ValueError for negative points or a share outside 0..1.
    """
    if deferred_minor < 0 or issued < 0:
        raise ValueError(f"{deferred_minor} for {issued} points")
    found, before, spent = [], 0, 0
    for points, expected in periods:
        if points < 0 or not 0 <= expected <= 1:
            raise ValueError(f"{points} points, {expected} expected")
        spent += points
        until = _by_now(deferred_minor, spent, issued * expected)
        redeemed = nearest(Fraction(deferred_minor * points, issued)) if issued else 0
        found.append(Recognition(until - before, redeemed, deferred_minor - until))
        before = until
    return tuple(found)


def nearest(amount: Fraction) -> int:
    """Whole minor units, halves away from nothing, as invoices round."""
    whole = int(abs(amount) + Fraction(1, 2))
    return whole if amount >= 0 else -whole


def _by_now(deferred_minor: int, spent: int, expected: Fraction) -> int:
    if spent == 0 and expected > 0:
        return 0
    if spent >= expected:
        return deferred_minor
    return nearest(deferred_minor * Fraction(spent) / expected)
