"""What the README tells a newcomer to type or to open exists."""

from __future__ import annotations

import re

import pytest

from tests.shape.sources import ROOMS, ROOT

README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8") if README.exists() else ""
TOPS = {*ROOMS, "tests", "tools", "docs"}


def make_targets(makefile: str) -> set[str]:
    """The targets a Makefile defines."""
    rules = re.findall(r"^([a-z][a-z -]*):(?!=)", makefile, flags=re.MULTILINE)
    return {target for rule in rules for target in rule.split()}


def commands(text: str) -> list[str]:
    """What the text says to type: lines of fenced blocks, and code in backticks."""
    blocks = re.findall(r"```[a-z]*\n(.*?)```", text, flags=re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    return [line.strip().removeprefix("$ ") for b in blocks for line in b.splitlines()] + inline


def paths(text: str) -> set[str]:
    """Paths of this repository that the text names, without a line number or a placeholder."""
    words = (w for c in commands(text) for w in re.split(r"[\s,;()]+", c))
    links = re.findall(r"\]\(([^)#:\s]+)\)", text)
    named = {w.split(":")[0].rstrip(".") for w in [*words, *links]}
    inside = {w for w in named if "/" in w and w.split("/")[0] in TOPS}
    return {w for w in inside if not re.search(r"[<>*…{}]|[A-Z]{4}", w)}


def test_every_make_command_is_a_target() -> None:
    told = {m[1] for c in commands(TEXT) if (m := re.match(r"make ([a-z-]+)", c))}
    missing = told - make_targets((ROOT / "Makefile").read_text(encoding="utf-8"))
    assert not missing


def test_every_path_exists() -> None:
    missing = [path for path in sorted(paths(TEXT)) if not (ROOT / path).exists()]
    assert not missing


def test_the_readme_tells_how_to_run_and_to_test() -> None:
    if not README.exists():
        pytest.skip("the README is not written yet")
    assert {"make run", "make test"} <= {" ".join(c.split()[:2]) for c in commands(TEXT)}


def test_commands_and_paths_are_found_in_a_text() -> None:
    text = "Type `make run`.\n```sh\n$ make test ARGS=x\nui/counter/  screen\n```\n[a](docs/a.png)"
    assert commands(text) == ["make test ARGS=x", "ui/counter/  screen", "make run"]
    assert paths(text) == {"ui/counter/", "docs/a.png"}
    assert make_targets("run test:\n\tx\nPYTHON ?= y\nLOCK := z\n") == {"run", "test"}
