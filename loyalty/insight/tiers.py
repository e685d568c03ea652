"""Who moved between tiers from one date to another, with those who came and those who left.

Both dates are judged under one rule by whoever counts: a changed rule looks like movement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loyalty.insight.definitions import TIER_MOVEMENT
from loyalty.insight.figure import Figure, rate

LEFT = "left"
NEW = "new"


@dataclass(frozen=True, slots=True)
class Row:
    """From one tier: members, how many to each tier or LEFT (of `to`), and the three ways."""

    tier: str
    members: int
    to: Mapping[str, int]
    up: Figure
    same: Figure
    down: Figure
    left: Figure


@dataclass(frozen=True, slots=True)
class Movement:
    """The rows from the lowest tier up, and where new members stand."""

    rows: tuple[Row, ...]
    new: Mapping[str, int]


def tier_movement(
    order: Sequence[str], before: Mapping[str, str], now: Mapping[str, str]
) -> Movement:
    """`before` and `now` are tier by member; `order` names all tiers, lowest first.

    A member of `before` who is not in `now` has left. Raises ValueError for a tier not in `order`.
    """
    rank = {tier: place for place, tier in enumerate(order)}
    if unknown := (set(before.values()) | set(now.values())) - set(rank):
        raise ValueError(f"tiers without a place: {sorted(unknown)}")
    moves = Counter((tier, now.get(member, LEFT)) for member, tier in before.items())
    came = Counter(tier for member, tier in now.items() if member not in before)
    rows = []
    for tier in order:
        to = {target: moves[tier, target] for target in (*order, LEFT)}
        n = sum(to.values())
        up = sum(to[other] for other in order if rank[other] > rank[tier])
        down = sum(to[other] for other in order if rank[other] < rank[tier])
        figures = (rate(TIER_MOVEMENT, count, n) for count in (up, to[tier], down, to[LEFT]))
        rows.append(Row(tier, n, to, *figures))
    return Movement(tuple(rows), {tier: came[tier] for tier in order})
