"""The words of `regulars scanner`: the set-up page of a keyboard scanner, and what it teaches."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.options import add, parts_of

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_scanner(commands: Commands) -> None:
    """Add the command."""
    parts = parts_of(add(commands, "scanner", "teach the till how its keyboard scanner types"))
    page = add(parts, "page", "the set-up page, to be scanned once")
    page.add_argument("--pdf", type=Path, metavar="FILE", help="write it as a PDF")
    page.add_argument("--paper", choices=("a4", "letter", "roll"), default="a4")
    page.add_argument("--print", action="store_true", help="put it on the shop's slip printer")
    learn = add(parts, "learn", "what a scan of the page, typed into this terminal, tells")
    learn.add_argument("text", help="the scan as it arrived; - reads one from standard input")
    learn.add_argument("--keep", action="store_true", help="write it to the settings")
