"""`python -m tests.bench.opening`: gaps of the event loop while the terminal starts.

The window is on screen and its books' library is imported in a worker, under the same interpreter
lock: this is when the screen is most likely to stand still. Every round is a fresh process.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("REGULARS_RESERVE_MIB", "0")

ROUNDS = 7
AFTERWARDS_S = 1.0  # the warm-up, and whatever else comes after the sign-in is shown
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"  # a shop's PC keeps its bytecode


def start(data: Path) -> dict[str, object]:
    """Start the terminal in this process; gaps in milliseconds from exposure to a second after."""
    import main
    from pos.places import Places

    house = main.house(Places(data))
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from tests.bench.pulse import Pulse
    from ui.terminal import Terminal

    app = QApplication([])
    terminal = Terminal(app, house)
    began = time.perf_counter()
    terminal.start()
    while not terminal.window.windowHandle().isExposed():
        app.processEvents()
    shown = time.perf_counter()
    pulse = Pulse()
    waiting = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while terminal.presenter is None or terminal.state.sheet is None:
        app.processEvents(waiting)
    ready = time.perf_counter()
    while time.perf_counter() < ready + AFTERWARDS_S:
        app.processEvents(waiting)
    pulse.stop()
    terminal.close()
    return {
        "gap_ms": round(max(pulse.gaps_ms), 1),
        "shown_ms": round((shown - began) * 1000),
        "sign_in_ms": round((ready - began) * 1000),
        "platform": app.platformName(),
    }


def measure(rounds: int = ROUNDS) -> dict[str, object]:
    """The longest gap of each start, and wall times from `start()` on; a first round warms up."""
    with tempfile.TemporaryDirectory() as folder:
        _fresh(folder)
        found = [_fresh(folder) for _ in range(rounds)]
    gaps = [one["gap_ms"] for one in found]
    return {
        "longest_gap_ms": {"median": statistics.median(gaps), "max": max(gaps)},
        "window_shown_ms": statistics.median(one["shown_ms"] for one in found),
        "sign_in_shown_ms": statistics.median(one["sign_in_ms"] for one in found),
        "rounds": rounds,
        "platform": found[0]["platform"],
    }


def _fresh(data: str) -> dict[str, float]:
    environment = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
    command = [sys.executable, "-m", "tests.bench.opening", "--start", data]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env=environment, timeout=120
    )
    told: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return told


def _main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--rounds", type=int, default=ROUNDS)
    wanted.add_argument("--start", type=Path, help=argparse.SUPPRESS)
    asked = wanted.parse_args()
    if asked.start is not None:
        print(json.dumps(start(asked.start)))
    else:
        print(json.dumps(measure(asked.rounds), indent=2))


if __name__ == "__main__":
    _main()
