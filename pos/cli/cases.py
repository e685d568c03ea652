"""`regulars case open|add|close|list`."""

from __future__ import annotations

from argparse import Namespace
from datetime import timedelta
from uuid import UUID

from loyalty.care.case import Case, CaseWord, Cause, Channel
from pos.care.cases import (
    Promise,
    Which,
    add_to,
    cases,
    cases_of,
    close_case,
    goodwill,
    open_case,
    told,
)
from pos.care.recovery import Recovery, recovery
from pos.cli.approved import approved_by
from pos.cli.opened import doing, opened
from pos.cli.shown import moment
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.who import anyone_named
from pos.places import Places
from pos.rights import Right
from pos.shop import Shop

YEAR_DAYS = 365


def begin(options: Namespace, places: Places) -> Told:
    """Open a case."""
    with doing(places, options.operator, options.act_id) as now:
        member = anyone_named(now.shop, options.member) if options.member else None
        channel, cause = Channel(options.channel), Cause(options.cause)
        promise = Promise(options.promise, options.due, options.owner)
        case = open_case(now.shop, now.act, member, channel, cause, options.words, promise)
        facts = _facts(now.shop, case)
    until = f" Promised until {case.due_on}." if case.due_on else ""
    return Told({"case": facts}, (f"Case {case.id} is open; {case.owner} answers for it.{until}",))


def more(options: Namespace, places: Places) -> Told:
    """Add words, another promise, or points to make good."""
    with doing(places, options.operator, options.act_id) as now:
        promise = Promise(options.promise, options.due, options.owner)
        if options.points:
            right, points = Right.ADJUST, options.points
            second = approved_by(now.shop, options, now.act.operator, right, points)
            words = options.words
            case = goodwill(now.shop, now.act, options.case, points, words, promise, second)
        else:
            case = add_to(now.shop, now.act, options.case, options.words, promise)
        facts = _facts(now.shop, case)
    given = f" Points given: {options.points}." if options.points else ""
    return Told({"case": facts}, (f"Noted.{given}",))


def end(options: Namespace, places: Places) -> Told:
    """Close a case."""
    with doing(places, options.operator, options.act_id) as now:
        case = close_case(now.shop, now.act, options.case, options.words)
        facts = _facts(now.shop, case)
    return Told({"case": facts}, (f"Case {case.id} is closed.",))


def show(options: Namespace, places: Places) -> Told:
    """One case with its words, or a list of them and how many people came back."""
    with opened(places) as shop:
        if options.case:
            return _one(shop, options.case)
        if options.member:
            found = cases_of(shop, anyone_named(shop, options.member))
        else:
            found = cases(shop, _which(options))
        facts = [_facts(shop, case) for case in found]
        back = recovery(shop, shop.today - timedelta(days=YEAR_DAYS - 1), shop.today)
    rows = [
        (
            *(one["id"], one["due_on"] or "-", "late" if one["overdue"] else "", one["owner"]),
            *(one["cause"], one["words"].replace("\n", " ")[:40] or "-"),
        )
        for one in facts
    ]
    head = [("Case", "Due", "", "Owner", "Cause", "Words")]
    lines = table([*head, *rows]) if rows else ("No case.",)
    return Told({"cases": facts, "recovery": _recovery(back)}, (*lines, *_came_back(back)))


def _one(shop: Shop, case: UUID) -> Told:
    found = told(shop, case)
    facts = _facts(shop, found.case) | {"added": [_word(shop, word) for word in found.words]}
    rows = [
        (name.replace("_", " "), str(value)) for name, value in facts.items() if name != "added"
    ]
    said = [(word["at"][:16].replace("T", " "), word["words"]) for word in facts["added"]]
    return Told({"case": facts}, table([*rows, *said]))


def _which(options: Namespace) -> Which:
    if options.overdue:
        return Which.OVERDUE
    return Which.CLOSED if options.closed else Which.OPEN


def _facts(shop: Shop, case: Case) -> Facts:
    return {
        "id": str(case.id),
        "member": str(case.member) if case.member else None,
        "opened_at": moment(shop, case.opened_ms),
        "opened_by": case.opened_by,
        "channel": case.channel.value,
        "cause": case.cause.value,
        "words": case.words,
        "promise": case.promise,
        "due_on": case.due_on.isoformat() if case.due_on else None,
        "overdue": case.overdue(shop.today),
        "owner": case.owner,
        "state": case.state.value,
        "resolution": case.resolution,
        "closed_at": moment(shop, case.closed_ms) if case.closed_ms is not None else None,
        "goodwill": case.goodwill,
    }


def _word(shop: Shop, word: CaseWord) -> Facts:
    return {"at": moment(shop, word.at_ms), "operator": word.operator, "words": word.words}


def _recovery(back: Recovery) -> Facts:
    figure = back.figure
    return {
        "figure": figure.definition.name,
        "state": figure.state.value,
        "n": figure.n,
        "came_back": figure.numerator,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "minimum": figure.definition.minimum,
        "younger_than_90_days": figure.waiting,
        "anonymous": back.anonymous,
        "goodwill": back.goodwill,
        "causes": {cause.value: count for cause, count in back.causes},
    }


def _came_back(back: Recovery) -> tuple[str, ...]:
    figure = back.figure
    if not figure.n:
        return ()
    return (f"Bought again within 90 days of a case: {figure.numerator} of {figure.n}.",)
