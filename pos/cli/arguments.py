"""The words of the command line. Names and meanings are stable: scripts rely on them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from pos.cli.people_arguments import add_people

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

WHO = "a card, the last digits of a phone number, a name, or a member's id"
SALE = "the number on the slip (1-812) or the 20 digits of its code"


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; `command` and, where there is one, `part` name the command.

    SystemExit as argparse: 0 after --help, 2 on wrong usage.
    """
    # argparse takes -5,00 for an option; as a true minus sign it is an amount, refused with words.
    words = [re.sub(r"^-(?=[0-9.,]*[0-9]$)", "\u2212", word) for word in argv]
    options = _parser().parse_args(words)
    options.command = options.command or "run"
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="regulars",
        description="A loyalty terminal for the shop counter. Without a command: the window.",
        epilog="Exit status: 0 what was asked holds, 1 refused or failed, 2 wrong usage.",
        allow_abbrev=False,
    )
    parser.add_argument("--data", type=_folder, metavar="DIR", help="where everything is kept")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.set_defaults(part="")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add(commands, "run", "open the counter's window (as without a command)")
    demo = _add(commands, "demo", "play a visit in the demo shop, in the terminal")
    demo.add_argument("--cards", type=Path, metavar="FILE", help="write demo cards as a PDF")
    scan = _add(commands, "scan", "read the codes in pictures and videos")
    scan.add_argument("images", nargs="+", type=Path, metavar="IMAGE")
    _members(commands)
    _acts(commands)
    _books(commands)
    _add_shop(commands)
    _by_hand(commands)
    _programs(commands)
    _files(commands)
    return parser


def _add(commands: Commands, name: str, text: str) -> argparse.ArgumentParser:
    """A command; --data and --json are understood before and after its name."""
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=text, description=text, allow_abbrev=False
    )
    keep = argparse.SUPPRESS  # or a value given before the command would be forgotten
    command.add_argument("--data", type=_folder, metavar="DIR", default=keep, help=keep)
    command.add_argument("--json", action="store_true", default=keep, help=keep)
    return command


def _parts(command: argparse.ArgumentParser) -> Commands:
    return command.add_subparsers(dest="part", metavar="WHAT", required=True)


def _members(commands: Commands) -> None:
    parts = _parts(_add(commands, "member", "members: their cards, points, profile and household"))
    add = _add(parts, "add", "enrol a member with a blank card, a phone number, or both")
    add.add_argument("--card", default="", metavar="CODE")
    add.add_argument("--phone", default="", metavar="P")
    add.add_argument("--name", default="", metavar="N")
    add.add_argument("--email", default="", metavar="E")
    _act(add)
    find = _add(parts, "find", "find members by phone, name or card")
    find.add_argument("text")
    find.add_argument("--limit", type=_positive, default=20)
    show = _add(parts, "show", "a member's points, lots, cards and latest entries")
    show.add_argument("who", help=WHO)
    show.add_argument("--limit", type=_positive, default=10, help="how many entries")
    block = _add(parts, "block", "let a member, or a lost card, neither earn nor redeem")
    block.add_argument("--why", default="", metavar="TEXT", help="the cashier is told")
    unblock = _add(parts, "unblock", "let them again")
    for command in (block, unblock):
        command.add_argument("who", help=WHO)
        command.add_argument("--card", action="store_true", help="WHO is a card: only that one")
    add_people(parts, _add, _act, WHO)


def _acts(commands: Commands) -> None:
    award = _add(commands, "award", "book a sale and its points")
    award.add_argument("who", help=WHO)
    award.add_argument("amount", nargs="?", help="as typed at the till: 12.50 or 12,50")
    _basket(award)
    redeem = _add(commands, "redeem", "give a reward, or pay with points")
    redeem.add_argument("who", help=WHO)
    what = redeem.add_mutually_exclusive_group(required=True)
    what.add_argument("reward", nargs="?", help="a reward's id")
    what.add_argument("--points", type=_positive, help="points to pay with")
    redeem.add_argument("--amount", help="what is bought with it")
    _basket(redeem)
    back = _add(commands, "return", "take goods back")
    back.add_argument("sale", help=SALE)
    back.add_argument(
        "--line", action="append", dest="lines", metavar="N[xUNITS]", help="only this line"
    )
    back.add_argument("--dry-run", action="store_true", help="say what would happen")
    _act(back)
    _printed(back)
    undo = _add(commands, "undo", "take this terminal's last act back")
    _act(undo)
    slip = _add(commands, "slip", "show or print the slip of an entry, or a voucher")
    slip.add_argument("sale", help=f"{SALE}; or the 18 digits of a voucher")
    slip.add_argument("--why", action="store_true", help="with the reckoning of the points")
    slip.add_argument("--copy", action="store_true", help="marked as a copy")
    slip.add_argument("--pdf", type=Path, metavar="FILE")
    _printed(slip)
    closing = _add(commands, "closing", "show or print the closing of a shift again")
    closing.add_argument("shift", nargs="?", default="", help="its number; without: the last one")
    closing.add_argument("--pdf", type=Path, metavar="FILE")
    _printed(closing)


