"""Carries out one command and prints what it told: as lines, or as one JSON object."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib import import_module
from typing import Any, TextIO

from loyalty.errors import LoyaltyError
from pos.cli.told import Error, Facts, Refused, Told
from pos.cli.wording import sentence
from pos.places import Places, places
from pos.settings import usual_settings
from pos.trouble import TroubleError
from receipts.writing.errors import PaperError

Command = Callable[[Namespace, Places], Told]

COMMANDS = {
    ("demo", ""): ("playing", "play"),
    ("scan", ""): ("scanning", "scan"),
    ("scanner", "page"): ("scanner_setup", "page"),
    ("scanner", "learn"): ("scanner_setup", "learn"),
    ("receipt", ""): ("receipt_reading", "show"),
    ("ocr", ""): ("photographing", "read_all"),
    ("layouts", "list"): ("photographing", "list_layouts"),
    ("layouts", "learn"): ("photographing", "learn"),
    ("layouts", "forget"): ("photographing", "forget"),
    ("printer", "proxy"): ("printer_proxy", "serve"),
    ("printer", "captures"): ("printer_proxy", "listed"),
    ("printer", "show"): ("printer_proxy", "show"),
    ("printer", "learn"): ("printer_proxy", "learn"),
    ("printer", "forget"): ("printer_proxy", "forget"),
    ("printer", "take"): ("printer_proxy", "take"),
    ("office", "init"): ("office", "init"),
    ("office", "serve"): ("office", "serve"),
    ("office", "person"): ("office", "person"),
    ("office", "terminal"): ("office_terminals", "terminal"),
    ("office", "shop"): ("office_shops", "shop"),
    ("office", "certificate"): ("office_certificate", "certificate"),
    ("hub", "serve"): ("hub", "serve"),
    ("hub", "status"): ("hub", "status"),
    ("office", "verify"): ("office_books", "verify"),
    ("office", "month"): ("office_books", "month"),
    ("office", "report"): ("office_report", "figures"),
    ("office", "jobs"): ("office_jobs", "jobs"),
    ("office", "answers"): ("office_guests", "answers"),
    ("office", "links"): ("office_guests", "links"),
    ("sync", "enrol"): ("syncing", "enrol"),
    ("sync", "status"): ("syncing", "status"),
    ("sync", "now"): ("syncing", "now"),
    ("sync", "aside"): ("syncing", "aside"),
    ("sync", "leave"): ("syncing", "leave"),
    ("sync", "trust"): ("syncing", "trusted"),
    ("member", "add"): ("members", "add"),
    ("member", "find"): ("members", "search"),
    ("member", "show"): ("members", "show"),
    ("member", "block"): ("blocking", "bar"),
    ("member", "unblock"): ("blocking", "free"),
    ("member", "edit"): ("profiles", "edit"),
    ("member", "consent"): ("profiles", "agree"),
    ("member", "duplicates"): ("profiles", "alike"),
    ("member", "card"): ("joining", "card"),
    ("member", "merge"): ("joining", "unite"),
    ("member", "household"): ("joining", "household"),
    ("member", "export"): ("leaving", "export"),
    ("member", "erase"): ("leaving", "remove"),
    ("award", ""): ("selling", "sell"),
    ("sell", ""): ("selling", "sell"),
    ("quote", ""): ("quoting", "offer"),
    ("redeem", ""): ("selling", "redeem"),
    ("return", ""): ("giving_back", "take_back"),
    ("void", ""): ("giving_back", "take_whole_back"),
    ("undo", ""): ("giving_back", "take_last_back"),
    ("vouchers", "give"): ("vouchers", "give"),
    ("vouchers", "show"): ("vouchers", "show"),
    ("vouchers", "withdraw"): ("vouchers", "take_away"),
    ("vouchers", "list"): ("vouchers", "show_all"),
    ("vouchers", "print"): ("vouchers", "paper"),
    ("vouchers", "sheet"): ("card_printing", "vouchers"),
    ("cards", "print"): ("card_printing", "cards"),
    ("keys", "list"): ("claim_keys", "show_all"),
    ("keys", "retire"): ("claim_keys", "end"),
    ("campaign", "list"): ("campaigns", "show_all"),
    ("campaign", "audience"): ("campaigns", "audience"),
    ("campaign", "plan"): ("campaigns", "plan"),
    ("campaign", "replay"): ("campaigns", "on_the_past"),
    ("campaign", "result"): ("trials", "told"),
    ("draft", "list"): ("drafts", "show_all"),
    ("draft", "new"): ("drafts", "new"),
    ("draft", "show"): ("drafts", "show"),
    ("draft", "set"): ("drafts", "put"),
    ("draft", "diff"): ("drafts", "compare"),
    ("draft", "try"): ("drafts", "try_out"),
    ("draft", "publish"): ("drafts", "publish"),
    ("draft", "rollback"): ("drafts", "bring_back"),
    ("draft", "discard"): ("drafts", "discard"),
    ("case", "open"): ("cases", "begin"),
    ("case", "add"): ("cases", "more"),
    ("case", "close"): ("cases", "end"),
    ("case", "list"): ("cases", "show"),
    ("message", "templates"): ("messages", "templates"),
    ("message", "preview"): ("messages", "show"),
    ("message", "due"): ("messages", "due"),
    ("message", "send"): ("messages", "post"),
    ("message", "list"): ("messages", "listed"),
    ("survey", "answers"): ("surveys", "answers"),
    ("report", ""): ("reports", "make"),
    ("insight", "first"): ("insight", "first"),
    ("insight", "nps"): ("insight", "nps"),
    ("insight", "figures"): ("insight", "figures"),
    ("insight", "cohorts"): ("insight", "cohorts"),
    ("insight", "clv"): ("insight_ahead", "clv"),
    ("insight", "rfm"): ("insight_ahead", "rfm"),
    ("insight", "forecast"): ("insight_ahead", "forecast"),
    ("staff", "list"): ("staff", "show"),
    ("staff", "add"): ("staff", "hire"),
    ("staff", "change"): ("staff", "change"),
    ("staff", "leave"): ("staff", "leave"),
    ("staff", "back"): ("staff", "back"),
    ("staff", "badge"): ("staff", "badge"),
    ("staff", "pin"): ("staff", "pin"),
    ("staff", "rights"): ("staff", "rights"),
    ("staff", "limit"): ("staff", "limit"),
    ("staff", "mark"): ("staff", "mark"),
    ("staff", "patterns"): ("staff", "patterns"),
    ("audit", ""): ("audit", "log"),
    ("tier", ""): ("standings", "tier"),
    ("why", ""): ("reckoning", "explain"),
    ("slip", ""): ("paper", "show"),
    ("closing", ""): ("paper", "closed"),
    ("ledger", "verify"): ("books", "verify"),
    ("ledger", "show"): ("books", "show"),
    ("ledger", "replay"): ("books", "replay"),
    ("backup", ""): ("keeping", "copy"),
    ("restore", ""): ("keeping", "put_back"),
    ("shop", "setup"): ("keeping", "set_up"),
    ("doctor", ""): ("doctor", "examine"),
    ("program", "check"): ("programs", "check"),
    ("program", "diff"): ("programs", "compare"),
    ("program", "import"): ("programs", "bring_in"),
    ("program", "export"): ("programs", "export"),
    ("program", "list"): ("programs", "show"),
    ("program", "simulate"): ("programs", "try_out"),
    ("program", "replay"): ("replaying", "try_out"),
    ("adjust", ""): ("by_hand", "correct"),
    ("stamps", "show"): ("standings", "stamps"),
    ("stamps", "move"): ("by_hand", "move_stamps"),
    ("nightly", ""): ("by_hand", "close_days"),
    ("activity", "record"): ("activities", "note"),
    ("activity", "waiting"): ("activities", "queue"),
    ("activity", "approve"): ("activities", "grant"),
    ("activity", "decline"): ("activities", "refuse"),
    ("refer", ""): ("activities", "bring"),
    ("import", ""): ("importing", "bring_in"),
    ("claim", ""): ("claiming", "bring"),
    ("claims", "waiting"): ("claiming", "queue"),
    ("claims", "approve"): ("claiming", "grant"),
    ("claims", "decline"): ("claiming", "refuse"),
    ("claims", "withdraw"): ("claiming", "take_back"),
    ("merchants", "list"): ("merchants", "show"),
    ("merchants", "kinds"): ("merchants", "kinds"),
    ("merchants", "enrol"): ("merchants", "begin"),
    ("merchants", "end"): ("merchants", "stop"),
    ("products", "list"): ("catalogue", "show_all"),
    ("products", "show"): ("catalogue", "show"),
    ("products", "remove"): ("catalogue", "remove"),
    ("products", "import"): ("importing", "bring_in"),
}
"""(command, part) to the module and function that do it."""


def carry_out(options: Namespace) -> int:
    """Do what was asked; 0 only when it holds, 1 when a rule or the world said no."""
    where = places(options.data)
    _speak_utf8(sys.stdout)
    _speak_utf8(sys.stderr)
    try:
        told = _command(options)(options, where)
    except (LoyaltyError, TroubleError, PaperError, Refused) as no:
        told = Told({}, (), Error(no.code, no.facts))
    except KeyboardInterrupt:
        return 130
    return _print(told, options.json, where)


def _command(options: Namespace) -> Command:
    module, function = COMMANDS[options.command, options.part]
    # Late: each command loads what it needs and no other's drivers.
    try:
        command: Command = getattr(import_module(f"pos.cli.{module}"), function)
    except ModuleNotFoundError as lacking:
        if options.command != "office" or (lacking.name or "").startswith("pos"):
            raise
        # Head office's libraries are an extra: a terminal at a counter has none of them.
        raise Refused("office-not-installed", package=lacking.name) from None
    return command


def _print(told: Told, as_json: bool, where: Places) -> int:
    if told.records is not None:
        told = Told({}, (), _stream(told.records))
        as_json = False  # what went wrong is no record: it is said to people
    words = _words(told.error, where) if told.error else ""
    try:
        if as_json:
            facts = told.facts | (_error(told.error, words) if told.error else {})
            print(json.dumps(facts, ensure_ascii=False, indent=2, default=_plain))
        else:
            for line in told.lines:
                print(line)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader had enough, as `| head` does
        sys.stderr.close()
        return 1 if told.error else 0
    if words and not as_json:
        print(words, file=sys.stderr)
    return 1 if told.error else 0


def _stream(records: Iterator[Facts]) -> Error | None:
    """Print each as one line when it comes: a reader need not wait for hundreds of pictures."""
    try:
        for record in records:
            print(json.dumps(record, ensure_ascii=False, default=_plain), flush=True)
    except Refused as no:
        return Error(no.code, no.facts)
    except BrokenPipeError:
        sys.stderr.close()
    return None


def _words(error: Error, where: Places) -> str:
    # The file is perhaps the very thing to be told.
    return sentence(error.code, error.facts, usual_settings(where.settings).currency)


def _error(error: Error, words: str) -> dict[str, Any]:
    facts: Mapping[str, object] = error.facts
    return {"error": {"code": error.code, "facts": dict(facts), "sentence": words}}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value)


def _speak_utf8(stream: TextIO) -> None:
    """UTF-8 on any machine; a letter nobody can write becomes a mark, not a traceback."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
