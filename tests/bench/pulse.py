"""The beat of the screen's thread, and percentiles: shared by the benches of the window."""

from __future__ import annotations

import statistics
import time

from PySide6.QtCore import Qt, QTimer

BEAT_MS = 4


class Pulse:
    """A timer on the screen's thread; the gaps between its beats are what a cashier would feel."""

    def __init__(self, beat_ms: int = BEAT_MS) -> None:
        self.gaps_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(beat_ms)

    def stop(self) -> None:
        """No more beats."""
        self._timer.stop()

    def told(self) -> dict[str, float]:
        """Percentiles of the gaps, and the longest."""
        return percentiles(self.gaps_ms) | {"max": round(max(self.gaps_ms), 1)}

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now


def percentiles(values: list[float]) -> dict[str, float]:
    """The 50th, 95th and 99th, to a tenth."""
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    return {"p50": round(cuts[49], 1), "p95": round(cuts[94], 1), "p99": round(cuts[98], 1)}
