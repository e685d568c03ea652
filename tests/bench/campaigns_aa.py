"""Campaigns without any effect, by the product's own arms and results: how many are called
effective; the bar is 5 %, and a test that is right comes to half of that.

A shop sells some weeks without campaigns and some with as many as a program holds, which give
nothing. `python -m tests.bench.campaigns_aa --campaigns 2000` prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from uuid import UUID
from zoneinfo import ZoneInfo

from loyalty.basket import Basket, Line
from loyalty.codes import member_card
from loyalty.insight.intervals import wilson
from loyalty.rules.campaign import Campaign, Outcome, Trial
from loyalty.rules.which import When
from pos.acts import Act
from pos.clock import FixedClock
from pos.counter import confirm
from pos.demo import demo_program
from pos.enrol import enrol
from pos.ids import new_id
from pos.scene import begin_key
from pos.settings import Settings
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator, open_store
from pos.trials import CampaignResult, trial_result

FIRST = date(2026, 1, 5)
BEFORE, DURING = 42, 28  # days without and with campaigns
BATCH = 200  # campaigns of one program
OUTCOMES = tuple(Outcome)
CONTROLS = (50, 30)  # percent


def campaigns(first: int, count: int) -> tuple[Campaign, ...]:
    """So many campaigns that give nothing to anybody, with every measure and share of controls."""
    begins = FIRST + timedelta(days=BEFORE)
    until = begins + timedelta(days=DURING - 1)
    return tuple(
        Campaign(
            f"aa-{number}",
            "Nothing",
            When(begins, until),
            trial=Trial(CONTROLS[number // 3 % 2], OUTCOMES[number % 3], until, 30),
        )
        for number in range(first, first + count)
    )


def opened(folder: Path, found: tuple[Campaign, ...]) -> tuple[Shop, FixedClock]:
    """A shop whose program has these campaigns, on its first day."""
    clock = FixedClock(datetime.combine(FIRST, datetime.min.time(), UTC), ZoneInfo("UTC"))
    clock.advance(timedelta(hours=12))
    store = open_store(folder / "regulars.db", clock, reserve_bytes=0)
    rules = replace(demo_program(), starts_on=date(2020, 1, 1))
    with store.writing() as work:
        work.add_operator(Operator("mina", "Mina", Role.CASHIER))
        work.add_program(replace(rules, campaigns=found))
        begin_key(work)
    return Shop(store, clock, Settings(currency="EUR", zone="UTC")), clock


def lived(
    shop: Shop,
    clock: FixedClock,
    members: int,
    dice: random.Random,
    more: Callable[[UUID], float] = lambda member: 1.0,
) -> int:
    """Members who come by their own habit and spend by their own purse, skewed as in real shops;
    how many sales. `more`: what the campaigns make of each one's spend while they run.
    """
    people: list[tuple[UUID, float, float]] = []
    for number in range(members):
        person = enrol(shop, _act(shop), member_card(number + 1))
        people.append((person.id, min(0.6, dice.gammavariate(0.9, 0.09)), dice.gauss(2.6, 0.6)))
    sales = 0
    for day in range(BEFORE + DURING):
        for person_id, rate, purse in people:
            if dice.random() < rate:
                times = more(person_id) if day >= BEFORE else 1.0
                cents = max(50, round(100 * times * dice.lognormvariate(purse, 0.5)))
                confirm(shop, _act(shop), Basket("EUR", (Line("Ware", cents),)), person_id)
                sales += 1
        clock.advance(timedelta(days=1))
    return sales


def _act(shop: Shop) -> Act:
    return Act(new_id(shop.clock), "mina")


def results(count: int, members: int, seed: int) -> Iterator[CampaignResult]:
    """The results of so many campaigns without effect, a shop of its own for each batch."""
    for first in range(0, count, BATCH):
        found = campaigns(first, min(BATCH, count - first))
        with TemporaryDirectory() as folder:
            shop, clock = opened(Path(folder), found)
            lived(shop, clock, members, random.Random(seed + first))
            yield from (trial_result(shop, one.id) for one in found)
            shop.store.close()


def measured(count: int, members: int, seed: int) -> dict[str, object]:
    """Shares of campaigns by what was said of them, with their 95 % ranges, over each measure."""
    began = process_time()
    said: Counter[tuple[str, str]] = Counter()
    for one in results(count, members, seed):
        for name in (one.plan.trial.outcome.value, "all"):
            said[name, "campaigns"] += 1
            said[name, "proved"] += one.interval is not None
            said[name, "decided"] += one.decided
            said[name, "effective"] += one.effective
            said[name, "suspect"] += one.trial.suspect
    return {
        "campaigns": count,
        "members": members,
        "seed": seed,
        "seconds_cpu": round(process_time() - began, 1),
        "by_measure": {name: _told(said, name) for name in ("all", *map(str, OUTCOMES))},
    }


def _told(said: Counter[tuple[str, str]], name: str) -> dict[str, object]:
    n, effective = said[name, "campaigns"], said[name, "effective"]
    counts = {key: said[name, key] for key in ("campaigns", "proved", "decided", "suspect")}
    if not n:
        return dict(counts)
    low, high = wilson(effective, n)
    return counts | {
        "effective": effective,
        "effective_share": round(effective / n, 4),
        "effective_range": [round(low, 4), round(high, 4)],
        "decided_share": round(counts["decided"] / n, 4),
    }


def main() -> None:
    """Print the measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--campaigns", type=int, default=2_000)
    parser.add_argument("--members", type=int, default=240)
    parser.add_argument("--seed", type=int, default=20261122)
    options = parser.parse_args()
    print(json.dumps(measured(options.campaigns, options.members, options.seed), indent=2))


if __name__ == "__main__":
    main()
