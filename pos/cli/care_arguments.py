"""The words of `regulars case` and `regulars message`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from loyalty.care.case import Cause, Channel
from loyalty.care.letter import Occasion
from pos.cli.options import WHO, act, add, approved, day, parts_of, positive

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_care(commands: Commands) -> None:
    """Add both commands."""
    _cases(parts_of(add(commands, "case", "complaints: what was promised to whom, and by when")))
    _messages(parts_of(add(commands, "message", "letters to members who agreed to them")))


def _cases(parts: Commands) -> None:
    begin = add(parts, "open", "note what went wrong for somebody, and what they were promised")
    begin.add_argument("words", metavar="WORDS", help="what they said")
    begin.add_argument("--member", metavar="WHO", help=WHO)
    begin.add_argument("--channel", choices=[one.value for one in Channel], default="counter")
    begin.add_argument("--cause", choices=[one.value for one in Cause], default="other")
    more = add(parts, "add", "what was said or done since, another promise, points to make good")
    more.add_argument("case", type=UUID, metavar="CASE", help="the id that `list` shows")
    more.add_argument("words", metavar="WORDS")
    more.add_argument("--points", type=positive, metavar="N", help="goodwill; WORDS are the reason")
    for command in (begin, more):
        command.add_argument("--promise", metavar="TEXT", help="what was promised")
        command.add_argument("--due", type=day, metavar="DATE", help="until when")
        command.add_argument("--owner", metavar="ID", help="the operator who answers for it")
    close = add(parts, "close", "end a case with how it ended")
    close.add_argument("case", type=UUID, metavar="CASE")
    close.add_argument("words", metavar="WORDS", help="how it ended")
    for command in (begin, more, close):
        act(command)
    approved(more)
    listed = add(parts, "list", "open cases, those first that are due first; and who came back")
    which = listed.add_mutually_exclusive_group()
    which.add_argument("--overdue", action="store_true", help="only what is late")
    which.add_argument("--closed", action="store_true")
    which.add_argument("--member", metavar="WHO", help="all of a member")
    which.add_argument("--case", type=UUID, metavar="CASE", help="one, with all that was said")


def _messages(parts: Commands) -> None:
    occasions = [one.value for one in Occasion]
    texts = add(parts, "templates", "the letters that are kept; only these are sent")
    texts.add_argument("occasion", nargs="?", choices=occasions, help="keep one for this occasion")
    texts.add_argument("--language", metavar="L", help="en, ko, ja or zh_CN; the shop's, if not")
    texts.add_argument("--ready", action="store_true", help="take over the ready letter")
    texts.add_argument("--subject", metavar="TEXT")
    texts.add_argument("--body", type=Path, metavar="FILE", help="plain text in UTF-8")
    texts.add_argument("--off", action="store_true", help="keep it, and send it no longer")
    act(texts)
    approved(texts)
    shown = add(parts, "preview", "a letter as a member would get it today")
    shown.add_argument("occasion", choices=occasions)
    shown.add_argument("who", help=WHO)
    add(parts, "due", "how many letters there are to write today; nothing is written")
    post = add(parts, "send", "write what is due, and hand it to the mail server")
    post.add_argument("--most", type=positive, default=500, metavar="N", help="letters at once")
    listed = add(parts, "list", "what became of letters, the last 30 days unless")
    listed.add_argument("--from", dest="start", type=day, metavar="DATE", help="the first day")
    listed.add_argument("--to", dest="end", type=day, metavar="DATE", help="the last day")
    listed.add_argument("--limit", type=positive, default=50)
