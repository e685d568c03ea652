"""`python -m tests.bench.receipt_codes`: single-character changes of genuine receipt codes.

For each scheme of the registry at least so many changes of its genuine codes, or with `--all` every
one there is. `verified_wrongly` and `outside_errors` have to be 0. `slipped`: past a check of eight
bits or one digit, as arithmetic has it; `proof`: which checks could notice ("" none). JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator

from receipts.reading.claim import Claim
from receipts.reading.schemes import SCHEMES
from tests.reading.mutating import (
    PROOFS,
    Change,
    Fate,
    every_change,
    fate,
    genuine,
    some_changes,
)
from tests.reading.vectors import Vector

Sample = tuple[Vector, Claim]


def changed(samples: list[Sample], count: int, seed: int) -> dict[str, object]:
    """The fates of the changes of one scheme's codes; `count` 0: of every change."""
    fates: Counter[Fate] = Counter()
    began = time.perf_counter()
    for vector, claim in samples:
        share = -(-count // len(samples))
        for change in _changes(vector, share, random.Random(seed + vector.line)):
            fates[fate(vector, claim, change)] += 1
    proof = PROOFS.get(samples[0][0].scheme) if samples else None
    return {
        "codes": len(samples),
        "mutations": fates.total(),
        "verified_wrongly": fates[Fate.VERIFIED],
        "outside_errors": fates[Fate.CRASHED],
        "slipped": fates[Fate.SLIPPED],
        "read_the_same": fates[Fate.SAME],
        "proof": " ".join(proof.checks) if proof else "",
        "seconds": round(time.perf_counter() - began, 1),
    }


def _changes(vector: Vector, share: int, rng: random.Random) -> Iterator[Change]:
    return some_changes(vector.payload, share, rng) if share else every_change(vector.payload)


def main() -> int:
    wanted = argparse.ArgumentParser(prog="tests.bench.receipt_codes", description=__doc__)
    wanted.add_argument("--mutations", type=int, default=10_000, help="a scheme, at least")
    wanted.add_argument("--all", action="store_true", help="every single change instead")
    wanted.add_argument("--seed", type=int, default=1)
    wanted.add_argument("schemes", nargs="*", help="all of them by default")
    asked = wanted.parse_args()
    samples: dict[str, list[Sample]] = defaultdict(list)
    for vector, claim in genuine():
        samples[vector.scheme].append((vector, claim))
    count = 0 if asked.all else max(1, asked.mutations)
    names = asked.schemes or [scheme.name for scheme in SCHEMES]
    found = {name: changed(samples[name], count, asked.seed) for name in names}
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
