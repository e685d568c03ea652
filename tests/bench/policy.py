"""`python -m tests.bench.policy`: refused and overdrawn redemptions under each way to keep points.

The standard scenario of ledger-sync.md 3.2, every row over the same visits and outages; medians of
the seeds. JSON on stdout, the same as a table on stderr.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, replace
from statistics import median
from typing import Any

from tests.bench.policy_homes import OFFICE, Homes, homes
from tests.bench.policy_scene import ALONE, COPIED_FIRST, DOWN, NIGHTLY, UP, WEEK, Scene, Town
from tests.bench.policy_scene import scene as drawn
from tests.bench.policy_worlds import Cached, Escrow, Policy, Told

FLOOR = 300
ONLINE, OPTIMISTIC = "online only", "cached balance believed"
ESCROW, WITH_FLOOR = "shop holds, home most visited", "the same + floor 300"
POLICIES = (
    Policy("till holds, home first served", tills=2, homes="first"),
    Policy("till holds, home most visited", tills=2),
    Policy("till holds, + floor 300", tills=2, floor=FLOOR),
    Policy("shop holds, home first served", homes="first"),
    Policy("shop holds, stays where last seen", homes="last"),
    Policy(ESCROW),
    Policy(WITH_FLOOR, floor=FLOOR),
    Policy("+ floor also for silent holders", floor=FLOOR, vouch=True),
)
TOWNS = {
    "97 %": Town(),
    "97 % and 60 % at home": Town(home=0.6),
    "97 % and copies x 10": Town(copies=10),
    "80 %": Town(uptime=0.8),
    "nightly": Town(uptime=NIGHTLY),
}


def run(found: Scene, policy: Policy | str, kept: Homes) -> Told:
    """One row over one scenario; `kept`: homes of holders such as the policy has."""
    told, town = Told(), found.town
    world: Cached | Escrow
    if isinstance(policy, Policy):
        at_first = {"first": list(kept.first), "last": [OFFICE] * town.members}
        begin = at_first.get(policy.homes, list(kept.weeks[0]))
        world = Escrow(town.shops, found.starts, told, policy, begin)
    else:
        world = Cached(town.shops, found.starts, told, ask=policy == ONLINE)
    beliefs = [0] * town.members
    moves = isinstance(policy, Policy) and policy.homes == "most"
    for _, what, which, _ in found.events:
        if what == UP:
            world.rise(which)
        elif what == DOWN:
            world.down(which)
        elif what == WEEK:
            if moves:
                world.week(kept.weeks[which])
        else:
            one = found.visits[which]
            if one.sort in (ALONE, COPIED_FIRST):
                beliefs[one.member] = one.goal if world.total[one.member] >= one.goal else 0
            if need := beliefs[one.member]:
                _wish(world, told, one.shop, one.till, one.member, need)
            if one.earn:
                world.earn(one.shop, one.till, one.member, one.earn)
    for shop in range(town.shops):
        if not world.up[shop]:
            world.rise(shop)
    assert world.sound()
    told.owed = world.owed()
    return told


def _wish(world: Cached | Escrow, told: Told, shop: int, till: int, member: int, need: int) -> None:
    """Somebody wants a reward. Only one that the true balance covers counts as refused."""
    before = world.total[member]
    good = world.redeem(shop, till, member, need)
    if good:
        told.points += need
        told.overdrawn += max(0, need - max(0, before))
    if before >= need:
        told.wished += 1
        told.refused += not good
        told.cut_off += not good and not world.up[shop]


def rows(town: Town, seeds: Sequence[int]) -> list[dict[str, Any]]:
    """Every policy over the same scenes; `holders`: of points, in a shop."""
    told: dict[str, list[Told]] = {}
    for seed in seeds:
        found = drawn(town, seed)
        kept = {tills: homes(found, tills) for tills in (1, 2)}
        for policy in (ONLINE, OPTIMISTIC):
            told.setdefault(policy, []).append(run(found, policy, kept[1]))
        for each in POLICIES:
            told.setdefault(each.name, []).append(run(found, each, kept[each.tills]))
    asked = {each.name: {"holders": each.tills, "floor": each.floor} for each in POLICIES}
    plain = {"holders": 0, "floor": 0}
    return [
        {"policy": name, **asked.get(name, plain), **_medians(each)} for name, each in told.items()
    ]


def _medians(seeds: Sequence[Told]) -> dict[str, Any]:
    """Shares in per cent, medians of the seeds; points and breaches summed over them."""
    return {
        "redemptions": round(median(t.wished for t in seeds)),
        "refused_pct": round(median(_share(t.refused, t.wished) for t in seeds), 3),
        "refused_worst_pct": round(max(_share(t.refused, t.wished) for t in seeds), 3),
        "cut_off_here_pct": round(median(_share(t.cut_off, t.wished) for t in seeds), 3),
        "overdrawn_pct": round(median(_share(t.overdrawn, t.points) for t in seeds), 4),
        "calls_pct": round(median(_share(t.calls, t.wished) for t in seeds), 1),
        "overdrawn": sum(t.overdrawn for t in seeds),
        "owed_at_end": sum(t.owed for t in seeds),
        "advanced": sum(t.advanced for t in seeds),
        "bound": sum(t.bound for t in seeds),
        "over_bound": sum(t.over_bound for t in seeds),
    }


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def printed(name: str, found: list[dict[str, Any]]) -> None:
    """A town's rows, for a reader."""
    print(f"\n{name}", file=sys.stderr)
    shown = [key for key in found[0] if key not in ("policy", "holders", "floor")]
    print(" " * 34, *(f"{key.removesuffix('_pct'):>14}" for key in shown), file=sys.stderr)
    for row in found:
        print(f"{row['policy']:<34}", *(f"{row[key]:>14}" for key in shown), file=sys.stderr)


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--seeds", type=int, default=3)
    wanted.add_argument("--members", type=int, default=Town().members)
    wanted.add_argument("--towns", default=",".join(TOWNS), help="which, with commas")
    args = wanted.parse_args()
    began = time.process_time()
    found = {}
    for name, town in TOWNS.items():
        if name in args.towns.split(","):
            asked = replace(town, members=args.members)
            told = rows(asked, range(1, args.seeds + 1))
            found[name] = {"town": asdict(asked), "rows": told}
            printed(name, told)
    cpu = round(time.process_time() - began)
    print(json.dumps({"seeds": args.seeds, "cpu_s": cpu, "towns": found}, indent=1))


if __name__ == "__main__":
    main()
