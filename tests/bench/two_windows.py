"""`python -m tests.bench.two_windows --tries 1000`: two windows redeem one balance at one moment.

Each try is a member with points for exactly one redemption, wanted by two processes at once.
Right is: one is served, one is told no, nobody fails, and the books hold. JSON on stdout.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from subprocess import Popen
from uuid import UUID

from pos.store import open_store, verify
from tests.store.children import COST, child
from tests.store.shop import book_sale, clock_at, goods, set_up


def run(path: Path, tries: int) -> dict[str, int | float]:
    """How often one, both or none was served; `errors` are answers that are neither yes nor no."""
    clock = clock_at()
    with open_store(path, clock, reserve_bytes=0) as store:
        set_up(store)
        with store.writing() as work:
            for number in range(tries):
                book_sale(work, clock, number, _member(number), goods(COST * 100))
        windows = [child("redeem", str(path), str(10_000_000 * n)) for n in (1, 2)]
        try:
            assert all(_answer(window) == "ready" for window in windows)
            began = time.perf_counter()
            answers = [_race(windows, number) for number in range(tries)]
            seconds = time.perf_counter() - began
        finally:
            for window in windows:
                window.communicate()
        with store.reading() as view:
            faults = len(list(verify(view)))
            negative = sum(view.account(_member(n)).balance < 0 for n in range(tries))
    return {
        "tries": tries,
        "one_served": sum(sorted(pair) == ["done", "short"] for pair in answers),
        "double": sum(pair == ("done", "done") for pair in answers),
        "errors": sum(not set(pair) <= {"done", "short"} for pair in answers),
        "negative": negative,
        "faults": faults,
        "seconds": round(seconds, 2),
    }


def _member(number: int) -> UUID:
    return UUID(int=0xC0FFEE << 32 | number)


def _race(windows: list[Popen[str]], number: int) -> tuple[str, ...]:
    for window in windows:
        assert window.stdin is not None
        window.stdin.write(f"{_member(number).int}\n")
        window.stdin.flush()
    return tuple(_answer(window) for window in windows)


def _answer(window: Popen[str]) -> str:
    assert window.stdout is not None
    return window.stdout.readline().strip()


def main() -> int:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--tries", type=int, default=1000)
    tries = wanted.parse_args().tries
    with tempfile.TemporaryDirectory() as folder:
        found = run(Path(folder) / "regulars.db", tries)
    print(json.dumps(found))
    return 0 if found["one_served"] == tries and not found["faults"] else 1


if __name__ == "__main__":
    sys.exit(main())
