"""`regulars import members|balances|products|sales FILE`: checked whole, then booked."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict

from pos.cli.approved import approved_by
from pos.cli.opened import act_by, opened
from pos.cli.table import table
from pos.cli.told import Error, Facts, Told
from pos.cli.wording import sentence
from pos.importing.bringing import Outcome, Wish, bring_by
from pos.importing.faults import Fault
from pos.importing.mapping import Mapping, read_mapping
from pos.importing.nights import NightBefore
from pos.places import Places
from pos.rights import Right
from pos.shop import Shop

_SHOWN = 20  # faults on a screen; --json has them all


def bring_in(options: Namespace, places: Places) -> Told:
    """A file of members, balances, products or sales."""
    mapping = read_mapping(options.map) if options.map else Mapping()
    with opened(places) as shop:
        act = act_by(shop, options.operator)
        second = approved_by(shop, options, act.operator, Right.IMPORT)
        nights = NightBefore(shop) if options.nightly else None
        wish = Wish(
            mapping,
            dry_run=options.dry_run,
            leave_known=options.leave_known,
            program=options.program,
            each_night=nights,
        )
        found = bring_by(shop, act, options.kind, options.file, wish, second)
        if nights and found.booked:
            nights.up_to_today()
        return Told(_facts(found, options.dry_run), _lines(shop, found, options), _error(found))


def _error(found: Outcome) -> Error | None:
    if not found.fault_count:
        return None
    return Error("import-faults", {"faults": found.fault_count, "rows": found.rows})


def _facts(found: Outcome, dry_run: bool) -> Facts:
    facts = {name: value for name, value in asdict(found).items() if name not in _LISTS}
    columns = {name: list(heads) for name, heads in found.columns}
    lists = {name: [_fault(one) for one in getattr(found, name)] for name in _LISTS}
    return {**facts, "columns": columns, **lists, "dry_run": dry_run}


_LISTS = ("faults", "known")


def _fault(fault: Fault) -> Facts:
    return {
        "line": fault.line,
        "column": fault.column,
        "value": fault.value,
        "code": fault.code,
        "facts": dict(fault.facts),
        "sentence": sentence(fault.code, dict(fault.facts)),
    }


def _lines(shop: Shop, found: Outcome, options: Namespace) -> tuple[str, ...]:
    used = ", ".join(f"{'/'.join(heads)} as {name}" for name, heads in found.columns)
    lines = [
        f"{found.rows} rows, {found.encoding}, parted by {json.dumps(found.delimiter)}: {used}"
    ]
    if found.ignored:
        lines.append(f"Columns not used: {', '.join(found.ignored)}")
    lines += _told(shop, found.faults, found.fault_count)
    if found.known_count:
        lines += ["Left out, as the shop has them:", *_told(shop, found.known, found.known_count)]
    if found.already:
        lines.append(f"{found.already} were here from this file before.")
    if found.fault_count:
        lines.append("Nothing was booked.")
    elif options.dry_run:
        lines.append(f"{found.ready} {options.kind} could be booked. Nothing was: a dry run.")
    else:
        lines.append(f"{found.booked} {options.kind} booked.")
    return tuple(lines)


def _told(shop: Shop, faults: Iterable[Fault], count: int) -> list[str]:
    shown = list(faults)[:_SHOWN]
    money = shop.settings.currency
    rows = [
        (
            f"line {one.line}",
            one.column or "-",
            one.value or "-",
            sentence(one.code, dict(one.facts), money),
        )
        for one in shown
    ]
    rest = count - len(shown)
    return [*table(rows, right=(0,), indent=2), *([f"  … and {rest} more."] if rest > 0 else [])]
