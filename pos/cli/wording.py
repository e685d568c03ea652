"""Every "no" of the program as one English sentence with a way on, for the command line.

Errors carry codes and facts only. A code without a sentence here is found by a test, and shown by
its name, never as a traceback.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from loyalty.errors import LoyaltyError
from pos.cli.acts_words import SAID_OF_ACTS
from pos.cli.care_words import SAID_OF_CARE
from pos.cli.claim_words import SAID_OF_CLAIMS
from pos.cli.file_words import SAID_OF_FILES
from pos.cli.hub_words import SAID_OF_HUB
from pos.cli.office_books_words import SAID_OF_OFFICE_BOOKS
from pos.cli.office_managing_words import SAID_OF_MANAGING
from pos.cli.office_words import SAID_OF_OFFICE
from pos.cli.people_words import SAID_OF_PEOPLE
from pos.cli.photograph_words import SAID_OF_PHOTOGRAPHS
from pos.cli.printer_words import SAID_OF_PRINTER
from pos.cli.program_words import SAID_OF_PROGRAMS, why_words
from pos.cli.receipt_words import SAID_OF_RECEIPTS, broken
from pos.cli.redeeming_words import SAID_OF_REDEEMING
from pos.cli.staff_words import SAID_OF_STAFF
from pos.cli.syncing_words import SAID_OF_SYNC
from pos.cli.world_words import SAID_OF_WORLD
from receipts.writing import format as fmt
from receipts.writing.plain import plain

MOST = 60  # characters of an outside text inside a sentence
MOST_PATH = 200
NO_PROGRAM = "This file is no program: {why}. Correct it and publish it again."
LONG = ("path", "backup", "said", "why", "known")


def sentence(code: str, facts: Mapping[str, object], currency: str = "") -> str:
    """What to say for a code; facts named `…_minor` are money of the fact `currency` or of ours.

    A fact `why` may be a code itself; then its sentence is put in.
    """
    words = SAID.get(code)
    if code in ("program-invalid", "draft-value"):
        facts = {**facts, "why": why_words(facts)}
    if code == "program-invalid":
        words = words if facts.get("where") else NO_PROGRAM
    if words is None:
        return f"This did not work ({plain(code, MOST)}). Run: regulars doctor"
    money = str(facts.get("currency") or currency)
    wanted = [name for _, name, _, _ in Formatter().parse(words) if name]
    return words.format(**{name: _said(name, facts, money) for name in wanted})


def _said(name: str, facts: Mapping[str, object], currency: str) -> str:
    value = facts.get(name)
    if name == "what" and value is None and facts.get("check"):
        value = broken(str(facts["check"]))
    if name == "age":
        value = f"{facts['days']} days" if "days" in facts else f"{facts.get('hours')} hours"
    if value is None or value == "":
        return "none"
    if name == "why" and str(value) in SAID:
        return sentence(str(value), facts, currency)
    if name.endswith("minor") and isinstance(value, int) and currency:
        return _money(value, currency)
    return plain(str(value), MOST_PATH if name in LONG else MOST)


def _money(minor: int, currency: str) -> str:
    try:
        return fmt.money(minor, currency, "en")
    except LoyaltyError:  # the currency itself may be what is wrong
        return f"{minor} {plain(currency, 8)}"


SAID = {
    **SAID_OF_ACTS,
    **SAID_OF_REDEEMING,
    **SAID_OF_PEOPLE,
    **SAID_OF_WORLD,
    **SAID_OF_FILES,
    **SAID_OF_PROGRAMS,
    **SAID_OF_PHOTOGRAPHS,
    **SAID_OF_PRINTER,
    **SAID_OF_RECEIPTS,
    **SAID_OF_CLAIMS,
    **SAID_OF_CARE,
    **SAID_OF_OFFICE,
    **SAID_OF_HUB,
    **SAID_OF_OFFICE_BOOKS,
    **SAID_OF_MANAGING,
    **SAID_OF_STAFF,
    **SAID_OF_SYNC,
}
"""Every code with its sentence; each table is beside this file, named after what it is about."""
