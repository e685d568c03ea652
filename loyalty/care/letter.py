"""A letter: what a shop writes for an occasion, with fields that are filled for each member.

A field is a name in braces and nothing else, so that no letter can reach into the program; what is
filled in is one line of plain text, so that no name can become a header or a second letter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from loyalty.errors import LoyaltyError

LONGEST_SUBJECT = 150
LONGEST_BODY = 4_000
_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


class Occasion(StrEnum):
    """Why a member is written to."""

    WELCOME = "welcome"
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    EXPIRING = "expiring"
    REWARD = "reward"
    TIER = "tier"
    LAPSED = "lapsed"
    AFTER_CASE = "after-case"


ALWAYS = frozenset({"first", "name", "shop", "balance"})
FIELDS: Mapping[Occasion, frozenset[str]] = {
    Occasion.WELCOME: ALWAYS,
    Occasion.BIRTHDAY: ALWAYS,
    Occasion.ANNIVERSARY: ALWAYS | {"years"},
    Occasion.EXPIRING: ALWAYS | {"points", "until"},
    Occasion.REWARD: ALWAYS | {"reward"},
    Occasion.TIER: ALWAYS | {"tier"},
    Occasion.LAPSED: ALWAYS | {"last"},
    Occasion.AFTER_CASE: ALWAYS,
}
"""What may stand in braces in a letter of each occasion."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in one language; `active`: it is sent. Braces are doubled where they are meant.

    LoyaltyError `letter-empty` (field), `text-too-long`, `letter-subject` (more than one line),
    `letter-braces`, `letter-field` (field, known).
    """

    occasion: Occasion
    language: str
    subject: str
    body: str
    active: bool = True

    def __post_init__(self) -> None:
        known = FIELDS[self.occasion]
        longest = {"subject": LONGEST_SUBJECT, "body": LONGEST_BODY}
        for field, text in (("subject", self.subject), ("body", self.body)):
            if not text.strip():
                raise LoyaltyError("letter-empty", field=field)
            if len(text) > longest[field]:
                raise LoyaltyError("text-too-long", field=field, longest=longest[field])
            for used in fields_in(text):
                if used not in known:
                    raise LoyaltyError(
                        "letter-field", field=used[:40], known=", ".join(sorted(known))
                    )
        if not self.subject.isprintable():
            raise LoyaltyError("letter-subject")

    def filled(self, values: Mapping[str, str]) -> tuple[str, str]:
        """Subject and body for one member; a field without a value is left empty."""
        return " ".join(_filled(self.subject, values).split()), _filled(self.body, values)


def fields_in(text: str) -> tuple[str, ...]:
    """The fields of a text in their order; LoyaltyError `letter-braces` for a brace alone."""
    found = []
    for piece in _PIECE.finditer(text):
        if len(piece[0]) == 1:
            raise LoyaltyError("letter-braces")
        if piece[1] is not None:
            found.append(piece[1])
    return tuple(found)


def _filled(text: str, values: Mapping[str, str]) -> str:
    def put(piece: re.Match[str]) -> str:
        if piece[1] is None:
            return piece[0][0]
        return " ".join(
            "".join(c if c.isprintable() else " " for c in values.get(piece[1], "")).split()
        )

    return _PIECE.sub(put, text)


class MessageState(StrEnum):
    """What became of a message. TRYING is written before it is handed over: whoever finds it later
    cannot know whether it arrived.
    """

    WAITING = "waiting"
    TRYING = "trying"
    SENT = "sent"
    REFUSED = "refused"
    GIVEN_UP = "given-up"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one member; `about` tells occasions of one kind apart, such as two birthdays.

    `why`: a code and the server's number where it was not sent, never its words, which may name
    people.
    """

    id: UUID
    member: UUID
    occasion: Occasion
    about: str
    made_ms: int
    state: MessageState = MessageState.WAITING
    tries: int = 0
    next_ms: int = 0
    sent_ms: int | None = None
    why: str = ""
