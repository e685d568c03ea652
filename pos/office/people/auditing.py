"""The audit log: who did what, about what, from where. Written in the act's own transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from pos.clock import Clock, milliseconds
from pos.ids import new_id
from pos.office.schema.people import audit

PAGE = 50
COMMAND_LINE = "command-line"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts (nobody: the command line), and from where."""

    who: UUID | None
    origin: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A line of the log. `old` and `new` are what changed, as plain JSON values."""

    at_ms: int
    id: UUID
    who: UUID | None
    act: str
    about: str
    origin: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines: all that is given must hold. `before`: older than a line, by time and id."""

    who: UUID | None = None
    act: str = ""
    about: str = ""
    start_ms: int = 0
    before: tuple[int, UUID] | None = None


def note(
    connection: sa.Connection,
    merchant: int,
    clock: Clock,
    actor: Actor,
    act: str,
    about: str,
    *,
    old: Mapping[str, Any] | None = None,
    new: Mapping[str, Any] | None = None,
) -> None:
    """Append one line. No names, numbers or passwords of people belong into `old` and `new`."""
    row = {
        "merchant": merchant,
        "at_ms": milliseconds(clock.now()),
        "id": new_id(clock).bytes,
        "who": actor.who.bytes if actor.who else None,
        "act": act,
        "about": about,
        "origin": actor.origin[:60],
        "old": _text(old),
        "new": _text(new),
    }
    connection.execute(audit.insert(), row)


def noted(connection: sa.Connection, merchant: int, wanted: Wanted, most: int) -> list[Noted]:
    """Lines, newest first, at most `most`."""
    asked = sa.select(audit).where(audit.c.merchant == merchant)
    if wanted.who:
        asked = asked.where(audit.c.who == wanted.who.bytes)
    if wanted.act:
        asked = asked.where(audit.c.act == wanted.act)
    if wanted.about:
        asked = asked.where(audit.c.about == wanted.about)
    if wanted.start_ms:
        asked = asked.where(audit.c.at_ms >= wanted.start_ms)
    if wanted.before:
        at_ms, id_ = wanted.before
        older = sa.and_(audit.c.at_ms == at_ms, audit.c.id < id_.bytes)
        asked = asked.where(sa.or_(audit.c.at_ms < at_ms, older))
    asked = asked.order_by(audit.c.at_ms.desc(), audit.c.id.desc()).limit(most)
    return [_noted(row) for row in connection.execute(asked)]


def _noted(row: Any) -> Noted:
    return Noted(
        at_ms=row.at_ms,
        id=UUID(bytes=row.id),
        who=UUID(bytes=row.who) if row.who else None,
        act=row.act,
        about=row.about,
        origin=row.origin,
        old=json.loads(row.old) if row.old else {},
        new=json.loads(row.new) if row.new else {},
    )


def _text(values: Mapping[str, Any] | None) -> str | None:
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True) if values else None
