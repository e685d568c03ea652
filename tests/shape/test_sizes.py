"""Files, classes and functions stay small enough to be read in one go.

A breach is allowed where a comment `# size: why` says why: on the first line of the function or
class, or anywhere in the file for the file itself. Public docstrings are ruff's business (D1).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shape.sources import ROOMS, ROOT, Source, sources

FILE, CLASS, FUNCTION = 400, 250, 60
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}


def everything() -> tuple[Source, ...]:
    return sources(*ROOMS, "main", "tools", "tests")


def too_large(one: Source) -> Iterator[str]:
    """Each breach of a size in the file, with its place."""
    if len(one.lines) > FILE and not any("# size: " in line for line in one.lines):
        yield f"{one.place(1)} has {len(one.lines)} lines (at most {FILE})"
    for node in ast.walk(one.tree):
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        limit = CLASS if isinstance(node, ast.ClassDef) else FUNCTION
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > limit and "# size: " not in one.lines[node.lineno - 1]:
            yield f"{one.place(node.lineno)} {node.name} has {length} lines (at most {limit})"


def test_nothing_is_too_large() -> None:
    breaches = [breach for one in everything() for breach in too_large(one)]
    assert not breaches, "\n".join(breaches)


@pytest.mark.parametrize("comment", ["", "  # size: one table"])
def test_a_large_function_needs_its_reason(comment: str) -> None:
    text = f"def f():{comment}\n" + "    x = 1\n" * FUNCTION
    one = Source(ROOT / "x.py", "x", tuple(text.splitlines()), ast.parse(text))
    assert bool(list(too_large(one))) is (comment == "")


def test_a_module_says_in_one_to_six_lines_what_it_is() -> None:
    breaches = []
    for one in everything():
        docstring = ast.get_docstring(one.tree)
        length = len(docstring.splitlines()) if docstring else 0
        if not 1 <= length <= 6:
            breaches.append(f"{one.place(1)}: {length} lines")
    assert not breaches, "\n".join(breaches)


def test_no_module_is_a_drawer_for_everything() -> None:
    # The room ui/manager is named after the person who uses it, not after a pattern.
    names = [(one, Path(one.path)) for one in sources(*ROOMS)]
    breaches = [one.place(1) for one, path in names if path.stem in FORBIDDEN]
    breaches += [one.place(1) for one, path in names if path.parent.name in FORBIDDEN - {"manager"}]
    assert not breaches, "\n".join(breaches)
