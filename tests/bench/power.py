"""`python -m tests.bench.power --cuts 1500`: a till whose power fails at every possible moment.

Random acts by the real use cases on the real store, on a disk in memory (`tests.simulation`). After
each interruption nothing acknowledged may be missing, nothing half there, and trying again books
once. To see that losses would be noticed, the same with weaker settings and with a disk that lies
about flushing. Then full and failing disks. JSON on stdout.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from tests.simulation.lives import Kindness, Told, live
from tests.simulation.machine import WEAK, available

WORLDS = {
    "wal_full": (Kindness("power"), "cuts"),
    "wal_normal": (Kindness("power", weaken=tuple(WEAK.items())), "cuts"),
    "no_transactions": (Kindness("power", weaken=(("BEGIN IMMEDIATE", "SELECT 1"),)), "cuts"),
    "lying_disk": (Kindness("power", flushes=0.7), "cuts"),
    "disk_full": (Kindness("full"), "interrupted"),
    "io_error": (Kindness("error"), "interrupted"),
}
"""By name: how the world treats the till, and what is counted of it."""
WEAKENED = {"wal_normal", "no_transactions", "lying_disk"}
"""Where losses must be found, or the others prove nothing."""


def run(
    folder: Path, world: Kindness, counted: str, wanted: int, seed: int = 1
) -> dict[str, object]:
    """Lives from `seed` on until `wanted` interruptions happened; what came of them."""
    told = Told()
    lives = 0
    began = time.process_time()
    while told.counts[counted] < wanted:
        live(seed + lives, folder, world, told)
        lives += 1
    took = time.process_time() - began
    return {
        "lives": lives,
        **dict(sorted(told.counts.items())),
        "findings": dict(sorted(told.findings.items())),
        "examples": told.examples[:5],
        "cpu_s": round(took, 1),
        "interruptions_a_cpu_s": round(told.counts[counted] / took, 1),
    }


def main() -> int:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--cuts", type=int, default=1500)
    wanted.add_argument("--weak", type=int, default=300, help="cuts to show that losses are seen")
    wanted.add_argument("--full", type=int, default=500, help="times the disk is full")
    wanted.add_argument("--errors", type=int, default=500, help="times an operation fails")
    wanted.add_argument("--seed", type=int, default=1)
    args = wanted.parse_args()
    if not available:
        print(json.dumps({"available": False}))
        return 0
    counts = dict(zip(WORLDS, (args.cuts, *[args.weak] * 3, args.full, args.errors), strict=True))
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, (world, counted) in WORLDS.items():
            found[name] = run(Path(folder) / name, world, counted, counts[name], args.seed)
    print(json.dumps(found, indent=1))
    sound = not any(found[name]["findings"] for name in set(WORLDS) - WEAKENED)
    seen = all(found[name]["findings"] for name in WEAKENED)
    return 0 if sound and seen else 1


if __name__ == "__main__":
    sys.exit(main())
