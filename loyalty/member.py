"""The member: the person behind a card. What rules and the counter need is `Member`; the rest of
what a person told the shop is `Profile`, and what they agreed to are `Consent`s.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from loyalty.days import yearly
from loyalty.errors import LoyaltyError


class MemberStatus(StrEnum):
    """Whether a member may earn and redeem."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    WITHDRAWN = "withdrawn"  # the enrolment was undone
    MERGED = "merged"  # into `merged_into`, which holds everything now
    ERASED = "erased"  # a number without a person


class CardStatus(StrEnum):
    """Whether a card is believed."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"  # another card stands for the member now


@dataclass(frozen=True, slots=True)
class Birthday:
    """A day of the year, the year only where it was given. 29 February is the 28th in others."""

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        """Refuse `birthday-unreadable`."""
        if not (1 <= self.month <= 12 and 1 <= self.day <= monthrange(2024, self.month)[1]):
            raise LoyaltyError("birthday-unreadable")
        if self.year is not None and not 1850 <= self.year <= 9999:
            raise LoyaltyError("birthday-unreadable")

    def in_year(self, year: int) -> date:
        """The day it is kept in a year."""
        return yearly(self.month, self.day, year)

    def __str__(self) -> str:
        """As vCard 4 writes it (RFC 6350): `1990-05-03`, without a year `--05-03`."""
        year = f"{self.year:04d}-" if self.year is not None else "--"
        return f"{year}{self.month:02d}-{self.day:02d}"

    @classmethod
    def from_text(cls, text: str) -> Birthday:
        """From `1990-05-03` or `--05-03`; LoyaltyError `birthday-unreadable`."""
        year, month, day = text[:-5], text[-5:-3], text[-2:]
        plain = month.isdecimal() and day.isdecimal() and text.isascii() and text[-3:-2] == "-"
        if plain and year == "--":
            return cls(int(month), int(day))
        if plain and len(year) == 5 and year.endswith("-") and year[:4].isdecimal():
            return cls(int(month), int(day), int(year[:4]))
        raise LoyaltyError("birthday-unreadable")


@dataclass(frozen=True, slots=True)
class Member:
    """An enrolled person. A blank card's member has no name and no phone until they give them.

    `segment`: the RFM segment as of the last night. `household`: the member whose account this one
    shares; points, tier and counts are then that member's. `referral_code` is 12 digits (`codes`).
    """

    id: UUID
    name: str
    phone: str  # E.164, or empty
    joined_on: date
    language: str = ""  # of the slip; empty means the shop's
    status: MemberStatus = MemberStatus.ACTIVE
    why_blocked: str = ""
    birthday: Birthday | None = None
    email: str = ""
    household: UUID | None = None
    merged_into: UUID | None = None
    referral_code: str = ""
    segment: str = ""

    @property
    def owner(self) -> UUID:
        """Whose account this member's purchases move."""
        return self.merged_into or self.household or self.id


@dataclass(frozen=True, slots=True)
class Profile:
    """What a member chose to tell, and what the shop noted. `social`: network and name there."""

    address: str = ""
    likes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    social: tuple[tuple[str, str], ...] = ()
    phones: tuple[str, ...] = ()  # besides the one in Member, E.164
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """What a member agreed to or took back (`email`, `sms`, `profiling`…), when and where."""

    what: str
    given: bool
    at_ms: int
    where: str


@dataclass(frozen=True, slots=True)
class Card:
    """An identifier that stands for a member when it is scanned."""

    code: str
    member: UUID
    status: CardStatus = CardStatus.ACTIVE
