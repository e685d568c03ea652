"""`make bench`: every measurement, one JSON object, each ratio beside the bar it is held to.

Quick by default (a few minutes on two cores); `--full` is what docs/measurements.md records.
Each bench is a process of its own. The exit status is 1 only where one of them crashed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import PySide6

from tests.bench.bars import bars
from tests.bench.screens import screens

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Bench:
    """A module of tests/bench, what it is asked for, and the screen it wants."""

    name: str
    quick: str
    full: str
    screen: str = "offscreen"
    module: str = ""
    environment: dict[str, str] = field(default_factory=dict)

    def command(self, full: bool) -> list[str]:
        """What is run, after the interpreter."""
        module = self.module or self.name
        return ["-m", f"tests.bench.{module}", *(self.full if full else self.quick).split()]


def benches() -> list[Bench]:
    """In the order they are run: what wants a quiet machine first."""
    window = "--visits 300 --members 200000 --entries 2000000"
    some = "--visits 40 --members 20000 --entries 100000"
    return [
        Bench("start", "", ""),
        *(
            Bench(f"opening_{on}", "--rounds 5", "--rounds 15", on, "opening")
            for on in ("offscreen", "xcb")
        ),
        *(Bench(f"window_{on}", some, window, on, "window") for on in ("offscreen", "xcb")),
        Bench("keystrokes", "", ""),
        *(
            Bench(f"wedge_{on}", "--codes 2 --ids 1000", "--codes 20 --ids 1000", on, "wedge")
            for on in ("offscreen", "xcb")
        ),
        Bench("two_windows", "--tries 100", "--tries 1000"),
        Bench("ledger", "", "--entries 0,1000000,10000000 --members 1000000"),
        Bench("kill", "--kills 20", "--kills 500"),
        Bench("power", "--cuts 200 --weak 50 --full 50 --errors 50", "--cuts 5000"),
        Bench("basket", "", "--rounds 25"),
        Bench("nightly", "", "--members 200000"),
        Bench("erasure", "", "--members 200000"),
        Bench("scan", "", "--conditions 6 --empty 2000 --approaches 72 --heartbeat 8"),
        Bench("audit", "", "--entries 1000000"),
        Bench("receipt_codes", "", "--mutations 100000"),
        Bench("attacks", "", ""),
        Bench("line", "--sales 2000 --rounds 20", "--sales 10000 --rounds 100"),
        Bench("kill_sync", "--kills 10", "--kills 250"),
        Bench("tap", "--rounds 1 --chunkings 1 --kills 20", "--chunkings 5 --kills 150"),
        Bench("policy", "--seeds 3", "--seeds 9"),
        Bench("campaigns_aa", "--campaigns 200", "--campaigns 2000 --members 400"),
        Bench("audience", "--members 20000", ""),
        Bench("ingest", "--rounds 6", "--rounds 20"),
        Bench("hub", "--members 5 --visits 4", ""),
        Bench("hub_seeds", "--seeds 0-4", "--seeds 0-99"),
        Bench("evening", "", ""),
        Bench("load", "--shops 4 --minutes 0.3", "--shops 40 --minutes 10"),
        Bench("receipt_text", "--seeds 1", "--seeds 8 --rounds 2"),
    ]


def measured(full: bool, only: list[str]) -> tuple[dict[str, Any], list[str]]:
    """What each bench found, and the names of those that crashed."""
    found: dict[str, Any] = {}
    crashed = []
    with screens() as platforms:
        for bench in benches():
            wanted = not only or bench.name in only or bench.module in only
            if not wanted or bench.screen not in platforms:
                continue
            print(f"{bench.name} …", file=sys.stderr, flush=True)
            began = time.perf_counter()
            told = _run(bench.command(full), platforms[bench.screen])
            if told is None:
                crashed.append(bench.name)
                continue
            found[bench.name] = {
                "command": " ".join(["python", *bench.command(full)]),
                "took_s": round(time.perf_counter() - began, 1),
                "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
                "found": told,
            }
    return found, crashed


def _run(command: list[str], environment: dict[str, str]) -> Any:
    """The JSON a bench prints; None, with its last words on stderr, where it printed none."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )
    try:
        return json.loads(done.stdout)
    except ValueError:
        print(done.stderr[-2_000:], file=sys.stderr)
        return None


def machine() -> dict[str, object]:
    """What it ran on, in words that name nobody's machine."""
    return {
        "system": platform.system(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "pyside": PySide6.__version__,
        "at": datetime.now(UTC).isoformat(timespec="minutes"),
    }


def main() -> int:
    wanted = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    wanted.add_argument("--full", action="store_true", help="the sizes of docs/measurements.md")
    wanted.add_argument("only", nargs="*", help="names of benches; all of them by default")
    asked = wanted.parse_args()
    found, crashed = measured(asked.full, asked.only)
    held = bars({name: one["found"] for name, one in found.items()})
    told = {"machine": machine(), "full": asked.full, "bars": held, "measured": found}
    print(json.dumps({**told, "crashed": crashed}, indent=1, ensure_ascii=False))
    return 1 if crashed else 0


if __name__ == "__main__":
    sys.exit(main())
