"""The checks of `make test`, each named as it runs; pytest comes last so its closing line stays."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tools.environment import ROOT

# Each process begins with a stretch of whole modules, so that what a module has made is made once;
# who is done takes from the end of another's stretch.
SHARED = ("--dist", "worksteal")
TYPED = ("main.py", "loyalty", "receipts", "pos", "ui", "tools")


def lint(python: Path) -> int:
    """Run ruff and mypy, all of them even after a failure; 0 if all were content."""
    failed = [name for name, command in _lint_commands(python) if _named(name, command)]
    if failed:
        print(f"\nNot content: {', '.join(failed)}.", flush=True)
    return 1 if failed else 0


def everything(python: Path, pytest_words: Sequence[str] = ()) -> int:
    """Run lint, then pytest whatever lint said; 0 only if all were content.

    With words for pytest (a file, `-k name`) only pytest runs, in one process: somebody is looking
    for one thing. Without, as many processes share the tests as there are cores.
    """
    status = 0 if pytest_words else lint(python)
    words = pytest_words or in_processes(cores())
    if status:
        print("The tests run all the same; the whole has failed already.", flush=True)
    return _named("pytest", [str(python), "-m", "pytest", *words]) or status


def in_processes(count: int) -> tuple[str, ...]:
    """What pytest is told to work in so many processes; nothing for one."""
    return ("-n", str(count), *SHARED) if count > 1 else ()


def cores() -> int:
    """Those this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _lint_commands(python: Path) -> list[tuple[str, list[str]]]:
    ruff = [str(python), "-m", "ruff"]
    present = [name for name in TYPED if (ROOT / name).exists()]
    return [
        ("ruff check", [*ruff, "check", "."]),
        ("ruff format", [*ruff, "format", "--check", "."]),
        ("mypy", [str(python), "-m", "mypy", *present]),
    ]


def _named(name: str, command: list[str]) -> int:
    print(f"--- {name}", flush=True)
    offscreen = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM") or "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=offscreen, check=False).returncode
