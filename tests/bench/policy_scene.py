"""The standard scenario of ledger-sync.md 3.2, drawn from a seed: who goes where, which lines fail.

Nothing here depends on a policy, so that every row of the table meets the very same days.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass

MINUTE = 60
HOUR = 3_600
DAY = 86_400
OPENS, CLOSES = 9 * HOUR, 21 * HOUR
HISTORY_DAYS = 90
NIGHTLY = 0.0
"""As an uptime: half an hour of contact a night, the same for every shop."""

UP, DOWN, WEEK, VISIT = range(4)
ALONE, DOUBLED, COPIED_FIRST, COPIED = range(4)
"""What sort of visit: the member's own; a family member who believes in the same balance; a
copied card's first showing, and the others.
"""


@dataclass(frozen=True, slots=True)
class Town:
    """The size of a scenario. `home`: share of visits at the home shop; `uptime`: of a shop's
    line, or NIGHTLY; `copies`: how often a copied card is shown, against the standard.
    """

    shops: int = 20
    members: int = 6_000
    days: int = 120
    home: float = 0.85
    uptime: float = 0.97
    copies: int = 1
    every_days: float = 10.0
    doubled: float = 0.01
    copied: float = 0.002


@dataclass(frozen=True, slots=True)
class Visit:
    """Someone at a till. `earn`: points of the purchase; `goal`: points they save for."""

    shop: int
    till: int
    member: int
    sort: int
    earn: int
    goal: int


Event = tuple[int, int, int, int]
"""When (s), what, and which: a shop of UP and DOWN, a visit's place in `Scene.visits`."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One drawn scenario. `past`: the visits of the 90 days before, as (day below 0, shop, till),
    by member, oldest first.
    """

    town: Town
    visits: tuple[Visit, ...]
    events: tuple[Event, ...]
    past: tuple[tuple[tuple[int, int, int], ...], ...]
    starts: tuple[int, ...]


def scene(town: Town, seed: int) -> Scene:
    """Draw one; the same seed gives the same scene, and visits do not depend on the uptime."""
    chance = random.Random(f"visits {seed}")
    places = [chance.randrange(town.shops) for _ in range(town.members)]
    visits: list[Visit] = []
    times: list[int] = []
    past = []
    for member in range(town.members):
        seen = [
            (at // DAY - HISTORY_DAYS, _shop(chance, town, places[member]))
            for at in _moments(chance, town, HISTORY_DAYS)
        ]
        past.append(tuple((day, shop, chance.randrange(2)) for day, shop in seen))
        for at in _moments(chance, town, town.days):
            shop = _shop(chance, town, places[member])
            visits.append(_visit(chance, shop, member, ALONE))
            times.append(at)
            if chance.random() < town.doubled:
                visits.append(_visit(chance, _other(chance, town, shop), member, DOUBLED))
                times.append(at + chance.randrange(10 * MINUTE))
    copied = max(1, round(town.members * town.copied)) if town.copied else 0
    for member in chance.sample(range(town.members), copied * town.copies):
        for at, shop, sort in _copied(chance, town):
            visits.append(Visit(shop, chance.randrange(2), member, sort, 0, _goal(chance)))
            times.append(at)
    starts = tuple(chance.randrange(300) for _ in range(town.members))
    shown = sorted((at, VISIT, n, 0) for n, at in enumerate(times))
    lines = sorted(_lines(random.Random(f"lines {seed} {town.uptime}"), town))
    weeks = [(7 * DAY * week + 3 * HOUR, WEEK, week, 0) for week in range(town.days // 7 + 1)]
    events = tuple(heapq.merge(shown, lines, weeks))
    return Scene(town, tuple(visits), events, tuple(past), starts)


def _visit(chance: random.Random, shop: int, member: int, sort: int) -> Visit:
    earn = round(min(400.0, max(5.0, chance.lognormvariate(4.0, 0.6))))
    return Visit(shop, chance.randrange(2), member, sort, earn, _goal(chance))


def _goal(chance: random.Random) -> int:
    """The smallest reward mostly; some save for more."""
    return chance.choices((300, 600, 900), (85, 12, 3))[0]


def _moments(chance: random.Random, town: Town, days: int) -> Iterator[int]:
    """A visitor's times, in opening hours."""
    day = 0.0
    while (day := day + chance.expovariate(1 / town.every_days)) < days:
        yield int(day) * DAY + chance.randrange(OPENS, CLOSES)


def _shop(chance: random.Random, town: Town, home: int) -> int:
    return home if chance.random() < town.home else _other(chance, town, home)


def _other(chance: random.Random, town: Town, shop: int) -> int:
    return (shop + 1 + chance.randrange(town.shops - 1)) % town.shops


def _copied(chance: random.Random, town: Town) -> Iterator[tuple[int, int, int]]:
    """A copied card: every 15 days, five shops within an hour."""
    for day in range(chance.randrange(15), town.days, 15):
        at = day * DAY + chance.randrange(OPENS, CLOSES - HOUR)
        shown = sorted(at + chance.randrange(HOUR) for _ in range(5))
        shops = chance.sample(range(town.shops), min(5, town.shops))
        for n, (when, shop) in enumerate(zip(shown, shops, strict=False)):
            yield when, shop, COPIED if n else COPIED_FIRST


def _lines(chance: random.Random, town: Town) -> Iterator[Event]:
    """When each shop's line goes and comes: outages of 1 to 4 hours on average, by shop."""
    for shop in range(town.shops):
        if town.uptime == NIGHTLY:
            yield 0, DOWN, shop, 0
            for day in range(town.days):
                yield day * DAY + 2 * HOUR, UP, shop, 0
                yield day * DAY + 2 * HOUR + 30 * MINUTE, DOWN, shop, 0
            continue
        out = chance.uniform(1, 4) * HOUR
        between = out * town.uptime / (1 - town.uptime)
        at = chance.expovariate(1 / between)
        while at < town.days * DAY:
            yield int(at), DOWN, shop, 0
            at = int(at) + 1 + chance.expovariate(1 / out)
            yield int(at), UP, shop, 0
            at += 1
            at += chance.expovariate(1 / between)
