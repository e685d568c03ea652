"""`regulars office report`: the figures on the command line, and a period that is none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.shape.sources import ROOT


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, "main.py", "office", *words),
        cwd=ROOT,
        env={**os.environ, "REGULARS_DATA": str(folder)},
        capture_output=True,
        text=True,
    )


def test_the_figures_are_told_as_a_table_and_as_json(tmp_path: Path) -> None:
    assert _run(tmp_path, "init", "--login", "ana", "--name", "Ana").returncode == 0
    told = _run(tmp_path, "report", "--from", "2026-11-01", "--to", "2026-11-30")
    assert told.stdout.startswith("2026-11-01 to 2026-11-30")
    facts = json.loads(_run(tmp_path, "report", "--from", "2026-11-01", "--json").stdout)
    assert (facts["first"], facts["rows"][0]["sales"]) == ("2026-11-01", 0)
    wrong = _run(tmp_path, "report", "--from", "2026-13-01")
    assert wrong.returncode != 0
    assert "This is no period" in wrong.stderr
    other = _run(tmp_path, "report", "--shop", "3", "--json")
    assert json.loads(other.stdout)["error"]["code"] == "shop-unknown"
