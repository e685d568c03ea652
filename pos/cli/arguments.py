"""The words of the command line. Names and meanings are stable: scripts rely on them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from pos.cli.act_arguments import add_acts
from pos.cli.care_arguments import add_care
from pos.cli.claim_arguments import add_claims
from pos.cli.code_arguments import add_codes
from pos.cli.editing_arguments import add_editing
from pos.cli.hub_arguments import add_hub
from pos.cli.hub_arguments import lacking as _hub
from pos.cli.insight_arguments import add_insight
from pos.cli.insight_arguments import lacking as _insight
from pos.cli.office_arguments import add_office
from pos.cli.office_arguments import lacking as _office
from pos.cli.options import (
    WHO,
    Words,
    act,
    add,
    approved,
    day,
    folder,
    minute,
    parts_of,
    positive,
    signed,
)
from pos.cli.people_arguments import add_people
from pos.cli.photograph_arguments import add_photographs
from pos.cli.printer_arguments import add_printer
from pos.cli.receipt_arguments import add_receipt
from pos.cli.report_arguments import add_report
from pos.cli.scanner_arguments import add_scanner
from pos.cli.staff_arguments import add_staff
from pos.cli.syncing_arguments import add_sync
from pos.cli.syncing_arguments import lacking as _sync

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """The options of a command line; `command` and, where there is one, `part` name the command.

    SystemExit as argparse: 0 after --help, 2 on wrong usage.
    """
    # argparse takes -5,00 for an option; as a true minus sign it is an amount, refused with words.
    words = [re.sub(r"^-(?=[0-9.,]*[0-9]$)", "\u2212", word) for word in argv]
    parser = _parser()
    options = parser.parse_args(words)
    options.command = options.command or "run"
    if options.command in _ASKED and (lacking := _ASKED[options.command](options)):
        parser.error(lacking)
    return options


def _redeem(options: argparse.Namespace) -> str:
    chosen = (options.reward, options.rewards, options.stamps, options.vouchers, options.points)
    return "" if any(chosen) else "redeem: name a reward, or --points, --stamps or --voucher"


def _return(options: argparse.Namespace) -> str:
    out = options.exchange or options.products or options.rewards or options.stamps
    if options.unlinked:
        wrong = options.sale or options.dry_run or out or options.vouchers or options.points
        said = "return --unlinked: only --line, --member, --why and --approve go with it"
        return said if wrong else ""
    if not options.sale:
        return "return: name the sale, or --unlinked"
    if options.dry_run and out:
        return "return: --dry-run does not know of exchanges"
    paid = options.vouchers or options.points or options.rewards or options.stamps
    if paid and not (options.exchange or options.products):
        return "return: nothing goes out that could be paid; see --exchange"
    return ""


def _claim(options: argparse.Namespace) -> str:
    silent = options.overrule and not options.why.strip()
    return "claim: --overrule goes with --why; it stands in the books" if silent else ""


_ASKED = {
    "redeem": _redeem,
    "return": _return,
    "claim": _claim,
    "office": _office,
    "sync": _sync,
    "hub": _hub,
    "insight": _insight,
}
"""What argparse cannot ask of options together: what is wrong with them, or an empty text."""


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = Words(
        prog="regulars",
        description="A loyalty terminal for the shop counter. Without a command: the window.",
        epilog="Exit status: 0 what was asked holds, 1 refused or failed, 2 wrong usage.",
        allow_abbrev=False,
    )
    parser.add_argument("--data", type=folder, metavar="DIR", help="where everything is kept")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.set_defaults(part="")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    parser.add_argument("--kiosk", action="store_true", help="the window customers use alone")
    parser.add_argument(
        "--training", action="store_true", help="a window to train in: nothing of it is kept"
    )
    run = add(commands, "run", "open the counter's window (as without a command)")
    run.add_argument(
        "--kiosk",
        action="store_true",
        default=argparse.SUPPRESS,
        help="the window customers use alone; an operator's badge closes it",
    )
    run.add_argument(
        "--training",
        action="store_true",
        default=argparse.SUPPRESS,
        help="books of its own with invented members; nothing is printed, sent or kept",
    )
    add(commands, "manage", "open the window; the manager's room follows the sign-in")
    demo = add(commands, "demo", "play a visit in the demo shop, in the terminal")
    demo.add_argument("--cards", type=Path, metavar="FILE", help="write demo cards as a PDF")
    scan = add(commands, "scan", "read the codes in pictures and videos")
    scan.add_argument("images", nargs="+", type=Path, metavar="FILE")
    scan.add_argument(
        "--formats",
        default="",
        metavar="KINDS",
        help="kinds of code to read besides the usual, such as ean-8,itf; or all",
    )
    for more in (
        *(add_receipt, add_scanner, add_claims, add_photographs, add_printer, add_office),
        *(add_sync, add_hub, _members, add_acts, add_codes, _books, _add_shop, _by_hand),
        *(_programs, add_editing, _files, _surveys, add_staff, add_insight, add_report, add_care),
    ):
        more(commands)
    return parser


def _members(commands: Commands) -> None:
    parts = parts_of(add(commands, "member", "members: their cards, points, profile and household"))
    enrol = add(parts, "add", "enrol a member with a blank card, a phone number, or both")
    enrol.add_argument("--card", default="", metavar="CODE")
    enrol.add_argument("--phone", default="", metavar="P")
    enrol.add_argument("--name", default="", metavar="N")
    enrol.add_argument("--email", default="", metavar="E")
    act(enrol)
    find = add(parts, "find", "find members by phone, name or card")
    find.add_argument("text")
    find.add_argument("--limit", type=positive, default=20)
    show = add(parts, "show", "a member's points, lots, cards and latest entries")
    show.add_argument("who", help=WHO)
    show.add_argument("--limit", type=positive, default=10, help="how many entries")
    block = add(parts, "block", "let a member, or a lost card, neither earn nor redeem")
    block.add_argument("--why", default="", metavar="TEXT", help="the cashier is told")
    unblock = add(parts, "unblock", "let them again")
    for command in (block, unblock):
        command.add_argument("who", help=WHO)
        command.add_argument("--card", action="store_true", help="WHO is a card: only that one")
        act(command)
        approved(command)
    add_people(parts, add, act, WHO)


def _books(commands: Commands) -> None:
    parts = parts_of(add(commands, "ledger", "verify, show and replay the ledger"))
    add(parts, "verify", "check every entry, hash, sum and balance")
    show = add(parts, "show", "entries in their order")
    show.add_argument("--member", metavar="WHO", help=WHO)
    show.add_argument("--from", dest="start", type=positive, metavar="SEQ")
    show.add_argument("--limit", type=positive, default=50)
    replay = add(parts, "replay", "reckon balances from the entries and compare")
    replay.add_argument("who", nargs="?", help=WHO)
    backup = add(commands, "backup", "make a checked copy of the ledger")
    backup.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    backup.add_argument("--keep", type=positive, metavar="N", help="delete all but the newest N")
    restore = add(commands, "restore", "put a backup in the ledger's place")
    restore.add_argument("file", type=Path, metavar="FILE")
    doctor = add(commands, "doctor", "say what is here and what is missing")
    doctor.add_argument("--ask", action="store_true", help="open the camera, ask the printer")


def _add_shop(commands: Commands) -> None:
    parts = parts_of(add(commands, "shop", "set up a real shop"))
    setup = add(parts, "setup", "write the settings of a shop; what is left out stays")
    setup.add_argument("--name", help="as it stands on slips")
    setup.add_argument("--address", help="lines parted by |")
    setup.add_argument("--currency", help="ISO 4217, such as EUR")
    setup.add_argument("--zone", help="such as Asia/Seoul")
    setup.add_argument("--country", help="whose phone numbers are meant, such as KR")
    setup.add_argument("--language", help="en, ko, ja or zh_CN")
    setup.add_argument("--terminal", type=int, help="1 to 99999, another for each terminal")
    setup.add_argument("--store-no", type=int, help="1 to 65535, another for each branch")
    setup.add_argument("--claim-page", metavar="HOST", help="what slips' codes open on a phone")
    setup.add_argument("--operator", metavar="ID", help="who does it: a manager or the owner")
    setup.add_argument("--printer", help="such as tcp://192.168.0.5, file:FOLDER, none")


def _surveys(commands: Commands) -> None:
    parts = parts_of(add(commands, "survey", "what customers said when they were asked"))
    answers = add(parts, "answers", "how often each score was given; the last 90 days, or")
    answers.add_argument("--from", dest="start", type=day, metavar="DATE", help="the first day")
    answers.add_argument("--to", dest="end", type=day, metavar="DATE", help="the last day")


def _files(commands: Commands) -> None:
    bring = add(commands, "import", "bring in what another system knows, from a file of rows")
    bring.add_argument("kind", choices=("members", "balances", "products", "sales"))
    _file(bring)
    bring.add_argument(
        "--leave-known", action="store_true", help="leave out members whom the shop has already"
    )
    bring.add_argument("--program", type=positive, default=0, help="for sales: its number")
    bring.add_argument(
        "--nightly", action="store_true", help="for sales: points vest and end between the days"
    )
    parts = parts_of(add(commands, "products", "the catalogue: what a barcode rings up"))
    listed = add(parts, "list", "products by name")
    listed.add_argument("text", nargs="?", default="", help="words of a name, number or category")
    listed.add_argument("--limit", type=positive, default=50)
    for name, text in (("show", "one product"), ("remove", "take one out of the catalogue")):
        add(parts, name, text).add_argument("code", help="its number, a barcode or its PLU")
    goods = add(parts, "import", "products from a file, as `import products`")
    goods.set_defaults(kind="products", leave_known=False, program=0, nightly=False)
    _file(goods)


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--map", type=Path, metavar="TOML", help="which column is what")
    command.add_argument("--dry-run", action="store_true", help="check only, book nothing")
    act(command)
    approved(command)


def _by_hand(commands: Commands) -> None:
    adjust = add(commands, "adjust", "give points by hand, or take them")
    adjust.add_argument("who", help=WHO)
    adjust.add_argument("points", type=signed, help="50, or -50 to take them")
    adjust.add_argument("--why", required=True, metavar="TEXT")
    cards = parts_of(add(commands, "stamps", "stamp cards"))
    add(cards, "show", "a member's stamp cards").add_argument("who", help=WHO)
    stamps = add(cards, "move", "move an old paper card in")
    stamps.add_argument("who", help=WHO)
    stamps.add_argument("card", help="the stamp card's id in the program")
    stamps.add_argument("stamps", type=positive)
    stamps.add_argument("--serial", required=True, metavar="TEXT", help="of the paper card")
    parts = parts_of(add(commands, "activity", "points for what is no purchase"))
    record = add(parts, "record", "a member did it")
    record.add_argument("who", help=WHO)
    record.add_argument("activity", help="its id in the program")
    add(parts, "waiting", "what waits for somebody to look")
    decisions = add(parts, "approve", "give its points"), add(parts, "decline", "give none")
    for decision in decisions:
        decision.add_argument("request", type=UUID, help="the id that `waiting` shows")
        decision.add_argument("--operator", metavar="ID", help="who does it")
    for command in (adjust, stamps, record):
        act(command)
    for command in (adjust, stamps, *decisions):
        approved(command)
    refer = add(commands, "refer", "note who brought a new member")
    refer.add_argument("who", help=WHO)
    refer.add_argument("code", help="the referrer's code or card")
    refer.add_argument("--operator", metavar="ID", help="who does it")
    night = add(commands, "nightly", "vest, reward, expire: what a new day brings")
    night.add_argument("--anew", action="store_true", help="after a clock that ran ahead")


def _programs(commands: Commands) -> None:
    parts = parts_of(add(commands, "program", "check, compare, try out and publish program files"))
    check = add(parts, "check", "everything that is wrong or odd in a program file, with its line")
    compare = add(parts, "diff", "what changes from one program to another")
    bring_in = add(parts, "import", "publish a program file as a version of the shop")
    try_out = add(parts, "simulate", "what a basket would earn, and why; nothing is booked")
    for command in (check, compare, bring_in, try_out):
        command.add_argument("file", metavar="FILE", help="a program file, or example:NAME")
    compare.add_argument("other", nargs="?", metavar="FILE", help="the newer one of two files")
    compare.add_argument(
        "--against", type=positive, metavar="N", help="the shop's version N, not today's"
    )
    bring_in.add_argument("--dry-run", action="store_true", help="say what would happen")
    bring_in.add_argument("--next", action="store_true", help="under the next free number")
    bring_in.add_argument("--starts-on", type=day, metavar="DATE")
    bring_in.add_argument("--operator", metavar="ID", help="who does it: a manager or the owner")
    export = add(parts, "export", "write a version of the shop, or an example, as a file")
    export.add_argument("number", nargs="?", type=positive, metavar="N", help="today's, unless N")
    export.add_argument("--example", metavar="NAME")
    export.add_argument("--out", type=Path, metavar="FILE")
    add(parts, "list", "the shop's versions, and the ready examples")
    _trying(try_out)
    replay = add(parts, "replay", "a draft on the shop's own past: what it costs, who gains")
    draft = replay.add_mutually_exclusive_group(required=True)
    draft.add_argument("file", nargs="?", metavar="FILE", help="a program file, or example:NAME")
    draft.add_argument("--own", action="store_true", help="under the rules of then: no difference")
    for option, dest, text in (("--from", "start", "first"), ("--to", "end", "last")):
        replay.add_argument(option, dest=dest, type=day, metavar="DATE", help=f"the {text} day")


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
    try_out.add_argument("--on", type=day, metavar="DATE")
    try_out.add_argument("--at", type=minute, metavar="HH:MM", help="by the shop's clock")
