"""The lock files: hashed, no addresses, made from pyproject.toml, never two cv2 in them."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.shape.sources import ROOMS, ROOT, imports, sources

LOCKS = ("requirements.txt", "requirements-office.txt", "requirements-dev.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def by_name(requirements: list[str]) -> dict[str, Requirement]:
    """The requirements by the package's name as the index writes it."""
    return {canonicalize_name((one := Requirement(r)).name): one for r in requirements}


RUN = by_name(PROJECT["dependencies"])
EXTRAS = {name: by_name(wanted) for name, wanted in PROJECT["optional-dependencies"].items()}
OFFICE, OCR, DEV = EXTRAS["office"], EXTRAS["ocr"], EXTRAS["dev"]
# What keeps head office an extra.
HEAVY = {"starlette", "uvicorn", "jinja2", "psycopg"}
# Used without an import of ours.
SILENT = {
    "tzdata": "zoneinfo reads it where the system has no zone files",
    "psycopg": "SQLAlchemy loads it by the name in the database's URL",
}


def pins(lock: str) -> dict[str, tuple[str, str]]:
    """Package name -> (version, everything the lock says of it)."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    named = (re.match(r"([a-z0-9.-]+)==([^\s;\\]+)", block) for block in blocks)
    return {m[1]: (m[2], block) for m, block in zip(named, blocks, strict=True) if m}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|\bgit\+", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_each_package_is_pinned_with_hashes(lock: str) -> None:
    bare = [name for name, (_, block) in pins(lock).items() if "--hash=sha256:" not in block]
    assert pins(lock)
    assert not bare


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.txt", RUN),
        ("requirements-office.txt", RUN | OFFICE),
        ("requirements-dev.txt", RUN | OFFICE | OCR | DEV),
    ],
)
def test_the_lock_fits_the_project(lock: str, wanted: dict[str, Requirement]) -> None:
    locked = pins(lock)
    assert not wanted.keys() - locked.keys(), "run `make lock`"
    outside = [
        f"{name} {locked[name][0]} against {requirement}"
        for name, requirement in wanted.items()
        if not requirement.specifier.contains(locked[name][0])
    ]
    assert not outside, "run `make lock`"


def test_the_locks_agree_and_each_holds_the_smaller_one() -> None:
    run, office, dev = ({name: v for name, (v, _) in pins(lock).items()} for lock in LOCKS)
    assert run.items() < office.items() < dev.items()


def test_a_counter_needs_no_web_server_and_no_driver_of_head_offices() -> None:
    assert OFFICE.keys() >= HEAVY
    assert not HEAVY & pins("requirements.txt").keys()


def test_there_is_one_cv2_and_the_sound_pyside() -> None:
    locked = pins("requirements-dev.txt")
    assert [name for name in locked if name.startswith("opencv")] == ["opencv-python-headless"]
    assert locked["pyside6-essentials"][0] == "6.11.3"
    assert not {"pyside6", "pyside6-addons"} & locked.keys()


def test_each_import_is_a_declared_dependency() -> None:
    """Nothing of ours leans on a package that only another package brought."""
    brings = packages_distributions()
    undeclared = []
    for one in sources(*ROOMS, "main"):
        for found in imports(one):
            top = found.target.split(".")[0]
            if top in sys.stdlib_module_names or top in {*ROOMS, "main"}:
                continue
            bringers = {canonicalize_name(name) for name in brings.get(top, [top])}
            # Shiboken comes with PySide6 and cannot be had in another version.
            if not bringers & (RUN | OCR | OFFICE).keys() and top not in {"shiboken6", "usb"}:
                undeclared.append(found.place())
    assert not undeclared, "\n".join(undeclared)


def test_each_declared_dependency_is_imported() -> None:
    """Dead weight is 100 MB soon."""
    brings = packages_distributions()
    tops = {f.target.split(".")[0] for one in sources(*ROOMS, "main") for f in imports(one)}
    used = {canonicalize_name(name) for top in tops for name in brings.get(top, [])}
    assert sorted((RUN | OFFICE).keys() - used - SILENT.keys()) == []
