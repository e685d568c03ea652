"""`/api/v1/audit`: who did what, newest first, a page at a time."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import msgspec

from pos.office.people.auditing import PAGE, Noted, Wanted, noted
from pos.office.people.duties import Right
from pos.office.schema.engine import reading
from pos.office.web.api.fields import Line, Most
from pos.office.web.asking import Ask, Call
from pos.office.web.places import place_of, place_text


class Asked(msgspec.Struct, forbid_unknown_fields=True):
    """Which lines; `before`: as `next` of the page before."""

    who: UUID | None = None
    act: Line = ""
    about: Line = ""
    from_ms: Annotated[int, msgspec.Meta(ge=0, le=1 << 50)] = 0
    before: Line = ""
    limit: Most = PAGE


class LineOut(msgspec.Struct):
    """A line of the log."""

    at_ms: int
    id: str
    who: str | None
    act: str
    about: str
    origin: str
    old: dict[str, Any]
    new: dict[str, Any]


class AuditPage(msgspec.Struct):
    """Lines, and where the next page begins; empty after the last."""

    lines: list[LineOut]
    next: str


def _page(ask: Ask, given: Asked) -> AuditPage:
    wanted = Wanted(given.who, given.act, given.about, given.from_ms, place_of(given.before))
    with reading(ask.parts.engine) as connection:
        found = noted(connection, ask.house.merchant, wanted, given.limit + 1)
    lines = found[: given.limit]
    return AuditPage([_line(one) for one in lines], place_text(found, given.limit))


def _line(one: Noted) -> LineOut:
    return LineOut(
        one.at_ms,
        str(one.id),
        str(one.who) if one.who else None,
        one.act,
        one.about,
        one.origin,
        dict(one.old),
        dict(one.new),
    )


CALLS = (
    Call("/api/v1/audit", _page, AuditPage, "The audit log", takes=Asked, right=Right.SEE_AUDIT),
)
