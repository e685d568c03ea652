"""The words of `regulars draft …` and `regulars campaign …`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.options import WHO, add, approved, day, parts_of, positive

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from pos.cli.options import Commands

DRAFT = "its id, or the beginning of it; the one touched last where none is named"
PLACE = "a field of the draft, such as base.points or rewards[coffee].points"


def add_editing(commands: Commands) -> None:
    """Add the commands that change what the shop sets."""
    _drafts(parts_of(add(commands, "draft", "the next program: edited, tried, published")))
    _campaigns(parts_of(add(commands, "campaign", "campaigns: whom they mean, what they did")))


def _drafts(parts: Commands) -> None:
    add(parts, "list", "all drafts, and the shop's versions with how they stand")
    new = add(parts, "new", "begin a draft: as the version in force, unless said otherwise")
    begun = new.add_mutually_exclusive_group()
    begun.add_argument("--from", dest="source", default="", metavar="FILE", help="or example:NAME")
    begun.add_argument("--version", type=positive, metavar="N", help="an older version")
    show = add(parts, "show", "a draft with what is wrong or odd in it")
    show.add_argument("--all", action="store_true", help="every field, with what may stand there")
    show.add_argument("--out", type=Path, metavar="FILE", help="write it as a program file")
    put = add(parts, "set", "change a field; or a rule, by --add, --remove, --on")
    put.add_argument("place", help=PLACE)
    put.add_argument("value", nargs="?", help="null switches a rule or a limit off")
    how = put.add_mutually_exclusive_group()
    how.add_argument("--add", action="store_true", help="a new rule at the end of this list")
    how.add_argument("--remove", action="store_true", help="this rule, or back to what is usual")
    how.add_argument("--on", action="store_true", help="switch a rule on that is off")
    how.add_argument(
        "--to", type=positive, metavar="N", help="put this rule at place N of its list"
    )
    diff = add(parts, "diff", "what changes from the version in force")
    try_out = add(parts, "try", "what baskets would earn, now and then, and why")
    try_out.add_argument("--line", action="append", dest="lines", metavar="TEXT,AMOUNT[,UNITS][,…]")
    try_out.add_argument("--member", metavar="WHO", help=WHO)
    publish = add(parts, "publish", "make it a version of the shop, from its day on")
    publish.add_argument("--starts-on", type=day, metavar="DATE")
    publish.add_argument("--dry-run", action="store_true", help="say what would happen")
    discard = add(parts, "discard", "throw a draft away")
    for command in (show, put, diff, try_out, publish, discard):
        command.add_argument("--draft", default="", metavar="DRAFT", help=DRAFT)
    back = add(parts, "rollback", "publish an older version's rules under a new number")
    back.add_argument("number", type=positive, metavar="N")
    back.add_argument("--starts-on", type=day, metavar="DATE", help="tomorrow, unless said")
    back.add_argument("--dry-run", action="store_true", help="say what would happen")
    for command in (new, put, publish, discard, back):
        _by(command)


def _by(command: ArgumentParser) -> None:
    command.add_argument("--operator", metavar="ID", help="who does it: a manager or the owner")
    approved(command)


def _campaigns(parts: Commands) -> None:
    add(parts, "list", "all campaigns, with where they and their trials stand")
    audience = add(parts, "audience", "how many members a campaign means today")
    audience.add_argument("--exact", action="store_true", help="look at every member")
    plan = add(parts, "plan", "what its trial could show, and the sample it needs")
    past = add(parts, "replay", "its days on the shop's own past: what it costs, who gains")
    for command in (audience, plan, past):
        command.add_argument("campaign", help="its id in the program, or in the draft")
        command.add_argument("--draft", metavar="DRAFT", help=f"of a draft: {DRAFT}")
    told = add(parts, "result", "its control group compared, once the trial is over")
    told.add_argument("campaign", help="its id in the program")
