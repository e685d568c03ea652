"""Heavy packages are not loaded before the window is up: the cashier would be kept waiting."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.shape.sources import ROOT, sources

HEAVY = {"cv2", "numpy", "reportlab", "scipy", "escpos", "pyzbar", "zxingcpp", "PIL", "segno"}
ASK = """
import importlib, json, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


def loaded_by(*modules: str) -> set[str]:
    """Top-level packages that a fresh Python has after importing these modules."""
    done = subprocess.run(
        (sys.executable, "-c", ASK, *modules),
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
    loaded = loaded_by(*modules)
    assert "PySide6" in loaded
    assert not HEAVY & loaded


def test_the_measure_sees_a_heavy_package() -> None:
    assert "numpy" in loaded_by("cv2")
