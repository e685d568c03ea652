"""The real window: scan to member on screen, Enter to done, and gaps of the event loop.

Keys are sent to the window, the ledger is a real file. Milliseconds on a busy machine are noise:
read them beside the same run's floor, the time the window needs to draw an unchanged screen after
a key.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos.demo import demo_card
from tests.screen.driver import Till
from ui.counter.state import Phase

BEAT_MS = 4


class Pulse:
    """A timer on the screen's thread; the gaps between its beats are what a cashier would feel."""

    def __init__(self) -> None:
        self.gaps_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def stop(self) -> None:
        """No more beats."""
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now


def measure(rounds: int) -> dict[str, object]:
    """Percentiles in milliseconds of `rounds` visits."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        till = Till(Path(folder), app)
        till.sign_in()
        till.terminal.window.resize(1366, 768)
        pulse = Pulse()
        scans, confirms, keys = [], [], []
        for visit in range(rounds):
            card = demo_card(1 + visit % 40)
            scans.append(_timed(app, till, card))
            keys.append(_key(app, till))
            till.type("1250"[visit % 2 :])
            confirms.append(_confirmed(app, till))
            till.press(Qt.Key.Key_Escape)
        pulse.stop()
        till.close()
    return {
        "scan_to_member_ms": _percentiles(scans),
        "enter_to_done_ms": _percentiles(confirms),
        "key_to_screen_ms": _percentiles(keys),
        "event_loop_gap_ms": _percentiles(pulse.gaps_ms) | {"max": round(max(pulse.gaps_ms), 1)},
        "scan_ratio_to_key": round(statistics.median(scans) / statistics.median(keys), 2),
        "visits": rounds,
        "platform": app.platformName(),
    }


def _timed(app: QApplication, till: Till, card: str) -> float:
    """From the scanner's last key to the member on screen."""
    handle = till.terminal.window.windowHandle()
    for char in card:
        QTest.keyClick(handle, char)
    began = time.perf_counter()
    QTest.keyClick(handle, Qt.Key.Key_Return)
    while till.state.member is None:
        app.processEvents()
    till.terminal.window.repaint()
    return (time.perf_counter() - began) * 1000


def _key(app: QApplication, till: Till) -> float:
    """The floor: a function key that changes nothing, and one repaint."""
    began = time.perf_counter()
    QTest.keyClick(till.terminal.window.windowHandle(), Qt.Key.Key_Delete)
    app.processEvents()
    till.terminal.window.repaint()
    return (time.perf_counter() - began) * 1000


def _confirmed(app: QApplication, till: Till) -> float:
    began = time.perf_counter()
    QTest.keyClick(till.terminal.window.windowHandle(), Qt.Key.Key_Return)
    while till.state.phase is not Phase.DONE:
        app.processEvents()
    till.terminal.window.repaint()
    return (time.perf_counter() - began) * 1000


def _percentiles(values: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    return {"p50": round(cuts[49], 1), "p95": round(cuts[94], 1), "p99": round(cuts[98], 1)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--visits", type=int, default=100)
    print(json.dumps(measure(parser.parse_args().visits), indent=2))
