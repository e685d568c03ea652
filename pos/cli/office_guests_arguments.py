"""The words of `regulars office answers|links`: what customers said on head office's pages, and the
links by which they are asked.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from pos.cli.options import add, day

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

CONSENTS = ("email", "sms")


def add_guests(parts: Commands) -> tuple[argparse.ArgumentParser, ...]:
    """The commands and their options."""
    answers = add(parts, "answers", "what customers answered on the pages, of the last 90 days")
    answers.add_argument("--from", dest="start", type=day, metavar="DAY")
    answers.add_argument("--to", dest="end", type=day, metavar="DAY")
    links = add(parts, "links", "members who may be written to, each with links of their own")
    links.add_argument("consent", choices=CONSENTS, help="how they agreed to be written to")
    links.add_argument("--page", required=True, metavar="HOST", help="the host of the pages")
    return answers, links
