"""The page that lists every command: each is understood as written, and none is left out."""

from __future__ import annotations

import shlex
from argparse import Namespace

from pos.cli.arguments import read_arguments
from pos.cli.command import COMMANDS
from tests.shape.sources import ROOT


def shown() -> list[tuple[str, Namespace]]:
    """The commands of the page, and how they are read."""
    page = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    typed = [line.strip() for line in page.splitlines() if line.startswith("    regulars ")]
    return [(line, read_arguments(shlex.split(line)[1:])) for line in typed]


def test_every_command_of_the_page_is_understood() -> None:
    assert len(shown()) > len(COMMANDS)


def test_every_command_is_on_the_page() -> None:
    told = {(options.command, options.part) for _, options in shown()}
    assert not set(COMMANDS) - told
