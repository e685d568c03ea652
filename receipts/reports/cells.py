"""What stands in a report, with its kind: written by each language, and as plain values in files.

No text is put together before it is written: a cell knows that it is money or a day, and whoever
writes it (screen, paper, CSV, JSON) decides how that looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units of a currency (ISO 4217)."""

    minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Points:
    """Whole points; `signed` for a movement."""

    points: int
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many."""

    number: int
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A part of one, shown in a hundred: `0.31` is 31 %. `low`, `high`: its range, where known."""

    part: float
    low: float | None = None
    high: float | None = None
    places: int = 0


@dataclass(frozen=True, slots=True)
class Number:
    """A measure with so many decimals: days, a ratio, a score."""

    number: float
    places: int = 1
    low: float | None = None
    high: float | None = None
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day."""

    on: date


@dataclass(frozen=True, slots=True)
class Month:
    """The month of a day."""

    of: date


@dataclass(frozen=True, slots=True)
class Moment:
    """Date and time in the shop's zone, to the minute: milliseconds since 1970, UTC."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class Text:
    """What people or other systems wrote: a name, a code. Never translated."""

    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of ours, by its key (`word.…`): a segment, a state, a weekday."""

    key: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """No value, and why (`nothing.…`): `too-few`, `too-young`, `none`, `not-possible`."""

    why: str = "none"


Cell = Money | Points | Count | Share | Number | Day | Month | Moment | Text | Word | Nothing
