"""Where each member is at home in a scenario, week by week, by the rule of head office.

A visit counts once it has happened: that a cut-off shop tells of it a few hours late changes no
home that is chosen once a week.
"""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.rights.policy import HOME_DAYS, Visits, home_of
from tests.bench.policy_scene import DAY, VISIT, WEEK, Scene

OFFICE = -1
"""No home yet. Holders are numbered from 0 here, and from 1 where head office is 0."""


@dataclass(frozen=True, slots=True)
class Homes:
    """`first`: the holder that served a member first; `weeks`: the home of each, by week."""

    first: tuple[int, ...]
    weeks: tuple[tuple[int, ...], ...]


def homes(found: Scene, tills: int) -> Homes:
    """Homes of all members, where a shop has so many holders."""
    days = [[(day, shop * tills + till % tills) for day, shop, till in past] for past in found.past]
    first = tuple(past[0][1] if past else OFFICE for past in days)
    shops = {holder + 1: holder // tills for holder in range(found.town.shops * tills)}
    now, weeks = [OFFICE] * len(days), []
    for at, what, which, _ in found.events:
        if what == VISIT:
            one = found.visits[which]
            days[one.member].append((at // DAY, one.shop * tills + one.till % tills))
        elif what == WEEK:
            for member, seen in enumerate(days):
                days[member] = [each for each in seen if each[0] > at // DAY - HOME_DAYS]
                now[member] = home_of(_counted(days[member]), shops, now[member] + 1) - 1
            weeks.append(tuple(now))
    return Homes(first, tuple(weeks))


def _counted(seen: list[tuple[int, int]]) -> dict[int, Visits]:
    visits: dict[int, Visits] = {}
    for day, holder in seen:
        known = visits.get(holder + 1)
        visits[holder + 1] = Visits(known.count + 1 if known else 1, day)
    return visits
