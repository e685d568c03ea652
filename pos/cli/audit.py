"""`regulars audit`: who did what on whom, and who approved it; by pages, or all as a file."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from pos.audit_log import Done, Filter, exported, page, usual
from pos.cli.approved import approved_by
from pos.cli.opened import doing, opened
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.who import anyone_named
from pos.kept_files import as_csv
from pos.places import Places
from pos.rights import Right
from pos.shop import Shop
from pos.trouble import TroubleError

_HEAD = (
    *("at", "what", "operator", "approved", "member", "about", "why", "number", "points"),
    "facts",
)


def log(options: Namespace, places: Places) -> Told:
    """A page of the log, or all of it into a file."""
    if options.csv is not None:
        return _file(options, places, options.csv)
    with opened(places) as shop:
        found = page(shop, _wanted(shop, options), options.after, options.limit)
    rows = [_row(one) for one in found.acts]
    lines = table([("When", "What", "Who", "Approved", "On", "Points", "About"), *rows])
    more = (f"More: regulars audit … --after {found.after}",) if found.after else ()
    acts = [_facts(one) for one in found.acts]
    said = lines if rows else ("Nothing was done.",)
    return Told({"acts": acts, "after": found.after or None}, (*said, *more))


def _file(options: Namespace, places: Places, to: Path) -> Told:
    with doing(places, options.operator, options.act_id) as now:
        second = approved_by(now.shop, options, now.act.operator, Right.EXPORT)
        acts = exported(now.shop, now.act, _wanted(now.shop, options), second)
        rows = [tuple(str(value or "") for value in _facts(one).values()) for one in acts]
    try:
        to.write_text(as_csv(_HEAD, rows), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise TroubleError("file-unwritable", path=str(to), said=str(error.strerror)) from error
    return Told({"file": str(to), "acts": len(rows)}, (f"{len(rows)} acts written to {to}",))


def _wanted(shop: Shop, options: Namespace) -> Filter:
    days = usual(shop)
    last = options.end or max(days.last, options.start or days.last)
    return replace(
        days,
        first=options.start or min(days.first, last),
        last=last,
        who=options.who,
        what=options.what,
        member=anyone_named(shop, options.member) if options.member else None,
    )


def _facts(one: Done) -> Facts:
    return {
        "at": one.at.isoformat(timespec="seconds"),
        "what": one.what,
        "operator": one.operator or None,
        "approved": one.approved or None,
        "member": str(one.member) if one.member else None,
        "about": one.about or None,
        "why": one.why or None,
        "number": one.number or None,
        "points": one.points,
        "facts": one.facts or None,
    }


def _row(one: Done) -> tuple[str, ...]:
    told = ", ".join(f"{name}: {value}" for name, value in one.facts.items())
    about = " ".join(text for text in (one.number, one.about, one.why, told) if text)
    return (
        f"{one.at:%Y-%m-%d %H:%M}",
        one.what,
        one.operator_name or "-",
        one.approved_name or "-",
        str(one.member)[:8] if one.member else "-",
        f"{one.points:+}" if one.points else "",
        about,
    )
