"""The words of `regulars office`: the head office that all shops of a merchant meet in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.office_guests_arguments import add_guests
from pos.cli.office_shops_arguments import add_shop
from pos.cli.office_shops_arguments import lacking as _shop
from pos.cli.office_terminals_arguments import add_terminal
from pos.cli.office_terminals_arguments import lacking as _terminal
from pos.cli.options import add, parts_of, positive

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_LOGIN = "what they log in with, such as an email address"


def add_office(commands: Commands) -> None:
    """The commands and their options."""
    parts = parts_of(add(commands, "office", "head office: where the shops meet"))
    init = add(parts, "init", "make head office: its database, its key, its first owner")
    init.add_argument("--login", required=True, metavar="NAME", help=f"the owner's: {_LOGIN}")
    init.add_argument("--name", required=True, metavar="N", help="the owner's own name")
    serve = add(parts, "serve", "serve terminals and browsers until told to stop")
    _serve(serve)
    person = add(parts, "person", "who may look in: list them, add one, give a new password")
    person.add_argument("act", choices=("list", "add", "reset"))
    person.add_argument("login", nargs="?", default="", help=_LOGIN)
    person.add_argument("--name", default="", metavar="N")
    person.add_argument("--role", default="reports", help="owner, manager, reports or support")
    person.add_argument(
        "--shop", type=positive, action="append", default=[], dest="shops", metavar="N"
    )
    check = add(parts, "verify", "read all of head office's books again, and count every sum")
    month = add(parts, "month", "what a month came to; close it, and late entries count later")
    month.add_argument("act", choices=("show", "close"))
    month.add_argument("month", type=_month, metavar="YYYY-MM")
    figures = add(parts, "report", "what was sold, earned and spent, by shop and terminal")
    figures.add_argument("--from", default="", dest="first", metavar="YYYY-MM-DD")
    figures.add_argument("--to", default="", dest="last", metavar="YYYY-MM-DD")
    figures.add_argument("--shop", type=positive, metavar="N", help="of this shop only")
    jobs = add(parts, "jobs", "what head office does by itself: when it did last; do one now")
    jobs.add_argument("--run", default="", metavar="NAME", help="do this one now, due or not")
    tls = add(parts, "certificate", "the certificate of its own making: show it, make the next")
    tls.add_argument("act", choices=("show", "renew"))
    guests = add_guests(parts)
    things = (add_terminal(parts), add_shop(parts), tls)
    for command in (init, serve, person, check, month, figures, jobs, *things, *guests):
        command.add_argument(
            "--database",
            default="",
            metavar="URL",
            help="sqlite:///FILE or postgresql://…; or REGULARS_OFFICE_DATABASE",
        )


def _serve(serve: argparse.ArgumentParser) -> None:
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    serve.add_argument("--port", type=_port, default=8443)
    serve.add_argument(
        "--name",
        action="append",
        default=[],
        dest="names",
        metavar="HOST",
        help="what it is called from outside; may be repeated",
    )
    serve.add_argument("--certificate", type=Path, metavar="FILE", help="with its chain, as PEM")
    serve.add_argument("--key", type=Path, metavar="FILE", help="the certificate's, as PEM")
    serve.add_argument(
        "--risk",
        nargs=2,
        type=positive,
        default=(0, 0),
        metavar=("MEMBER", "TERMINAL"),
        help="points a terminal may give before it is covered: of one member, and in all",
    )
    other = serve.add_mutually_exclusive_group()
    other.add_argument(
        "--self-signed", action="store_true", help="a certificate of its own making (the usual)"
    )
    other.add_argument("--plain", action="store_true", help="no TLS: on this machine only")
    other.add_argument(
        "--behind-proxy", action="store_true", help="a proxy before it does TLS and says who asks"
    )


def lacking(options: argparse.Namespace) -> str:
    """What is wrong with `office`'s options together, or an empty text."""
    if options.part == "person" and options.act != "list" and not options.login:
        return f"office person {options.act}: say who, by log-in name"
    if options.part == "person" and options.act == "add" and not options.name:
        return "office person add: --name is wanted"
    if options.part == "terminal":
        return _terminal(options)
    if options.part == "shop":
        return _shop(options)
    if options.part == "serve":
        both = bool(options.certificate) + bool(options.key)
        if both == 1:
            return "office serve: --certificate and --key go together"
        if both and (options.self_signed or options.plain or options.behind_proxy):
            return "office serve: --certificate needs no other way"
    return ""


def _month(text: str) -> int:
    """A month as a number, such as 202611."""
    year, dash, month = text.partition("-")
    digits = text.isascii() and dash and len(year) == 4 and year.isdigit() and month.isdigit()
    if not digits or not 1 <= int(month) <= 12:
        raise argparse.ArgumentTypeError("a month such as 2026-11 is wanted")
    return int(year) * 100 + int(month)


def _port(text: str) -> int:
    """A port; 0 takes any that is free."""
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 1 << 16):
        raise argparse.ArgumentTypeError("a port from 0 to 65535 is wanted")
    return int(text)
