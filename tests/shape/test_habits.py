"""What ruff cannot say about one file alone: one clock, two places that catch all, no floats."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator

import pytest

from tests.shape.sources import ROOMS, ROOT, Source, sources, within

CLOCK = {"now", "utcnow", "today"}
CATCH_ALL = ("ui.jobs", "ui.excepthook")


def clock_reads(one: Source) -> Iterator[str]:
    """Places that ask the machine for the date: `datetime.now`, `date.today`, `time.time`."""
    for node in ast.walk(one.tree):
        if not isinstance(node, ast.Attribute):
            continue
        owner = node.value
        name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
        of_day = name in {"datetime", "date"} and node.attr in CLOCK
        of_seconds = name == "time" and node.attr in {"time", "time_ns"}
        if of_day or of_seconds:
            yield one.place(node.lineno)


def catches_all(one: Source) -> Iterator[str]:
    """Handlers for any exception that do not raise it again."""
    for node in ast.walk(one.tree):
        if not isinstance(node, ast.ExceptHandler):
            continue
        named = (
            {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)} if node.type else {""}
        )
        last = node.body[-1]
        raised_again = isinstance(last, ast.Raise) and last.exc is None
        if named & {"", "Exception", "BaseException"} and not raised_again:
            yield one.place(node.lineno)


def floats(one: Source) -> Iterator[str]:
    """The type by name, or a number written with a point."""
    for node in ast.walk(one.tree):
        by_name = isinstance(node, ast.Name) and node.id == "float"
        by_value = isinstance(node, ast.Constant) and isinstance(node.value, float)
        if by_name or by_value:
            yield one.place(getattr(node, "lineno", 1))


def test_no_file_names_a_place_of_one_machine() -> None:
    """Paths of whoever wrote it: they exist nowhere else."""
    places = re.compile(r"/(?:root|work)/[a-z.]")
    kinds = {".py", ".md", ".toml", ".txt", ".ts", ".tsv", ".json", ".svg", ""}
    listed = subprocess.run(
        ("git", "ls-files", "-z"), cwd=ROOT, capture_output=True, text=True, check=True
    )
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    texts = [file for file in files if file.suffix in kinds and file.is_file()]
    found = [
        str(file.relative_to(ROOT))
        for file in texts
        if places.search(file.read_text(encoding="utf-8"))
    ]
    assert texts
    assert not found


def test_only_the_clock_reads_the_clock() -> None:
    ours = [one for one in sources(*ROOMS, "main") if one.module != "pos.clock"]
    breaches = [place for one in ours for place in clock_reads(one)]
    assert not breaches, "\n".join(breaches)


def test_only_jobs_and_the_excepthook_catch_everything() -> None:
    ours = sources(*ROOMS, "main")
    elsewhere = [one for one in ours if not any(within(one.module, m) for m in CATCH_ALL)]
    breaches = [place for one in elsewhere for place in catches_all(one)]
    assert not breaches, "\n".join(breaches)


def test_no_float_comes_near_the_rules() -> None:
    rules = [one for one in sources("loyalty") if not within(one.module, "loyalty.insight")]
    breaches = [place for one in rules for place in floats(one)]
    assert not breaches, "\n".join(breaches)


@pytest.mark.parametrize(
    ("finder", "text", "found"),
    [
        (clock_reads, "datetime.now(UTC)", True),
        (clock_reads, "datetime.date.today()", True),
        (clock_reads, "time.time()", True),
        (clock_reads, "clock.now()", False),
        (clock_reads, "time.monotonic_ns()", False),
        (catches_all, "try: f()\nexcept Exception: pass", True),
        (catches_all, "try: f()\nexcept (OSError, Exception): pass", True),
        (catches_all, "try: f()\nexcept: pass", True),
        (catches_all, "try: f()\nexcept BaseException:\n  undo()\n  raise", False),
        (catches_all, "try: f()\nexcept OSError: pass", False),
        (floats, "x: float", True),
        (floats, "x = 0.5", True),
        (floats, "x = Fraction(1, 2)", False),
    ],
)
def test_the_finders_find(finder: object, text: str, found: bool) -> None:
    one = Source(ROOT / "x.py", "x", tuple(text.splitlines()), ast.parse(text))
    assert callable(finder)
    assert bool(list(finder(one))) is found
