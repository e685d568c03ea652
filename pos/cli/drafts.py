"""`regulars draft …`: the next program, edited field by field, tried on baskets, published."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import timedelta
from typing import Any
from uuid import UUID

from loyalty.basket import Basket
from loyalty.errors import LoyaltyError
from loyalty.program_file.editing import path_of
from loyalty.program_file.form import Input
from loyalty.rules.program import Program
from pos.acts import Act
from pos.cli.approved import approved_by
from pos.cli.basket_lines import line_from
from pos.cli.opened import act_by, opened
from pos.cli.paper import write_file
from pos.cli.program_words import why_words
from pos.cli.programs import change_facts, change_words
from pos.cli.simulated import simulated_facts, simulated_lines
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.who import member_named
from pos.cli.words import Words
from pos.editing import drafting
from pos.editing.drafting import Drafted
from pos.editing.publishing import publish_draft, roll_back, trials_ended_by, versions
from pos.editing.trying import Tried, tried
from pos.places import Places
from pos.rights import Right
from pos.shop import Shop
from pos.trials import BrokenTrial

WIDEST = 40


def show_all(options: Namespace, places: Places) -> Told:
    """All drafts, and every version with how it stands."""
    with opened(places) as shop:
        found, known = drafting.drafts(shop), versions(shop)
    rows = [(str(one.id), one.name, one.operator) for one in found]
    stands = [
        (
            str(one.program.number),
            one.program.name,
            one.program.starts_on.isoformat(),
            one.until.isoformat() if one.until and one.until >= one.program.starts_on else "",
            one.stands.value,
        )
        for one in known
    ]
    facts: Facts = {
        "drafts": [{"id": i, "name": n, "operator": o} for i, n, o in rows],
        "versions": [
            {"number": one.program.number, "name": name, "from": starts, "until": until or None}
            | {"stands": stood}
            for one, (_, name, starts, until, stood) in zip(known, stands, strict=True)
        ],
    }
    return Told(facts, (*(table(rows) or ("No drafts.",)), "Versions:", *table(stands, right=(0,))))


def new(options: Namespace, places: Places) -> Told:
    """Begin a draft."""
    with opened(places) as shop:
        act = act_by(shop, options.operator)
        second = _approved(shop, options, act)
        found = drafting.begin(shop, act, options.source, options.version, second)
    return _told(found, (f"Draft {found.draft.id}", *_findings(found)))


def show(options: Namespace, places: Places) -> Told:
    """A draft's faults and doubts; with --all every field of it."""
    with opened(places) as shop:
        found = drafting.drafted(shop, draft_named(shop, options.draft))
    if options.out is not None:
        write_file(options.out, found.draft.body.encode())
    form = [one for one in found.form.walk() if one.path]
    told = _told(found, (f"Draft {found.draft.id} “{found.draft.name}”", *_findings(found)))
    lines = [*told.lines, *(table(map(_row, form)) if options.all else ())]
    if options.out is not None:
        lines.append(f"Written to {options.out}")
    fields = {"fields": list(map(_field, form))} if options.all else {}
    return Told(told.facts | fields, tuple(lines), told.error)


def put(options: Namespace, places: Places) -> Told:
    """Change a field, or add, move, switch on, take out a rule."""
    with opened(places) as shop:
        draft = draft_named(shop, options.draft)
        act = act_by(shop, options.operator)
        found = _put(shop, act, draft, options, _approved(shop, options, act))
    return _told(found, (*_changes(found), *_findings(found)))


def _put(shop: Shop, act: Act, draft: UUID, options: Namespace, second: str) -> Drafted:
    path = path_of(drafting.drafted(shop, draft).document, options.place)
    if options.add:
        return drafting.add(shop, act, draft, path, approved=second)
    if options.remove:
        return drafting.take_out(shop, act, draft, path, second)
    if options.on:
        return drafting.switch_on(shop, act, draft, path, second)
    if options.to is not None:
        return drafting.move(shop, act, draft, path, options.to - 1, second)
    return drafting.put_text(shop, act, draft, options.place, options.value or "", second)


def compare(options: Namespace, places: Places) -> Told:
    """What changes from the version in force, and which running trials it would end."""
    with opened(places) as shop:
        found = drafting.drafted(shop, draft_named(shop, options.draft))
        program = found.found.program
        broken = trials_ended_by(shop, program) if program else ()
    lines = _changes(found) if program else _findings(found)
    told = _told(found, (*lines, *map(_broken, broken)))
    return Told(told.facts | {"trials_ended": list(map(_broken_facts, broken))}, told.lines)


def try_out(options: Namespace, places: Places) -> Told:
    """What baskets earn now, what they would earn, and why."""
    with opened(places) as shop:
        draft = draft_named(shop, options.draft)
        money = shop.settings.currency
        lines = tuple(line_from(one, money) for one in options.lines or ())
        member = member_named(shop, options.member).member.id if options.member else None
        found = tried(shop, draft, Basket(money, lines) if lines else None, member)
        program = drafting.drafted(shop, draft).found.program
        words = Words.of(shop)
    if program is None:
        raise LoyaltyError("draft-unknown")  # another window changed it between two reads
    facts = {"baskets": [_tried_facts(one, program) for one in found]}
    return Told(facts, tuple(line for one in found for line in _tried(words, one, program)))


