"""The words of `regulars insight`: figures of the shop's books, or of any file of purchases."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.options import add, day, parts_of, positive

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

MODELS = ("mbg-nbd", "bg-nbd", "pareto-nbd")

MOST_DRAWS = 1000


def add_insight(commands: Commands) -> None:
    """Add the command to the others."""
    parts = parts_of(add(commands, "insight", "figures, each with how many it rests on"))
    add(parts, "first", "the manager's first screen: twelve figures, and what to do today")
    asked = add(parts, "nps", "what customers said: the 0-10 score and the loyalty index")
    asked.add_argument("--from", dest="start", type=day, metavar="DATE", help="the first day")
    asked.add_argument("--until", type=day, metavar="DATE", help="the last day; today")
    figures = add(parts, "figures", "how members behave: do they come back, how much, how wide")
    figures.add_argument("--from", dest="start", type=day, metavar="DATE", help="a year before")
    cohorts = add(parts, "cohorts", "members by the month of their first purchase")
    rfm = add(parts, "rfm", "segments by recency, frequency and money, and who moved")
    rfm.add_argument("--members", action="store_true", help="every member's segment")
    ahead = add(parts, "forecast", "sales of the next weeks, with the record so far")
    ahead.add_argument("--days", type=int, choices=(7, 28), default=28)
    value = add(parts, "clv", "what members will bring in twelve months, by a model that may speak")
    value.add_argument("--members", action="store_true", help="the table of all members")
    value.add_argument("--model", choices=MODELS, default=MODELS[0])
    value.add_argument("--draws", type=positive, default=50, metavar="N", help="for the range")
    for command in (figures, cohorts, rfm, ahead, value):
        command.add_argument(
            "--events", type=Path, metavar="FILE", help="count a file: member, date, amount"
        )
        command.add_argument("--until", type=day, metavar="DATE", help="the last day counted")
        command.add_argument(
            "--currency", default="", metavar="ISO", help="of the file; the shop's"
        )


def lacking(options: argparse.Namespace) -> str:
    """What a command line with these options still needs to say."""
    if getattr(options, "currency", "") and options.events is None:
        return "insight: --currency is of a file: --events FILE"
    if getattr(options, "draws", 1) > MOST_DRAWS:
        return f"insight: --draws is at most {MOST_DRAWS}"
    return ""
