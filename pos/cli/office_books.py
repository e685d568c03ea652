"""`regulars office verify|month`: head office's books read again, and what a month came to."""

from __future__ import annotations

from argparse import Namespace
from itertools import islice

from pos.cli.office import clock_of
from pos.cli.office_books_words import FAULTS, GROUP_NAMES
from pos.cli.table import table
from pos.cli.told import Error, Facts, Told
from pos.clock import moment_of
from pos.office.ledger.books import Books
from pos.office.ledger.refold import OfficeFault
from pos.office.ledger.rollups import Liability, liability, outstanding
from pos.office.ledger.verifying import OfficeAudit
from pos.office.people.accounts import House
from pos.office.reporting import months
from pos.office.running.setting_up import BY_HAND, MERCHANT, database_url, open_office
from pos.office.schema.engine import reading, transaction
from pos.places import Places

MOST_SHOWN = 20
MOST_KEPT = 10_000


def verify(options: Namespace, places: Places) -> Told:
    """Every chain, row and sum of head office; an error where there is any fault."""
    clock = clock_of(places)
    engine = open_office(database_url(places, options.database), clock)
    try:
        with reading(engine) as db:
            audit = OfficeAudit(Books(db, MERCHANT, clock, 0))
            found = [_fault(fault) for fault in islice(audit.faults(), MOST_KEPT)]
    finally:
        engine.dispose()
    checked = audit.checked
    facts: Facts = {
        "clean": not found,
        "entries": checked.entries,
        "epochs": checked.epochs,
        "believed": checked.believed,
        "faults": found,
    }
    if not found:
        line = f"Head office's books are clean: {checked.entries} entries, every sum as it should."
        more = (f"Set aside and not readable: {checked.believed}.",) if checked.believed else ()
        return Told(facts, (line, *more))
    lines = [str(one["sentence"]) for one in found[:MOST_SHOWN]]
    hidden = len(found) - MOST_SHOWN
    rest = (f"… and {hidden} more; --json names them all.",) if hidden > 0 else ()
    return Told(facts, (*lines, *rest), Error("office-books-faulty", {"faults": len(found)}))


def _fault(fault: OfficeFault) -> Facts:
    place = f"{fault.terminal}-{fault.epoch}-{fault.seq}"
    kind = FAULTS.get(fault.what, FAULTS["sum"])
    said = kind.format(what=fault.what, place=place, terminal=fault.terminal, facts=fault.facts)
    return {"what": fault.what, "place": place, "facts": fault.facts, "sentence": said}


def month(options: Namespace, places: Places) -> Told:
    """What a month came to; `close` it: what comes later for it is counted in a later one."""
    clock = clock_of(places)
    engine = open_office(database_url(places, options.database), clock)
    house = House(MERCHANT, clock)
    try:
        if options.act == "close":
            with transaction(engine) as db:
                months.close(db, house, BY_HAND, options.month)
        with reading(engine) as db:
            told = liability(db, MERCHANT, options.month)
            left = _left(outstanding(db, MERCHANT))
            known_at = months.places_of(db, house, options.month)
    finally:
        engine.dispose()
    terminals = [
        {
            "terminal": one.terminal,
            "last": f"{one.terminal}-{one.epoch}-{one.seq}",
            "contact": moment_of(one.contact_ms).isoformat(),
            "silent": one.silent,
        }
        for one in known_at
    ]
    facts: Facts = {
        "month": told.month,
        "opening": told.opening,
        **told.changes,
        "closing": told.closing,
        "late_entries": told.late_entries,
        "outstanding": left,
        "terminals": terminals,
    }
    known = [
        f"Terminal {one['terminal']}: known up to {one['last']}, heard {one['contact']}"
        + (", and not since the month ended" if one["silent"] else "")
        for one in terminals
    ]
    ends = table([(name, str(points)) for name, points in left.items()], right=(1,), indent=2)
    owed = ("Owed now, by the month it ends in:", *ends) if ends else ()
    return Told(facts, (*_roll_forward(told), *known, *owed))


def _left(found: dict[int, int]) -> Facts:
    """Points there are now by the month they end in."""
    names = {0: "no fixed end", -1: "between two terminals"}
    return {names.get(n, f"{n // 100}-{n % 100:02}"): found[n] for n in sorted(found) if found[n]}


def _roll_forward(told: Liability) -> tuple[str, ...]:
    rows = [(GROUP_NAMES[name], str(points)) for name, points in told.changes.items() if points]
    opening = (GROUP_NAMES["opening"], str(told.opening))
    closing = (GROUP_NAMES["closing"], str(told.closing))
    late = f"In it: {told.late_entries} late entries of months that were closed."
    lines = table([opening, *rows, closing], right=(1,))
    return (*lines, late) if told.late_entries else lines
