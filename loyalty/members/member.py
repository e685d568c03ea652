"""The member: the person behind a card. What rules and the counter need is `Member`; the rest of
what a person told the shop is `Profile`, and what they agreed to are `Consent`s.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    shares; points, tier and counts are then that member's. `referral_code` is 14 digits (`codes`).
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


def agreed(consents: Iterable[Consent], what: str) -> bool:
    """Whether a member agrees to something by now: the last word counts, silence is a no.

    Of two words of one moment the later one of `consents` is the last.
    """
    said = sorted((one for one in consents if one.what == what), key=lambda one: one.at_ms)
    return said[-1].given if said else False


def united(kept: Member, gone: Member) -> Member:
    """One person enrolled twice, as the one that stays: what it does not know, the other tells.

    The earlier day of joining counts, for anniversaries and audiences.
    """
    return replace(
        kept,
        name=kept.name or gone.name,
        phone=kept.phone or gone.phone,
        email=kept.email or gone.email,
        birthday=_fuller(kept.birthday, gone.birthday),
        language=kept.language or gone.language,
        joined_on=min(kept.joined_on, gone.joined_on),
        referral_code=kept.referral_code or gone.referral_code,
    )


def united_profile(kept: Profile, gone: Profile, second_phone: str = "") -> Profile:
    """Both profiles in one, nothing twice. `second_phone`: the first of whoever goes."""
    phones = (*kept.phones, second_phone, *gone.phones)
    return Profile(
        address=kept.address or gone.address,
        likes=_each_once(*kept.likes, *gone.likes),
        dislikes=_each_once(*kept.dislikes, *gone.dislikes),
        brands=_each_once(*kept.brands, *gone.brands),
        social=tuple({**dict(gone.social), **dict(kept.social)}.items()),
        phones=tuple(phone for phone in _each_once(*phones) if phone),
        notes="\n".join(part for part in (kept.notes, gone.notes) if part),
    )


def _fuller(kept: Birthday | None, gone: Birthday | None) -> Birthday | None:
    """The kept birthday; from the other one only the year, or all where none is known."""
    if kept is None:
        return gone
    same = gone is not None and (kept.month, kept.day) == (gone.month, gone.day)
    return gone if same and kept.year is None else kept


def _each_once(*texts: str) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(text.casefold(), text)
    return tuple(first.values())
