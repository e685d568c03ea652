"""The words of `regulars sync`: this terminal and its head office."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from pos.cli.options import add, parts_of

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_sync(commands: Commands) -> None:
    """The commands and their options."""
    parts = parts_of(add(commands, "sync", "this terminal and its head office"))
    enrol = add(parts, "enrol", "become a terminal of a head office, with a code made there")
    enrol.add_argument("text", nargs="?", default="", metavar="CODE", help="as it stands in the QR")
    enrol.add_argument("--url", default="", help="where head office is, if the code is typed in")
    enrol.add_argument("--code", default="", metavar="DIGITS")
    enrol.add_argument(
        "--fingerprint", default="", metavar="HEX", help="of its certificate (SHA-256)"
    )
    add(parts, "status", "what is unsent, how old, and whether there is a line")
    add(parts, "now", "carry everything there and back at once")
    aside = add(parts, "aside", "what head office set aside and somebody must look at")
    aside.add_argument("act", nargs="?", choices=("answer",))
    aside.add_argument("key", nargs="?", default="", metavar="KEY", help="such as 3-1-812")
    add(parts, "trust", "know head office by its new certificate, if its key signed that")
    leave = add(parts, "leave", "send everything back to head office and stand alone again")
    leave.add_argument(
        "--unheard", action="store_true", help="without a line: what is unsent stays here alone"
    )


def lacking(options: argparse.Namespace) -> str:
    """What is wrong with the options together, or an empty text."""
    if options.part == "enrol" and bool(options.text) == bool(options.url or options.code):
        return "sync enrol: give the CODE, or --url and --code"
    if options.part == "enrol" and bool(options.url) != bool(options.code):
        return "sync enrol: --url and --code go together"
    if options.part == "aside" and options.act and not options.key:
        return "sync aside answer: say which, by its KEY"
    return ""
