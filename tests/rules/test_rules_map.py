"""docs/rules.md names, for every line of the program, cases that are really there."""

from __future__ import annotations

import re
from pathlib import Path

from tests.rules.table_cases import TABLES, cases

MAP = Path(__file__).parents[2] / "docs" / "rules.md"
NAMED = re.compile(r"`([a-z/]+): ([^`]+)`")


def there() -> set[tuple[str, str]]:
    return {
        (f"{folder}{one.table}", one.title)
        for folder in ("", "shop/")
        for one in cases(TABLES / folder)
    }


def test_every_case_the_map_names_is_there() -> None:
    named = set(NAMED.findall(MAP.read_text(encoding="utf-8")))
    assert named
    assert not sorted(named - there())


def test_every_line_of_the_map_names_a_case() -> None:
    lines = [line for line in MAP.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    rows = [line for line in lines if not line.startswith(("|---", "| what"))]
    assert len(rows) > 70
    assert not [row for row in rows if not NAMED.search(row)]


def test_every_table_stands_in_the_map() -> None:
    named = {table for table, _ in NAMED.findall(MAP.read_text(encoding="utf-8"))}
    assert named == {table for table, _ in there()}
