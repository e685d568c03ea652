"""The words of the codes we print: cards on sheets, and the keys that sign slips."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.options import WHO, add, approved, parts_of, positive

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

LAYOUTS = ("single", "cards", "labels-21", "labels-24")


def add_codes(commands: Commands) -> None:
    """Add `cards` and `keys`."""
    cards = parts_of(add(commands, "cards", "member cards to print"))
    sheet = add(cards, "print", "cards as a PDF: on sheets to cut out, on labels, one a page")
    what = sheet.add_mutually_exclusive_group(required=True)
    what.add_argument("--count", type=positive, metavar="N", help="so many blank ones, never twice")
    what.add_argument("--from", dest="codes", nargs="+", metavar="CODE", help="these codes")
    what.add_argument("--member", dest="members", nargs="+", metavar="WHO", help=WHO)
    sheets(sheet)
    keys = parts_of(add(commands, "keys", "the keys that sign the codes on slips"))
    add(keys, "list", "every terminal's keys, and since when they count or count no more")
    retire = add(keys, "retire", "believe no more what a lost or stolen terminal signs")
    retire.add_argument("key", metavar="KEY", help="as `keys list` names it, such as 1-9c3f")
    retire.add_argument("--why", required=True, metavar="TEXT")
    retire.add_argument("--operator", metavar="ID", help="who does it")
    approved(retire)


def sheets(command: argparse.ArgumentParser) -> None:
    """How labels lie on paper."""
    command.add_argument(
        "--layout",
        type=layout,
        metavar="NAME|WxH",
        help=f"{', '.join(LAYOUTS)}, or a label's size in mm such as 48.5x25.4",
    )
    command.add_argument("--paper", choices=("a4", "letter"), default="a4")
    command.add_argument(
        "--margin", type=millimetres, default=8.0, metavar="MM", help="around own labels"
    )
    command.add_argument(
        "--gap", type=millimetres, default=0.0, metavar="MM", help="between own labels"
    )
    command.add_argument("--crop-marks", action="store_true", help="where to cut")
    command.add_argument("--language", default="", help="en, ko, ja or zh_CN")
    command.add_argument("--pdf", type=Path, metavar="FILE", required=True)


def layout(text: str) -> str | tuple[float, float]:
    """The name of a layout, or a label's width and height in mm."""
    if text in LAYOUTS:
        return text
    sides = re.split("[x×*]", text.lower())
    if len(sides) != 2:
        raise argparse.ArgumentTypeError(f"one of {', '.join(LAYOUTS)}, or WIDTHxHEIGHT")
    wide, high = (millimetres(side) for side in sides)
    if not (wide >= 10 and high >= 10):
        raise argparse.ArgumentTypeError("a label is 10 mm wide and high at least")
    return wide, high


def millimetres(text: str) -> float:
    """A length up to 300 mm."""
    if not re.fullmatch(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?", text.strip(), re.ASCII):
        raise argparse.ArgumentTypeError("a length in mm is wanted, such as 63.5")
    found = float(text.strip().replace(",", "."))
    if found > 300:
        raise argparse.ArgumentTypeError("at most 300 mm")
    return found
