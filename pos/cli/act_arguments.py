"""The words of what is done at the counter: sales, what they are paid with, returns, slips."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.code_arguments import sheets
from pos.cli.options import (
    LINE,
    SALE,
    WHO,
    act,
    add,
    approved,
    day,
    goods,
    parts_of,
    paying,
    printed,
    products,
)

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

AMOUNT = "as typed at the till: 12.50 or 12,50"


def add_acts(commands: Commands) -> None:
    """Add the commands of the counter."""
    _sales(commands)
    _returns(commands)
    _vouchers(commands)
    _papers(commands)
    tier = add(commands, "tier", "a member's tier, on any day as it stood then")
    tier.add_argument("who", help=WHO)
    tier.add_argument("--on", type=day, metavar="DATE")


def _sales(commands: Commands) -> None:
    award = add(commands, "award", "book a member's sale and its points")
    award.add_argument("who", help=WHO)
    sell = add(commands, "sell", "book a sale, to a member or to nobody known")
    sell.add_argument("--member", dest="who", metavar="WHO", help=WHO)
    quote = add(commands, "quote", "what could be redeemed now, and what is in the way")
    quote.add_argument("who", help=WHO)
    for command in (award, sell, quote):
        command.add_argument("amount", nargs="?", help=AMOUNT)
    redeem = add(commands, "redeem", "give a reward, or let points, vouchers or stamps pay")
    redeem.add_argument("who", help=WHO)
    redeem.add_argument("reward", nargs="?", help="a reward's id")
    redeem.add_argument("--amount", help=f"what is bought with it, {AMOUNT}")
    for command in (award, sell, redeem):
        goods(command)
        paying(command)
        command.add_argument("--number", default="", metavar="TEXT", help="the till's own number")
        act(command)
        printed(command)
    goods(quote)
    quote.add_argument(
        "--voucher", action="append", dest="vouchers", metavar="CODE", help="laid on the counter"
    )


def _returns(commands: Commands) -> None:
    back = add(commands, "return", "take goods back, or exchange them for others")
    back.add_argument("sale", nargs="?", default="", help=SALE)
    back.add_argument(
        "--line",
        action="append",
        dest="lines",
        metavar="N[xUNITS]",
        help=f"only this line of the slip; with --unlinked what came back: {LINE}",
    )
    back.add_argument("--dry-run", action="store_true", help="say what would happen")
    back.add_argument(
        "--exchange", action="append", metavar=LINE, help="goods that go out for them"
    )
    products(back)
    paying(back)
    back.add_argument("--unlinked", action="store_true", help="no sale is known of the goods")
    back.add_argument("--member", dest="who", metavar="WHO", help=f"with --unlinked: {WHO}")
    back.add_argument("--why", default="", metavar="TEXT", help="with --unlinked: the reason")
    void = add(commands, "void", "take a whole sale back as a mistake, long after undo would")
    void.add_argument("sale", help=SALE)
    void.add_argument("--why", required=True, metavar="TEXT")
    for command in (back, void):
        approved(command)
        act(command)
        printed(command)
    act(add(commands, "undo", "take this terminal's last act back"))


def _vouchers(commands: Commands) -> None:
    parts = parts_of(add(commands, "vouchers", "single-use codes: given, shown, withdrawn"))
    give = add(parts, "give", "give one of the program's vouchers by hand")
    give.add_argument("terms", help="its id in the program")
    give.add_argument("--member", dest="who", metavar="WHO", help=f"{WHO}; without: to bearer")
    approved(give)
    act(give)
    show = add(parts, "show", "what a voucher is good for, and what became of it")
    withdraw = add(parts, "withdraw", "make an unused voucher worthless")
    paper = add(parts, "print", "show a voucher as its paper, or print it again")
    for command in (show, withdraw, paper):
        command.add_argument("code", help="the 18 digits of its code")
    withdraw.add_argument("--why", required=True, metavar="TEXT")
    approved(withdraw)
    act(withdraw)
    paper.add_argument("--copy", action="store_true", help="marked as a copy")
    paper.add_argument("--pdf", type=Path, metavar="FILE")
    for command in (give, paper):
        printed(command)
    sheet = add(parts, "sheet", "vouchers on labels or sheets to cut out, as a PDF")
    sheet.add_argument("codes", nargs="+", metavar="CODE", help="the 18 digits of each")
    sheets(sheet)
    listed = add(parts, "list", "a member's vouchers that can be used, now or later")
    listed.add_argument("who", help=WHO)


def _papers(commands: Commands) -> None:
    why = add(commands, "why", "why a sale earned what it did")
    slip = add(commands, "slip", "show or print the slip of an entry, or a voucher")
    why.add_argument("sale", help=SALE)
    slip.add_argument("sale", help=f"{SALE}; or the 18 digits of a voucher")
    slip.add_argument("--why", action="store_true", help="with the reckoning of the points")
    slip.add_argument("--copy", action="store_true", help="marked as a copy")
    closing = add(commands, "closing", "show or print the closing of a shift again")
    closing.add_argument("shift", nargs="?", default="", help="its number; without: the last one")
    for command in (slip, closing):
        command.add_argument("--pdf", type=Path, metavar="FILE")
        printed(command)
