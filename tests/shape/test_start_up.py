"""Heavy packages are not loaded before the window is up: the cashier would be kept waiting."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.shape.sources import ROOT, sources

HEAVY = {"cv2", "numpy", "reportlab", "scipy", "escpos", "pyzbar", "zxingcpp", "PIL", "segno"}
ASK = """
import importlib, json, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""

# The real program up to its window; Qt's loop is replaced by a look at what is loaded by then.
OPEN = """
import json, os, sys
from PySide6.QtWidgets import QApplication

def look(*_):
    while not any(w.isVisible() and w.windowHandle().isExposed()
                  for w in QApplication.topLevelWidgets()):
        QApplication.processEvents()
    print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})), flush=True)
    os._exit(0)

QApplication.exec = look
import main
main.main(["--data", sys.argv[1]])
"""


def loaded_by(script: str, *words: str) -> set[str]:
    """Top-level packages that a fresh Python has at the end of the script."""
    done = subprocess.run(
        (sys.executable, "-c", script, *words),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.strip().splitlines()[-1]
    return set(json.loads(done.stdout))


def test_importing_the_program_loads_nothing_heavy() -> None:
    """`main` and every module of the screen; build.py is a contributor's tool, not the screen."""
    modules = [one.module for one in sources("main", "ui") if one.module != "ui.wording.build"]
    loaded = loaded_by(ASK, *modules)
    assert "PySide6" in loaded
    assert not HEAVY & loaded


def test_the_window_is_up_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    """In a folder that is empty, and again where the demo shop has been made."""
    for _ in range(2):
        loaded = loaded_by(OPEN, str(tmp_path))
        assert "PySide6" in loaded
        assert not HEAVY & loaded


def test_a_command_does_without_qt() -> None:
    every = [one.module for one in sources("main", "pos")]
    # Alembic's own script runs inside Alembic only.
    modules = [name for name in every if not name.startswith("pos.store.migrations")]
    assert "PySide6" not in loaded_by(ASK, *modules)


def test_the_measure_sees_a_heavy_package() -> None:
    assert "numpy" in loaded_by(ASK, "cv2")
