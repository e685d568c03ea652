"""A shop's hub on loopback: from a member's card at a till to their points usable there, and back.

`python -m tests.bench.hub [--members N] [--visits N]` prints one JSON object, in milliseconds. Real
books on this disk, real HTTP, signed both ways; each fetch is a note booked at the hub, carried,
and booked at the till.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sync.hub_shop import HubChain

IDLE = 200


def main() -> None:
    """The command."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--members", type=int, default=20)
    asked.add_argument("--visits", type=int, default=10)
    options = asked.parse_args()
    with TemporaryDirectory() as folder:
        print(json.dumps(measured(Path(folder), options.members, options.visits), indent=2))


def measured(folder: Path, members: int, visits: int) -> dict[str, object]:
    """All figures."""
    chain = HubChain(folder)
    hub, till, _ = (chain.join(number) for number in (1, 2, 3))
    chain.open_hub(hub)
    chain.settle()
    people = [hub.enrol(f"M{n}", n + 1) for n in range(members)]
    chain.settle()
    for member in people:
        hub.sell(member, 90_000)
    had = {member.id: hub.points(member) for member in people}
    for line in (hub, till):
        line.cut()
    till.near.round()
    fetched, handed = [], []
    for _ in range(visits):
        for member in people:
            fetched.append(timed(lambda: till.near.reserve(member.id, 100)))  # noqa: B023
            if till.points(member) < had[member.id]:
                raise AssertionError("not usable")
            till.sell(member, 500)
            had[member.id] = till.points(member)
            handed.append(timed(till.near.round))
    began = time.process_time()
    idle = [timed(till.near.round) for _ in range(IDLE)]
    cpu_ms = (time.process_time() - began) * 1000 / IDLE
    for line in (hub, till):
        line.mend()
    chain.settle()
    right = all(chain.counted(member.id) == chain.total(member.id) for member in people)
    chain.close()
    return {
        "fetched_ms": spread(fetched),
        "handed_back_ms": spread(handed),
        "idle_round_ms": spread(idle),
        "idle_round_cpu_ms_both_ends": round(cpu_ms, 2),
        "every_point_is_there_once": right,
    }


def timed(what: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    what()
    return (time.perf_counter() - began) * 1000


def spread(found: list[float]) -> dict[str, float]:
    """Count, median, 95th percentile and the most."""
    ranked = sorted(found)
    at = {"p50": len(ranked) // 2, "p95": len(ranked) * 95 // 100, "max": len(ranked) - 1}
    return {"n": len(ranked)} | {name: round(ranked[n], 1) for name, n in at.items()}


if __name__ == "__main__":
    main()
