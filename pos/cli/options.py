"""Pieces that the options of several commands share: how one is added, and what may stand in it."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

WHO = "a card, the last digits of a phone number, a name, or a member's id"
SALE = "the number on the slip (1-812) or the 20 digits of its code"
LINE = "TEXT=PRICE[xUNITS][@CATEGORY]"
PRODUCT = "CODE[*UNITS]"


class Words(argparse.ArgumentParser):
    """A parser that finds `claim 5678 --total 5 CODE`: options may stand between two arguments.

    argparse of Python 3.11 gives a last argument that may be left out up at the first option.
    """

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """As inherited; see the class."""
        found, rest = super().parse_known_args(args, namespace)
        for action in self._get_positional_actions():
            given = getattr(found, action.dest, action.default) is not action.default
            if action.nargs != "?" or given or not rest or rest[0].startswith("-"):
                continue
            try:
                value = self._get_values(action, [rest[0]])
            except argparse.ArgumentError as wrong:
                self.error(str(wrong))
            setattr(found, action.dest, value)
            rest = rest[1:]
        return found, rest


def add(commands: Commands, name: str, text: str) -> argparse.ArgumentParser:
    """A command; --data and --json are understood before and after its name."""
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=text, description=text, allow_abbrev=False
    )
    keep = argparse.SUPPRESS  # or a value given before the command would be forgotten
    command.add_argument("--data", type=folder, metavar="DIR", default=keep, help=keep)
    command.add_argument("--json", action="store_true", default=keep, help=keep)
    return command


def parts_of(command: argparse.ArgumentParser) -> Commands:
    """The second words of a command."""
    return command.add_subparsers(dest="part", metavar="WHAT", required=True)


def act(command: argparse.ArgumentParser) -> None:
    """What every act may say of itself."""
    command.add_argument("--operator", metavar="ID", help="who does it")
    command.add_argument(
        "--act-id",
        type=UUID,
        metavar="UUID",
        help="the same id again is the same act, not a second",
    )


def approved(command: argparse.ArgumentParser) -> None:
    """The second person, where one is needed."""
    command.add_argument("--approve", metavar="WHO", help="a second person: badge or operator")
    command.add_argument("--pin", default="", help="of the second person, where no badge is")


def printed(command: argparse.ArgumentParser) -> None:
    """Whether paper is wanted."""
    command.add_argument("--print", action="store_true", help="put the slip on paper")


def goods(command: argparse.ArgumentParser) -> None:
    """What is sold: lines as typed, and products of the catalogue."""
    command.add_argument(
        "--line",
        action="append",
        dest="lines",
        metavar=LINE,
        help="a line of the sale, with the price of one unit; may be repeated",
    )
    products(command)


def products(command: argparse.ArgumentParser) -> None:
    """Products of the catalogue."""
    command.add_argument(
        "--product",
        action="append",
        dest="products",
        metavar=PRODUCT,
        help="a barcode, a scale's label, a number or a PLU; may be repeated",
    )


def paying(command: argparse.ArgumentParser) -> None:
    """What pays besides money, in this order whatever the order typed."""
    command.add_argument(
        "--reward", action="append", dest="rewards", metavar="ID", help="a reward's id"
    )
    command.add_argument("--stamps", action="append", metavar="ID", help="a full stamp card's id")
    command.add_argument(
        "--voucher", action="append", dest="vouchers", metavar="CODE", help="its 18 digits"
    )
    command.add_argument("--points", type=positive, metavar="N", help="points to pay with")


def folder(text: str) -> Path:
    """A folder's name."""
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("not a folder's name")
    return Path(text)


def positive(text: str) -> int:
    """A whole number above zero, of at most nine digits."""
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError("a whole number from 1 to 999999999 is wanted")
    return int(text)


def signed(text: str) -> int:
    """A whole number with or without its sign."""
    plain = text.replace("\u2212", "-")  # read_arguments makes a true minus of it
    digits = plain[1:] if plain[:1] in ("-", "+") else plain
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise argparse.ArgumentTypeError("a whole number of at most nine digits is wanted")
    return int(plain)


def day(text: str) -> date:
    """A day of the calendar."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day such as 2026-01-31 is wanted") from None


def minute(text: str) -> int:
    """A time of day as its minute."""
    found = re.fullmatch(r"([01][0-9]|2[0-3]):([0-5][0-9])", text, re.ASCII)
    if found is None:
        raise argparse.ArgumentTypeError("a time such as 17:30 is wanted")
    return int(found[1]) * 60 + int(found[2])
