"""What a redemption asks for, and why one is refused or capped: words that several rules share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chosen:
    """A redemption asked for: a reward or a full stamp card by id, a voucher by its code, or
    `points` to be used as money. Exactly one of them.
    """

    reward: str = ""
    points: int = 0
    voucher: str = ""
    stamps: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is refused or capped: a code and whole-number or text facts."""

    code: str
    facts: tuple[tuple[str, int | str], ...] = ()
