"""The words of `regulars report`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.options import WHO, add, day

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_report(commands: Commands) -> None:
    """`report NAME`: made from the books, shown, or written to a file."""
    report = add(commands, "report", "a report over a period; `report list` names them all")
    report.add_argument("name", metavar="NAME", help="its name, or `list`")
    report.add_argument("--from", dest="start", type=day, metavar="DATE", help="the first day")
    report.add_argument("--to", dest="end", type=day, metavar="DATE", help="the last day")
    report.add_argument("--member", metavar="WHO", help=f"for a member's own: {WHO}")
    out = report.add_mutually_exclusive_group()
    out.add_argument("--pdf", type=Path, metavar="FILE")
    out.add_argument("--csv", type=Path, metavar="FILE", help="several tables: a file for each")
    out.add_argument("--xlsx", type=Path, metavar="FILE")
    report.add_argument("--language", metavar="L", help="of the words; the shop's unless named")
    report.add_argument("--page", choices=("a4", "letter"), default="a4")
    report.add_argument("--no-bom", action="store_true", help="CSV without a byte order mark")
