"""A campaign's result has one door, which is locked until its day: nothing calculates it beside."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.shape.sources import Source, sources

DOOR = "pos.trials"
MAKERS = {
    "loyalty.insight.trial": {"result", "measured"},
    "loyalty.insight.uplift": {"uplift_in_share", "uplift_in_money"},
    "loyalty.accrual.campaigning": {"kept_arm"},
}
"""What makes a result of members' arms, by module."""


def made_beside(one: Source) -> Iterator[str]:
    """Imports of what makes a result; a module imported whole counts as all of it."""
    for node in ast.walk(one.tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {alias.name for alias in node.names}
            whole = {f"{node.module}.{name}" for name in names} & set(MAKERS)
            if MAKERS.get(node.module, set()) & names or whole:
                yield one.place(node.lineno)
        elif isinstance(node, ast.Import) and {alias.name for alias in node.names} & set(MAKERS):
            yield one.place(node.lineno)


def test_no_screen_report_export_or_command_makes_a_result_beside_the_locked_door() -> None:
    ours = [one for one in sources("pos", "ui", "receipts", "main") if one.module != DOOR]
    breaches = [place for one in ours for place in made_beside(one)]
    assert not breaches, "\n".join(breaches)


def test_the_door_itself_is_found() -> None:
    (door,) = [one for one in sources("pos") if one.module == DOOR]
    assert len(list(made_beside(door))) == len(MAKERS)
