"""What is installed is what is in the repository: a picture left out is missed only in a shop."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.shape.sources import ROOMS, ROOT

# What a program is made from, not what it runs on.
MADE_FROM = {".ts", ".tsv"}
BUILD = "import sys; from setuptools import build_meta as b; print(b.build_wheel(sys.argv[1]))"


def test_the_wheel_holds_every_file_and_the_command(tmp_path: Path) -> None:
    copy, out = tmp_path / "copy", tmp_path / "out"
    copy.mkdir()
    for room in ROOMS:
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("main.py", "pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, copy / name)
    expected = {
        path.relative_to(copy).as_posix()
        for room in ROOMS
        for path in (copy / room).rglob("*")
        if path.is_file() and path.suffix not in MADE_FROM
    }
    subprocess.run(
        (sys.executable, "-c", BUILD, str(out)), cwd=copy, capture_output=True, check=True
    )
    with zipfile.ZipFile(next(out.glob("*.whl"))) as wheel:
        held = set(wheel.namelist())
        commands = next(name for name in held if name.endswith("entry_points.txt"))
        assert "regulars = main:main" in wheel.read(commands).decode()
    assert not (expected | {"main.py"}) - held
