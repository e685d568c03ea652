"""`regulars program replay`: a draft on the shop's own past, or the past under its own rules."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date

from pos.cli.opened import opened
from pos.cli.shown import entry_text
from pos.cli.table import table
from pos.cli.told import Error, Facts, Refused, Told
from pos.cli.words import Words
from pos.places import Places
from pos.programs import load
from pos.replays import Replay, replay


def try_out(options: Namespace, places: Places) -> Told:
    """What the past would have given; nothing is booked. Under the own rules nothing may differ."""
    start, end = options.start, options.end
    if start and end and start > end:
        raise Refused("days-backwards", start=start.isoformat(), end=end.isoformat())
    draft = None if options.own else load(options.file)
    with opened(places) as shop:
        found = replay(shop, draft, start, end, progress)
        words = Words.of(shop)
    facts = replay_facts(found, own=draft is None)
    lines = _lines(words, found, priced=draft is not None and draft.tender is not None)
    if draft is None and found.differing:
        return Told(facts, lines, Error("books-replay", {"acts": found.differing}))
    return Told(facts, lines)


def progress(done: int) -> None:
    """Say how far a replay is."""
    print(f"{done} entries …", file=sys.stderr)  # standard output is for the result alone


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def replay_told(words: Words, found: Replay, priced: bool) -> Told:
    """A replay of rules that need not be published."""
    return Told(replay_facts(found, own=False), _lines(words, found, priced))


def replay_facts(found: Replay, own: bool) -> Facts:
    """A replay for scripts."""
    return {
        "own": own,
        "from": _day(found.first),
        "to": _day(found.last),
        "sales": found.sales,
        "returns": found.returns,
        "members": found.members,
        "booked": found.booked,
        "replayed": found.replayed,
        "difference": found.replayed - found.booked,
        "cost_minor": found.cost_minor,
        "differing": found.differing,
        "gaining": found.gaining,
        "losing": found.losing,
        "gains": [
            {"member": str(one.member), "name": one.name, "points": one.points}
            for one in found.gains
        ],
        "first_differing": [
            {
                "entry": entry_text(one.key),
                "kind": one.kind.value,
                "on": one.on.isoformat(),
                "member": str(one.member),
                "booked": one.booked,
                "replayed": one.replayed,
            }
            for one in found.faults
        ],
    }


def _lines(words: Words, found: Replay, priced: bool) -> tuple[str, ...]:
    """`priced`: points are money in the draft, so that a difference is worth something."""
    worth = [("Worth", words.money(found.cost_minor))] if priced else []
    head = [
        ("Sales", str(found.sales)),
        ("Returns", str(found.returns)),
        ("Members", str(found.members)),
        ("Points booked", str(found.booked)),
        ("Points replayed", str(found.replayed)),
        ("Difference", words.signed(found.replayed - found.booked)),
        *worth,
        ("Members with more", str(found.gaining)),
        ("Members with less", str(found.losing)),
    ]
    gains = [(one.name or str(one.member), words.signed(one.points)) for one in found.gains]
    title = ("", "The largest differences:") if gains else ()
    return (*table(head), *title, *table(gains, right=(1,), indent=2))
