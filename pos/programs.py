"""The program versions of a shop: files and ready examples read, checked and published.

A version never changes once it is published, and none starts on days whose sales another one made:
what a sale earned can then always be reckoned again from the version it names.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from loyalty.errors import LoyaltyError
from loyalty.program_file.document import Checked, checked, program_from_text, program_to_text
from loyalty.rules.program import Program
from pos.acts import Act
from pos.deeds import What, note
from pos.examples import example_text
from pos.rights import Right, answering
from pos.shop import Shop
from pos.store import View
from pos.trouble import TroubleError

EXAMPLE = "example:"
LARGEST_FILE = 20_000_000  # a whole assortment by number, many times over


def text_of(source: str) -> str:
    """The text of a file, or of a ready example named `example:NAME`.

    TroubleError `file-unreadable` (file), `file-too-large` (file, limit), `example-unknown`.
    """
    if source.startswith(EXAMPLE):
        return example_text(source.removeprefix(EXAMPLE))
    path = Path(source)
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
        text = raw.decode("utf-8")
    except (OSError, ValueError) as error:
        raise TroubleError("file-unreadable", file=path.name) from error
    if len(raw) > LARGEST_FILE:
        raise TroubleError("file-too-large", file=path.name, limit=LARGEST_FILE)
    return text


def check(source: str) -> Checked:
    """A file's program with all that is wrong or odd in it; errors as `text_of`."""
    return checked(text_of(source))


def load(source: str) -> Program:
    """A file's program; errors as `text_of`, LoyaltyError `program-invalid`."""
    return program_from_text(text_of(source))


def versions(shop: Shop) -> tuple[Program, ...]:
    """Every published version, by number."""
    with shop.store.reading() as view:
        return view.programs()


def version(shop: Shop, number: int) -> Program:
    """A published version; LoyaltyError `program-unknown`."""
    with shop.store.reading() as view:
        found = view.program(number)
    if found is None:
        raise LoyaltyError("program-unknown", number=number)
    return found


def renumbered(shop: Shop, program: Program, starts_on: date | None = None) -> Program:
    """The program under the next free number, starting when it says or on another day."""
    number = max((one.number for one in versions(shop)), default=0) + 1
    return replace(program, number=number, starts_on=starts_on or program.starts_on)


def publish(
    shop: Shop, act: Act, program: Program, approved: str = "", trial: bool = False
) -> bool:
    """Add a version to the books; False where this very version is there already.

    `trial`: only say whether it could be. LoyaltyError `program-invalid`, `program-exists` (number)
    where another version has it, `program-currency` (ours, theirs), `program-starts-too-early`
    (day of a sale, starts_on), `approval-needed`.
    """
    program_from_text(program_to_text(program))  # what cannot be read back is not put in
    if trial:
        with shop.store.reading() as view:
            answering(view, act.operator, Right.EDIT_PROGRAM, approved=approved)
            return _addable(shop, view, program)
    with shop.store.writing() as work:
        answered = answering(work, act.operator, Right.EDIT_PROGRAM, approved=approved)
        new = _addable(shop, work, program)
        if new:
            work.add_program(program)
            facts = {"starts_on": program.starts_on.isoformat()}
            note(work, act, What.PROGRAM, str(program.number), approved=answered, facts=facts)
    return new


def _addable(shop: Shop, view: View, program: Program) -> bool:
    ours = shop.settings.currency
    if program.currency != ours:
        raise LoyaltyError("program-currency", ours=ours, theirs=program.currency)
    known = view.program(program.number)
    if known == program:
        return False
    if known is not None:
        raise LoyaltyError("program-exists", number=program.number)
    day = _sold_on(view, program, shop.today)
    if day is not None:
        raise LoyaltyError(
            "program-starts-too-early",
            day=day.isoformat(),
            starts_on=program.starts_on.isoformat(),
        )
    return True


def _sold_on(view: View, program: Program, today: date) -> date | None:
    """The last day with a sale among those the program would be in force on; None if none has."""
    mine = (program.starts_on, program.number)
    later = (one.starts_on for one in view.programs() if (one.starts_on, one.number) > mine)
    newest = view.last_sale()  # a clock that was set back may have left it in the future
    last = max(today, newest.business_date) if newest else today
    until = min((day - timedelta(days=1) for day in later), default=last)
    day = min(until, last)
    while day >= program.starts_on:
        if view.sales(business_date=day, limit=1):
            return day
        day -= timedelta(days=1)
    return None
