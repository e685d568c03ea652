"""`python -m tests.simulation.mutate`: takes one safeguard out of the protocol after the other and
counts how many worlds it takes until the checks notice; a table on stdout, status 1 where they do
not. Names as arguments: only these.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import count

from tests.simulation.mutations import MUTATIONS, Mutation
from tests.simulation.run import live

FIRST = 1
_BROKEN = ("crashed: AttributeError", "crashed: TypeError")


def noticed(mutation: Mutation) -> tuple[int, str]:
    """How many worlds it took, and what was found; 0 where nothing was within the bound.
    RuntimeError: the patch itself is broken, as the code it was written for has changed.
    """
    with mutation.made():
        for tried in count(1):
            if tried > mutation.within:
                return 0, ""
            outcome = live(FIRST + tried - 1, mutation.faults)
            if outcome.found:
                if outcome.found[0].startswith(_BROKEN):
                    raise RuntimeError(f"{mutation.name}: {outcome.found[0]}")
                return tried, outcome.found[0]
    raise AssertionError("unreachable")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _noticed(name: str) -> tuple[int, str]:
    return noticed(next(each for each in MUTATIONS if each.name == name))


def main() -> int:
    wanted = argparse.ArgumentParser(prog="tests.simulation.mutate", description=__doc__)
    wanted.add_argument("names", nargs="*", help="only these")
    wanted.add_argument("--jobs", type=int, default=1)
    asked = wanted.parse_args()
    chosen = [each for each in MUTATIONS if not asked.names or each.name in asked.names]
    missed = 0
    _say("| without | faults | noticed in world | within | what was found |")
    _say("| --- | --- | --- | --- | --- |")
    with ProcessPoolExecutor(asked.jobs) as others:
        outcomes = others.map(_noticed, [each.name for each in chosen])
        for mutation, (tried, found) in zip(chosen, outcomes, strict=True):
            missed += not tried
            told = (mutation.name, " ".join(mutation.faults), tried or "never", mutation.within)
            _say(f"| {told[0]} | {told[1]} | {told[2]} | {told[3]} | {found[:70]} |")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
