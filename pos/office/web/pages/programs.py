"""The program's versions: who has which, a draft with what is wrong and what it changes, a day."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.program_file.document import Finding, program_to_text
from pos.office.managing import enrolled as terminals
from pos.office.managing import programs
from pos.office.managing.programs import Draft
from pos.office.people import accounts as people
from pos.office.people.duties import Right
from pos.office.reporting.months import program_in_force
from pos.office.schema.engine import reading, transaction
from pos.office.web.api.programs import MOST
from pos.office.web.asking import Ask, Moved, Page, Shown
from pos.office.wording import has, sentence

WIDEST = 160


def _list(ask: Ask) -> Shown:
    with transaction(ask.parts.engine) as connection:
        merchant = ask.house.merchant
        running = program_in_force(connection, ask.house)
        values = {
            "versions": programs.versions(connection, ask.house),
            "drafts": programs.drafts(connection, merchant),
            "running": running.number if running else 0,
            "two": programs.two_persons(connection, merchant),
            "edits": ask.who.may(Right.EDIT_PROGRAMS),
            "names": {one.number: one.name for one in terminals.terminals(connection, merchant)},
        }
    return Shown("programs.html", values)


def _blank(ask: Ask) -> Shown:
    with reading(ask.parts.engine) as connection:
        running = program_in_force(connection, ask.house)
    text = program_to_text(running) if running else ""
    return Shown("draft.html", {**_empty(), "text": text})


def _empty() -> dict[str, Any]:
    return {
        "draft": None,
        "found": None,
        "changes": (),
        "terminals": (),
        "asked_by": "",
        "day": "",
        "only": (),
        "mine": False,
        "error": None,
        "brief": _brief,
    }


def _add(ask: Ask) -> Shown | Moved:
    text = _text(ask)
    try:
        with transaction(ask.parts.engine) as connection:
            made = programs.keep_draft(connection, ask.house, ask.actor, text)
    except LoyaltyError as no:
        return Shown("draft.html", {**_empty(), "text": text[:1000], "error": no}, 422)
    return Moved(f"/programs/drafts/{made.id}")


def _text(ask: Ask) -> str:
    return ask.form.get("text", ("",))[-1].replace("\r\n", "\n")


def _show(ask: Ask) -> Shown:
    return _shown(ask, ask.id("id"), None)


def _shown(ask: Ask, id_: UUID, no: LoyaltyError | None) -> Shown:
    with transaction(ask.parts.engine) as connection:
        one = programs.draft_of(connection, ask.house.merchant, id_)
        changes = programs.changes(connection, ask.house, one)
        known = terminals.terminals(connection, ask.house.merchant)
        who = _who(connection, ask, one)
    tomorrow = ask.house.clock.today() + timedelta(days=1)
    values = {
        **_empty(),
        "draft": one,
        "text": one.text,
        "found": one.checked,
        "changes": changes,
        "terminals": [each for each in known if each.state != "retired"],
        "asked_by": who,
        "day": (one.day or tomorrow).isoformat(),
        "only": one.only,
        "mine": one.asked_by == str(ask.who.id),
        "error": no,
        "why": lambda finding: _why(ask.language, finding),
    }
    return Shown("draft.html", values, 422 if no else 200)


def _why(language: str, finding: Finding) -> str:
    """The sentence of a fault or a doubt; one without a sentence is told by its code."""
    facts = defaultdict(lambda: "?", finding.facts)
    key = f"fault.{facts['why']}"
    said = sentence(language, key, facts) if has(key) else str(facts["why"])
    return f"{said}; {sentence(language, 'fault.meant', facts)}" if "meant" in facts else said


def _who(connection: sa.Connection, ask: Ask, one: Draft) -> str:
    found = {str(p.id): p.name for p in people.everybody(connection, ask.house.merchant)}
    return found.get(one.asked_by, one.asked_by)


def _brief(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False)
    return said if len(said) <= WIDEST else said[: WIDEST - 1] + "…"


def _act(ask: Ask) -> Shown | Moved:
    """What a draft's page asks for; the page again with what is wrong."""
    id_, act = ask.id("id"), ask.named["act"]
    house, actor = ask.house, ask.actor
    try:
        with transaction(ask.parts.engine) as connection:
            if act == "text":
                programs.keep_draft(connection, house, actor, _text(ask), id_)
                return Moved(f"/programs/drafts/{id_}")
            if act == "schedule":
                made = programs.schedule(connection, house, actor, id_, _day(ask), _only(ask))
            elif act == "approve":
                made = programs.approve(connection, house, actor, id_)
            else:
                programs.drop(connection, house, actor, id_)
                return Moved("/programs")
    except LoyaltyError as no:
        if no.code == "draft-unknown":
            raise
        return _shown(ask, id_, no)
    waits = made.state == programs.WAITING
    return Moved(f"/programs/drafts/{id_}" if waits else "/programs")


def _day(ask: Ask) -> date:
    try:
        return date.fromisoformat(ask.typed("day"))
    except ValueError:
        raise LoyaltyError("period-wrong", most=0) from None


def _only(ask: Ask) -> list[int]:
    if ask.typed("where") != "some":
        return []
    numbers = [int(n) for n in ask.form.get("only", ()) if n.isdecimal() and len(n) < 7]
    if not numbers:
        raise LoyaltyError("program-nowhere")
    return numbers


def _version(ask: Ask) -> Moved:
    number, act = ask.number("number"), ask.named["act"]
    with transaction(ask.parts.engine) as connection:
        if act == "roll-out":
            programs.roll_out(connection, ask.house, ask.actor, number)
            return Moved("/programs")
        made = programs.roll_back(connection, ask.house, ask.actor, number)
    return Moved(f"/programs/drafts/{made.id}")


def _two(ask: Ask) -> Moved:
    with transaction(ask.parts.engine) as connection:
        programs.set_two_persons(connection, ask.house, ask.actor, "wanted" in ask.form)
    return Moved("/programs")


_EDIT = Right.EDIT_PROGRAMS
_DRAFT = "/programs/drafts/{id}"
PAGES = (
    Page("/programs", _list, right=Right.SEE_PROGRAMS, menu="menu.programs"),
    Page("/programs/drafts", _blank, right=_EDIT),
    Page("/programs/drafts", _add, "POST", _EDIT, most=MOST),
    Page(_DRAFT, _show, right=_EDIT),
    Page(f"{_DRAFT}/{{act}}", _act, "POST", _EDIT, most=MOST),
    Page("/programs/versions/{number}/{act}", _version, "POST", _EDIT),
    Page("/programs/two-persons", _two, "POST", _EDIT),
)
