"""The words of `regulars member` beyond enrolling: profile, cards, households, leaving."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

Add = Callable[["Commands", str, str], argparse.ArgumentParser]
Act = Callable[[argparse.ArgumentParser], None]

_LISTS = (
    ("--other-phone", "P", "besides the first"),
    ("--like", "TEXT", ""),
    ("--dislike", "TEXT", ""),
    ("--brand", "TEXT", "a favourite one"),
    ("--social", "NETWORK=NAME", ""),
)


def add_people(parts: Commands, add: Add, act: Act, who: str) -> None:
    """Add the commands to `member`; `add` makes one of them, `act` gives it what an act needs."""
    _edit(add(parts, "edit", "change what is known of a member"), act, who)
    _cards(add(parts, "card", "give a member another card, or a new one for a lost one"), add, act)
    merge = add(parts, "merge", "make two members one: points, tier, stamps and cards move")
    merge.add_argument("gone", metavar="GONE", help="who is somebody else by now")
    merge.add_argument("kept", metavar="KEPT", help="who that is")
    _approved(merge, act)
    _households(add(parts, "household", "let people share one account"), add, act, who)
    alike = add(parts, "duplicates", "members who may be the person about to be enrolled")
    for option in ("--name", "--phone", "--email"):
        alike.add_argument(option, default="", metavar=option[2].upper())
    consent = add(parts, "consent", "note what a member agrees to; without WHAT: tell it")
    consent.add_argument("who", help=who)
    consent.add_argument("what", nargs="?", default="", help="such as email, sms, profiling")
    consent.add_argument("--take-back", action="store_true", help="they agree no longer")
    consent.add_argument("--where", default="command line", metavar="TEXT", help="how they said it")
    export = add(parts, "export", "all that is kept about a person, as JSON")
    export.add_argument("who", help=who)
    export.add_argument("--to", type=Path, metavar="FILE")
    _approved(export, act)
    erase = add(parts, "erase", "erase a person; their number and all sums stay")
    erase.add_argument("who", help=who)
    erase.add_argument("--yes", action="store_true", help="it cannot be undone: do it")
    _approved(erase, act)


def _edit(edit: argparse.ArgumentParser, act: Act, who: str) -> None:
    edit.epilog = "What is left out stays. An empty text takes away: --like ''"
    edit.add_argument("who", help=who)
    edit.add_argument("--name", metavar="N")
    edit.add_argument("--phone", metavar="P")
    edit.add_argument("--email", metavar="E")
    edit.add_argument("--birthday", metavar="DAY", help="1990-05-03, or --birthday=--05-03")
    edit.add_argument("--language", metavar="L", help="of slips: en, ko, ja or zh_CN")
    edit.add_argument("--address", metavar="TEXT", help="lines parted by |")
    edit.add_argument("--notes", metavar="TEXT")
    for option, shape, text in _LISTS:
        said = f"{text}; " if text else ""
        edit.add_argument(option, action="append", metavar=shape, help=f"{said}may be repeated")
    act(edit)


def _cards(card: argparse.ArgumentParser, add: Add, act: Act) -> None:
    steps = card.add_subparsers(dest="step", metavar="WHAT", required=True)
    more = add(steps, "add", "another card for a member; one used before brings its points")
    more.add_argument("who", metavar="WHO")
    more.add_argument("code", metavar="CARD")
    instead = add(steps, "replace", "a new card for a lost one, which is dead at once")
    instead.add_argument("old", metavar="OLD")
    instead.add_argument("new", metavar="NEW")
    for one in (more, instead):
        act(one)


def _households(household: argparse.ArgumentParser, add: Add, act: Act, who: str) -> None:
    steps = household.add_subparsers(dest="step", metavar="WHAT", required=True)
    add(steps, "show", "who shares an account").add_argument("who", help=who)
    add(steps, "found", "let others join a member's account").add_argument("who", help=who)
    join = add(steps, "join", "share an account: the points move into it")
    join.add_argument("who", help=who)
    join.add_argument("of", metavar="OF", help="whose household")
    _approved(join, act)
    leave = add(steps, "leave", "begin anew at zero: the points stay")
    leave.add_argument("who", help=who)
    leave.add_argument("--dry-run", action="store_true", help="say how many points would stay")
    add(steps, "dissolve", "end a household that nobody else is in").add_argument("who", help=who)


def _approved(command: argparse.ArgumentParser, act: Act) -> None:
    act(command)
    command.add_argument("--approve", metavar="WHO", help="a second person: badge or operator")
    command.add_argument("--pin", default="", metavar="PIN", help="of that operator")
