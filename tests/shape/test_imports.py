"""The arrows between the rooms hold, and imports sit where a reader looks for them.

Differences from the plan in house.md, each with its reason beside it in `arrows.py`: paper may
use Pillow, the screen may use `receipts.writing.format`, the values of pos are open to all of it.
"""

from __future__ import annotations

import sys
from collections import defaultdict

import pytest

from tests.shape import arrows
from tests.shape.sources import ROOMS, ROOT, Import, imports, sources


def found_in_ours() -> list[Import]:
    return [found for one in sources(*ROOMS, "main", "tools") for found in imports(one)]


def test_every_import_follows_the_table() -> None:
    known = sys.stdlib_module_names
    foreign = [f for f in found_in_ours() if f.target.split(".")[0] not in known]
    breaches = [f.place() for f in foreign if not arrows.allowed(f.source.module, f.target)]
    assert not breaches, "\n".join(["not in tests/shape/arrows.py:", *breaches])


@pytest.mark.parametrize(
    ("module", "target", "expected"),
    [
        ("loyalty.lots", "loyalty.points", True),
        ("loyalty.lots", "sqlalchemy", False),
        ("loyalty.lots", "numpy", False),
        ("loyalty.insight.forecast", "numpy", True),
        ("receipts.writing.pdf", "pos.clock", False),
        ("pos.store.tables", "pos.counter", False),
        ("pos.store.tables", "pos.clock", True),
        ("pos.counter", "pos.devices.ports", True),
        ("pos.counter", "pos.devices.serial_scanner", False),
        ("pos.counter", "pos.store.book", True),
        ("pos.clock", "pos.store", False),
        ("pos.cli.demo", "pos.devices.camera", True),
        ("pos.cli.demo", "ui.theme", False),
        ("ui.counter.screen", "pos.counter", True),
        ("ui.counter.screen", "pos.store.book", False),
        ("ui.counter.screen", "sqlalchemy", False),
        ("ui.counter.screen", "receipts.writing.pdf", False),
        ("ui.counter.screen", "receipts.writing.format", True),
        ("posters.thing", "posters.thing", None),
    ],
)
def test_the_table_reads_as_the_house_is_planned(
    module: str, target: str, expected: bool | None
) -> None:
    if expected is None:
        with pytest.raises(LookupError):
            arrows.room_of(module)
    else:
        assert arrows.allowed(module, target) is expected


def test_imports_sit_at_the_top_except_heavy_drivers() -> None:
    late = [f for f in found_in_ours() if f.late and not _chooses(f)]
    breaches = [f.place() for f in late if f.target.split(".")[0] not in arrows.LATE]
    assert not breaches, "\n".join(["imported inside a function:", *breaches])


def test_a_late_import_says_why() -> None:
    """Where a module first imports the package; its further imports lean on that reason."""
    first: dict[tuple[str, str], Import] = {}
    for found in (f for f in found_in_ours() if f.late):
        first.setdefault((found.source.module, found.target.split(".")[0]), found)
    breaches = [found.place() for found in first.values() if not _explained(found)]
    assert not breaches, "\n".join(["no comment on or above the late import:", *breaches])


def test_a_heavy_driver_is_imported_late_in_one_module_of_a_room() -> None:
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for found in (f for f in found_in_ours() if f.late and not _chooses(f)):
        room = arrows.room_of(found.source.module).name
        places[room, found.target.split(".")[0]].add(found.source.module)
    breaches = [f"{room}: {package} in {sorted(m)}" for (room, package), m in places.items()
                if len(m) > 1]  # fmt: skip
    assert not breaches, "\n".join(breaches)


def test_no_import_is_relative() -> None:
    assert not [f.place() for f in found_in_ours() if f.target.startswith(".")]


def _chooses(found: Import) -> bool:
    return any(
        found.source.module == name or found.source.module.startswith(name + ".")
        for name in arrows.LATE_ANYTHING
    )


def _explained(found: Import) -> bool:
    """A comment on the line, on the lines just above, or above the imports it stands among."""
    lines = found.source.lines
    if "#" in lines[found.line - 1]:
        return True
    for line in reversed(lines[: found.line - 1]):
        text = line.strip()
        if text.startswith("#") or (text.startswith(("import ", "from ")) and "#" in text):
            return True
        if not text.startswith(("import ", "from ", "try:")):
            return False
    return False


def test_the_table_speaks_of_rooms_that_exist() -> None:
    tops = {room.name.split(".")[0] for room in arrows.TABLE}
    folders = {p.name for p in ROOT.iterdir() if p.is_dir() and any(p.glob("*.py"))}
    assert folders <= tops | {"tests"}, f"folders without a line: {folders - tops}"
