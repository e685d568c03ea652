"""Where a member's points are kept ready: at the place they visit most, and who else is asked.

Pure choices of head office, apart from its tables, so that the policy simulation of tests/bench
judges the very rule that runs (ledger-sync.md 3.2: all to home refuses least).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

HOME_DAYS = 90
"""How far back visits count."""


@dataclass(frozen=True, slots=True)
class Visits:
    """A member's visits at one holder within HOME_DAYS, and the last of them (ordinal of the day,
    or any number that grows with time).
    """

    count: int
    last: int = 0


def home_of(visits: Mapping[int, Visits], shops: Mapping[int, int], now: int) -> int:
    """The holder at which a member's points are kept: in the shop they visit most, the till they
    visit most; where two are even, the present home, then where they were last.

    `visits` by holder; `shops`: the shop of each holder; `now`: the present home, 0 for none. With
    no visits the home stays. Moving for less would send points to and fro.
    """
    if not visits:
        return now
    by_shop: dict[int, list[int]] = {}
    for holder in visits:
        by_shop.setdefault(shops.get(holder, -holder), []).append(holder)
    best = max(by_shop.values(), key=lambda tills: _rank(tills, visits, now))
    return max(best, key=lambda till: _rank([till], visits, now))


def _rank(
    tills: Iterable[int], visits: Mapping[int, Visits], now: int
) -> tuple[int, bool, int, int]:
    held = list(tills)
    count = sum(visits[till].count for till in held)
    last = max(visits[till].last for till in held)
    return count, now in held, last, -min(held)
