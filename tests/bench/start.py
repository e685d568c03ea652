"""Start-up: CPU seconds until the counter is on screen, against a bare PySide6 window.

Each round starts both programs as fresh processes, in turn, so that a busy machine weighs on both.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 7
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"  # a shop's PC keeps its bytecode

_BARE = """
import time
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1024, 768)
window.show()
while not window.windowHandle().isExposed():
    app.processEvents()
print(time.process_time())
"""

_OURS = """
import sys, time
from pathlib import Path
import main
from pos.places import Places
house = main.house(Places(Path(sys.argv[1])))
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from ui.terminal import Terminal
app = QApplication([])
terminal = Terminal(app, house)
terminal.start()
while not terminal.window.windowHandle().isExposed():
    app.processEvents()
shown = time.process_time()
early = [name for name in ("cv2", "numpy", "reportlab") if name in sys.modules]
while terminal.presenter is None or terminal.state.sheet is None:
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
print(shown, time.process_time(), ",".join(early))
terminal.close()
"""


def measure(rounds: int = ROUNDS) -> dict[str, object]:
    """Medians of CPU seconds, their ratio, and what was loaded too early (nothing, one hopes)."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        _run(_OURS, str(data))  # furnishes the demo shop, fills the caches
        _run(_BARE)
        bare, shown, ready, early = [], [], [], ""
        for _ in range(rounds):
            bare.append(float(_run(_BARE)))
            said = _run(_OURS, str(data)).split(" ")
            shown.append(float(said[0]))
            ready.append(float(said[1]))
            early = said[2] if len(said) > 2 else ""
    floor = statistics.median(bare)
    return {
        "bare_window_cpu_s": round(floor, 3),
        "window_shown_cpu_s": round(statistics.median(shown), 3),
        "sign_in_shown_cpu_s": round(statistics.median(ready), 3),
        "window_shown_ratio": round(statistics.median(shown) / floor, 2),
        "sign_in_shown_ratio": round(statistics.median(ready) / floor, 2),
        "loaded_too_early": early,
        "rounds": rounds,
    }


def _run(program: str, *args: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
    environment |= {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    done = subprocess.run(
        [sys.executable, "-c", program, *args],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )
    return done.stdout.strip().splitlines()[-1]


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
