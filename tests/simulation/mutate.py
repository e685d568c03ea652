"""`python -m tests.simulation.mutate`: takes one safeguard out of the protocol after the other and
counts how many worlds it takes until the checks notice; a table on stdout, status 1 where they do
not. Names as arguments: only these.
"""

from __future__ import annotations

import sys
from itertools import count

from tests.simulation.mutations import MUTATIONS, Mutation
from tests.simulation.run import live

FIRST = 1


def noticed(mutation: Mutation) -> tuple[int, str]:
    """How many worlds it took, and what was found; 0 where nothing was within the bound."""
    with mutation.made():
        for tried in count(1):
            if tried > mutation.within:
                return 0, ""
            outcome = live(FIRST + tried - 1, mutation.faults)
            if outcome.found:
                return tried, outcome.found[0]
    raise AssertionError("unreachable")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    wanted = set(sys.argv[1:])
    missed = 0
    _say("| without | faults | noticed in world | within | what was found |")
    _say("| --- | --- | --- | --- | --- |")
    for mutation in MUTATIONS:
        if wanted and mutation.name not in wanted:
            continue
        tried, found = noticed(mutation)
        missed += not tried
        told = (mutation.name, " ".join(mutation.faults), tried or "never", mutation.within)
        _say(f"| {told[0]} | {told[1]} | {told[2]} | {told[3]} | {found[:70]} |")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
