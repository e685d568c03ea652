"""A case: what went wrong for somebody, what they were promised, by when, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

LONGEST_WORDS = 2_000
LONGEST_PROMISE = 300
MOST_WORDS = 500  # of one case; more is a loop, not a conversation


class Channel(StrEnum):
    """How somebody told the shop."""

    COUNTER = "counter"
    PHONE = "phone"
    EMAIL = "email"
    LETTER = "letter"
    SURVEY = "survey"
    ONLINE = "online"


class Cause(StrEnum):
    """What it was about, so that causes can be counted."""

    GOODS = "goods"
    SERVICE = "service"
    WAITING = "waiting"
    PRICE = "price"
    POINTS = "points"
    PRIVACY = "privacy"
    OTHER = "other"


class CaseState(StrEnum):
    """Whether somebody still waits for us."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Case:
    """A case; `member` is None for somebody without a card. `owner`: the operator who answers for
    it. `goodwill`: points given for it so far, which stand in the ledger as adjustments.
    """

    id: UUID
    member: UUID | None
    opened_ms: int
    opened_by: str
    channel: Channel
    cause: Cause
    words: str
    promise: str = ""
    due_on: date | None = None
    owner: str = ""
    state: CaseState = CaseState.OPEN
    resolution: str = ""
    closed_ms: int | None = None
    goodwill: int = 0

    def overdue(self, today: date) -> bool:
        """What was promised is late: its day is over."""
        return self.state is CaseState.OPEN and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class CaseWord:
    """What was said or done about a case later, and by whom."""

    n: int
    at_ms: int
    operator: str
    words: str