def publish(options: Namespace, places: Places) -> Told:
    """Make a draft a version of the shop."""
    with opened(places) as shop:
        draft = draft_named(shop, options.draft)
        act = act_by(shop, options.operator)
        second = _approved(shop, options, act)
        dry = publish_draft(shop, act, draft, options.starts_on, second, trial=True)
        broken = trials_ended_by(shop, dry)
        if not options.dry_run:
            dry = publish_draft(shop, act, draft, options.starts_on, second)
    return _published(dry, options.dry_run, broken)


def bring_back(options: Namespace, places: Places) -> Told:
    """Publish an older version's rules again."""
    with opened(places) as shop:
        act = act_by(shop, options.operator)
        second = _approved(shop, options, act)
        on = options.starts_on or shop.today + timedelta(days=1)
        program = roll_back(shop, act, options.number, on, second, trial=True)
        broken = trials_ended_by(shop, program)
        if not options.dry_run:
            program = roll_back(shop, act, options.number, on, second)
    return _published(program, options.dry_run, broken)


def discard(options: Namespace, places: Places) -> Told:
    """Throw a draft away."""
    with opened(places) as shop:
        draft = draft_named(shop, options.draft)
        act = act_by(shop, options.operator)
        gone = drafting.discard(shop, act, draft, _approved(shop, options, act))
    return Told({"draft": str(draft), "discarded": gone}, (f"Draft {draft} is discarded.",))


def draft_named(shop: Shop, text: str) -> UUID:
    """The draft whose id begins so, or the one touched last; LoyaltyError `draft-unknown`."""
    wanted = text.replace("-", "").lower()
    for one in drafting.drafts(shop):
        if one.id.hex.startswith(wanted):
            return one.id
    raise LoyaltyError("draft-unknown")


def _approved(shop: Shop, options: Namespace, act: Act) -> str:
    return approved_by(shop, options, act.operator, Right.EDIT_PROGRAM)


def _told(found: Drafted, lines: tuple[str, ...]) -> Told:
    refused = [one.facts | {"sentence": why_words(one.facts)} for one in found.found.refused]
    doubtful = [one.facts | {"sentence": why_words(one.facts)} for one in found.found.doubtful]
    facts: Facts = {
        "draft": str(found.draft.id),
        "name": found.draft.name,
        "valid": found.found.program is not None,
        "refused": refused,
        "doubtful": doubtful,
        "against": found.against.number if found.against else None,
        "changes": list(map(change_facts, found.changes)),
    }
    return Told(facts, lines)


def _findings(found: Drafted) -> tuple[str, ...]:
    told = (("", found.found.refused), ("odd: ", found.found.doubtful))
    rows = [(one.fault.where, sign + why_words(one.facts)) for sign, all_ in told for one in all_]
    if found.found.program is not None:
        return ("It could be published.", *table(rows))
    return ("It cannot be published yet:", *table(rows))


def _changes(found: Drafted) -> tuple[str, ...]:
    return tuple(map(change_words, found.changes))


def _row(one: Input) -> tuple[str, ...]:
    shown = "" if one.parts else json.dumps(one.value, ensure_ascii=False)
    short = shown if len(shown) <= WIDEST else shown[: WIDEST - 1] + "…"
    bounds = f"{one.least} to {one.most}" if one.least is not None and one.most else ""
    allowed = "|".join(one.choices) if len(one.choices) < 20 else ""
    return (one.where, short, one.kind.value, allowed or bounds, one.unit)


def _field(one: Input) -> dict[str, Any]:
    return {
        "where": one.where,
        "help": one.help,
        "kind": one.kind.value,
        "value": one.value,
        "given": one.given,
        "default": one.default,
        "required": one.required,
        "optional": one.optional,
        "least": one.least,
        "most": one.most,
        "choices": list(one.choices),
        "unit": one.unit,
        "read": one.read,
    }


def _tried_facts(one: Tried, program: Program) -> Facts:
    then = simulated_facts(one.then, program)
    return {"points_now": one.points_now, "points_then": one.points_then, "then": then}


def _tried(words: Words, one: Tried, program: Program) -> tuple[str, ...]:
    now = "nothing is in force" if one.points_now is None else words.points(one.points_now)
    head = f"Now {now}, then {words.points(one.points_then)}:"
    return (head, *simulated_lines(one.then, program))


def _published(program: Program, dry: bool, broken: tuple[BrokenTrial, ...]) -> Told:
    head = {"number": program.number, "name": program.name}
    facts: Facts = {
        "program": head | {"starts_on": program.starts_on.isoformat()},
        "dry_run": dry,
        "trials_ended": list(map(_broken_facts, broken)),
    }
    what = f"Program {program.number} “{program.name}”, from {program.starts_on.isoformat()}"
    done = f"{what}: {'can be' if dry else 'is'} published."
    return Told(facts, (done, *map(_broken, broken)))


def _broken(one: BrokenTrial) -> str:
    return (
        f"The trial of “{one.name}” ends on {one.ends_on.isoformat()} without a result: "
        f"it was to run until {one.until.isoformat()}."
    )


def _broken_facts(one: BrokenTrial) -> Facts:
    return {
        "campaign": one.campaign,
        "until": one.until.isoformat(),
        "ends_on": one.ends_on.isoformat(),
    }
