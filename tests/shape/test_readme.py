"""What the README tells a newcomer to type or to open exists."""

from __future__ import annotations

import re
import shlex

from pos.cli.arguments import read_arguments
from tests.shape.sources import ROOMS, ROOT, sources

README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
PROGRAM = re.compile(r"(?:python3? main\.py|regulars) \S").match
TOPS = {*ROOMS, "tests", "tools", "docs"}


def make_targets(makefile: str) -> set[str]:
    """The targets a Makefile defines."""
    rules = re.findall(r"^([a-z][a-z -]*):(?!=)", makefile, flags=re.MULTILINE)
    return {target for rule in rules for target in rule.split()}


def commands(text: str) -> list[str]:
    """What the text says to type: lines of fenced or indented blocks, and code in backticks."""
    fenced = re.findall(r"```[a-z]*\n(.*?)```", text, flags=re.DOTALL)
    rest = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    indented = re.findall(r"^    (\S.*)$", rest, flags=re.MULTILINE)
    lines = [line for block in fenced for line in block.splitlines()] + indented
    typed = [line.split("  #")[0].strip().removeprefix("$ ") for line in lines]
    return typed + re.findall(r"`([^`]+)`", rest)


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


def test_every_module_to_run_exists() -> None:
    told = {m[1] for c in commands(TEXT) if (m := re.match(r"python3? -m ([\w.]+)", c))}
    assert not [m for m in told if not (ROOT / m.replace(".", "/")).with_suffix(".py").exists()]


def test_every_command_of_the_program_is_understood() -> None:
    calls = [
        re.sub(r"^(python3? main\.py|regulars)\b", "", c) for c in commands(TEXT) if PROGRAM(c)
    ]
    unknown = []
    for call in calls:
        try:
            read_arguments(shlex.split(call.replace("\n", " ")))
        except SystemExit as asked:
            unknown += [call] if asked.code else []
    assert calls
    assert not unknown


def test_every_name_it_points_to_is_in_the_code() -> None:
    """`PIPELINE`, `frames_from`: a name that was changed since would send a newcomer astray."""
    names = {c for c in commands(TEXT) if re.fullmatch(r"_?[A-Z]\w*[a-z_]\w*|[a-z]+_[a-z_]+", c)}
    code = "\n".join(line for one in sources(*ROOMS, "main", "tests") for line in one.lines)
    assert not [name for name in sorted(names) if not re.search(rf"\b{name}\b", code)]


def test_the_readme_tells_how_to_run_and_to_test() -> None:
    assert {"make run", "make test"} <= {" ".join(c.split()[:2]) for c in commands(TEXT)}


def test_commands_and_paths_are_found_in_a_text() -> None:
    fenced = "```sh\n$ make test ARGS=x\nui/counter/  screen\n```"
    text = f"Type `make run`.\n{fenced}\n[a](docs/a.png)\n\n    make lint   # quick\n"
    typed = ["make test ARGS=x", "ui/counter/  screen", "make lint", "make run"]
    assert commands(text) == typed
    assert paths(text) == {"ui/counter/", "docs/a.png"}
    assert make_targets("run test:\n\tx\nPYTHON ?= y\nLOCK := z\n") == {"run", "test"}
