"""`python -m tests.simulation.run --seeds 1-300`: worlds in which everything goes wrong, and what
was found in them; JSON on stdout, exit status 1 where anything was.

`--fault NAME` (may be repeated) lets only these things go wrong; `--seed N --trace` tells one world
in as few steps as still go wrong. A seed is the same world every time.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from pos.trouble import TroubleError
from tests.simulation.checks import faults_of
from tests.simulation.seeding import seeded
from tests.simulation.settling import Restless
from tests.simulation.world import FAULTS, STEPS, World

_MEMORY = Path("/dev/shm")
_AT_ONCE = 10  # seeds handed to a process in one go
_BUGS = (
    *(ValueError, LookupError, TypeError, AttributeError, AssertionError, RuntimeError),
    *(TroubleError, SQLAlchemyError),
)
_IGNORED = ("doubled", "arrived-late", "stale-refused", "refused-session-stale")


@dataclass(slots=True)
class Outcome:
    """What came of one world. `found`: a sentence for each thing that must not be."""

    seed: int
    faults: tuple[str, ...]
    found: list[str] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)
    steps: int = 0
    cpu_s: float = 0.0
    trace: list[str] = field(default_factory=list)


def live(seed: int, faults: Collection[str] | None = None, steps: int = STEPS) -> Outcome:
    """One world, from its beginning to the checks."""
    began = time.process_time()
    within = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=within) as folder, seeded(random.Random(seed + 2)):
        world = World(seed, Path(folder), faults, steps)
        outcome = Outcome(seed, tuple(sorted(world.faults)), told=world.told, steps=steps)
        try:
            world.run()
            outcome.found = faults_of(world)
        except Restless as restless:
            outcome.found = [f"restless: {restless.args[-1]}"[:600]]
        except _BUGS as error:
            outcome.found = [f"crashed: {type(error).__name__} {error}"[:300]]
        finally:
            world.close()
        outcome.trace = world.trace
    outcome.cpu_s = time.process_time() - began
    return outcome


def lives(
    seeds: Iterable[int], faults: Collection[str] | None = None, jobs: int = 1
) -> Iterator[Outcome]:
    """Many worlds, in order."""
    if jobs <= 1:
        for seed in seeds:
            yield live(seed, faults)
        return
    with ProcessPoolExecutor(jobs) as others:
        yield from others.map(partial(live, faults=faults), seeds, chunksize=_AT_ONCE)


def shortest(seed: int, faults: Collection[str] | None) -> Outcome:
    """The same world with as few steps as still go wrong."""
    low, high, best = 0, STEPS, live(seed, faults)
    while best.found and high - low > 1:
        middle = (low + high) // 2
        tried = live(seed, faults, middle)
        if tried.found:
            high, best = middle, tried
        else:
            low = middle
    return best


def summed(outcomes: Iterable[Outcome]) -> dict[str, object]:
    """All of them as figures."""
    told: Counter[str] = Counter()
    failed: list[dict[str, object]] = []
    seeds, steps, cpu_s = 0, 0, 0.0
    for one in outcomes:
        seeds, steps, cpu_s = seeds + 1, steps + one.steps, cpu_s + one.cpu_s
        told.update(one.told)
        if one.found:
            failed.append({"seed": one.seed, "faults": one.faults, "found": one.found[:6]})
            sys.stderr.write(f"seed {one.seed}: {one.found[0]}\n")
    return {
        "seeds": seeds,
        "failures": len(failed),
        "steps": steps,
        "cpu_s": round(cpu_s, 1),
        "seeds_a_cpu_s": round(seeds / cpu_s, 2) if cpu_s else 0,
        "messages": told["messages"],
        "ignored": sum(told[name] for name in _IGNORED),
        "happened": {
            name: n for name, n in sorted(told.items()) if not name.startswith(("rule-", "refused"))
        },
        "failed": failed[:20],
    }


def main() -> int:
    wanted = argparse.ArgumentParser(prog="tests.simulation.run", description=__doc__)
    wanted.add_argument("--seeds", default="1-100", help="from-to, the last one included")
    wanted.add_argument("--seed", type=int, help="only this one")
    wanted.add_argument("--trace", action="store_true", help="tell what happened in it")
    wanted.add_argument("--jobs", type=int, default=1)
    wanted.add_argument("--fault", action="append", choices=FAULTS)
    asked = wanted.parse_args()
    if asked.seed is not None and asked.trace:
        told = shortest(asked.seed, asked.fault)
        sys.stdout.write("\n".join((*told.trace, *told.found, "")))
        return 1 if told.found else 0
    first, _, last = asked.seeds.partition("-")
    one = range(asked.seed, asked.seed + 1) if asked.seed is not None else None
    seeds = one or range(int(first), int(last or first) + 1)
    figures = summed(lives(seeds, asked.fault, asked.jobs))
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    return 1 if figures["failures"] else 0


if __name__ == "__main__":
    sys.exit(main())
