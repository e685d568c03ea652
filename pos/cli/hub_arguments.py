"""The words of `regulars hub`: the till that keeps its shop's points ready."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from pos.cli.options import add, parts_of

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_hub(commands: Commands) -> None:
    """The commands and their options."""
    parts = parts_of(add(commands, "hub", "the shop's hub: one till has the points of all ready"))
    serve = add(parts, "serve", "serve the shop's tills without a window, until told to stop")
    serve.add_argument("--host", default="0.0.0.0", help="the address to listen on")
    serve.add_argument(
        "--port", type=int, default=0, help="if it is not the one head office told the tills"
    )
    add(parts, "status", "whether this is the hub, or whether the hub answers")


def lacking(options: argparse.Namespace) -> str:
    """What is wrong with the options together, or an empty text."""
    if options.part == "serve" and not 0 <= options.port < 65_536:
        return "hub serve: a port is a number up to 65535"
    return ""
