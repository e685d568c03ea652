"""`regulars program …`: files checked, compared, tried on a basket, published and written out."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace
from typing import Any

from loyalty.basket import Basket
from loyalty.errors import LoyaltyError
from loyalty.members.history import Scene
from loyalty.program_file.diff import Change, diff
from loyalty.program_file.document import Checked, program_from_text, program_to_text
from loyalty.rules.program import Program
from pos.cli.basket_lines import line_from
from pos.cli.opened import act_by, opened
from pos.cli.paper import write_file
from pos.cli.program_words import why_words
from pos.cli.simulated import simulated_facts, simulated_lines
from pos.cli.table import table
from pos.cli.told import Error, Facts, Told
from pos.cli.who import member_named
from pos.examples import example_names
from pos.places import Places
from pos.programs import check as check_source
from pos.programs import load, publish, renumbered, text_of, version, versions
from pos.scene import scene_of
from pos.shop import Shop, program_in_force
from pos.simulating import basket_from_text, newcomer, simulate, standing_from_text

WIDEST = 60


def check(options: Namespace, places: Places) -> Told:
    """Everything that is wrong or odd in a file, with its line."""
    found = check_source(options.file)
    facts: Facts = {
        "valid": found.program is not None,
        "refused": [_finding(one.facts) for one in found.refused],
        "doubtful": [_finding(one.facts) for one in found.doubtful],
    }
    if found.program is not None:
        facts["program"] = _head(found.program)
    first = Error("program-invalid", found.refused[0].facts) if found.refused else None
    return Told(facts, _findings(found), first)


def compare(options: Namespace, places: Places) -> Told:
    """What changes from one program to another; from the one in force where none is named."""
    new = load(options.file)
    if options.other is not None:
        before, after = new, load(options.other)
    else:
        with opened(places) as shop:
            before, after = _published(shop, options.against), new
    changes = diff(before, after)
    lines = tuple(map(change_words, changes)) or ("No difference.",)
    told = list(map(change_facts, changes))
    return Told({"before": _head(before), "after": _head(after), "changes": told}, lines)


def bring_in(options: Namespace, places: Places) -> Told:
    """Publish a file as a version of the shop, or only say whether it could be."""
    program = load(options.file)
    with opened(places) as shop:
        if options.starts_on is not None:
            program = replace(program, starts_on=options.starts_on)
        if options.next:
            program = renumbered(shop, program)
        act = act_by(shop, options.operator)
        new = publish(shop, act, program, trial=options.dry_run)
    facts = {"program": _head(program), "new": new, "dry_run": options.dry_run}
    what = f"Program {program.number} “{program.name}”, from {program.starts_on.isoformat()}"
    if not new:
        return Told(facts, (f"{what}: published already, unchanged.",))
    return Told(facts, (f"{what}: {'can be' if options.dry_run else 'is'} published.",))


def export(options: Namespace, places: Places) -> Told:
    """A version of the shop, or a ready example, as a file."""
    if options.example is not None:
        text = text_of(f"example:{options.example}")
        program = program_from_text(text)
    else:
        with opened(places) as shop:
            program = _published(shop, options.number)
        text = program_to_text(program)
    facts: Facts = {"program": _head(program), "document": json.loads(text), "file": None}
    if options.out is None:
        return Told(facts, tuple(text.splitlines()))
    write_file(options.out, text.encode())
    return Told(facts | {"file": str(options.out)}, (f"Written to {options.out}",))


def show(options: Namespace, places: Places) -> Told:
    """The shop's versions, and the ready examples."""
    with opened(places) as shop:
        known = versions(shop)
        try:
            with shop.store.reading() as view:
                now = program_in_force(view, shop.today).number
        except LoyaltyError:
            now = 0
    rows = [
        (str(one.number), one.starts_on.isoformat(), one.name, "in force" * (one.number == now))
        for one in known
    ]
    facts = {
        "programs": [_head(one) | {"in_force": one.number == now} for one in known],
        "examples": list(example_names()),
    }
    ready = [f"example:{name}" for name in example_names()]
    return Told(facts, (*table(rows, right=(0,)), "Ready to be imported:", *ready))


def try_out(options: Namespace, places: Places) -> Told:
    """What a basket would earn under a file's program, and why; nothing is booked."""
    program = load(options.file)
    lines = tuple(line_from(line, program.currency) for line in options.lines or ())
    basket = Basket(program.currency, lines)
    if options.basket is not None:
        rung = basket_from_text(text_of(str(options.basket)), program.currency).lines
        basket = Basket(program.currency, (*rung, *lines))
    if not basket.lines:
        raise LoyaltyError("basket-empty")
    found = simulate(program, basket, _scene(options, places, program))
    return Told(simulated_facts(found, program), simulated_lines(found, program))


def _scene(options: Namespace, places: Places, program: Program) -> Scene:
    on, minute = options.on, options.at
    if options.member is not None:
        with opened(places) as shop:
            person = member_named(shop, options.member).member
            with shop.store.reading() as view:
                scene = scene_of(view, shop, program, person)
        return replace(
            scene,
            on=on or scene.on,
            minute=scene.minute if minute is None else minute,
        )
    day = on or program.starts_on
    noon = 12 * 60
    if options.profile is not None:
        standing = standing_from_text(text_of(str(options.profile)), day)
    else:
        standing = newcomer(day)
    return Scene(day, noon if minute is None else minute, standing)


def _published(shop: Shop, number: int | None) -> Program:
    if number is not None:
        return version(shop, number)
    with shop.store.reading() as view:
        return program_in_force(view, shop.today)


def _head(program: Program) -> Facts:
    return {
        "number": program.number,
        "name": program.name,
        "currency": program.currency,
        "starts_on": program.starts_on.isoformat(),
    }


def _finding(facts: dict[str, int | str]) -> Facts:
    return facts | {"sentence": why_words(facts)}


def _findings(found: Checked) -> tuple[str, ...]:
    rows = [
        (f"line {one.line}" if one.line else "", one.fault.where, f"{sign}{why_words(one.facts)}")
        for sign, findings in (("", found.refused), ("odd: ", found.doubtful))
        for one in findings
    ]
    if found.program is None:
        return table(rows)
    said = f"Program {found.program.number} “{found.program.name}” is valid."
    return (said, *table(rows))


def change_facts(one: Change) -> Facts:
    """A difference of two programs, for scripts."""
    told = {"where": one.where, "kind": one.kind, "help": one.help}
    return told | {"before": one.before, "after": one.after, "order": one.order}


def change_words(one: Change) -> str:
    """A difference of two programs in a line."""
    if one.order:
        return f"{one.where}: in another order: {_short(one.after)}"
    there = one.after if one.before is None else one.before
    if None not in (one.before, one.after) or not isinstance(there, dict):
        return f"{one.where}: {_short(one.before)} → {_short(one.after)}"
    if one.where.endswith("]"):
        return f"{'-' if one.after is None else '+'} {one.where}: {_short(there)}"
    return f"{one.where}: switched {'off' if one.after is None else 'on'}"


def _short(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False)
    return said if len(said) <= WIDEST else said[: WIDEST - 1] + "…"
