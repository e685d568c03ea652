"""What a field of a program may hold, said once, in its type.

The document gate (`program_document`) and the published JSON Schema both read these, so that the
file, the check and the code cannot disagree. Integers only: money in minor units.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from loyalty.money import LARGEST_MINOR


@dataclass(frozen=True, slots=True)
class Between:
    """Whole numbers from `least` to `most`, both included."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Text:
    """One line that can be shown: nothing unprintable, at most `longest` characters, not blank
    unless it `may_be_empty`.
    """

    longest: int
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Slug:
    """A rule's own name in files, counts and explanations: `a-z 0-9 -`, at most `longest`."""

    longest: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """An exact number from text, such as `1.5`: at most three decimals, from `least` to `most`."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class CurrencyCode:
    """A currency of ISO 4217 that `money` knows."""


@dataclass(frozen=True, slots=True)
class AtMost:
    """At most so many of them in a list or set, or characters of a text that may be empty."""

    count: int


MOST_POINTS = 1_000_000_000
MOST_RATE = 1_000_000  # the largest basket at this rate still fits 64 bits

Points = Annotated[int, Between(0, MOST_POINTS)]
SomePoints = Annotated[int, Between(1, MOST_POINTS)]
Rate = Annotated[int, Between(0, MOST_RATE)]
Money = Annotated[int, Between(0, LARGEST_MINOR)]
SomeMoney = Annotated[int, Between(1, LARGEST_MINOR)]
Percent = Annotated[int, Between(0, 100)]
Days = Annotated[int, Between(0, 3_660)]
Months = Annotated[int, Between(0, 1_200)]
Number = Annotated[int, Between(0, 9_999)]
# Below 1 a multiplier would take points away: what shall not earn is excluded, and seen as such.
Factor = Annotated[Fraction, Ratio(1, 100)]
Iso4217 = Annotated[str, CurrencyCode()]
Name = Annotated[str, Text(200)]
Id = Annotated[str, Slug(40)]
