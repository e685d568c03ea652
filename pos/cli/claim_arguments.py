"""The words of receipts that members bring, and of whose receipts count."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.options import WHO, act, add, approved, parts_of

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

CODE = "its code as scanned, a file with it or with a picture of it, or a slip's number and signs"


def add_claims(commands: Commands) -> None:
    """Add `claim`, `claims` and `merchants`."""
    claim = add(commands, "claim", "credit a receipt that a member brings later")
    claim.add_argument("who", help=WHO)
    claim.add_argument("code", nargs="?", help=CODE)
    claim.add_argument("--total", metavar="AMOUNT", help="as printed, where the code has none")
    claim.add_argument("--issuer", default="", metavar="KEY", help="whose it is, where it has none")
    claim.add_argument("--printed-at", metavar="TIME", help="without a code: 2026-01-31T17:30")
    claim.add_argument("--number", default="", metavar="TEXT", help="without a code: its number")
    claim.add_argument(
        "--overrule", action="store_true", help="credit it although something is doubtful"
    )
    claim.add_argument("--why", default="", metavar="TEXT", help="with --overrule: the reason")
    claim.add_argument(
        "--ask", action="store_true", help="what is doubtful waits for somebody to look"
    )
    approved(claim)
    act(claim)
    parts = parts_of(add(commands, "claims", "receipts that wait, and those to take back"))
    add(parts, "waiting", "receipts that somebody has to look at")
    for name, text in (
        ("approve", "credit a receipt that waits"),
        ("decline", "take a receipt out of the queue"),
        ("withdraw", "take back what a receipt was credited"),
    ):
        word = add(parts, name, text)
        word.add_argument("scheme", help="kind of receipt; regulars: our own")
        word.add_argument(
            "key", help="as `claims waiting` shows it; our own: store-terminal-number, 1-1-812"
        )
        word.add_argument("--why", default="", metavar="TEXT", required=name != "approve")
        if name == "withdraw":
            word.add_argument(
                "--again", action="store_true", help="a mistake: it may be brought once more"
            )
        approved(word)
        act(word)
    _merchants(commands)


def _merchants(commands: Commands) -> None:
    parts = parts_of(add(commands, "merchants", "whose receipts count"))
    add(parts, "list", "merchants and tills that are enrolled")
    add(parts, "kinds", "kinds of receipts that can be read")
    enrol = add(parts, "enrol", "let a merchant's receipts count")
    enrol.add_argument(
        "receipts", nargs="*", metavar="CODE", help=f"a genuine receipt: {CODE}; Austria: two"
    )
    enrol.add_argument("--kind", default="", metavar="SCHEME", help="without a receipt: its kind")
    enrol.add_argument("--issuer", default="", metavar="KEY")
    enrol.add_argument("--name", required=True, metavar="TEXT", help="what to call it")
    end = add(parts, "end", "let a merchant's receipts count no more")
    end.add_argument("scheme")
    end.add_argument("issuer")
    for command in (enrol, end):
        command.add_argument("--operator", metavar="ID", help="who does it")
        approved(command)


def is_file(text: str) -> Path | None:
    """The file a text names, if there is one; a code is far too long for a name."""
    if "\0" in text or not 0 < len(text) < 250:
        return None
    path = Path(text)
    return path if path.is_file() else None
