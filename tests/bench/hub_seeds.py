"""Many seeded lives of shops with hubs (`tests.sync.hub_seeds`): `python -m tests.bench.hub_seeds
--seeds 0-99` prints what came of them as one JSON object; exit status 1 where one failed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sync.hub_seeds import Life, drawn

MEMORY = Path("/dev/shm")


def main() -> None:
    """The command."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seeds", default="0-19")
    asked.add_argument("--fault", nargs="*", default=None)
    asked.add_argument("--trace", action="store_true")
    options = asked.parse_args()
    first, _, last = options.seeds.partition("-")
    told: Counter[str] = Counter()
    failed: dict[int, str] = {}
    began = time.process_time()
    seeds = range(int(first), int(last or first) + 1)
    for seed in seeds:
        with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            life = Life(seed, Path(folder), drawn(seed) if options.fault is None else options.fault)
            try:
                life.run()
            except Exception as error:
                failed[seed] = repr(error)[:300]
                if options.trace:
                    print("\n".join(life.trace))
                    raise
            told += life.told
    facts = {
        "seeds": len(seeds),
        "failed": failed,
        "cpu_s": round(time.process_time() - began, 1),
        "told": dict(sorted(told.items())),
    }
    print(json.dumps(facts, indent=2))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
