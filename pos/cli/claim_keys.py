"""`regulars keys list|retire`: which terminals' signatures on slips are believed."""

from __future__ import annotations

from argparse import Namespace

from pos.claim_keys import KeyState, key_name, key_named, keys, retire
from pos.cli.approved import approved_by
from pos.cli.opened import doing, opened
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.clock import moment_of
from pos.places import Places
from pos.rights import Right
from receipts.writing import format as fmt


def show_all(_options: Namespace, places: Places) -> Told:
    """The keys of all terminals; this one's is marked."""
    with opened(places) as shop:
        found = keys(shop)
        rows = [
            (
                key_name(one.key.id),
                "this terminal" if one.own else f"terminal {one.key.terminal}",
                f"since {fmt.minute(moment_of(one.key.valid_from_ms), shop.clock.zone)}",
                f"retired {fmt.minute(one.retired, shop.clock.zone)}" if one.retired else "valid",
                one.why,
            )
            for one in found
        ]
    lines = table(rows) if rows else ("No keys yet; the first slip of a sale makes one.",)
    return Told({"keys": [_facts(one) for one in found]}, lines)


def end(options: Namespace, places: Places) -> Told:
    """Believe nothing any more that a key signs from now on."""
    with doing(places, options.operator, None) as now:
        second = approved_by(now.shop, options, now.act.operator, Right.BLOCK)
        state = retire(now.shop, now.act, key_named(options.key), options.why, second)
    line = f"Key {key_name(state.key.id)} is retired; what it signed before stays good."
    return Told({"key": _facts(state), "approved": second}, (line,))


def _facts(one: KeyState) -> Facts:
    began = moment_of(one.key.valid_from_ms)
    return {
        "key": key_name(one.key.id),
        "terminal": one.key.terminal,
        "public": one.key.public.hex(),
        "valid_from": began.isoformat(),
        "retired": one.retired.isoformat() if one.retired else None,
        "own": one.own,
        "why": one.why,
        "by": one.by,
    }
