"""`make soak`: worlds in which everything goes wrong, one after the other, until the time is up.

Begins behind the seeds that the last ones ended with where `--from` says so; JSON on stdout as
`tests.simulation.run`, every failing seed at once on stderr. Status 1 where any failed.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import time
from collections.abc import Iterator

from tests.simulation.machine import available
from tests.simulation.run import Outcome, lives, summed

_AT_ONCE = 20


def until(first: int, minutes: float, jobs: int) -> Iterator[Outcome]:
    """Worlds from a seed on, as many as fit the time."""
    end = time.monotonic() + minutes * 60
    for start in itertools.count(first, _AT_ONCE):
        if time.monotonic() > end:
            return
        yield from lives(range(start, start + _AT_ONCE), None, jobs)


def main() -> int:
    wanted = argparse.ArgumentParser(prog="tests.bench.soak", description=__doc__)
    wanted.add_argument("--minutes", type=float, default=30.0)
    wanted.add_argument("--from", type=int, default=1, dest="first")
    wanted.add_argument("--jobs", type=int, default=1)
    asked = wanted.parse_args()
    if not available:
        print("this Python's SQLite is built in: nothing can be simulated", file=sys.stderr)
        return 2
    figures = summed(until(asked.first, asked.minutes, asked.jobs))
    print(json.dumps(figures, indent=1))
    return 1 if figures["failures"] else 0


if __name__ == "__main__":
    sys.exit(main())
