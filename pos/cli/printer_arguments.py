"""The words of `regulars printer`: what another POS prints, and what is made of it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from pos.cli.options import WHO, add, parts_of, positive

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_KINDS = ("refund", "reprint", "kitchen", "report", "card-slip")
_CAPTURE = "its number, its id, or `last`"


def add_printer(commands: Commands) -> None:
    """The commands and their options."""
    parts = parts_of(add(commands, "printer", "stand between another POS and its printer"))
    _proxy(add(parts, "proxy", "listen like a printer, and print on the real one"))
    listed = add(parts, "captures", "captured sales that wait")
    listed.add_argument("--all", action="store_true", help="whatever was captured")
    listed.add_argument("--limit", type=positive, default=50)
    show = add(parts, "show", "a captured receipt, line by line")
    learn = add(parts, "learn", "point at a captured receipt: there the total stands")
    take = add(parts, "take", "credit a captured sale to a member")
    for command in (show, learn, take):
        command.add_argument("capture", help=_CAPTURE)
    take.add_argument("who", help=WHO)
    take.add_argument("--operator", metavar="ID", help="who does it")
    _learn(learn)
    add(parts, "forget", "use a learned layout no more").add_argument("name")


def _proxy(proxy: argparse.ArgumentParser) -> None:
    proxy.add_argument(
        "--listen", default="127.0.0.1:9100", metavar="HOST:PORT", help="where the POS prints"
    )
    proxy.add_argument(
        "--printer",
        required=True,
        metavar="WHERE",
        help="the real one: 192.168.0.5:9100, serial:///dev/ttyUSB0, usb:///dev/usb/lp0",
    )
    proxy.add_argument(
        "--insert", action="store_true", help="put the claim code on sales, before the cut"
    )
    proxy.add_argument(
        "--uncut", action="store_true", help="with --insert: on receipts nothing cuts, too"
    )
    proxy.add_argument(
        "--wait-ms", type=positive, default=200, metavar="MS", help="how long a cut may wait"
    )
    proxy.add_argument(
        "--pages", default="", metavar="N=CODEC,…", help="the printer's letters, where not Epson's"
    )
    proxy.add_argument("--profile", default="", metavar="NAME", help="of the printer behind")
    proxy.add_argument("--paper", type=int, choices=(58, 80), help="its roll, in mm")
    proxy.add_argument("--no-codes", action="store_true", help="look for no codes in pictures")
    proxy.add_argument("--ocr", action="store_true", help="read receipts that are only pictures")


def _learn(learn: argparse.ArgumentParser) -> None:
    learn.add_argument("--name", default="POS", help="of the layout; the same name again replaces")
    what = learn.add_mutually_exclusive_group(required=True)
    what.add_argument("--total", type=_spot, metavar="LINE[:COLUMN]", help="as `show` counts")
    what.add_argument(
        "--mark", type=positive, metavar="LINE", help="with --kind: these words make it no sale"
    )
    learn.add_argument("--kind", choices=_KINDS, default="report")
    learn.add_argument("--number", type=positive, metavar="LINE")
    learn.add_argument("--date", type=positive, metavar="LINE")


def _spot(text: str) -> tuple[int, int | None]:
    line, _, column = text.partition(":")
    return positive(line), positive(column) if column else None
