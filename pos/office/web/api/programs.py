"""`/api/v1/programs`: drafts checked and compared, versions scheduled, rolled out, rolled back."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import msgspec

from pos.office.managing import programs
from pos.office.managing.programs import Draft, Version
from pos.office.people.duties import Right
from pos.office.schema.engine import reading, transaction
from pos.office.web.api.fields import Done
from pos.office.web.asking import Ask, Call

Text = Annotated[str, msgspec.Meta(max_length=programs.LONGEST)]
MOST = 1 << 20
"""Bytes of a draft on its way: its text may be all escapes."""
Numbers = Annotated[list[int], msgspec.Meta(max_length=1_000)]


class DraftIn(msgspec.Struct, forbid_unknown_fields=True):
    """A program as JSON text, as `regulars program export` writes it; number and day are given
    when it is scheduled.
    """

    text: Text


class FindingOut(msgspec.Struct):
    """A fault, or an oddity, with its line and place."""

    line: int
    where: str
    why: str


class ChangeOut(msgspec.Struct):
    """A difference to the version in force."""

    where: str
    before: Any
    after: Any


class DraftOut(msgspec.Struct):
    """A draft; what is `refused` keeps it from being scheduled."""

    id: str
    text: str
    state: str
    number: int
    asked_by: str
    day: str
    only: list[int]
    refused: list[FindingOut]
    odd: list[FindingOut]
    changes: list[ChangeOut]


class Scheduling(msgspec.Struct, forbid_unknown_fields=True):
    """From which day, and at which terminals first (none: all)."""

    day: date
    only: Numbers = []


class VersionOut(msgspec.Struct):
    """A published version; `missing`: terminals that have not been told yet."""

    number: int
    name: str
    starts_on: str
    only: list[int]
    told: list[int]
    missing: list[int]


class TwoPersons(msgspec.Struct, forbid_unknown_fields=True):
    """Whether one person asks for a version and another one publishes it."""

    wanted: bool


def _out(connection: Any, ask: Ask, one: Draft) -> DraftOut:
    found = one.checked
    return DraftOut(
        str(one.id),
        one.text,
        one.state,
        one.number,
        one.asked_by,
        one.day.isoformat() if one.day else "",
        list(one.only),
        [FindingOut(f.line, f.fault.where, f.fault.why) for f in found.refused],
        [FindingOut(f.line, f.fault.where, f.fault.why) for f in found.doubtful],
        [
            ChangeOut(c.where, c.before, c.after)
            for c in programs.changes(connection, ask.house, one)
        ],
    )


def _versions(ask: Ask, _: None) -> list[VersionOut]:
    with reading(ask.parts.engine) as connection:
        found = programs.versions(connection, ask.house)
    return [_version(one) for one in found]


def _version(one: Version) -> VersionOut:
    return VersionOut(
        one.program.number,
        one.program.name,
        one.program.starts_on.isoformat(),
        list(one.only),
        list(one.told),
        list(one.missing),
    )


def _drafts(ask: Ask, _: None) -> list[DraftOut]:
    with transaction(ask.parts.engine) as connection:
        found = programs.drafts(connection, ask.house.merchant)
        return [_out(connection, ask, one) for one in found]


def _add(ask: Ask, given: DraftIn) -> DraftOut:
    with transaction(ask.parts.engine) as connection:
        made = programs.keep_draft(connection, ask.house, ask.actor, given.text)
        return _out(connection, ask, made)


def _change(ask: Ask, given: DraftIn) -> DraftOut:
    with transaction(ask.parts.engine) as connection:
        made = programs.keep_draft(connection, ask.house, ask.actor, given.text, ask.id("id"))
        return _out(connection, ask, made)


def _drop(ask: Ask, _: None) -> Done:
    with transaction(ask.parts.engine) as connection:
        programs.drop(connection, ask.house, ask.actor, ask.id("id"))
    return Done()


def _schedule(ask: Ask, given: Scheduling) -> DraftOut:
    with transaction(ask.parts.engine) as connection:
        made = programs.schedule(
            connection, ask.house, ask.actor, ask.id("id"), given.day, given.only
        )
        return _out(connection, ask, made)


def _approve(ask: Ask, _: None) -> DraftOut:
    with transaction(ask.parts.engine) as connection:
        made = programs.approve(connection, ask.house, ask.actor, ask.id("id"))
        return _out(connection, ask, made)


def _out_to_all(ask: Ask, _: None) -> Done:
    with transaction(ask.parts.engine) as connection:
        programs.roll_out(connection, ask.house, ask.actor, ask.number("number"))
    return Done()


def _back(ask: Ask, _: None) -> DraftOut:
    with transaction(ask.parts.engine) as connection:
        made = programs.roll_back(connection, ask.house, ask.actor, ask.number("number"))
        return _out(connection, ask, made)


def _two(ask: Ask, given: TwoPersons) -> Done:
    with transaction(ask.parts.engine) as connection:
        programs.set_two_persons(connection, ask.house, ask.actor, given.wanted)
    return Done()


_PATH = "/api/v1/programs"
_DRAFTS = "/api/v1/drafts"
_ONE = f"{_DRAFTS}/{{id}}"
_VERSION = f"{_PATH}/{{number}}"
_EDIT, _POST = Right.EDIT_PROGRAMS, "POST"
CALLS = (
    Call(_PATH, _versions, list[VersionOut], "Published versions", right=Right.SEE_PROGRAMS),
    Call(f"{_VERSION}/roll-out", _out_to_all, Done, "Roll out to all", _POST, right=_EDIT),
    Call(f"{_VERSION}/roll-back", _back, DraftOut, "A draft equal to it", _POST, right=_EDIT),
    Call(_DRAFTS, _drafts, list[DraftOut], "Drafts", right=_EDIT),
    Call(_DRAFTS, _add, DraftOut, "Add a draft", _POST, DraftIn, _EDIT, status=201, most=MOST),
    Call(_ONE, _change, DraftOut, "Another text", "PUT", DraftIn, _EDIT, most=MOST),
    Call(_ONE, _drop, Done, "Drop a draft", "DELETE", right=_EDIT),
    Call(f"{_ONE}/schedule", _schedule, DraftOut, "Schedule a draft", _POST, Scheduling, _EDIT),
    Call(f"{_ONE}/approve", _approve, DraftOut, "The second person's yes", _POST, right=_EDIT),
    Call("/api/v1/two-persons", _two, Done, "Two persons a version", "PUT", TwoPersons, _EDIT),
)
