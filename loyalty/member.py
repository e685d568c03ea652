"""The member: the person behind a card, as far as the counter needs to know them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class MemberStatus(StrEnum):
    """Whether a member may earn and redeem."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    WITHDRAWN = "withdrawn"  # the enrolment was undone


class CardStatus(StrEnum):
    """Whether a card is believed."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Member:
    """An enrolled person. A blank card's member has no name and no phone until they give them."""

    id: UUID
    name: str
    phone: str  # E.164, or empty
    joined_on: date
    language: str = ""  # of the slip; empty means the shop's
    status: MemberStatus = MemberStatus.ACTIVE
    why_blocked: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An identifier that stands for a member when it is scanned."""

    code: str
    member: UUID
    status: CardStatus = CardStatus.ACTIVE
