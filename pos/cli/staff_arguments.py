"""The words of `regulars staff` and `regulars audit`: who works here, and what was done."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.options import WHO, act, add, approved, day, parts_of, positive
from pos.staff import Role

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_ID = "the short name that `regulars staff list` tells"


def add_staff(commands: Commands) -> None:
    """Add both commands."""
    parts = parts_of(add(commands, "staff", "who works here, and what each role may"))
    add(parts, "list", "everybody, with role and way to sign in")
    new = add(parts, "add", "somebody new, who chooses a PIN at the first sign-in")
    new.add_argument("name", metavar="NAME")
    new.add_argument("--role", choices=list(Role), default=Role.CASHIER.value)
    new.add_argument("--id", default="", metavar="ID", help="their short name; else made of NAME")
    change = add(parts, "change", "another name, role or language")
    change.add_argument("--name", metavar="NAME")
    change.add_argument("--role", choices=list(Role))
    change.add_argument("--language", metavar="L")
    leave = add(parts, "leave", "somebody signs in no more; what they did stays theirs")
    back = add(parts, "back", "somebody is back")
    badge = add(parts, "badge", "a badge to sign in with; without CODE it is taken away")
    pin = add(parts, "pin", "a new PIN in place of a forgotten one")
    for one in (change, leave, back, badge, pin):
        one.add_argument("who", metavar="ID", help=_ID)
    badge.add_argument("code", nargs="?", default="", metavar="CODE")
    pin.add_argument("--new", required=True, metavar="PIN", help="4 to 8 digits")
    add(parts, "rights", "what each role may, and where this shop has it otherwise")
    limit = add(parts, "limit", "let a role do more or less than usual")
    limit.add_argument("role", metavar="ROLE")
    limit.add_argument("right", metavar="RIGHT")
    limit.add_argument("most", metavar="MOST", help="all, none, usual, or a number a day")
    own = add(parts, "mark", "whose own card a member is, or that figures leave them out")
    own.add_argument("member", metavar="WHO", help=WHO)
    own.add_argument("--of", default="", metavar="ID", help=f"staff: {_ID}")
    own.add_argument("--kind", choices=("staff", "test", "wholesale", "none"), default="staff")
    for one in (new, change, leave, back, badge, pin, limit, own):
        act(one)
        approved(one)
    seen = add(parts, "patterns", "what is worth a look in a week's acts")
    seen.add_argument("--until", type=day, metavar="DATE", help="the last day; else last Sunday")
    _audit(add(commands, "audit", "who did what on whom, and who approved it; the newest first"))


def _audit(log: argparse.ArgumentParser) -> None:
    log.add_argument("--from", dest="start", type=day, metavar="DATE", help="else six days ago")
    log.add_argument("--to", dest="end", type=day, metavar="DATE", help="else today")
    log.add_argument("--who", default="", metavar="ID", help="did it or approved it")
    log.add_argument("--what", default="", metavar="WORD", help="such as adjustment, pin-reset")
    log.add_argument("--member", metavar="WHO", help=WHO)
    log.add_argument("--limit", type=positive, default=100, metavar="N", help="how many at once")
    log.add_argument("--after", default="", metavar="PLACE", help="go on where a page ended")
    log.add_argument("--csv", type=Path, metavar="FILE", help="all of it into a file")
    act(log)
    approved(log)
