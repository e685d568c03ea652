"""Compares with a committed text; UPDATE_GOLDEN=1 writes it anew, and the diff is then reviewed."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "golden" / "paper"


def assert_golden(name: str, text: str) -> None:
    """``text`` equals the file ``name`` of tests/golden/paper."""
    path = _FOLDER / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{name} is missing: run once with UPDATE_GOLDEN=1"
    assert text == path.read_text(encoding="utf-8")
