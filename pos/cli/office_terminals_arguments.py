"""The words of `regulars office terminal`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.options import add, positive

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

URL = "https://127.0.0.1:8443"


def add_terminal(parts: Commands) -> argparse.ArgumentParser:
    """The command and its options."""
    command = add(parts, "terminal", "terminals: list them, a code for one, a shop's hub, an end")
    command.add_argument("act", choices=("list", "add", "code", "retire", "hub"))
    command.add_argument(
        "number", nargs="?", type=positive, default=0, help="the terminal, for code, retire and hub"
    )
    command.add_argument("--shop", type=positive, default=0, metavar="N")
    command.add_argument("--name", default="", metavar="N", help="such as Counter 2")
    command.add_argument("--url", default=URL, help=f"where terminals reach it ({URL})")
    command.add_argument(
        "--certificate", type=Path, metavar="FILE", help="the one it shows; else its own making"
    )
    command.add_argument(
        "--public", action="store_true", help="its certificate is one every machine trusts"
    )
    command.add_argument(
        "--address", default="", metavar="HOST:PORT", help="where its tills find a hub"
    )
    command.add_argument("--end", action="store_true", help="it is the shop's hub no more")
    return command


def lacking(options: argparse.Namespace) -> str:
    """What is wrong with the options together, or an empty text."""
    if options.act == "hub" and bool(options.address) == options.end:
        return "office terminal hub: give --address HOST:PORT, or --end"
    if options.act in ("code", "retire", "hub") and not options.number:
        return f"office terminal {options.act}: say which, by number"
    if options.act == "add" and not (options.shop and options.name):
        return "office terminal add: --shop and --name are wanted"
    return ""
