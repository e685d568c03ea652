"""`python -m tests.bench.proofs --examples 20000`: the laws of the rules over many examples.

The same laws as in tests/rules, with new examples each run (`--seed` repeats one), and which rules
had a hand in how many of them: a law over baskets on which nothing fired has shown nothing. JSON on
stdout; the exit status is 1 where a law broke. The smallest example is told on stderr.
"""

from __future__ import annotations

import argparse
import json
import secrets
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from tests.rules.firing import TOLD
from tests.rules.test_explaining import explained
from tests.rules.test_identity import OTHERS, SALES, traceless, without_trace_of_others
from tests.rules.test_replay import SELLING, reproduced
from tests.rules.whole_stories import SPLITS, stories

BATCH = 500
LEAST = 0.05  # of the examples, for each of the marks in TOLD

Law = tuple[Callable[..., Iterator[str]], tuple[st.SearchStrategy[Any], ...], int]
LAWS: dict[str, Law] = {
    "leaves no trace": (traceless, (stories(least=1), SALES, SPLITS), 2),
    "nor with others between": (
        without_trace_of_others,
        (stories(most=5, least=1), SALES, OTHERS, SPLITS),
        6,
    ),
    "replayed": (reproduced, (stories(least=3, most=9, deeds=SELLING),), 6),
    "explained": (explained, (stories(least=2, most=5, deeds=SELLING),), 6),
}
"""Each law, what it is tried on, and its part of the examples: half of them, a sixth."""


_BROKEN = (AssertionError, ArithmeticError, LookupError, TypeError, ValueError, LoyaltyError)


def batch(law: str, count: int, number: int) -> tuple[int, Counter[str], str]:
    """Some examples of one law: how many, marks, and what broke (empty: nothing)."""
    holds, drawn, _ = LAWS[law]
    seen: Counter[str] = Counter()
    tried = 0

    @seed(number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.tuples(*drawn))
    def proof(example: tuple[Any, ...]) -> None:
        nonlocal tried
        marks = set(holds(*example))
        tried += 1
        seen.update(marks)

    try:
        proof()
    except _BROKEN:
        return tried, seen, traceback.format_exc()
    return tried, seen, ""


def proved(examples: int, number: int, jobs: int) -> dict[str, Any]:
    """Every law over its examples; `number` is where the seeds begin."""
    began = time.perf_counter()
    work = [
        (law, min(BATCH, wanted - done), number + place * 1_000_000 + done)
        for place, (law, (_, _, part)) in enumerate(LAWS.items())
        for wanted in [-(-examples // part)]
        for done in range(0, wanted, BATCH)
    ]
    tried: Counter[str] = Counter()
    seen: dict[str, Counter[str]] = {law: Counter() for law in LAWS}
    broken: list[str] = []
    with ProcessPoolExecutor(jobs) as pool:
        for (law, *_), found in zip(work, pool.map(batch, *zip(*work, strict=True)), strict=True):
            count, marks, fault = found
            tried[law] += count
            seen[law] += marks
            if fault:
                broken.append(law)
                print(fault, file=sys.stderr)
    first = next(iter(LAWS))
    rare = [mark for mark in sorted(TOLD) if seen[first][mark] < LEAST * tried[first]]
    return {
        "examples": sum(tried.values()),
        "by_law": dict(tried),
        "seconds": round(time.perf_counter() - began, 1),
        "seed": number,
        "failures": len(broken),
        "broken": broken,
        "rare": rare,
        "coverage": {law: dict(marks.most_common()) for law, marks in seen.items()},
    }


def main() -> int:
    wanted = argparse.ArgumentParser(prog="tests.bench.proofs", description=__doc__)
    wanted.add_argument("--examples", type=int, default=20_000, help="of all laws together")
    wanted.add_argument("--seed", type=int, default=None, help="repeats a run")
    wanted.add_argument("--jobs", type=int, default=1, help="processes")
    asked = wanted.parse_args()
    number = secrets.randbelow(10**6) if asked.seed is None else asked.seed
    found = proved(asked.examples, number, asked.jobs)
    print(json.dumps(found, indent=1, ensure_ascii=False))
    return 1 if found["failures"] else 0


if __name__ == "__main__":
    sys.exit(main())