def _basket(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--line",
        action="append",
        dest="lines",
        metavar="TEXT=PRICE[xUNITS][@CATEGORY]",
        help="a line of the sale, with the price of one unit; may be repeated",
    )
    command.add_argument("--number", default="", metavar="TEXT", help="the till's receipt number")
    _act(command)
    _printed(command)


def _act(command: argparse.ArgumentParser) -> None:
    command.add_argument("--operator", metavar="ID", help="who does it")
    command.add_argument(
        "--act-id",
        type=UUID,
        metavar="UUID",
        help="the same id again is the same act, not a second",
    )


def _printed(command: argparse.ArgumentParser) -> None:
    command.add_argument("--print", action="store_true", help="put the slip on paper")


def _books(commands: Commands) -> None:
    parts = _parts(_add(commands, "ledger", "verify, show and replay the ledger"))
    _add(parts, "verify", "check every entry, hash, sum and balance")
    show = _add(parts, "show", "entries in their order")
    show.add_argument("--member", metavar="WHO", help=WHO)
    show.add_argument("--from", dest="start", type=_positive, metavar="SEQ")
    show.add_argument("--limit", type=_positive, default=50)
    replay = _add(parts, "replay", "reckon balances from the entries and compare")
    replay.add_argument("who", nargs="?", help=WHO)
    backup = _add(commands, "backup", "make a checked copy of the ledger")
    backup.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    backup.add_argument("--keep", type=_positive, metavar="N", help="delete all but the newest N")
    restore = _add(commands, "restore", "put a backup in the ledger's place")
    restore.add_argument("file", type=Path, metavar="FILE")
    doctor = _add(commands, "doctor", "say what is here and what is missing")
    doctor.add_argument("--ask", action="store_true", help="open the camera, ask the printer")


def _add_shop(commands: Commands) -> None:
    parts = _parts(_add(commands, "shop", "set up a real shop"))
    setup = _add(parts, "setup", "write the settings of a shop; what is left out stays")
    setup.add_argument("--name", help="as it stands on slips")
    setup.add_argument("--address", help="lines parted by |")
    setup.add_argument("--currency", help="ISO 4217, such as EUR")
    setup.add_argument("--zone", help="such as Asia/Seoul")
    setup.add_argument("--country", help="whose phone numbers are meant, such as KR")
    setup.add_argument("--language", help="en, ko, ja or zh_CN")
    setup.add_argument("--terminal", type=int, help="1 to 99999, another for each terminal")
    setup.add_argument("--printer", help="such as tcp://192.168.0.5, file:FOLDER, none")


def _files(commands: Commands) -> None:
    bring = _add(commands, "import", "bring in what another system knows, from a file of rows")
    bring.add_argument("kind", choices=("members", "balances", "products", "sales"))
    _file(bring)
    bring.add_argument(
        "--leave-known", action="store_true", help="leave out members whom the shop has already"
    )
    bring.add_argument("--program", type=_positive, default=0, help="for sales: its number")
    bring.add_argument(
        "--nightly", action="store_true", help="for sales: points vest and end between the days"
    )
    parts = _parts(_add(commands, "products", "the catalogue: what a barcode rings up"))
    listed = _add(parts, "list", "products by name")
    listed.add_argument("text", nargs="?", default="", help="words of a name, number or category")
    listed.add_argument("--limit", type=_positive, default=50)
    for name, text in (("show", "one product"), ("remove", "take one out of the catalogue")):
        _add(parts, name, text).add_argument("code", help="its number, a barcode or its PLU")
    goods = _add(parts, "import", "products from a file, as `import products`")
    goods.set_defaults(kind="products", leave_known=False, program=0, nightly=False)
    _file(goods)


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--map", type=Path, metavar="TOML", help="which column is what")
    command.add_argument("--dry-run", action="store_true", help="check only, book nothing")


