"""The log of what people did that moved no point: noted in the transaction that did it.

Names of fields and codes only, never what a person told of themselves: erasure leaves the log as
it is. What moved points stands in the entries; `audit_log` reads both.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID

from pos.acts import Act
from pos.store import Work
from pos.store.values import Fact


class What(StrEnum):
    """What was done; the sentences of the log are kept by these names."""

    PROFILE = "profile-changed"
    MEMBER_BLOCKED = "member-blocked"
    MEMBER_UNBLOCKED = "member-unblocked"
    CARD_BLOCKED = "card-blocked"
    CARD_UNBLOCKED = "card-unblocked"
    EXPORTED = "person-exported"
    LIST_EXPORTED = "list-exported"
    IMPORTED = "file-imported"
    SETTINGS = "settings-changed"
    PROGRAM = "program-published"
    STAFF_ADDED = "staff-added"
    STAFF_CHANGED = "staff-changed"
    STAFF_LEFT = "staff-left"
    STAFF_BACK = "staff-back"
    PIN_RESET = "pin-reset"
    BADGE = "badge-changed"
    LIMIT = "limit-changed"
    MARKED = "member-marked"
    UNMARKED = "member-unmarked"


def note(
    work: Work,
    act: Act,
    what: str,
    about: str = "",
    *,
    member: UUID | None = None,
    approved: str = "",
    facts: Mapping[str, Fact] | None = None,
) -> None:
    """Add a deed of the act's operator. `about`: the thing, such as a card's code or a setting;
    `approved`: who allowed it. An act from the command line tells whose computer account it was.
    """
    told = {name: value for name, value in (facts or {}).items() if value not in ("", None)}
    if act.login:
        told["login"] = act.login
    work.add_deed(
        at_ms=work.now_ms(),
        operator=act.operator,
        approved=approved,
        what=str(what),
        about=about,
        member=member,
        facts=told,
    )
