"""The words of `regulars office shop`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from pos.cli.options import add, positive

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_shop(parts: Commands) -> argparse.ArgumentParser:
    """The command and its options."""
    command = add(parts, "shop", "shops: list them, add one, change one")
    command.add_argument("act", choices=("list", "add", "change"))
    command.add_argument("what", nargs="?", default="", help="a new one's name; which to change")
    command.add_argument(
        "--number", type=positive, default=0, metavar="N", help="a new one's: else the next"
    )
    command.add_argument("--name", metavar="N", help="another name")
    command.add_argument("--address", metavar="TEXT")
    command.add_argument("--zone", metavar="ZONE", help="such as Asia/Seoul")
    command.add_argument("--currency", metavar="CODE", help="such as KRW; it stays for good")
    now = command.add_mutually_exclusive_group()
    now.add_argument("--closed", action="store_true", help="it is closed for good")
    now.add_argument("--open", action="store_true", help="it is open again")
    return command


def lacking(options: argparse.Namespace) -> str:
    """What is wrong with the options together, or an empty text. `what` becomes what it is."""
    if options.act == "add":
        if not options.what or options.name:
            return "office shop add: say its name, once"
        options.name = options.what
    elif options.act == "change":
        if not (options.what.isascii() and options.what.isdigit() and len(options.what) < 10):
            return "office shop change: say which, by number"
        if options.number:
            return "office shop change: a shop keeps its number"
        options.number = int(options.what)
    return ""
