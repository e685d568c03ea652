"""Finds every code that the sources can raise, the computed ones included."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.shape.sources import Source

RAISED = ("LoyaltyError", "TroubleError", "PaperError", "Refused", "Reason", "Error")
KEBAB = re.compile(r"[a-z]+(?:-[a-z]+)+")


def codes_of(one: Source, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(place, code) of each call of `names`, and of the tables its first argument is read from."""
    for call in ast.walk(one.tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.args):
            continue
        if call.func.id in names:
            for code in _texts(one.tree, call.args[0]):
                yield one.place(call.lineno), code


def _texts(tree: ast.Module, code: ast.expr) -> Iterator[str]:
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        yield code.value
    elif isinstance(code, ast.IfExp):
        yield from _texts(tree, code.body)
        yield from _texts(tree, code.orelse)
    elif isinstance(code, ast.Subscript):
        yield from _assigned(tree, ast.unparse(code.value))
    elif isinstance(code, ast.Name):
        yield from _assigned(tree, code.id)


def _assigned(tree: ast.Module, name: str) -> Iterator[str]:
    """Codes in whatever is assigned to a name, and in the tables that are read for it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(t, ast.Name) and t.id == name for t in targets):
                for part in ast.walk(node.value):
                    if isinstance(part, ast.Constant) and KEBAB.fullmatch(str(part.value)):
                        yield str(part.value)
                    elif isinstance(part, ast.Name) and part.id.isupper() and part.id != name:
                        yield from _assigned(tree, part.id)
