"""The repository's Python files as parsed trees, with each import resolved to a module.

Shared by the shape tests; reads the working tree, so a file counts before it is committed. Each
file is parsed once in a run, when a test asks for it: a million nodes that nobody wants while the
tests are collected.
"""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("loyalty", "receipts", "pos", "ui")


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One file: its dotted module name, its text by lines, its tree."""

    path: Path
    module: str
    lines: tuple[str, ...]
    tree: ast.Module

    def place(self, line: int) -> str:
        """`pos/counter.py:12`, as an editor opens it."""
        return f"{self.path.relative_to(ROOT)}:{line}"


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module: where, and whether it happens inside a function."""

    source: Source
    line: int
    target: str
    late: bool

    def place(self) -> str:
        """File and line, then who imports whom."""
        return f"{self.source.place(self.line)} ({self.source.module} -> {self.target})"


@cache
def sources(*tops: str) -> tuple[Source, ...]:
    """All files of these top-level folders or modules, in order; absent ones have none."""
    paths: list[Path] = []
    for top in tops:
        single = ROOT / f"{top}.py"
        paths += [single] if single.exists() else sorted((ROOT / top).rglob("*.py"))
    gc.disable()  # nothing of a tree is garbage, and looking for some takes three times as long
    try:
        return tuple(source(path) for path in paths)
    finally:
        gc.enable()


@cache
def source(path: Path) -> Source:
    """Parse one file."""
    text = path.read_text(encoding="utf-8")
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    if parts[-1] == "__init__":
        parts.pop()
    return Source(path, ".".join(parts), tuple(text.splitlines()), ast.parse(text))


@cache
def imports(one: Source) -> tuple[Import, ...]:
    """Each module that the file imports; `from pos import clock` means `pos.clock`."""
    return tuple(_imports(one))


def _imports(one: Source) -> Iterator[Import]:
    for node, late in _statements(one.tree):
        if isinstance(node, ast.Import):
            targets: Iterable[str] = (alias.name for alias in node.names)
        else:
            base = "." * node.level + (node.module or "")
            targets = {_module_of(base, alias.name) for alias in node.names}
        for target in sorted(targets):
            yield Import(one, node.lineno, target, late)


def _module_of(base: str, name: str) -> str:
    inside = ROOT.joinpath(*base.split("."), name)
    is_module = inside.is_dir() or inside.with_suffix(".py").exists()
    return f"{base}.{name}" if base and is_module else base


def _statements(
    node: ast.AST, late: bool = False
) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, late
        else:
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _statements(child, late or inside)


def within(module: str, prefix: str) -> bool:
    """Whether the module is the prefix or lies below it."""
    return module == prefix or module.startswith(prefix + ".")
