"""`regulars member export|erase`: what a person may ask for: all that is kept, or that it goes."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from uuid import UUID

from loyalty.members.member import MemberStatus
from pos.cli.approved import approved_by
from pos.cli.opened import doing
from pos.cli.told import Refused, Told
from pos.cli.who import anyone_named
from pos.cli.words import Words
from pos.exporting import everything_of
from pos.leaving import erase
from pos.places import Places
from pos.rights import Right
from pos.shop import Shop
from pos.trouble import TroubleError


def export(options: Namespace, places: Places) -> Told:
    """All that is kept about a person, into a file or onto standard output."""
    with doing(places, options.operator, options.act_id) as now:
        member = anyone_named(now.shop, options.who)
        second = approved_by(now.shop, options, now.act.operator, Right.EXPORT)
        facts = everything_of(now.shop, now.act, member, second)
    if options.to is None:
        return Told(facts, (json.dumps(facts, ensure_ascii=False, indent=2),))
    _write(options.to, json.dumps(facts, ensure_ascii=False, indent=2) + "\n")
    line = f"{len(facts['entries'])} entries and all else written to {options.to}"
    return Told({"file": str(options.to), "entries": len(facts["entries"])}, (line,))


def remove(options: Namespace, places: Places) -> Told:
    """Erase a person; sums and their number stay."""
    if not options.yes:
        raise Refused("erase-unsure", who=options.who[:40])
    with doing(places, options.operator, options.act_id) as now:
        member = _erasable(now.shop, options.who)
        second = approved_by(now.shop, options, now.act.operator, Right.ERASE)
        erased = erase(now.shop, now.act, member, second)
        points = Words.of(now.shop).points(erased.points)
    lines = [f"Erased. Under the number {erased.member} there remain {points}, which end in time."]
    if not erased.gone:
        lines.append("Another window has the books open: close it, and erase once more.")
    if erased.older:
        lines.append("Files of before still hold the person, until they rotate or you delete them:")
        lines.extend(f"  {file}" for file in erased.older)
        lines.append("A restore from one of them erases the person again.")
    older = [str(file) for file in erased.older]
    told = {"member": str(erased.member), "points": erased.points, "gone": erased.gone}
    return Told(told | {"older": older}, tuple(lines))


def _erasable(shop: Shop, who: str) -> UUID:
    """Also by number alone: somebody erased already, to end what was cut off."""
    try:
        number = UUID(who.strip())
    except ValueError:
        return anyone_named(shop, who)
    with shop.store.reading() as view:
        known = view.member(number)
    if known is not None and known.status is MemberStatus.ERASED:
        return known.id
    return anyone_named(shop, who)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise TroubleError("file-unwritable", path=str(path), said=str(error.strerror)) from error