def _by_hand(commands: Commands) -> None:
    adjust = _add(commands, "adjust", "give points by hand, or take them")
    adjust.add_argument("who", help=WHO)
    adjust.add_argument("points", type=_signed, help="50, or -50 to take them")
    adjust.add_argument("--why", required=True, metavar="TEXT")
    stamps = _add(_parts(_add(commands, "stamps", "old paper stamp cards")), "move", "move one in")
    stamps.add_argument("who", help=WHO)
    stamps.add_argument("card", help="the stamp card's id in the program")
    stamps.add_argument("stamps", type=_positive)
    stamps.add_argument("--serial", required=True, metavar="TEXT", help="of the paper card")
    parts = _parts(_add(commands, "activity", "points for what is no purchase"))
    record = _add(parts, "record", "a member did it")
    record.add_argument("who", help=WHO)
    record.add_argument("activity", help="its id in the program")
    _add(parts, "waiting", "what waits for somebody to look")
    decisions = _add(parts, "approve", "give its points"), _add(parts, "decline", "give none")
    for decision in decisions:
        decision.add_argument("request", type=UUID, help="the id that `waiting` shows")
        decision.add_argument("--operator", metavar="ID", help="who does it")
    for command in (adjust, stamps, record):
        _act(command)
    for command in (adjust, stamps, *decisions):
        command.add_argument("--approve", metavar="WHO", help="a second person: badge or operator")
        command.add_argument("--pin", default="", help="of the second person, where no badge is")
    refer = _add(commands, "refer", "note who brought a new member")
    refer.add_argument("who", help=WHO)
    refer.add_argument("code", help="the referrer's code or card")
    refer.add_argument("--operator", metavar="ID", help="who does it")
    night = _add(commands, "nightly", "vest, reward, expire: what a new day brings")
    night.add_argument("--anew", action="store_true", help="after a clock that ran ahead")


def _programs(commands: Commands) -> None:
    parts = _parts(_add(commands, "program", "check, compare, try out and publish program files"))
    check = _add(parts, "check", "everything that is wrong or odd in a program file, with its line")
    compare = _add(parts, "diff", "what changes from one program to another")
    bring_in = _add(parts, "import", "publish a program file as a version of the shop")
    try_out = _add(parts, "simulate", "what a basket would earn, and why; nothing is booked")
    for command in (check, compare, bring_in, try_out):
        command.add_argument("file", metavar="FILE", help="a program file, or example:NAME")
    compare.add_argument("other", nargs="?", metavar="FILE", help="the newer one of two files")
    compare.add_argument(
        "--against", type=_positive, metavar="N", help="the shop's version N, not today's"
    )
    bring_in.add_argument("--dry-run", action="store_true", help="say what would happen")
    bring_in.add_argument("--next", action="store_true", help="under the next free number")
    bring_in.add_argument("--starts-on", type=date.fromisoformat, metavar="DATE")
    bring_in.add_argument("--operator", metavar="ID", help="who does it: a manager or the owner")
    export = _add(parts, "export", "write a version of the shop, or an example, as a file")
    export.add_argument("number", nargs="?", type=_positive, metavar="N", help="today's, unless N")
    export.add_argument("--example", metavar="NAME")
    export.add_argument("--out", type=Path, metavar="FILE")
    _add(parts, "list", "the shop's versions, and the ready examples")
    _trying(try_out)


def _trying(try_out: argparse.ArgumentParser) -> None:
    try_out.add_argument("--basket", type=Path, metavar="FILE", help="lines as JSON")
    try_out.add_argument(
        "--line",
        action="append",
        dest="lines",
        metavar="TEXT,AMOUNT[,UNITS][,sku=…][,category=…][,brand=…][,flag=…]",
        help="a line with the amount of all its units; may be repeated",
    )
    who = try_out.add_mutually_exclusive_group()
    who.add_argument("--member", metavar="WHO", help=WHO)
    who.add_argument("--profile", type=Path, metavar="FILE", help="a made-up member as JSON")
    try_out.add_argument("--on", type=date.fromisoformat, metavar="DATE")
    try_out.add_argument("--at", type=_minute, metavar="HH:MM", help="by the shop's clock")


def _minute(text: str) -> int:
    found = re.fullmatch(r"([01][0-9]|2[0-3]):([0-5][0-9])", text, re.ASCII)
    if found is None:
        raise argparse.ArgumentTypeError("a time such as 17:30 is wanted")
    return int(found[1]) * 60 + int(found[2])


def _folder(text: str) -> Path:
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("not a folder's name")
    return Path(text)


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError("a whole number above zero is wanted")
    return int(text)


def _signed(text: str) -> int:
    plain = text.replace("\u2212", "-")  # read_arguments makes a true minus of it
    digits = plain[1:] if plain[:1] in ("-", "+") else plain
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise argparse.ArgumentTypeError("a whole number is wanted")
    return int(plain)
