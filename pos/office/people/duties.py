"""What each role may do at head office: one table, asked before every page and every call.

Another room of head office adds its right as one line here, and names it in its routes.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a person is at head office."""

    OWNER = "owner"
    MANAGER = "manager"  # of the shops named with the person
    REPORTS = "reports"  # sees figures, changes nothing
    SUPPORT = "support"  # helps with terminals, sees no customer


class Right(StrEnum):
    """A thing not everybody may see or do."""

    SEE_REPORTS = "see-reports"
    SEE_SHOPS = "see-shops"
    EDIT_SHOPS = "edit-shops"
    EDIT_PEOPLE = "edit-people"
    SEE_AUDIT = "see-audit"
    SEE_TERMINALS = "see-terminals"
    EDIT_TERMINALS = "edit-terminals"
    SEE_INBOX = "see-inbox"
    ANSWER_INBOX = "answer-inbox"
    SEE_PROGRAMS = "see-programs"
    EDIT_PROGRAMS = "edit-programs"
    SEE_MEMBERS = "see-members"
    EDIT_MEMBERS = "edit-members"
    ADJUST_POINTS = "adjust-points"
    ERASE_MEMBERS = "erase-members"
    CLOSE_MONTHS = "close-months"


RIGHTS: Mapping[Right, frozenset[Role]] = {
    Right.SEE_REPORTS: frozenset({Role.OWNER, Role.MANAGER, Role.REPORTS}),
    Right.SEE_SHOPS: frozenset(Role),
    Right.EDIT_SHOPS: frozenset({Role.OWNER}),
    Right.EDIT_PEOPLE: frozenset({Role.OWNER}),
    Right.SEE_AUDIT: frozenset({Role.OWNER, Role.SUPPORT}),
    Right.SEE_TERMINALS: frozenset({Role.OWNER, Role.MANAGER, Role.SUPPORT}),
    Right.EDIT_TERMINALS: frozenset({Role.OWNER, Role.SUPPORT}),
    Right.SEE_INBOX: frozenset({Role.OWNER, Role.MANAGER, Role.SUPPORT}),
    Right.ANSWER_INBOX: frozenset({Role.OWNER, Role.SUPPORT}),
    Right.SEE_PROGRAMS: frozenset({Role.OWNER, Role.MANAGER, Role.REPORTS}),
    Right.EDIT_PROGRAMS: frozenset({Role.OWNER}),
    Right.SEE_MEMBERS: frozenset({Role.OWNER, Role.MANAGER}),
    Right.EDIT_MEMBERS: frozenset({Role.OWNER, Role.MANAGER}),
    Right.ADJUST_POINTS: frozenset({Role.OWNER, Role.MANAGER}),
    Right.ERASE_MEMBERS: frozenset({Role.OWNER}),
    Right.CLOSE_MONTHS: frozenset({Role.OWNER}),
}
"""Right by role; a role that is not named has not got it."""


def allowed(role: Role, right: Right) -> bool:
    """Whether a role has a right."""
    return role in RIGHTS[right]
