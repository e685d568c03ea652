"""`python -m tests.bench.kill --kills 500`: a till is killed at random moments while it sells.

After each kill the books must hold every act that was acknowledged, none twice, and be without a
fault. A look at them costs more the longer they are, so every LIVES kills begin new ones. JSON on
stdout.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import threading
from pathlib import Path

from loyalty.ledger.entry import Kind
from pos.store import Store, open_store, verify
from tests.store.children import child
from tests.store.shop import ANNA, act, book_sale, clock_at, set_up

STEP = 100_000  # act numbers of one life
LIVES = 50  # kills that one ledger goes through
_COUNTED = ("kills", "acknowledged", "unacknowledged", "lost", "doubled", "faults")


def run(folder: Path, kills: int, longest_s: float = 0.25, seed: int = 1) -> dict[str, int]:
    """Kill `kills` times; what was acknowledged, and what of it was lost, doubled or wrong."""
    chance = random.Random(seed)
    clock = clock_at()
    found = dict.fromkeys(_COUNTED, 0)
    for life in range(1, kills + 1):
        path = folder / f"regulars-{(life - 1) // LIVES}.db"
        if not path.exists():
            with open_store(path, clock, reserve_bytes=0) as store:
                set_up(store)
        told = _live_and_die(path, life * STEP, chance.uniform(0, longest_s))
        with open_store(path, clock, reserve_bytes=0) as store:
            _look(store, life, told, found)
        found["kills"] += 1
    return found


def _live_and_die(path: Path, first: int, after_s: float) -> dict[int, int]:
    """What a child acknowledged (act -> seq) before it was killed, `after_s` after its first."""
    till = child("award", str(path), str(first))
    assert till.stdout is not None
    told = [till.stdout.readline()]
    bomb = threading.Timer(after_s, till.kill)
    bomb.start()
    told += till.stdout.readlines()
    till.wait()
    if till.stdin is not None:
        till.stdin.close()
    till.stdout.close()
    pairs = [line.split() for line in told if line.endswith("\n") and line.strip()]
    return {int(number): int(seq) for number, seq in pairs}


def _look(store: Store, life: int, told: dict[int, int], found: dict[str, int]) -> None:
    with store.reading() as view:
        for number, seq in told.items():
            entry = view.entry_of(act(number), Kind.SALE)
            if entry is None or entry.key.seq != seq:
                found["lost"] += 1
        found["faults"] += len(list(verify(view)))
        found["faults"] += sum(health.code == "chain-broken" for health in store.health)
        found["faults"] += sum(health.code == "ledger-behind" for health in store.health)
    found["acknowledged"] += len(told)
    # The act it died in: booked or not, the cashier tries it again, and it must count once.
    with store.writing() as work:
        number = life * STEP + len(told)
        before = work.entry_of(act(number), Kind.SALE)
        balance = work.account(ANNA).balance
        again = book_sale(work, clock_at(), number)
        if before is not None:
            found["unacknowledged"] += 1
            found["doubled"] += again != before or work.account(ANNA).balance != balance


def main() -> int:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--kills", type=int, default=500)
    wanted.add_argument("--seed", type=int, default=1)
    args = wanted.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = run(Path(folder), args.kills, seed=args.seed)
    print(json.dumps(found))
    return 0 if not (found["lost"] or found["doubled"] or found["faults"]) else 1


if __name__ == "__main__":
    sys.exit(main())
