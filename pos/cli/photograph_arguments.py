"""The words of `regulars ocr` and `regulars layouts`: receipts read from their print."""

from __future__ import annotations

import argparse
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.options import add, day, parts_of
from receipts.reading.payload import amount

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_photographs(commands: Commands) -> None:
    """The commands and their options."""
    ocr = add(commands, "ocr", "read receipts without a code from pictures or text files")
    ocr.add_argument("files", nargs="+", type=Path, metavar="FILE")
    ocr.add_argument("--country", default="", metavar="CC", help="whose dates, such as MY")
    parts = parts_of(add(commands, "layouts", "where merchants print what on their receipts"))
    add(parts, "list", "the layouts learned")
    learn = add(parts, "learn", "learn a layout from a receipt whose fields are known")
    learn.add_argument("file", type=Path, metavar="FILE")
    learn.add_argument("--issuer", required=True, metavar="KEY", help="the enrolled merchant")
    learn.add_argument("--total", required=True, type=_total, metavar="12.50")
    learn.add_argument("--date", required=True, type=day, metavar="DATE")
    learn.add_argument("--number", default="", metavar="TEXT", help="as printed")
    add(parts, "forget", "forget a layout").add_argument("name", help="as `list` shows it")


def _total(text: str) -> Decimal:
    try:
        return amount(text)
    except ValueError:
        raise argparse.ArgumentTypeError("an amount such as 12.50 is wanted") from None
